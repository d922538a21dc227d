package parse

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// date reads a day.
func (r *reader) date(k *Key, n *tree.Node) city.Date {
	t, ok := r.scalarText(k, n, diag.WordDate, tree.Number, tree.Day)
	if !ok {
		return city.Date{}
	}
	if d, ok := city.ParseDay(t.Value); ok {
		return city.Date{Day: d, Pos: t.Pos}
	}
	r.invalidDay(t, diag.DateInvalid, diag.WriteDateAs)
	return city.Date{}
}

// invalidDay reports a text that is not a day, with the day that was meant, or else the
// form of a day.
func (r *reader) invalidDay(t source.Text, message, form diag.Message) {
	if r.folder != "" {
		if d, ok := serialDay(t.Value); ok {
			r.report(diag.At(t.Pos, message, t.Value).WithHint(diag.SerialDay, t.Value, d))
			return
		}
		if d, ok := shortYear(t.Value); ok {
			r.report(diag.At(t.Pos, message, t.Value).WithHint(diag.ShortYear, d))
			return
		}
	}
	year, month, day, ok := guessDay(t.Value)
	switch {
	case !ok:
		if d, ok := compactDay(t.Value); ok {
			r.report(diag.At(t.Pos, message, t.Value).WithHint(diag.WriteAs, d.String()))
			return
		}
		if d, ok := shortYear(t.Value); ok {
			r.report(diag.At(t.Pos, message, t.Value).WithHint(diag.ShortYear, d))
			return
		}
		r.report(diag.At(t.Pos, message, t.Value).WithHint(form))
	case day > daysIn(year, month):
		last := daysIn(year, month)
		r.report(diag.At(t.Pos, diag.DateNotInMonth, t.Value, fmt.Sprintf("%04d-%02d", year, month), last).
			WithHint(diag.LastOfMonth, city.DayIn(year, month, last).String()))
	default:
		r.report(diag.At(t.Pos, message, t.Value).
			WithHint(diag.WriteAs, city.DayIn(year, month, day).String()))
	}
}

// planned reads a planned date.
func (r *reader) planned(k *Key, n *tree.Node) city.PlannedDate {
	t, ok := r.scalarText(k, n, diag.WordDate, tree.Number, tree.Day)
	if !ok {
		return city.PlannedDate{}
	}
	if p, ok := city.ParsePlanned(t.Value); ok {
		p.Pos = t.Pos
		return p
	}
	if better, ok := guessPlanned(t.Value); ok {
		r.report(diag.At(t.Pos, diag.PlannedDateInvalid, t.Value).WithHint(diag.WriteAs, better))
	} else {
		r.invalidDay(t, diag.PlannedDateInvalid, diag.WritePlannedAs)
	}
	return city.PlannedDate{}
}

// period reads a period, or a year at a YearValue.
func (r *reader) period(k *Key, n *tree.Node) city.Period {
	t := r.periodText(k, n)
	p, _ := city.ParsePeriod(t.Value)
	p.Pos = t.Pos
	if k.Type == YearValue && p.First != p.Last {
		r.report(diag.At(t.Pos, diag.ValueNotYear, t.Value).WithHint(diag.UsePeriod, t.Value))
		return city.Period{}
	}
	return p
}

// periodText reads a period as text.
func (r *reader) periodText(k *Key, n *tree.Node) source.Text {
	t, ok := r.scalarText(k, n, diag.WordPeriod, tree.Number)
	if !ok {
		return source.Text{}
	}
	if _, ok := city.ParsePeriod(t.Value); ok {
		return t
	}
	message, example := diag.ValueNotPeriod, k.Example
	if k.Type == YearValue {
		message = diag.ValueNotYear
	}
	years := numbers(t.Value, 4)
	better, known := periodIn(t.Value)
	switch {
	case len(years) == 2 && years[0] > years[1]:
		r.report(diag.At(t.Pos, diag.PeriodReversed, t.Value).WithHint(diag.WriteAs, better))
	case known && k.Type != YearValue:
		r.report(diag.At(t.Pos, message, t.Value).WithHint(diag.WriteAs, better))
	default:
		if year, ok := yearIn(t.Value); ok && k.Type == YearValue {
			r.report(diag.At(t.Pos, message, t.Value).WithHint(diag.WriteAs, year))
			break
		}
		r.report(diag.At(t.Pos, message, t.Value).WithHint(diag.FormOf, example))
	}
	return source.Text{}
}

