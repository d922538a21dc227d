package city

import (
	"strings"

	"wijkvisie/internal/source"
)

// Period is a run of whole years, both included. The zero Period was not written.
type Period struct {
	First, Last int
	Pos         source.Pos
}

// ParsePeriod reads 2011-2014, also with an en dash or with spaces around it,
// or one year. A period that ends before it begins is none.
func ParsePeriod(s string) (Period, bool) {
	first, last, two := strings.Cut(strings.Replace(s, "–", "-", 1), "-")
	if !two {
		last = first
	}
	from, ok1 := parseYear(strings.TrimSpace(first))
	through, ok2 := parseYear(strings.TrimSpace(last))
	if !ok1 || !ok2 || through < from {
		return Period{}, false
	}
	return Period{First: from, Last: through}, true
}

// IsZero reports whether no period was written.
func (p Period) IsZero() bool { return p.First == 0 }

// Holds reports whether a day lies in the period.
func (p Period) Holds(d Day) bool { return p.First <= d.Year && d.Year <= p.Last }

// LastDay returns the last day of the period, none of the zero Period.
func (p Period) LastDay() Day {
	if p.IsZero() {
		return Day{}
	}
	return Day{p.Last, 12, 31}
}

// Over reports whether the period ended before a day.
func (p Period) Over(d Day) bool { return !p.IsZero() && p.Last < d.Year }

// String returns the period as in URLs and content: 2011-2014, or 2011-2011 of one year.
func (p Period) String() string { return string(p.Append(make([]byte, 0, len("2011-2014")))) }

// Append appends what String returns.
func (p Period) Append(dst []byte) []byte {
	if p.IsZero() {
		return dst
	}
	return appendYear(append(appendYear(dst, p.First), '-'), p.Last)
}

// Years returns a period as text, one year of a period of one year.
func (p Period) Years() string {
	if p.First == p.Last {
		return p.String()[:4]
	}
	return p.String()
}
