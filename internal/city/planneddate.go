package city

import (
	"strconv"
	"strings"

	"wijkvisie/internal/source"
)

// Precision is how exactly a planned date is known.
type Precision int

// The precisions, from none to fine.
const (
	Unplanned   Precision = iota // nothing was written
	UnknownDate                  // onbekend
	OngoingDate                  // doorlopend
	ByYear                       // 2011
	ByQuarter                    // 2011-Q3
	ByMonth                      // 2011-10
	ByDay                        // 2011-10-14
)

// Unknown is how an author writes that a date is not known.
const Unknown = "onbekend"

// Ongoing is how an author writes that something goes on without an end.
const Ongoing = "doorlopend"

// PlannedDate is a date in the future, as coarse as the author wrote it.
type PlannedDate struct {
	Precision Precision
	Year      int
	Part      int // the quarter or the month
	Day       int // of the month
	Pos       source.Pos
}

// ParsePlanned reads a planned date: 2011-05-19, 2011-10, 2011-Q3, 2011, onbekend or
// doorlopend.
func ParsePlanned(s string) (PlannedDate, bool) {
	switch s {
	case Unknown:
		return PlannedDate{Precision: UnknownDate}, true
	case Ongoing:
		return PlannedDate{Precision: OngoingDate}, true
	}
	if d, ok := ParseDay(s); ok {
		return PlannedDate{Precision: ByDay, Year: d.Year, Part: d.Month, Day: d.Day}, true
	}
	written, rest, coarse := strings.Cut(s, "-")
	year, ok := parseYear(written)
	if !ok {
		return PlannedDate{}, false
	}
	switch {
	case !coarse:
		return PlannedDate{Precision: ByYear, Year: year}, true
	case len(rest) == 2 && rest[0] == 'Q' && rest[1] >= '1' && rest[1] <= '4':
		return PlannedDate{Precision: ByQuarter, Year: year, Part: int(rest[1] - '0')}, true
	case len(rest) == 2:
		if m, err := strconv.Atoi(rest); err == nil && rest[0] != '+' && m >= 1 && m <= 12 {
			return PlannedDate{Precision: ByMonth, Year: year, Part: m}, true
		}
	}
	return PlannedDate{}, false
}

// IsZero reports whether no date was written. "onbekend" was written.
func (p PlannedDate) IsZero() bool { return p.Precision == Unplanned }

// Known reports whether the date names a time at all: neither onbekend nor doorlopend.
func (p PlannedDate) Known() bool { return p.Precision > OngoingDate }

// IsOngoing reports whether the date is doorlopend.
func (p PlannedDate) IsOngoing() bool { return p.Precision == OngoingDate }

// Passed reports whether the last day of the date is before a day. Dates that are not
// known never pass.
func (p PlannedDate) Passed(day Day) bool { return p.Known() && p.Last().Before(day) }

// Last returns the last day that the date allows; the zero Day when it is not known.
func (p PlannedDate) Last() Day {
	switch p.Precision {
	case ByYear:
		return Day{p.Year, 12, 31}
	case ByQuarter:
		return Day{p.Year, p.Part * 3, lastDay(p.Year, p.Part*3)}
	case ByMonth:
		return Day{p.Year, p.Part, lastDay(p.Year, p.Part)}
	case ByDay:
		return Day{p.Year, p.Part, p.Day}
	default:
		return Day{}
	}
}

// String returns the date as it is written in content, the empty text when
// nothing was written.
func (p PlannedDate) String() string {
	return string(p.Append(make([]byte, 0, len("2011-05-19"))))
}

// Append appends what String returns.
func (p PlannedDate) Append(dst []byte) []byte {
	switch p.Precision {
	case UnknownDate:
		return append(dst, Unknown...)
	case OngoingDate:
		return append(dst, Ongoing...)
	case ByYear:
		return appendYear(dst, p.Year)
	case ByQuarter:
		return append(appendYear(dst, p.Year), '-', 'Q', byte('0'+p.Part))
	case ByMonth:
		return appendTwo(append(appendYear(dst, p.Year), '-'), p.Part)
	case ByDay:
		return p.Last().Append(dst)
	default:
		return dst
	}
}
