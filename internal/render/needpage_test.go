package render_test

import (
	"fmt"
	"html"
	"strings"
	"testing"
)

// needSite returns a site with one wijk, which asks one need and had two needs before that
// became it. Files replace its files or add to them.
func needSite(t *testing.T, with files) site {
	t.Helper()
	content := files{
		"site.yaml":               "titel: Proef\ngemeente: Proefstad\ngemeentecode: GM0344\nthemas: [{id: verkeer, naam: Verkeer}]\ncontact: {naam: Wijkbureaus, e-mail: wijken@example.nl}\n",
		"wijken/oost.md":          "---\nnaam: Oost\ncode: WK034401\nwijkregisseur: {e-mail: oost@example.nl}\nbuurten: [{id: kade, naam: De Kade}]\n---\n",
		"diensten/stadswerken.md": "---\nnaam: Stadswerken\ncontact: {e-mail: sw@example.nl, telefoon: 14 030}\n---\n",
		"wijkvisies/oost-2011.md": "---\ntitel: Visie\nwijk: oost\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-05-19\nbehoeften:\n" +
			"  - {id: eerst, titel: Dit eerst, thema: verkeer, prioriteit: 1}\n" +
			"  - {id: oversteek, titel: 'Oversteken & \"lopen\" op 100%', thema: verkeer, prioriteit: 2, buurten: [kade], locatie: [5.1, 52.1], voorheen: [zebra, stoep]}\n" +
			"  - {id: laatst, titel: Dit laatst, thema: verkeer}\n---\n",
		"wijkvisies/oost-2004.md": "---\ntitel: Oude visie\nwijk: oost\nperiode: 2004-2007\nstatus: vastgesteld\nvastgesteld-op: 2004-05-19\nbehoeften:\n" +
			"  - {id: zebra, titel: Een zebrapad, thema: verkeer, toelichting: Verf is genoeg.}\n  - {id: stoep, titel: Een stoep, thema: verkeer, prioriteit: 3}\n---\n",
	}
	return published(t, content.with(with), options{date: "2013-03-01"})
}

// promising returns a programme with commitments to the need of needSite.
func promising(commitments ...string) files {
	list := ""
	for i, c := range commitments {
		list += fmt.Sprintf("  - {id: sw-%02d, titel: Plateau %d, behoeften: [oost/oversteek]%s}\n", i+1, i+1, c)
	}
	return files{"programmas/sw.md": "---\ntitel: Programma\ndienst: stadswerken\njaar: 2011\nstatus: vastgesteld\nvastgesteld-op: 2011-06-01\ntoezeggingen:\n" + list + "---\n"}
}

const oversteek = "/wijken/oost/behoeften/oversteek/"

func TestNeedThatWasTwoTellsBoth(t *testing.T) {
	pageTest{"merged", oversteek, []string{
		"Eerder gevraagd Oude visie", "Een zebrapad Verf is genoeg. Gevraagd in Wijkvisie 2004–2007", "Een stoep Gevraagd in Wijkvisie 2004–2007, vastgesteld op 19 mei 2004. Prioriteit 3",
	}, []string{"Wat daarvan kwam"}}.run(t, needSite(t, nil))
}

func TestPromiseHasItsDatesAsTextAndDrawn(t *testing.T) {
	s := needSite(t, promising(
		", gereed: 2013-06",
		", gereed: 2011-10, voortgang: [{datum: 2011-09-30, gereed: 2012-03, reden: R}, {datum: 2012-03-15, gereed: 2014-02, reden: S}]",
		", gereed: 2012-10",
		", gereed: 2012-10, voortgang: [{datum: 2012-10-15, status: gerealiseerd}]",
		"",
		", gereed: onbekend",
		", gereed: doorlopend",
		", gereed: 2013-10, voortgang: [{datum: 2012-10-15, status: vervallen, reden: R}]",
		", gereed: 2013-10, voortgang: [{datum: 2012-10-15, gereed: onbekend, reden: R}]",
		", voortgang: [{datum: 2012-10-15, status: gerealiseerd}]",
	))
	tree := readTree(t, oversteek, s.page(t, oversteek))
	rows := tree.with("wv-promises")[0].children
	for i, want := range []struct {
		text, shapes string
	}{
		{"gepland juni 2013", "kept"},
		{"eerst beloofd oktober 2011, nu februari 2014", "later first now"},
		{"beloofd oktober 2012, nog niet klaar", "waits first"},
		{"klaar oktober 2012, zoals beloofd", "kept"},
		{"nog niet bekend wanneer", "waits arrow"},
		{"nog niet bekend wanneer", "waits arrow"},
		{"doorlopend", "even arrow"},
		{"eerst beloofd oktober 2013, vervallen oktober 2012", "even first no"},
		{"eerst beloofd oktober 2013, nu nog niet bekend wanneer", "waits arrow first"},
		{"klaar oktober 2012", "now"},
	} {
		when := rows[i].with("wv-when")[0]
		if text := when.all("p")[0].words(); text != want.text {
			t.Errorf("promise %d says %q and not %q", i+1, text, want.text)
		}
		if got := drawnIn(when); got != want.shapes {
			t.Errorf("promise %d, %s, is drawn as %q and not as %q", i+1, want.text, got, want.shapes)
		}
	}
}

