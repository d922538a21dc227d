package compile

import (
	"reflect"
	"unsafe"
)

// This file is the only one that reads memory by address. What makes that right:
//
//   - An address is of a value whose type was known when the template was
//     compiled: it is the view, which Append has copied after it compared the
//     types, or is reached from there by the offsets of fields, by pointers that
//     are not nil, and by the elements of slices within their length. All of
//     them are what package reflect says of the types.
//   - An address is an unsafe.Pointer at any time, never a number, so that the
//     garbage collector knows it and what it points to stays.
//   - Nothing is written through an address, and views do not change while they
//     are shown.
//
// Reading a field takes some 2 ns in this way, and 15 by package reflect
// (BenchmarkPage).

// address is where a value stands.
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

// length returns that of a slice: the header is the same for elements of any type.
func (a address) length() int { return len(*(*[]struct{})(a.to)) }

// elements returns the address of the first element of a slice.
func (a address) elements() address {
	return address{unsafe.Pointer(unsafe.SliceData(*(*[]struct{})(a.to)))}
}

// texts returns the value of a type that implements Texts.
func (a address) texts(t reflect.Type) Texts {
	return reflect.NewAt(t, a.to).Elem().Interface().(Texts)
}

// place is the way to a value: from a variable or from dot, by fields and
// pointers.
type place struct {
	slot  int       // of the variable; theDot
	first uintptr   // how far to go on from there
	rest  []uintptr // and each time, how far behind the pointer that was found
}

const theDot = -1

// find goes the way. A pointer on it that is nil ends the program.
func (p *place) find(m *machine, dot address) address {
	if p.slot != theDot {
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

// on goes on to a field of the struct at the place, or of the one that a pointer
// there points to.
func (p place) on(offset uintptr, byPointer bool) place {
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
