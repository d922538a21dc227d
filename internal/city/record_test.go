package city_test

import (
	"bytes"
	"io/fs"
	"iter"
	"os"
	"reflect"
	"strings"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/contenttest"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/packed"
	"wijkvisie/internal/sample"
	"wijkvisie/internal/source"
)

// example yields the files of the example content.
func example(t testing.TB) iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		content := os.DirFS("../../content")
		err := fs.WalkDir(content, ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".md") {
				return err
			}
			data, err := fs.ReadFile(content, path)
			if err == nil && !yield(path, string(data)) {
				return fs.SkipAll
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// one is a record, what it has in common with all, and an empty one of its kind.
type one struct {
	city.Packable
	record *city.Record
	empty  func() (city.Packable, *city.Record)
}

func ones(c *city.City) []one {
	var all []one
	for _, w := range c.Wijken {
		all = append(all, one{w, &w.Record, func() (city.Packable, *city.Record) { w := new(city.Wijk); return w, &w.Record }})
	}
	for _, v := range c.Visions {
		all = append(all, one{v, &v.Record, func() (city.Packable, *city.Record) { v := new(city.Vision); return v, &v.Record }})
	}
	for _, d := range c.Departments {
		all = append(all, one{d, &d.Record, func() (city.Packable, *city.Record) { d := new(city.Department); return d, &d.Record }})
	}
	for _, p := range c.Programmes {
		all = append(all, one{p, &p.Record, func() (city.Packable, *city.Record) { p := new(city.Programme); return p, &p.Record }})
	}
	for _, p := range c.Pages {
		all = append(all, one{p, &p.Record, func() (city.Packable, *city.Record) { p := new(city.Page); return p, &p.Record }})
	}
	return all
}

// Every place in a record is one of its own file, which is why no file is packed: a place
// in another would not come back as it was.
func TestRecordsComeBackAsTheyWere(t *testing.T) {
	for name, files := range map[string]iter.Seq2[string, string]{"the example": example(t), "the sample": sample.Files(10)} {
		t.Run(name, func(t *testing.T) {
			all := ones(contenttest.ParseAll(files).City)
			if len(all) < 30 {
				t.Fatalf("%d records", len(all))
			}
			for _, want := range all {
				path := want.record.File.Path
				packing := city.AppendRecord(nil, want)
				got, record := want.empty()
				r := packed.Read(packing)
				if city.ReadRecord(r, want.record.File, got); !r.Done() {
					t.Fatalf("%s: what was appended is not all there, or more", path)
				}
				if !bytes.Equal(city.AppendRecord(nil, got), packing) {
					t.Errorf("%s is packed in another way after it was read", path)
				}
				checkOutline(t, path, record.Body, want.record.Body)
				record.Body, want.record.Body = nil, nil
				if !reflect.DeepEqual(got, want.Packable) {
					t.Errorf("%s: read\n%+v\nappended\n%+v", path, got, want.Packable)
				}
			}
		})
	}
}

func checkOutline(t *testing.T, path string, got, want *markdown.Document) {
	t.Helper()
	if !got.IsOutline() || want.IsOutline() || got.Pos != want.Pos ||
		!same(got.Headings, want.Headings) || !same(got.Links, want.Links) || !same(got.Images, want.Images) {
		t.Errorf("%s: the outline of the body is another", path)
	}
}

// same tells whether two lists hold the same; one may be none and the other empty.
func same[T any](a, b []T) bool { return len(a)+len(b) == 0 || reflect.DeepEqual(a, b) }

// FuzzReadRecord checks that anything can be read without harm, and that what is read
// without a complaint has places that a file can have, and can be packed and read again.
func FuzzReadRecord(f *testing.F) {
	file := source.NewFile("a/b.md", nil)
	kinds := make(map[reflect.Type]func() (city.Packable, *city.Record))
	for _, one := range ones(contenttest.ParseAll(example(f)).City) {
		f.Add(city.AppendRecord(nil, one))
		kinds[reflect.TypeOf(one.Packable)] = one.empty
	}
	for _, packing := range city.Filled() {
		f.Add(packing)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, empty := range kinds {
			got, record := empty()
			r := packed.Read(data)
			if city.ReadRecord(r, file, got); !r.Done() {
				continue
			}
			if record.File != file {
				t.Errorf("%T: no file", got)
			}
			checkPlaces(t, file, reflect.ValueOf(got))
			packing := city.AppendRecord(nil, got)
			again, _ := empty()
			r = packed.Read(packing)
			if city.ReadRecord(r, file, again); !r.Done() || !bytes.Equal(city.AppendRecord(nil, again), packing) {
				t.Errorf("%T: %+v\nis read again as\n%+v", got, got, again)
			}
		}
	})
}

// checkPlaces checks every place in a record.
func checkPlaces(t *testing.T, file *source.File, v reflect.Value) {
	if !v.CanInterface() || v.Type() == reflect.TypeFor[*source.File]() {
		return
	}
	if at, ok := v.Interface().(source.Pos); ok {
		if at != (source.Pos{}) && (at.File != file || at.Start < 0 || at.End < at.Start) {
			t.Errorf("there can be no place from %d up to %d", at.Start, at.End)
		}
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			checkPlaces(t, file, v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			checkPlaces(t, file, v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			checkPlaces(t, file, v.Index(i))
		}
	}
}

// BenchmarkAppendRecord packs a vision of twelve needs and the programme of a year.
func BenchmarkAppendRecord(b *testing.B) {
	for name, of := range ofSample(b) {
		b.Run(name, func(b *testing.B) {
			room := city.AppendRecord(nil, of)
			b.SetBytes(int64(len(room)))
			b.ReportAllocs()
			for b.Loop() {
				room = city.AppendRecord(room[:0], of)
			}
		})
	}
}

// BenchmarkReadRecord reads them.
func BenchmarkReadRecord(b *testing.B) {
	for name, of := range ofSample(b) {
		b.Run(name, func(b *testing.B) {
			packing := city.AppendRecord(nil, of)
			b.SetBytes(int64(len(packing)))
			b.ReportAllocs()
			for b.Loop() {
				into, _ := of.empty()
				city.ReadRecord(packed.Read(packing), of.record.File, into)
			}
		})
	}
}

func ofSample(b *testing.B) map[string]one {
	c := contenttest.ParseAll(sample.Files(10)).City
	return map[string]one{
		"vision":    ones(&city.City{Visions: c.Visions[:1]})[0],
		"programme": ones(&city.City{Programmes: c.Programmes[:1]})[0],
	}
}
