package packed_test

import (
	"encoding/binary"
	"math"
	"slices"
	"testing"

	"wijkvisie/internal/packed"
)

func TestWhatWasAppendedIsRead(t *testing.T) {
	b := packed.AppendNumber(nil, 0)
	b = packed.AppendNumber(b, 1<<40)
	b = packed.AppendText(b, "tekst")
	b = packed.AppendText(b, []byte{})
	b = append(b, 7)
	b = packed.AppendNumber(b, 2)
	b = append(b, "abcd"...)
	r := packed.Read(b)
	if n, m := r.Number(), r.Number(); n != 0 || m != 1<<40 {
		t.Errorf("numbers are %d and %d", n, m)
	}
	if a, b, c := r.Text(), r.Text(), r.Byte(); a != "tekst" || b != "" || c != 7 {
		t.Errorf("read %q, %q and %d", a, b, c)
	}
	if n := r.Count(2); n != 2 || !r.More() || r.Done() {
		t.Errorf("%d things of two bytes, done: %t", n, r.Done())
	}
	if s := r.Bytes(4); string(s) != "abcd" || r.More() || !r.Done() {
		t.Errorf("%q, done: %t", s, r.Done())
	}
}

func TestTextsThatBeginAlikeAreRead(t *testing.T) {
	texts := []string{"", "wijken", "wijken/oost", "wijken/west", "wijken/west", "w", "", "media"}
	var b []byte
	before := ""
	for _, text := range texts {
		b = packed.AppendAfter(b, before, text)
		before = text
	}
	r, read := packed.Read(b), packed.NewTexts(8) // they are more: it grows
	var got []string
	for range texts {
		got = append(got, read.Next(r))
	}
	if !slices.Equal(got, texts) || !r.Done() {
		t.Errorf("read %q, done: %t", got, r.Done())
	}
	r = packed.Read(packed.AppendText(packed.AppendNumber(nil, 3), "x"))
	if text := packed.NewTexts(0).Next(r); text != "" || r.Done() {
		t.Errorf("%q begins with a text that is not there", text)
	}
}

func TestEveryNumberIsRead(t *testing.T) {
	for _, n := range []int64{0, 1, -1, 63, -64, 64, math.MaxInt64, math.MinInt64} {
		r := packed.Read(binary.AppendUvarint(binary.AppendVarint(nil, n), uint64(n)))
		if got, same := r.Signed(), r.Unsigned(); got != n || same != uint64(n) || !r.Done() {
			t.Errorf("%d is read as %d and %d", n, got, same)
		}
	}
}

func TestWhatIsNotThereIsNoticed(t *testing.T) {
	for name, read := range map[string]func(r *packed.Reader){
		"no number":             func(r *packed.Reader) { r.Bytes(3); r.Number() },
		"an endless number":     func(r *packed.Reader) { r.Number() },
		"too many":              func(r *packed.Reader) { r.Bytes(2); r.Count(1) },
		"too many bytes":        func(r *packed.Reader) { r.Bytes(4) },
		"no number of any size": func(r *packed.Reader) { r.Bytes(3); r.Unsigned() },
		"a number too large":    func(r *packed.Reader) { r.Signed() },
		"fewer than none":       func(r *packed.Reader) { r.Bytes(-1) },
		"something left":        func(r *packed.Reader) { r.Byte() },
	} {
		data := []byte{1, 2, 3}
		if name == "an endless number" || name == "a number too large" {
			data = []byte{0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 1}
		}
		r := packed.Read(data)
		read(r)
		if r.Done() {
			t.Errorf("%s: nobody noticed", name)
		}
	}
}

func FuzzReader(f *testing.F) {
	f.Add(packed.AppendText(packed.AppendNumber(nil, 300), "tekst"), []byte{0, 1, 2, 3, 4})
	f.Fuzz(func(t *testing.T, data, calls []byte) {
		r := packed.Read(data)
		for _, c := range calls {
			switch c % 7 {
			case 5:
				r.Signed()
			case 6:
				packed.NewTexts(0).Next(r)
			case 0:
				if r.Number() < 0 {
					t.Error("a number below 0")
				}
			case 1:
				if n := r.Count(int(c) + 1); n*(int(c)+1) > len(data) {
					t.Errorf("%d things of %d bytes in %d bytes", n, int(c)+1, len(data))
				}
			case 2:
				r.Text()
			case 3:
				r.Bytes(int(c))
			default:
				r.Byte()
			}
		}
	})
}