// inOrder reports two dates of which the last comes before the first.
func (r *reader) inOrder(first, last city.Date) {
	if !first.IsZero() && !last.IsZero() && last.Before(first.Day) {
		r.report(diag.At(last.Pos, diag.DateReversed, last.String(), first.String()).WithRelated(first.Pos, diag.FirstHere))
	}
}

// yearText reads a year as text.
func (r *reader) yearText(k *Key, n *tree.Node) source.Text {
	t, ok := r.scalarText(k, n, diag.WordYear, tree.Number)
	if !ok || validYear(t.Value) {
		return t
	}
	d := diag.At(t.Pos, diag.ValueNotYear, t.Value).WithHint(diag.FormOf, k.Example)
	if year, ok := yearIn(t.Value); ok {
		d = d.WithHint(diag.WriteAs, year)
	}
	r.report(d)
	return source.Text{}
}

func validYear(s string) bool {
	p, ok := city.ParsePeriod(s)
	return ok && len(s) == 4 && p.First == p.Last
}

// numbers returns the numbers in s that have so many digits.
func numbers(s string, digits int) []int {
	var all []int
	for _, word := range strings.FieldsFunc(s, func(c rune) bool { return c < '0' || c > '9' }) {
		if v, ok := atoi(word); ok && len(word) == digits {
			all = append(all, v)
		}
	}
	return all
}

// atoi reads a number of at most four digits.
func atoi(s string) (int, bool) {
	if !allDigits(s) || len(s) > 4 {
		return 0, false
	}
	v, err := strconv.Atoi(s)
	return v, err == nil
}

// daysIn returns the number of days in a month.
func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// guessDay returns the day that s was meant to be: 19 mei 2011, 19-05-2011,
// 2011/5/19, 2011-29-05, 2011-05-19T12:00. It may not exist: 30-02-2012.
func guessDay(s string) (year, month, day int, ok bool) {
	if at, err := time.Parse(time.RFC3339, strings.TrimSpace(s)); err == nil {
		if amsterdam, err := time.LoadLocation("Europe/Amsterdam"); err == nil {
			at = at.In(amsterdam) // date pickers write midnight in UTC: 2011-05-18T22:00:00.000Z
		}
		return at.Year(), int(at.Month()), at.Day(), true
	}
	if d, ok := city.ParseDay(s[:min(len(s), len("2011-05-19"))]); ok {
		return int(d.Year), int(d.Month), int(d.Day), true
	}
	var rest []int
	for _, word := range dateWords(s) {
		v, isNumber := atoi(word)
		m := monthOf(word)
		switch {
		case isNumber && len(word) == 4 && year == 0:
			year = v
			if len(rest) == 2 { // 19-05-2011: the day comes first
				rest[0], rest[1] = rest[1], rest[0]
			}
		case isNumber:
			rest = append(rest, v)
		case m > 0 && month == 0:
			month = m
		case !weekday(word):
			return 0, 0, 0, false
		}
	}
	switch {
	case month > 0 && len(rest) == 1:
		day = rest[0]
	case month == 0 && len(rest) == 2:
		month, day = rest[0], rest[1]
		if month > 12 && day <= 12 {
			month, day = day, month
		}
	}
	return year, month, day, year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= 31
}

