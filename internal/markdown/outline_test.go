package markdown

import (
	"bytes"
	"encoding/binary"
	"math"
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

// A place that no file has would be looked up in one.
func TestAPlaceThatCannotBeIsNotRead(t *testing.T) {
	f := source.NewFile("a.md", []byte("abc"))
	const large = math.MaxInt64
	for _, at := range []struct{ length, start int64 }{
		{0, -1}, {0, math.MaxInt32 + 1}, {0, large}, {math.MaxInt32, 1}, {large - 1, 0}, {large - 1, large}, {large - 1, math.MinInt64},
	} {
		packing := binary.AppendVarint(packed.AppendNumber(nil, int(at.length+1)), at.start)
		r := packed.Read(append(packing, 0, 0, 0)) // no headings, links and images
		if got := ReadOutline(r, f); r.Done() || !got.Pos.IsZero() {
			t.Errorf("%d bytes at %d: read as %d up to %d", at.length, at.start, got.Pos.Start, got.Pos.End)
		}
	}
	packing := binary.AppendVarint(packed.AppendNumber(nil, 1), math.MaxInt32)
	r := packed.Read(append(packing, 0, 0, 0))
	if got := ReadOutline(r, f); !r.Done() || got.Pos.Start != math.MaxInt32 || got.Pos.End != math.MaxInt32 {
		t.Errorf("the last place there can be was not read: %+v", got.Pos)
	}
}
