package markdown

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"unsafe"

	"wijkvisie/internal/packed"
	"wijkvisie/internal/source"
)

// notInOutline are the fields of a document that its outline has not.
var notInOutline = []string{"RawHTML", "Sections", "UnusedNotes", "html", "holes", "blocks", "notes", "whole", "notePrefix"}

// Whoever adds a field to a document, a heading, a link or an image fails here, and packs
// it or says above that the outline has it not.
func TestEveryFieldIsInTheOutlineOrSaidNotToBe(t *testing.T) {
	f := source.NewFile("a.md", []byte("abc"))
	want := new(Document)
	v := reflect.ValueOf(want).Elem()
	for i := range v.NumField() {
		if name := v.Type().Field(i).Name; !slices.Contains(notInOutline, name) {
			n := 100 * i
			fillField(f, &n, v.Field(i))
		}
	}
	r := packed.Read(AppendOutline(nil, want))
	got := ReadOutline(r, f)
	if !r.Done() || !reflect.DeepEqual(got, want) {
		t.Errorf("read\n%+v\nappended\n%+v", got, want)
	}
	for i := range want.Headings { // of two that are told apart by one bit each
		h := &want.Headings[i]
		h.Explicit, h.again = i == 0, i == 1
	}
	if got := ReadOutline(packed.Read(AppendOutline(nil, want)), f); !reflect.DeepEqual(got, want) {
		t.Errorf("read\n%+v\nappended\n%+v", got, want)
	}
}

// fillField fills a field in, each with something that no other has.
func fillField(f *source.File, n *int, v reflect.Value) {
	*n++
	v = reflect.NewAt(v.Type(), unsafe.Pointer(v.UnsafeAddr())).Elem() // one that is not exported too
	switch {
	case v.Type() == reflect.TypeFor[source.Pos]():
		v.Set(reflect.ValueOf(f.Pos(*n, *n+7)))
	case v.Kind() == reflect.String:
		v.SetString(fmt.Sprint("text ", *n))
	case v.Kind() == reflect.Bool:
		v.SetBool(true)
	case v.Kind() == reflect.Int:
		v.SetInt(int64(*n))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			fillField(f, n, v.Field(i))
		}
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fillField(f, n, v.Index(i))
		}
	default:
		panic("nothing known of " + v.Type().String())
	}
}