// dateWords splits a date into words and numbers in lower case, eight at most.
func dateWords(s string) []string {
	words := strings.FieldsFunc(strings.ToLower(s), func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c)
	})
	return words[:min(len(words), 8)]
}

// monthOf returns the number of a month by its name, 0 for any other word.
func monthOf(word string) int {
	if word == "mrt" || word == "maart" || word == "march" {
		return 3
	}
	if len(word) < 3 {
		return 0
	}
	for i, names := range [12][2]string{
		{"januari", "january"}, {"februari", "february"}, {"maart", "march"}, {"april", "april"},
		{"mei", "may"}, {"juni", "june"}, {"juli", "july"}, {"augustus", "august"},
		{"september", "september"}, {"oktober", "october"}, {"november", "november"}, {"december", "december"},
	} {
		if strings.HasPrefix(names[0], word) || strings.HasPrefix(names[1], word) {
			return i + 1
		}
	}
	return 0
}

// weekday reports whether a word is a day of the week, or an ending as in 19e.
func weekday(word string) bool {
	for _, d := range [...]string{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"} {
		if word == d || word == d[:2] {
			return true
		}
	}
	return word == "e" || word == "de"
}

// guessPlanned returns the planned date that s was meant to be, when it is
// coarser than a day.
func guessPlanned(s string) (string, bool) {
	if unknownDate(s) {
		return city.Unknown, true
	}
	if ongoingDate(s) {
		return city.Ongoing, true
	}
	years := numbers(s, 4)
	if _, _, _, isDay := guessDay(s); isDay || len(years) != 1 {
		return "", false
	}
	year := years[0]
	words := dateWords(s)
	for _, word := range words {
		if m := monthOf(word); m > 0 {
			return fmt.Sprintf("%04d-%02d", year, m), true
		}
	}
	if q := quarterOf(words); q > 0 {
		return fmt.Sprintf("%04d-Q%d", year, q), true
	}
	if len(words) == 2 {
		for _, word := range words {
			if m, ok := atoi(word); ok && len(word) <= 2 && m >= 1 && m <= 12 {
				return fmt.Sprintf("%04d-%02d", year, m), true
			}
		}
	}
	for _, word := range words { // eind 2011, medio 2012
		if strings.ContainsAny(word, "0123456789") && len(word) != 4 {
			return "", false
		}
	}
	return fmt.Sprintf("%04d", year), true
}

// unknownDate reports whether s says in other words that a date is not known.
func unknownDate(s string) bool {
	switch strings.Trim(strings.ToLower(s), " .") {
	case "?", "nvt", "n.v.t", "ntb", "n.t.b", "nnb", "n.n.b", "tbd", "nog niet bekend", "niet bekend", "nog onbekend", "nader te bepalen", "unknown", city.Unknown:
		return true
	}
	return false
}

// ongoingDate reports whether s says in other words that something goes on without an end.
func ongoingDate(s string) bool {
	switch strings.Trim(strings.ToLower(s), " .") {
	case "continu", "permanent", "structureel", "blijvend", "steeds", "ongoing", city.Ongoing:
		return true
	}
	return false
}

// quarterOf returns the quarter that words name: q3, 3e kwartaal, derde kwartaal; 0 when they
// name none.
func quarterOf(words []string) int {
	called := false
	quarter := 0
	for _, word := range words {
		switch {
		case word == "kwartaal" || word == "quarter" || word == "q" || word == "kw":
			called = true
		case len(word) == 2 && (word[0] == 'q' || word[0] == 'k') && word[1] >= '1' && word[1] <= '4':
			return int(word[1] - '0')
		case len(word) <= 3 && word[0] >= '1' && word[0] <= '4' && strings.TrimLeft(word[1:], "e") == "":
			quarter = int(word[0] - '0')
		default:
			for i, name := range [...]string{"eerste", "tweede", "derde", "vierde"} {
				if word == name {
					quarter = i + 1
				}
			}
		}
	}
	if !called {
		return 0
	}
	return quarter
}
