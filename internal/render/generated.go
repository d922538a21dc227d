package render

import (
	"fmt"
	"io"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/render/opendata"
	"wijkvisie/internal/render/view"
)

// GeneratedFiles returns the files that are made of the content and are no pages.
func (r *Renderer) GeneratedFiles() []File {
	generated := r.site.Generated()
	files := make([]File, len(generated))
	for i := range generated {
		m := &generated[i]
		files[i] = File{m.URL, func(w io.Writer) error { return r.writeGenerated(w, m) }}
	}
	return files
}

// writeGenerated writes a generated file.
func (r *Renderer) writeGenerated(w io.Writer, m *plan.GeneratedFile) error {
	switch m.Kind {
	case plan.GeneratedJSON:
		return r.writeMeasured(w, m, func(w io.Writer) error {
			return opendata.JSON(w, m.Table, r.graph, r.views.Origin+r.views.Base)
		})
	case plan.GeneratedCSV:
		return r.writeMeasured(w, m, func(w io.Writer) error {
			return opendata.CSV(w, m.Table, r.graph, r.views.Origin+r.views.Base)
		})
	case plan.GeneratedSchema:
		return opendata.Schema(w, m.Table, r.describe(m.Table))
	case plan.GeneratedMetadata:
		return opendata.Metadata(w, r.describe, r.publication())
	case plan.GeneratedGeoJSON:
		return r.writeMeasured(w, m, func(w io.Writer) error {
			return opendata.GeoJSON(w, r.graph, r.views.Origin+r.views.Base)
		})
	case plan.GeneratedCatalogue:
		return opendata.Catalogue(w, r.publication())
	case plan.GeneratedWorkbook:
		return opendata.Workbook(w, r.graph, r.views.Origin+r.views.Base, r.guide())
	}
	buffer, _ := r.buffers.Get().(*[]byte)
	if buffer == nil {
		buffer = new([]byte)
	}
	defer r.buffers.Put(buffer)
	var err error
	if *buffer, err = r.appendGenerated((*buffer)[:0], m); err != nil {
		return err
	}
	_, err = w.Write(*buffer)
	return err
}

// appendGenerated appends a generated file that package opendata does not write.
func (r *Renderer) appendGenerated(b []byte, m *plan.GeneratedFile) ([]byte, error) {
	switch m.Kind {
	case plan.GeneratedFeed:
		return r.appendFeed(b, m)
	case plan.GeneratedCalendar:
		return r.appendCalendar(b, m)
	case plan.GeneratedSearchIndex:
		return r.search().AppendHead(b), nil
	case plan.GeneratedSearchWords:
		return r.search().AppendWords(b, m.Part), nil
	case plan.GeneratedSearchBlock:
		return r.search().AppendBlock(b, m.Part), nil
	case plan.GeneratedSitemap:
		return r.appendSitemap(b, m.Pages), nil
	case plan.GeneratedSitemapList:
		return r.appendSitemapList(b), nil
	case plan.GeneratedFavicon:
		return r.appendFavicon(b), nil
	case plan.GeneratedRobots:
		return r.appendRobots(b), nil
	case plan.GeneratedSecurity:
		return r.appendSecurityContact(b), nil
	case plan.GeneratedRedirects:
		return r.appendRedirects(b), nil
	default:
		return b, fmt.Errorf("no file of kind %d can be made", m.Kind)
	}
}

// appendFavicon appends the picture of the site, when the theme has one.
func (r *Renderer) appendFavicon(b []byte) []byte {
	icon, _ := r.theme.Asset(view.IconName)
	return append(b, icon.Data...)
}
