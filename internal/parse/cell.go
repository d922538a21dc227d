package parse

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"wijkvisie/internal/city"
)

// fromSpreadsheet returns a cell as it is written in content, or the cell itself when that
// is not certain.
func (k *Key) fromSpreadsheet(cell string) string {
	switch {
	case k.Type == DayValue:
		if d, ok := dutchDay(cell); ok {
			return d
		}
	case k.Type == PlannedValue:
		if p, ok := dutchPlanned(cell); ok {
			return p
		}
	case len(k.Enum) > 0:
		if meant := slug(cell); slices.Contains(k.Enum, meant) {
			return meant
		}
	}
	return cell
}

var (
	// timeOfDay follows a date that a spreadsheet takes for a moment.
	timeOfDay = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`[T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2})?(\.0+)?$`)
	})
	// dayMonthYear is a day in numbers as people write it: 19-5-2011.
	dayMonthYear = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})$`)
	})
	// monthOfYear is what Excel makes of 2012-03: mrt-12.
	monthOfYear = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(\p{L}+)\.?[-' ]+([0-9]{2})$`)
	})
)

// dutchDay returns a day as it is written in content. Days in numbers are day, month, year;
// a year of two digits is not read.
func dutchDay(s string) (string, bool) {
	s = timeOfDay().ReplaceAllString(s, "")
	if _, ok := city.ParseDay(s); ok {
		return s, true
	}
	if m := dayMonthYear().FindStringSubmatch(s); m != nil {
		day, _ := atoi(m[1])
		month, _ := atoi(m[2])
		year, _ := atoi(m[3])
		d := existing(year, month, day)
		return d, d != ""
	}
	if !strings.ContainsFunc(s, unicode.IsLetter) || saysMore(s) {
		return "", false
	}
	year, month, day, ok := guessDay(s)
	d := city.DayIn(year, month, day).String()
	_, exists := city.ParseDay(d)
	return d, ok && exists
}

// DayOrders returns the days that a cell with three numbers can be: when the day comes first,
// and when the month does. Each is empty when there is no such day.
func DayOrders(cell string) (dayFirst, monthFirst string) {
	m := dayMonthYear().FindStringSubmatch(timeOfDay().ReplaceAllString(strings.TrimSpace(cell), ""))
	if m == nil {
		return "", ""
	}
	a, _ := atoi(m[1])
	b, _ := atoi(m[2])
	year, _ := atoi(m[3])
	return existing(year, b, a), existing(year, a, b)
}

// existing returns a day as it is written in content, empty when there is no such day.
func existing(year, month, day int) string {
	d := city.DayIn(year, month, day).String()
	if _, ok := city.ParseDay(d); !ok {
		return ""
	}
	return d
}

// serialDay returns the day of a number by which Excel counts days. Only those from 1982 up to
// 2118 are taken for one.
func serialDay(s string) (string, bool) {
	whole, _, _ := strings.Cut(strings.ReplaceAll(s, ",", "."), ".")
	if len(whole) != 5 || !allDigits(whole) {
		return "", false
	}
	n, _ := strconv.Atoi(whole)
	if n < 30000 || n >= 80000 {
		return "", false
	}
	return city.DayIn(1899, 12, 30).AddDays(n).String(), true
}

// shortYear returns the day of a text that ends in a year of two digits: 1-3-25, 1-mrt-25.
func shortYear(s string) (string, bool) {
	words := dateWords(timeOfDay().ReplaceAllString(s, ""))
	if len(words) != 3 || len(words[2]) != 2 {
		return "", false
	}
	day, isDay := atoi(words[0])
	month, isNumber := atoi(words[1])
	if !isNumber {
		month = monthOf(words[1])
	}
	year, isYear := atoi(words[2])
	if !isDay || !isYear {
		return "", false
	}
	d := existing(2000+year, month, day)
	return d, d != ""
}

// dutchPlanned returns a planned date as it is written in content.
func dutchPlanned(s string) (string, bool) {
	if _, ok := city.ParsePlanned(s); ok {
		return s, true
	}
	if d, ok := dutchDay(s); ok {
		return d, true
	}
	if m := monthOfYear().FindStringSubmatch(s); m != nil && monthOf(strings.ToLower(m[1])) > 0 {
		s = m[1] + " 20" + m[2]
	}
	switch {
	case unknownDate(s):
		return city.Unknown, true
	case ongoingDate(s):
		return city.Ongoing, true
	case saysMore(s):
		return "", false
	}
	return guessPlanned(s)
}

// saysMore reports whether a date has words such as eind or "onder voorbehoud", for which
// content has no form and which must not be dropped.
func saysMore(s string) bool {
	return len(s) > 40 || slices.ContainsFunc(dateWords(s), func(word string) bool { return !namesTime(word) })
}

// namesTime reports whether a word of a date is a number, a day of the week, a month or a
// quarter.
func namesTime(word string) bool {
	return allDigits(word) || weekday(word) || monthOf(word) > 0 || quarterOf([]string{word, "kwartaal"}) > 0 ||
		slices.Contains([]string{"kwartaal", "quarter", "q", "kw"}, word)
}
