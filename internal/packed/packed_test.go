package packed_test

import (
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

func TestWhatIsNotThereIsNoticed(t *testing.T) {
	for name, read := range map[string]func(r *packed.Reader){
		"no number":         func(r *packed.Reader) { r.Bytes(3); r.Number() },
		"an endless number": func(r *packed.Reader) { r.Number() },
		"too many":          func(r *packed.Reader) { r.Bytes(2); r.Count(1) },
		"too many bytes":    func(r *packed.Reader) { r.Bytes(4) },
		"fewer than none":   func(r *packed.Reader) { r.Bytes(-1) },
		"something left":    func(r *packed.Reader) { r.Byte() },
	} {
		data := []byte{1, 2, 3}
		if name == "an endless number" {
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
			switch c % 5 {
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
