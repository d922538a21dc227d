package city

import (
	"bytes"
	"fmt"
	"reflect"
	"testing"

	"wijkvisie/internal/markdown"
	"wijkvisie/internal/packed"
	"wijkvisie/internal/source"
)

// filler fills things in, each field with something that no other has.
type filler struct {
	file *source.File
	n    int
	// seen is called for every value that is not made of others; it may be nil.
	seen func(path string, v reflect.Value)
}

func (f *filler) fill(path string, v reflect.Value) {
	f.n++
	leaf := true
	switch x := v.Addr().Interface().(type) {
	case *source.Pos:
		*x = f.file.Pos(f.n, f.n+7)
		return
	case **source.File:
		*x = f.file
		return
	case **markdown.Document:
		*x = markdown.Parse(f.file, f.file.Pos(0, len(f.file.Data)), markdown.Options{})
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprint("text ", f.n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int16:
		v.SetInt(int64(f.n))
	case reflect.Uint8:
		v.SetUint(uint64(1 + f.n%200))
	case reflect.Float64:
		v.SetFloat(float64(f.n) + 0.25)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(path, v.Elem())
		leaf = false
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(path+"."+v.Type().Field(i).Name, v.Field(i))
		}
		leaf = false
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			f.fill(fmt.Sprintf("%s[%d]", path, i), v.Index(i))
		}
		leaf = false
	case reflect.Array:
		for i := range v.Len() {
			f.fill(fmt.Sprintf("%s[%d]", path, i), v.Index(i))
		}
		leaf = false
	default:
		panic("nothing known of " + path)
	}
	if leaf && f.seen != nil {
		f.seen(path, v)
	}
}

const packedBody = "# Kop {#een}\n\nZie [hier](a.md \"titel\") en ![daar](b.jpg \"plaat\").\n\n# Kop {#een}\n"

func kinds() map[string]func() Packable {
	return map[string]func() Packable{
		"wijk":      func() Packable { return new(Wijk) },
		"vision":    func() Packable { return &Vision{} },
		"dienst":    func() Packable { return new(Department) },
		"programme": func() Packable { return new(Programme) },
		"page":      func() Packable { return new(Page) },
	}
}

// Whoever adds a field and does not pack it fails here.
func TestEverythingOfARecordIsPacked(t *testing.T) {
	for name, empty := range kinds() {
		t.Run(name, func(t *testing.T) {
			f := filler{file: source.NewFile("a/b.md", []byte(packedBody))}
			want := empty()
			f.fill(name, reflect.ValueOf(want).Elem())
			got := empty()
			r := packed.Read(AppendRecord(nil, want))
			ReadRecord(r, f.file, got)
			if !r.Done() {
				t.Fatal("what was appended is not all there, or more")
			}
			if body := got.record().Body; body == nil || !body.IsOutline() || want.record().Body.IsOutline() {
				t.Error("the body is no outline")
			}
			if !bytes.Equal(markdown.AppendOutline(nil, got.record().Body), markdown.AppendOutline(nil, want.record().Body)) {
				t.Error("the outline of the body is another")
			}
			got.record().Body, want.record().Body = nil, nil
			if !reflect.DeepEqual(got, want) {
				t.Errorf("read\n%+v\nappended\n%+v", got, want)
			}
		})
	}
}

// What most have none of is shared by all of them, after it is read too.
func TestWhatIsNotWrittenStaysShared(t *testing.T) {
	need, commitment, progress := NewNeed(source.Pos{}), NewCommitment(source.Pos{}), NewProgress()
	commitment.Progress = []*Progress{&progress}
	f := source.NewFile("a.md", nil)
	var v Vision
	ReadRecord(packed.Read(AppendRecord(nil, &Vision{Needs: []*Need{&need}})), f, &v)
	if len(v.Needs) != 1 || v.Needs[0].NeedDetails != &noNeedDetails {
		t.Error("a need has details of its own")
	}
	var p Programme
	ReadRecord(packed.Read(AppendRecord(nil, &Programme{Commitments: []*Commitment{&commitment}})), f, &p)
	if len(p.Commitments) != 1 || p.Commitments[0].CommitmentDetails != &noCommitmentDetails || p.Commitments[0].Progress[0].Change != &noChange {
		t.Error("a commitment has details of its own")
	}
	progress.Changed().Reason.Value = "reden"
	ReadRecord(packed.Read(AppendRecord(nil, &Programme{Commitments: []*Commitment{&commitment}})), f, &p)
	if p.Commitments[0].Progress[0].To != &nobody {
		t.Error("a change has somebody of its own who takes over")
	}
	if v.Body != nil || v.File != f {
		t.Error("a body was found, or no file")
	}
}

// With another value anywhere, the values are others; with another place they are not.
func TestValuesAreOfWhatWasWrittenAndNotWhere(t *testing.T) {
	head := func(q *Programme) []byte { return AppendProgrammeValues(nil, q) }
	checkValues(t, func(v *Vision) []byte { return AppendVisionValues(nil, v) })
	checkValues(t, func(n *Need) []byte { return AppendNeedValues(nil, n) })
	checkValues(t, func(c *Commitment) []byte { return AppendCommitmentValues(nil, c) })
	checkValues(t, func(a *Answer) []byte { return AppendAnswerValues(nil, a) })
	checkValues(t, head, "Commitments", "Answers")
}

func checkValues[T any](t *testing.T, values func(*T) []byte, without ...string) {
	t.Helper()
	make := func(seen func(path string, v reflect.Value)) *T {
		of := new(T)
		f := filler{file: source.NewFile("a/b.md", []byte(packedBody)), seen: seen}
		f.fill("", reflect.ValueOf(of).Elem())
		for _, name := range without {
			reflect.ValueOf(of).Elem().FieldByName(name).SetZero()
		}
		return of
	}
	var paths []string
	want := values(make(func(path string, _ reflect.Value) { paths = append(paths, path) }))
	for i, path := range paths {
		n := 0
		other := values(make(func(_ string, v reflect.Value) {
			if n == i {
				v.SetZero()
			}
			n++
		}))
		left := false
		for _, name := range without {
			left = left || bytes.HasPrefix([]byte(path), []byte("."+name))
		}
		if bytes.Equal(other, want) != left {
			t.Errorf("%T: without %s: the same values: %t, want %t", *new(T), path, !left, left)
		}
	}
	moved := new(T)
	f := filler{file: source.NewFile("c.md", []byte("Iets anders."))}
	f.fill("", reflect.ValueOf(moved).Elem())
	for _, name := range without {
		reflect.ValueOf(moved).Elem().FieldByName(name).SetZero()
	}
	if !bytes.Equal(values(moved), want) {
		t.Errorf("%T: elsewhere it has other values", *new(T))
	}
}

func FuzzReadRecord(f *testing.F) {
	file := source.NewFile("a/b.md", []byte(packedBody))
	for _, empty := range kinds() {
		one := empty()
		(&filler{file: file}).fill("", reflect.ValueOf(one).Elem())
		f.Add(AppendRecord(nil, one))
		f.Add(AppendRecord(nil, empty()))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, empty := range kinds() {
			got := empty()
			r := packed.Read(data)
			if ReadRecord(r, file, got); !r.Done() {
				continue
			}
			again := empty()
			ReadRecord(packed.Read(AppendRecord(nil, got)), file, again)
			if !bytes.Equal(AppendRecord(nil, again), AppendRecord(nil, got)) {
				t.Errorf("%T: %+v\nis read again as\n%+v", got, got, again)
			}
		}
	})
}
