package opendata

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

// cells is a table that is being written, in one of its forms. A large municipality has
// millions of cells: each is written where it goes at once, and no value and no row is
// made for it (BenchmarkMade of package render).
type cells interface {
	begin()     // a row
	end() error // of the row

	none() // nothing was written
	text(s string)
	number(n int)
	truth(b bool)
	pair(a, b float64)
	buurten(list []*city.Buurt)

	// A list of texts.
	open()
	item(s string)
	close()

	// A text that is put together: it is appended to what compose returns, and given
	// back to composed.
	compose() []byte
	composed(b []byte)
}

// row is a row that is being written: a cell for each column, in order.
type row struct{ to cells }

// each writes a row for each item of a list.
func each[T any](r row, list []T, write func(row, T)) error {
	for _, item := range list {
		r.to.begin()
		write(r, item)
		if err := r.to.end(); err != nil {
			return err
		}
	}
	return nil
}

func (r row) none() row {
	r.to.none()
	return r
}

func (r row) string(s string) row {
	r.to.text(s)
	return r
}

// text writes what was written, if anything was.
func (r row) text(t source.Text) row {
	if t.IsZero() {
		return r.none()
	}
	return r.string(t.Value)
}

func (r row) truth(b bool) row {
	r.to.truth(b)
	return r
}

// positive writes a number that counts from 1, nothing when none was written.
func (r row) positive(n int) row {
	if n <= 0 {
		return r.none()
	}
	return r.amount(n)
}

// amount writes a number that may be 0, nothing when none was written.
func (r row) amount(n int) row {
	if n < 0 {
		return r.none()
	}
	r.to.number(n)
	return r
}

func (r row) day(d city.Day) row {
	if d.IsZero() {
		return r.none()
	}
	r.to.composed(d.Append(r.to.compose()))
	return r
}

func (r row) planned(p city.PlannedDate) row {
	if p.IsZero() {
		return r.none()
	}
	r.to.composed(p.Append(r.to.compose()))
	return r
}

// period writes a period as authors write it: 2011-2014, or 2011.
func (r row) period(p city.Period) row {
	if p.IsZero() {
		return r.none()
	}
	b := r.to.compose()
	from := len(b)
	if b = p.Append(b); p.First == p.Last {
		b = b[:from+len("2011")]
	}
	r.to.composed(b)
	return r
}

// address writes where a page is: below a path, if the site is.
func address[T any](r row, base string, of T, url func([]byte, T) []byte) {
	r.to.composed(url(append(r.to.compose(), base...), of))
}

// tile writes the place of a wijk on the map of tiles.
func (r row) tile(t [2]int) row {
	if t == [2]int{} {
		return r.none()
	}
	r.to.pair(float64(t[0]), float64(t[1]))
	return r
}

func (r row) point(p *city.Point) row {
	if p == nil {
		return r.none()
	}
	r.to.pair(p.Lon, p.Lat)
	return r
}

func (r row) buurten(list []*city.Buurt) row {
	r.to.buurten(list)
	return r
}

// list writes what the items of a list are called.
func list[T any](r row, items []T, name func(T) string) row {
	r.to.open()
	for _, item := range items {
		r.to.item(name(item))
	}
	r.to.close()
	return r
}

func (r row) strings(items []string) row {
	return list(r, items, func(s string) string { return s })
}

func (r row) texts(items []source.Text) row {
	return list(r, items, func(t source.Text) string { return t.Value })
}

func (r row) areas(items []*city.Buurt) row {
	return list(r, items, func(b *city.Buurt) string { return b.ID.Value })
}

func (r row) asked(items []*relate.Appearance) row {
	return list(r, items, func(a *relate.Appearance) string { return a.Of.ID })
}

func (r row) needs(items []*relate.Need) row {
	return list(r, items, func(n *relate.Need) string { return n.ID })
}

func (r row) wijken(items []*relate.Wijk) row {
	return list(r, items, func(w *relate.Wijk) string { return w.ID })
}

func (r row) commitments(items []*relate.Commitment) row {
	return list(r, items, func(c *relate.Commitment) string { return c.ID.Value })
}

// current writes the vision that a wijk has now, if it has one.
func (r row) current(w *relate.Wijk) row {
	if w.Current == nil {
		return r.none()
	}
	return r.string(w.Current.ID)
}

func (r row) theme(t *relate.Theme) row {
	if t == nil {
		return r.none()
	}
	return r.string(t.ID.Value)
}

// department writes whose a programme is, if that is known.
func (r row) department(p *relate.Programme) row {
	if p.Department == nil {
		return r.none()
	}
	return r.string(p.Department.ID)
}
