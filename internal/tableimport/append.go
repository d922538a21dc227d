package tableimport

import (
	"maps"
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/edit"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// appendProgress adds entries to the voortgang of commitments of a programme, by the ids of
// these, and returns the file. The error is one of package edit.
func appendProgress(f *source.File, added map[string][]*city.ProgressEntry) ([]byte, error) {
	d, err := edit.Open(f)
	if err != nil {
		return nil, err
	}
	for _, id := range slices.Sorted(maps.Keys(added)) {
		var items []*tree.Node
		for _, e := range added[id] {
			items = append(items, entryNode(e))
		}
		path := edit.Path{edit.Key("toezeggingen"), edit.Item(id), edit.Key("voortgang")}
		if err := d.Append(path, items...); err != nil {
			return nil, err
		}
	}
	return d.Bytes(), nil
}

// entryNode returns the mapping that an entry is in content.
func entryNode(p *city.ProgressEntry) *tree.Node {
	image := city.EvidenceImage{}
	if p.Image != nil {
		image = *p.Image
	}
	return edit.Group(
		"datum", p.Date.String(), "status", p.Status.Value, "gereed", p.Due.String(),
		"reden", p.Reason.Value, "tekst", p.Text.Value, "naar", p.To.Value,
		"bron", edit.Group("titel", p.Source.Title.Value, "url", p.Source.URL.Value),
		"beeld", edit.Group("bestand", image.File.Value, "alt", image.Alt.Value),
	)
}
