package pipeline

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/noun"
	"wijkvisie/internal/photo"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/theme"
)

// On returns the graph of the same content as of another day.
func (r *Result) On(day city.Day) *relate.Graph {
	return relate.Relate(r.records, relate.Options{Date: day, Drafts: r.in.Drafts})
}

// Words returns the texts of the theme in a language, nl or en, with the municipality's own
// words when they are in that language.
func (r *Result) Words(lang string) *theme.Words {
	return r.theme.Words(lang, noun.OwnOf(r.Site.Graph.Site, lang))
}

// Logo returns the logo of the municipality and its media type; no data when it has none.
func (r *Result) Logo() (data []byte, mediaType string) {
	logo := r.identity.logo
	if logo.picture.Format == photo.SVG {
		return logo.data, "image/svg+xml"
	}
	return logo.data, "image/" + string(logo.picture.Format)
}

// Published returns the graph of what visitors see on the reference date.
func (r *Result) Published() *relate.Graph {
	if !r.in.Drafts {
		return r.Site.Graph
	}
	return relate.Relate(r.records, relate.Options{Date: r.in.Date})
}
