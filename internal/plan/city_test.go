package plan_test

import (
	"maps"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/contenttest"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// content is the text of files by path.
type content map[string]string

// smallSite has one of everything, and a concept.
func smallSite() content {
	return content{
		"site.yaml":       "titel: T\ngemeente: G\nthemas: [{id: groen, naam: Groen}]\n",
		"wijken/oost.md":  "---\nnaam: Oost\nvoorheen: [oost-oud]\n---\n## Haven\n\n![k](../media/kade.png) [p](../media/plan%20a.pdf)\n",
		"wijken/noord.md": "---\nnaam: Noord\n---\n",
		"wijkvisies/oost-2011.md": "---\ntitel: V\nwijk: oost\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-05-19\n" +
			"behoeften:\n  - {id: zwemles, titel: Zwemles, thema: groen, voorheen: [zwemmen]}\n---\n",
		"wijkvisies/oost-2004.md": "---\ntitel: V\nwijk: oost\nperiode: 2004\nstatus: vastgesteld\nvastgesteld-op: 2004-05-19\n" +
			"behoeften:\n  - {id: zwemmen, titel: Zwemmen, thema: groen}\n---\n",
		"wijkvisies/oost-2015.md":       "---\ntitel: V\nwijk: oost\nperiode: 2015-2018\nstatus: concept\nbehoeften: [{id: nieuw, titel: N, thema: groen}]\n---\n![g](../media/geheim.png)\n",
		"diensten/zorg.md":              "---\nnaam: Zorg\n---\n",
		"programmas/zorg-2011.md":       "---\ntitel: P\ndienst: zorg\njaar: 2011\nstatus: vastgesteld\ntoezeggingen:\n  - {id: z-2, titel: Bad, behoeften: [oost/zwemles], voorheen: [z-1], voortgang: [{datum: 2012-02-01, status: in-uitvoering}]}\n---\n",
		"paginas/over.md":               "---\ntitel: Over\n---\n",
		"media/kade.png":                "",
		"media/plan a.pdf":              "",
		"media/geheim.png":              "",
		"media/niemand.png":             "",
		"bestanden/CNAME":               "",
		"bestanden/.well-known/x é.txt": "",
	}
}

func (c content) with(more content) content {
	all := maps.Clone(c)
	maps.Copy(all, more)
	return all
}

// planned plans the site of content as of 2013-03-01.
func (c content) planned(t *testing.T, drafts bool) (*plan.Site, diag.List) {
	t.Helper()
	read := contenttest.Parse(c)
	for _, p := range read.Problems {
		t.Errorf("the content is wrong: %+v", p)
	}
	g := relate.Relate(read.City, relate.Options{Date: city.Day{Year: 2013, Month: 3, Day: 1}, Drafts: drafts})
	return plan.New(read.City, g, plan.Assets{Media: read.Media, Extras: read.Extras})
}
