package compile

import (
	"reflect"
	"unsafe"
)

// This is the only file that uses package unsafe. It is correct because:
//
//   - Every address is that of a value whose type was known when the template was
//     compiled. It is the address of the view, which Append has copied after it
//     compared the types; or it is reached from there by the offsets of fields, by
//     pointers that are not nil, and by the elements of slices within their length,
//     all as package reflect describes the types.
//   - An address is an unsafe.Pointer at any time, never an integer, so that the
//     garbage collector knows it and what it points to stays alive.
//   - Nothing is written through an address, and views do not change while they
//     are rendered.
//
// Reading a field takes some 2 ns in this way, and 15 by package reflect
// (BenchmarkPage).

// address is the address of a value.
type address struct{ to unsafe.Pointer }

// addressAt returns the address of what a pointer points to.
func addressAt(pointer reflect.Value) address { return address{pointer.UnsafePointer()} }

func addressOf[T string | int](v *T) address { return address{unsafe.Pointer(v)} }

// field returns the address of what begins so many bytes further.
func (a address) field(offset uintptr) address { return address{unsafe.Add(a.to, offset)} }

// pointed returns the address that a pointer holds, which may be nil.
func (a address) pointed() address { return address{*(*unsafe.Pointer)(a.to)} }

func (a address) isNil() bool { return a.to == nil }

func (a address) text() string { return *(*string)(a.to) } // of any type of kind String
func (a address) number() int  { return *(*int)(a.to) }
func (a address) flag() bool   { return *(*bool)(a.to) }

// length returns the length of a slice: the header is the same for elements of any type.
func (a address) length() int { return len(*(*[]struct{})(a.to)) }

// elements returns the address of the first element of a slice.
func (a address) elements() address {
	return address{unsafe.Pointer(unsafe.SliceData(*(*[]struct{})(a.to)))}
}

// texts returns the value of a type that implements Texts.
func (a address) texts(t reflect.Type) Texts {
	return reflect.NewAt(t, a.to).Elem().Interface().(Texts)
}

// path leads to a value from a variable or from dot, by fields and pointers.
type path struct {
	slot  int       // of the variable; dotSlot for dot
	first uintptr   // the offset from there
	rest  []uintptr // for each pointer on the path, the offset from what it points to
}

// dotSlot is the slot of a path that begins at dot.
const dotSlot = -1

// follow returns the address to which the path leads. A pointer on it that is nil
// stops the program.
func (p *path) follow(m *machine, dot address) address {
	if p.slot != dotSlot {
		dot = m.vars[m.base+p.slot]
	}
	dot = dot.field(p.first)
	for _, offset := range p.rest {
		if dot = dot.pointed(); dot.isNil() {
			panic(ErrStopped)
		}
		dot = dot.field(offset)
	}
	return dot
}

// to returns the path to a field of the struct that p leads to, or of the one that a
// pointer there points to.
func (p path) to(offset uintptr, byPointer bool) path {
	switch n := len(p.rest); {
	case byPointer:
		p.rest = append(p.rest[:n:n], offset)
	case n == 0:
		p.first += offset
	default:
		p.rest = append(p.rest[:n-1:n-1], p.rest[n-1]+offset)
	}
	return p
}
