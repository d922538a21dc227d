package city

import (
	"encoding/binary"
	"math"

	"wijkvisie/internal/markdown"
	"wijkvisie/internal/packed"
	"wijkvisie/internal/source"
)

// Records are packed so that a build can go on from those that the one before read,
// without parsing thousands of files that did not change. Each kind has one list of its
// fields, in pack_fields.go, which writes, reads and sums up: they cannot drift apart.

// Packable is a record that can be packed: a *Wijk, Vision, Department, Programme or Page.
type Packable interface {
	pack(p *packer)
	Common() *Record
}

// Common returns what a record has in common with those of other kinds.
func (r *Record) Common() *Record { return r }

// AppendRecord appends a record. Of its body it appends the outline; the words and the
// places of the file are to be found in the file itself.
func AppendRecord(b []byte, of Packable) []byte {
	p := packer{b: b, places: true}
	of.pack(&p)
	return p.b
}

// ReadRecord reads what AppendRecord appended of the record in a file, into an empty one
// of its kind. Texts are parts of the bytes that are read.
func ReadRecord(r *packed.Reader, f *source.File, into Packable) {
	into.Common().File = f
	into.pack(&packer{r: r, file: f, places: true})
}

// AppendVisionValues appends all that was written in the front matter of a vision, but
// where: with the same values, a vision shows the same wherever it is shown.
func AppendVisionValues(b []byte, v *Vision) []byte { return appendValues(b, v.pack) }

// AppendNeedValues appends that of a need in a vision.
func AppendNeedValues(b []byte, n *Need) []byte { return appendValues(b, n.pack) }

// AppendProgrammeValues appends that of a programme without its commitments and answers.
func AppendProgrammeValues(b []byte, q *Programme) []byte { return appendValues(b, q.packHead) }

// AppendCommitmentValues appends that of a commitment in a programme.
func AppendCommitmentValues(b []byte, c *Commitment) []byte { return appendValues(b, c.pack) }

// AppendAnswerValues appends that of an answer in a programme.
func AppendAnswerValues(b []byte, a *Answer) []byte { return appendValues(b, a.pack) }

func appendValues(b []byte, pack func(*packer)) []byte {
	p := packer{b: b}
	pack(&p)
	return p.b
}

// packer goes through fields, and appends them or reads them. What is appended is only
// read: others may be reading it too.
type packer struct {
	b      []byte
	r      *packed.Reader // nil when they are appended
	places bool           // else values alone
	file   *source.File   // of the places that are read
	last   int32          // where the last place began
}

func (p *packer) reads() bool { return p.r != nil }

func (p *packer) string(s *string) {
	if p.reads() {
		*s = p.r.Text()
	} else {
		p.b = packed.AppendText(p.b, *s)
	}
}

func (p *packer) int(n *int) {
	if p.reads() {
		*n = int(p.r.Signed())
	} else {
		p.b = binary.AppendVarint(p.b, int64(*n))
	}
}

func (p *packer) byte(n *byte) {
	if p.reads() {
		*n = p.r.Byte()
	} else {
		p.b = append(p.b, *n)
	}
}

func (p *packer) bool(yes *bool) {
	switch {
	case p.reads():
		*yes = p.r.Byte() != 0
	case *yes:
		p.b = append(p.b, 1)
	default:
		p.b = append(p.b, 0)
	}
}

// year is an int that is kept small.
func (p *packer) year(n *int16) {
	if p.reads() {
		*n = int16(p.r.Signed())
	} else {
		p.b = binary.AppendVarint(p.b, int64(*n))
	}
}

func (p *packer) float(f *float64) {
	if p.reads() {
		*f = math.Float64frombits(p.r.Unsigned())
	} else {
		p.b = binary.AppendUvarint(p.b, math.Float64bits(*f))
	}
}

// pos is nearly always just after the one before it.
func (p *packer) pos(at *source.Pos) {
	switch {
	case !p.places:
	case p.reads():
		n := p.r.Number()
		if n == 0 {
			*at = source.Pos{}
			return
		}
		start, length := int64(p.last)+p.r.Signed(), int64(n-1)
		if start < 0 || start > math.MaxInt32 || length > math.MaxInt32-start { // nor may their sum overflow
			p.r.Fail()
			return
		}
		*at = p.file.Pos(int(start), int(start+length))
		p.last = int32(start)
	case at.IsZero():
		p.b = append(p.b, 0)
	default:
		p.b = packed.AppendNumber(p.b, int(at.End-at.Start)+1)
		p.b = binary.AppendVarint(p.b, int64(at.Start-p.last))
		p.last = at.Start
	}
}

func (p *packer) text(t *source.Text) {
	p.string(&t.Value)
	p.pos(&t.Pos)
}

// count packs how long a list is. Each item has at least so many bytes, with its places:
// what is damaged may not ask for room that no list in it can fill.
func (p *packer) count(n, least int) int {
	if p.reads() {
		return p.r.Count(least)
	}
	p.b = packed.AppendNumber(p.b, n)
	return n
}

func (p *packer) texts(list *[]source.Text) {
	n := p.count(len(*list), leastText)
	if p.reads() && n > 0 {
		*list = make([]source.Text, n)
	}
	for i := range *list {
		p.text(&(*list)[i])
	}
}

// items packs a list. When it is read its items are made in one piece: there are many.
func items[T any](p *packer, list *[]*T, least int, pack func(*T, *packer)) {
	n := p.count(len(*list), least)
	if p.reads() && n > 0 {
		all := make([]T, n)
		*list = make([]*T, n)
		for i := range all {
			(*list)[i] = &all[i]
		}
	}
	for _, item := range *list {
		pack(item, p)
	}
}

func (p *packer) day(d *Day) {
	p.year(&d.Year)
	p.byte(&d.Month)
	p.byte(&d.Day)
}

func (p *packer) date(d *Date) {
	p.day(&d.Day)
	p.pos(&d.Pos)
}

func (p *packer) planned(d *PlannedDate) {
	p.year(&d.Year)
	p.byte((*byte)(&d.Precision))
	p.byte(&d.Part)
	p.byte(&d.DayOf)
	p.pos(&d.Pos)
}

func (p *packer) period(q *Period) {
	p.int(&q.First)
	p.int(&q.Last)
	p.pos(&q.Pos)
}

func (p *packer) contact(c *Contact) {
	p.text(&c.Name)
	p.text(&c.Email)
	p.text(&c.Phone)
	p.text(&c.URL)
}

func (p *packer) source(s *Source) {
	p.text(&s.Title)
	p.text(&s.URL)
}

// body packs the outline of a body.
func (p *packer) body(d **markdown.Document) {
	if !p.places {
		return
	}
	there := *d != nil
	p.bool(&there)
	switch {
	case !there:
	case p.reads():
		*d = markdown.ReadOutline(p.r, p.file)
	default:
		p.b = markdown.AppendOutline(p.b, *d)
	}
}
