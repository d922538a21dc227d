package city

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"wijkvisie/internal/source"
)

// Day is a day of the calendar. The zero Day is none.
type Day struct {
	Year, Month, Day int
}

// DayIn returns a day of a year and a month.
func DayIn(year, month, day int) Day { return Day{year, month, day} }

// ParseDay reads a day written as 2011-05-19.
func ParseDay(s string) (Day, bool) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() == 0 {
		return Day{}, false
	}
	return DayOf(t), true
}

// DayOf returns the day of t in its own time zone.
func DayOf(t time.Time) Day {
	year, month, day := t.Date()
	return Day{year, int(month), day}
}

// YearMonth returns the year and the month that the day lies in.
func (d Day) YearMonth() (year, month int) { return d.Year, d.Month }

// IsZero reports whether d is no day.
func (d Day) IsZero() bool { return d.Year == 0 }

// Compare orders days in time: negative when d is before e.
func (d Day) Compare(e Day) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Before reports whether d is earlier than e.
func (d Day) Before(e Day) bool { return d.Compare(e) < 0 }

// After reports whether d is later than e.
func (d Day) After(e Day) bool { return d.Compare(e) > 0 }

// AddDays returns the day some days later.
func (d Day) AddDays(n int) Day { return DayOf(d.Time().AddDate(0, 0, n)) }

// AddMonths returns the same day n months later; when that month is too short,
// its last day: a month after 31 January is 28 February.
func (d Day) AddMonths(n int) Day {
	m := d.Year*12 + d.Month - 1 + n
	year, month := m/12, m%12+1
	return Day{year, month, min(d.Day, lastDay(year, month))}
}

// Time returns midnight of the day in UTC.
func (d Day) Time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// String returns the day as 2011-05-19, the empty text for the zero Day.
func (d Day) String() string { return string(d.Append(make([]byte, 0, len("2011-05-19")))) }

// Append appends what String returns.
func (d Day) Append(dst []byte) []byte {
	if d.IsZero() {
		return dst
	}
	dst = appendTwo(append(appendYear(dst, d.Year), '-'), d.Month)
	return appendTwo(append(dst, '-'), d.Day)
}

// lastDay returns how many days a month has.
func lastDay(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// Date is a day as the author wrote it.
type Date struct {
	Day
	Pos source.Pos
}

// Precision is how exactly a planned date is known.
type Precision int

// The precisions, from none to fine.
const (
	Unplanned   Precision = iota // nothing was written
	UnknownDate                  // onbekend
	ByYear                       // 2011
	ByQuarter                    // 2011-Q3
	ByMonth                      // 2011-10
	ByDay                        // 2011-10-14
)

// Unknown is how an author writes that a date is not known.
const Unknown = "onbekend"

// PlannedDate is a date in the future, as coarse as the author wrote it.
type PlannedDate struct {
	Precision Precision
	Year      int
	Part      int // the quarter or the month
	Day       int // of the month
	Pos       source.Pos
}

// ParsePlanned reads a planned date: 2011-05-19, 2011-10, 2011-Q3, 2011 or onbekend.
func ParsePlanned(s string) (PlannedDate, bool) {
	if s == Unknown {
		return PlannedDate{Precision: UnknownDate}, true
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

// Known reports whether the date names a time at all.
func (p PlannedDate) Known() bool { return p.Precision > UnknownDate }

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

// String returns the period as in URLs and content: 2011-2014, or 2011-2011 of one year.
func (p Period) String() string { return string(p.Append(make([]byte, 0, len("2011-2014")))) }

// Append appends what String returns.
func (p Period) Append(dst []byte) []byte {
	if p.IsZero() {
		return dst
	}
	return appendYear(append(appendYear(dst, p.First), '-'), p.Last)
}

// appendYear appends a year in four digits.
func appendYear(dst []byte, year int) []byte {
	for least := 1000; least > 1 && year < least; least /= 10 {
		dst = append(dst, '0')
	}
	return strconv.AppendInt(dst, int64(year), 10)
}

// appendTwo appends a month or a day of the month in two digits.
func appendTwo(dst []byte, n int) []byte { return append(dst, byte('0'+n/10), byte('0'+n%10)) }

func parseYear(s string) (int, bool) {
	if len(s) != 4 {
		return 0, false
	}
	y := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		y = y*10 + int(c-'0')
	}
	return y, y > 0
}
