package view

import (
	"strconv"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/plan"
)

// meta is a property of a page that machines read.
type meta struct{ Name, Content string }

// metadata returns the metadata of a page by OWMS, the standard of the Dutch
// government (https://standaarden.overheid.nl/owms), in Dublin Core terms, with
// municipalities by their identifiers in TOOI
// (https://standaarden.overheid.nl/tooi).
func (b *Builder) metadata(p *plan.Page, f *pageFrame) []meta {
	row := b.kinds[p.Kind]
	category, creator := row.category, b.siteFrame.municipality
	if category == "" {
		category = "webpagina"
	}
	if creator == "" {
		creator = b.siteFrame.City
	}
	spatial := creator
	if p.Wijk != nil {
		spatial = p.Wijk.Name.Value + ", " + b.siteFrame.City
	}
	list := make([]meta, 0, 8)
	list = append(list, meta{"DCTERMS.title", f.Title}, meta{"DCTERMS.type", category},
		meta{"DCTERMS.language", b.siteFrame.language}, meta{"DCTERMS.creator", creator})
	add := func(name, content string) {
		if content != "" {
			list = append(list, meta{name, content})
		}
	}
	add("DCTERMS.identifier", f.Canonical)
	add("DCTERMS.modified", b.isoDay(b.Modified(p)))
	add("DCTERMS.spatial", spatial)
	if row.period != nil {
		add("DCTERMS.temporal", temporal(row.period(p)))
	}
	return list
}

// temporal returns years as a period of DCMI
// (https://www.dublincore.org/specifications/dublin-core/dcmi-period/), empty when
// there are none.
func temporal(p city.Period) string {
	if p.First == 0 {
		return ""
	}
	return "start=" + strconv.Itoa(p.First) + "-01-01;end=" + strconv.Itoa(p.Last) + "-12-31"
}

// Municipality returns the identifier of the municipality in TOOI, empty when its
// code is not known.
func (b *Builder) Municipality() string {
	if code := b.graph.Site.MunicipalityCode.Value; code != "" {
		return "https://identifier.overheid.nl/tooi/id/gemeente/" + strings.ToLower(code)
	}
	return ""
}

// locale returns the language of the site and its country.
func (b *Builder) locale(between string) string {
	if b.Words.Lang == "en" {
		return "en" + between + "GB"
	}
	return b.Words.Lang + between + "NL"
}
