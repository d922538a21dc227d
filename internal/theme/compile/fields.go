package compile

import "reflect"

// typeInfo is what is known of a type. Package reflect searches all embedded structs
// for every name anew.
type typeInfo struct {
	fields   []field
	embedded []int // the indexes of the fields that are embedded
}

type field struct {
	name     string
	exported bool
	typ      reflect.Type
	offset   uintptr
}

func (p *Pages) typeInfo(t reflect.Type) *typeInfo {
	if info := p.types[t]; info != nil {
		return info
	}
	info := new(typeInfo)
	if t.Kind() == reflect.Struct {
		info.fields = make([]field, t.NumField())
		for i := range info.fields {
			f := t.Field(i)
			info.fields[i] = field{f.Name, f.IsExported(), f.Type, f.Offset}
			if f.Anonymous {
				info.embedded = append(info.embedded, i)
			}
		}
	}
	p.types[t] = info
	return info
}

// hasMethod reports whether text/template would find a method of that name, which
// it prefers to a field. There is none when the type itself, not a struct that is
// embedded in it, has a field of that name.
func (p *Pages) hasMethod(t reflect.Type, name string) bool {
	if p.typeInfo(t).own(name) >= 0 {
		return false
	}
	if t.Kind() != reflect.Pointer && t.Kind() != reflect.Interface {
		t = reflect.PointerTo(t) // it has the methods of both
	}
	_, ok := t.MethodByName(name)
	return ok
}

// own returns the index of the field of that name; -1 when the type itself has none.
func (info *typeInfo) own(name string) int {
	for i := range info.fields {
		if info.fields[i].name == name {
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
		info := p.typeInfo(t)
		i := info.toward(t, name)
		if i < 0 {
			return expr{}, false
		}
		f := &info.fields[i]
		e = expr{typ: f.typ, path: e.path.to(f.offset, byPointer)}
		if f.name == name {
			return e, f.exported
		}
	}
	return expr{}, false
}

// toward returns the index of the field of that name, or else of the embedded struct
// that has it; -1 when there is none.
func (info *typeInfo) toward(t reflect.Type, name string) int {
	if i := info.own(name); i >= 0 {
		return i
	}
	switch len(info.embedded) {
	case 0:
		return -1
	case 1:
		return info.embedded[0]
	}
	if f, ok := t.FieldByName(name); ok { // by the rules of Go for several that have it
		return f.Index[0]
	}
	return -1
}
