package render

import (
	"crypto/sha256"
	"encoding/binary"

	"wijkvisie/internal/city"
	"wijkvisie/internal/packed"
	"wijkvisie/internal/relate"
)

// digester puts together what a digest is made of.
type digester struct{ b []byte }

// sum returns the digest of what was noted, and begins anew.
func (d *digester) sum() Digest {
	sum := sha256.Sum256(d.b)
	d.b = d.b[:0]
	return max(1, Digest(binary.LittleEndian.Uint64(sum[:])))
}

func (d *digester) text(s string) { d.b = packed.AppendText(d.b, s) }

func (d *digester) digest(of Digest) { d.b = binary.LittleEndian.AppendUint64(d.b, uint64(of)) }

func (d *digester) numbers(list ...int) {
	for _, n := range list {
		d.b = binary.AppendVarint(d.b, int64(n))
	}
}

func (d *digester) bools(list ...bool) {
	for _, yes := range list {
		if yes {
			d.b = append(d.b, 1)
		} else {
			d.b = append(d.b, 0)
		}
	}
}

func (d *digester) day(of city.Day) { d.numbers(int(of.Year), int(of.Month), int(of.Day)) }

func (d *digester) planned(p *city.PlannedDate) {
	d.numbers(int(p.Precision), int(p.Part), int(p.DayOf), int(p.Year))
}

func (d *digester) figures(f *relate.Figures) {
	d.numbers(f.Total)
	d.numbers(f.By[:]...)
}

func (d *digester) tally(t tally) {
	d.numbers(t.total, t.done, t.late)
	d.numbers(t.by[:]...)
}

// draft notes why a record is not published.
func (d *digester) draft(of relate.Draft) {
	d.bools(of.Concept)
	d.day(of.Embargo)
}