// TestPromisesShareAnAxis holds the years of every row of a page against those of the others.
func TestPromisesShareAnAxis(t *testing.T) {
	var twelve []string
	for i := range 12 {
		twelve = append(twelve, fmt.Sprintf(", gereed: %d-06", 2011+i%4))
	}
	tree := readTree(t, oversteek, needSite(t, promising(twelve...)).page(t, oversteek))
	rows := tree.with("wv-promises")[0].children
	if len(rows) != 12 {
		t.Fatalf("%d rows", len(rows))
	}
	at := make(map[string]string) // where a date is, by its text
	for _, row := range rows {
		when := row.with("wv-when")[0]
		date, dot := when.all("p")[0].words(), when.all("circle")[0].attr["cx"]
		if was := at[date]; was != "" && was != dot {
			t.Errorf("%s is at %s and at %s", date, was, dot)
		}
		at[date] = dot
	}
	if len(at) != 4 {
		t.Errorf("the dates are %v", at)
	}
}

func TestQuestionsGoToWhoCanAnswer(t *testing.T) {
	subject := "?subject=Vraag%20over%3A%20Oversteken%20%26%20%22lopen%22%20op%20100%25%20%28Oost%29"
	nobody := files{"wijken/oost.md": "---\nnaam: Oost\n---\n", "diensten/stadswerken.md": "---\nnaam: Stadswerken\n---\n"}
	for _, c := range []struct {
		name string
		with files
		mail []string
	}{
		{"the wijk", nil, []string{"mailto:oost@example.nl"}},
		{"the wijk and the department", promising(""), []string{"mailto:oost@example.nl", "mailto:sw@example.nl"}},
		{"who answers for the site", nobody, []string{"mailto:wijken@example.nl"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree := readTree(t, oversteek, needSite(t, c.with).page(t, oversteek))
			var got []string
			for _, a := range tree.with("wv-contacts")[0].all("a") {
				if strings.HasPrefix(a.attr["href"], "mailto:") {
					got = append(got, html.UnescapeString(a.attr["href"]))
				}
			}
			if want := strings.Join(c.mail, subject+" ") + subject; strings.Join(got, " ") != want {
				t.Errorf("the letters go to %v and not to %s", got, want)
			}
		})
	}
}

func TestNeedLeadsToThoseAroundIt(t *testing.T) {
	s := needSite(t, nil)
	for need, want := range map[string]string{"eerst": "next oversteek", "oversteek": "prev eerst, next laatst", "laatst": "prev oversteek"} {
		url := "/wijken/oost/behoeften/" + need + "/"
		var got []string
		for _, a := range readTree(t, url, s.page(t, url)).with("wv-around")[0].all("a") {
			if rel := a.attr["rel"]; rel != "" {
				got = append(got, rel+" "+strings.Split(a.attr["href"], "/")[4])
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s leads to %v and not to %s", need, got, want)
		}
	}
}

func TestPlaceOfANeedIsOnTheMap(t *testing.T) {
	square := func(west, south float64) files {
		return files{"kaart/wijken.geojson": fmt.Sprintf(`{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"code": "WK034401"},
 "geometry": {"type": "Polygon", "coordinates": [[[%[1]g, %[2]g], [%[3]g, %[2]g], [%[3]g, %[4]g], [%[1]g, %[4]g], [%[1]g, %[2]g]]]}}]}`, west, south, west+0.2, south+0.2)}
	}
	for _, c := range []struct {
		name string
		with files
		dots int
	}{
		{"on the map", square(5, 52), 1},
		{"off the map", square(6, 53), 0},
		{"without a map", nil, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := needSite(t, c.with).page(t, oversteek)
			tree := readTree(t, oversteek, page)
			if got := len(tree.with("wv-spot")); got != c.dots {
				t.Errorf("%d dots", got)
			}
			if c.dots > 0 && !strings.Contains(page, `aria-label="Plek in Oost: De Kade"`) {
				t.Error("the map does not say what it shows")
			}
			if !strings.Contains(page, `href="https://www.openstreetmap.org/?mlat=52.1&amp;mlon=5.1#map=17/52.1/5.1"`) {
				t.Error("there is no way to a map of the streets")
			}
			if text := tree.words(); strings.Contains(text, "52.1") {
				t.Errorf("the page has coordinates: %s", text)
			}
		})
	}
}
