package city

import (
	"cmp"
	"strconv"
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

// MonthsUntil returns how many whole months lie between the day and a later one.
func (d Day) MonthsUntil(e Day) int {
	n := (e.Year-d.Year)*12 + e.Month - d.Month
	if n > 0 && d.AddMonths(n).After(e) {
		n--
	}
	return max(n, 0)
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
