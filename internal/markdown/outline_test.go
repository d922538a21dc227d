package markdown

import (
	"bytes"
	"testing"

	"wijkvisie/internal/packed"
	"wijkvisie/internal/source"
)

func TestAnOutlineHasAllThatIsAskedForElsewhere(t *testing.T) {
	for _, text := range []string{"", "\n", "Tekst.", "[a](b \"c\") ![d](e \"f\")\n\n# G {#h}\n\n## I\n\n# J {#h}\n"} {
		f := source.NewFile("a.md", []byte(text))
		d := Parse(f, f.Pos(0, len(text)), Options{})
		if d.IsOutline() {
			t.Errorf("%q: what was parsed is an outline", text)
		}
		packing := AppendOutline(nil, d)
		r := packed.Read(packing)
		got := ReadOutline(r, f)
		if !r.Done() || !got.IsOutline() {
			t.Errorf("%q: no outline was read", text)
		}
		if !bytes.Equal(AppendOutline(nil, got), packing) || got.Pos != d.Pos ||
			len(got.Headings) != len(d.Headings) || len(got.Links) != len(d.Links) || len(got.Images) != len(d.Images) {
			t.Errorf("%q: read %+v", text, got)
		}
		for i := range d.Headings {
			if got.Headings[i] != d.Headings[i] {
				t.Errorf("%q: heading %+v, want %+v", text, got.Headings[i], d.Headings[i])
			}
		}
		for i := range d.Links {
			if got.Links[i] != d.Links[i] {
				t.Errorf("%q: link %+v, want %+v", text, got.Links[i], d.Links[i])
			}
		}
		for i := range d.Images {
			if got.Images[i] != d.Images[i] {
				t.Errorf("%q: image %+v, want %+v", text, got.Images[i], d.Images[i])
			}
		}
	}
}
