package render

import (
	"fmt"
	"io"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/render/opendata"
	"wijkvisie/internal/render/view"
)

// MadeFiles returns the files that are made of the content and are no pages.
func (r *Renderer) MadeFiles() []File {
	files := make([]File, len(r.site.Made))
	for i := range r.site.Made {
		m := &r.site.Made[i]
		files[i] = File{m.URL, func(w io.Writer) error { return r.make(w, m) }}
	}
	return files
}

// make writes a made file.
func (r *Renderer) make(w io.Writer, m *plan.Made) error {
	switch m.Kind {
	case plan.MadeJSON:
		return opendata.JSON(w, m.Table, r.graph, r.views.Base)
	case plan.MadeCSV:
		return opendata.CSV(w, m.Table, r.graph, r.views.Base)
	case plan.MadeSchema:
		return opendata.Schema(w, m.Table, r.describe(m.Table))
	case plan.MadeMetadata:
		return opendata.Metadata(w, r.describe, r.publication())
	case plan.MadeGeoJSON:
		return opendata.GeoJSON(w, r.graph, r.views.Base)
	case plan.MadeCatalogue:
		return opendata.Catalogue(w, r.publication())
	}
	buffer, _ := r.buffers.Get().(*[]byte)
	if buffer == nil {
		buffer = new([]byte)
	}
	defer r.buffers.Put(buffer)
	var err error
	if *buffer, err = r.append((*buffer)[:0], m); err != nil {
		return err
	}
	_, err = w.Write(*buffer)
	return err
}

// append appends a made file that package opendata does not write.
func (r *Renderer) append(b []byte, m *plan.Made) ([]byte, error) {
	switch m.Kind {
	case plan.MadeFeed:
		return r.appendFeed(b, m)
	case plan.MadeSearchIndex:
		return r.appendSearchIndex(b), nil
	case plan.MadeSearchWords:
		return appendWords(b, r.wordIndex()[m.Part]), nil
	case plan.MadeSearchBlock:
		return r.appendSearchBlock(b, m.Part), nil
	case plan.MadeSitemap:
		return r.appendSitemap(b, m.Pages), nil
	case plan.MadeSitemapList:
		return r.appendSitemapList(b), nil
	case plan.MadeFavicon:
		return r.appendFavicon(b), nil
	case plan.MadeRobots:
		return r.appendRobots(b), nil
	case plan.MadeSecurity:
		return r.appendSecurityContact(b), nil
	case plan.MadeRedirects:
		return r.appendRedirects(b), nil
	default:
		return b, fmt.Errorf("no file of kind %d can be made", m.Kind)
	}
}

// appendFavicon appends the picture of the site, when the theme has one.
func (r *Renderer) appendFavicon(b []byte) []byte {
	for _, a := range r.theme.Assets() {
		if a.Name == view.IconName {
			b = append(b, a.Data...)
		}
	}
	return b
}
