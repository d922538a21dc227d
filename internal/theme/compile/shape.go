package compile

import (
	"reflect"
	"slices"
)

// shape is what a type has, looked up once: package reflect looks at all embedded
// structs for each name anew.
type shape struct {
	methods  []string // of the type, and those of a pointer to it, when they were asked for
	asked    bool
	fields   []field
	embedded []int // the fields that are
}

type field struct {
	name     string
	exported bool
	typ      reflect.Type
	offset   uintptr
}

func (p *Pages) shape(t reflect.Type) *shape {
	if sh := p.shapes[t]; sh != nil {
		return sh
	}
	sh := new(shape)
	if t.Kind() == reflect.Struct {
		sh.fields = make([]field, t.NumField())
		for i := range sh.fields {
			f := t.Field(i)
			sh.fields[i] = field{f.Name, f.IsExported(), f.Type, f.Offset}
			if f.Anonymous {
				sh.embedded = append(sh.embedded, i)
			}
		}
	}
	p.shapes[t] = sh
	return sh
}

func methodsOf(t reflect.Type) (names []string) {
	if t.Kind() != reflect.Pointer && t.Kind() != reflect.Interface {
		t = reflect.PointerTo(t) // it has the methods of both
	}
	for i := range t.NumMethod() {
		names = append(names, t.Method(i).Name)
	}
	return names
}

// hasMethod tells whether text/template would find a method of that name, which
// goes before a field. There is none when the type itself, not one embedded in it,
// has a field of that name.
func (p *Pages) hasMethod(t reflect.Type, name string) bool {
	sh := p.shape(t)
	if sh.own(name) >= 0 {
		return false
	}
	if !sh.asked {
		sh.methods, sh.asked = methodsOf(t), true
	}
	return slices.Contains(sh.methods, name)
}

// own returns the field of that name; -1 when the type itself has none.
func (sh *shape) own(name string) int {
	for i := range sh.fields {
		if sh.fields[i].name == name {
			return i
		}
	}
	return -1
}

// maxEmbedded is how deep structs may be embedded in each other.
const maxEmbedded = 10

// field compiles a field of a struct, or of the one that a pointer points to.
func (p *Pages) field(e expr, name string) (expr, bool) {
	for range maxEmbedded {
		t, byPointer := e.typ, e.typ.Kind() == reflect.Pointer
		if byPointer {
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct {
			return expr{}, false
		}
		sh := p.shape(t)
		i := sh.toward(t, name)
		if i < 0 {
			return expr{}, false
		}
		f := &sh.fields[i]
		e = expr{typ: f.typ, at: e.at.on(f.offset, byPointer)}
		if f.name == name {
			return e, f.exported
		}
	}
	return expr{}, false
}

// toward returns the field of that name, or else the embedded one that has it.
func (sh *shape) toward(t reflect.Type, name string) int {
	if i := sh.own(name); i >= 0 {
		return i
	}
	switch len(sh.embedded) {
	case 0:
		return -1
	case 1:
		return sh.embedded[0]
	}
	if f, ok := t.FieldByName(name); ok { // it knows which goes first
		return f.Index[0]
	}
	return -1
}
