package city

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
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
			if body := got.Common().Body; body == nil || !body.IsOutline() || want.Common().Body.IsOutline() {
				t.Error("the body is no outline")
			}
			if !bytes.Equal(markdown.AppendOutline(nil, got.Common().Body), markdown.AppendOutline(nil, want.Common().Body)) {
				t.Error("the outline of the body is another")
			}
			got.Common().Body, want.Common().Body = nil, nil
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

// A place that no file has would be looked up in one.
func TestAPlaceThatCannotBeIsNotRead(t *testing.T) {
	const large = math.MaxInt64
	for _, at := range []struct{ length, start int64 }{
		{0, -2}, {0, math.MaxInt32 + 1}, {0, large}, {math.MaxInt32, 1}, {large - 1, 0}, {large - 1, large}, {large - 1, math.MinInt64},
	} {
		for last := range int32(2) {
			r := packed.Read(binary.AppendVarint(packed.AppendNumber(nil, int(at.length+1)), at.start))
			p := packer{r: r, file: source.NewFile("a.md", nil), places: true, last: last}
			var got source.Pos
			if p.pos(&got); r.Done() || !got.IsZero() {
				t.Errorf("%d bytes, %d after %d: read as %d up to %d", at.length, at.start, last, got.Start, got.End)
			}
		}
	}
}

// With more bytes to an item, a list that is right would be refused; with fewer, damage
// could ask for more room than it needs.
func TestAListAsksForNoMoreThanCanBeThere(t *testing.T) {
	need, commitment, progress := NewNeed(source.Pos{}), NewCommitment(source.Pos{}), NewProgress()
	checkLeast(t, leastBuurt, new(Buurt), (*Buurt).pack)
	checkLeast(t, leastNeed, &need, (*Need).pack)
	checkLeast(t, leastJudgement, new(Judgement), (*Judgement).pack)
	checkLeast(t, leastCommitment, &commitment, (*Commitment).pack)
	checkLeast(t, leastProgress, &progress, (*Progress).pack)
	checkLeast(t, leastAnswer, new(Answer), (*Answer).pack)
	checkLeast(t, leastText, new(source.Text), func(text *source.Text, p *packer) { p.text(text) })
}

func checkLeast[T any](t *testing.T, least int, nothing *T, pack func(*T, *packer)) {
	t.Helper()
	p := packer{places: true}
	if pack(nothing, &p); len(p.b) != least {
		t.Errorf("%T: nothing takes %d bytes, not %d", *nothing, len(p.b), least)
	}
	list := []*T{nothing, nothing, nothing}
	p.b = nil
	items(&p, &list, least, pack)
	whole := p.b
	for _, missing := range []int{0, 1} {
		var got []*T
		r := packed.Read(whole[:len(whole)-missing])
		items(&packer{r: r, places: true}, &got, least, pack)
		if want := 3 - 3*missing; len(got) != want || r.Done() != (missing == 0) {
			t.Errorf("%T: of three less %d bytes there are %d, want %d", *nothing, missing, len(got), want)
		}
	}
}

// Filled returns a record of each kind with everything in it, packed, and an empty one.
func Filled() [][]byte {
	var all [][]byte
	for _, empty := range kinds() {
		one := empty()
		(&filler{file: source.NewFile("a/b.md", []byte(packedBody))}).fill("", reflect.ValueOf(one).Elem())
		all = append(all, AppendRecord(nil, one), AppendRecord(nil, empty()))
	}
	return all
}
