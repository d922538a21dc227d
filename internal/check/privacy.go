package check

import (
	"iter"
	"regexp"
	"slices"
	"strings"
	"sync"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

var (
	// digits is what can be a citizen service number: nine digits, with dots or
	// spaces as people write them.
	digits = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`\b\d{9}\b|\b\d{4}[. ]\d{2}[. ]\d{3}\b|\b\d{3}[. ]\d{3}[. ]\d{3}\b`)
	})
	// mobile is a Dutch mobile number.
	mobile = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?:\+31[ -]?\(?0?\)?|\b0031[ -]?|\b0)6[ -]?\d(?:[ -]?\d){7}\b`)
	})
	// mail is a mail address.
	mail = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`)
	})
)

// freeMail are the parts after the @ of addresses that people have at home.
var freeMail = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)@(?:gmail|googlemail|hotmail|outlook|live|msn|icloud|me|mac|yahoo|ymail|aol|gmx|proton|protonmail|pm|ziggo|kpnmail|kpnplanet|planet|hetnet|xs4all|home|upcmail|casema|chello|quicknet|telfort|tele2|online|zonnet|versatel|freeler|wanadoo|zeelandnet|solcon|caiway|kabelfoon|telenet|skynet)\.(?:nl|com|net|be|eu|me|org|co\.uk)$`)
})

// personal is something in a text that should not stand on a public page: a citizen
// service number, a mobile number or a private mail address. How to reach a wijk, a
// department or the site stands in the front matter and is meant, so that key, the
// digits or the address in small letters, tells whether it is one of those; a service
// number never is, and has no key.
type personal struct {
	diag.Diagnostic
	key string
}

// reachable returns the keys of how wijken, departments and the site say that they
// can be reached.
func (k *checker) reachable() map[string]bool {
	own := make(map[string]bool)
	for _, c := range k.contacts() {
		own[strings.ToLower(c.Email.Value)] = true
		own[onlyDigits(c.Phone.Value)] = true
	}
	delete(own, "")
	return own
}

// personalIn returns what is personal in texts.
func personalIn(of texts) []personal {
	var found []personal
	if of.front != nil {
		for t := range of.front {
			if !t.Pos.IsZero() {
				found = append(found, personalOf(t.Pos, t.Value)...)
			}
		}
	}
	if body := of.record.Body; body != nil && !body.Pos.IsZero() {
		found = append(found, personalOf(body.Pos, string(body.Pos.Bytes()))...)
	}
	return found
}

// contacts returns how wijken, departments and the site say that they can be
// reached.
func (k *checker) contacts() []city.Contact {
	var list []city.Contact
	if k.city.Site != nil {
		list = append(list, k.city.Site.Contact)
	}
	for _, w := range k.city.Wijken {
		list = append(list, w.Manager)
	}
	for _, d := range k.city.Departments {
		list = append(list, d.Contact)
	}
	return list
}

// personalOf returns what is personal in a text that stands at a place.
func personalOf(where source.Pos, text string) []personal {
	var found []personal
	add := func(m diag.Message, key string, at [2]int) {
		pos, match := where, strings.Clone(text[at[0]:at[1]]) // the text may be lent
		if source := string(where.Bytes()); source == text {
			pos = where.File.Pos(int(where.Start)+at[0], int(where.Start)+at[1])
		} else if i := strings.Index(source, match); i >= 0 {
			pos = where.File.Pos(int(where.Start)+i, int(where.Start)+i+len(match))
		}
		found = append(found, personal{diag.At(pos, m, match).WithHint(diag.LeaveOut), strings.Clone(key)})
	}
	var mobiles [][2]int
	for start, end := range numberRuns(text) {
		for at := range matches(digits(), text, start, end) {
			if isBSN(onlyDigits(text[at[0]:at[1]])) && !inAddress(text, at) {
				add(diag.BSNFound, "", at)
			}
		}
		mobiles = slices.AppendSeq(mobiles, matches(mobile(), text, start, end))
	}
	for _, at := range mobiles {
		if !inAddress(text, at) {
			add(diag.MobileFound, onlyDigits(text[at[0]:at[1]]), at)
		}
	}
	for start, end := range mailRuns(text) {
		for at := range matches(mail(), text, start, end) {
			if match := text[at[0]:at[1]]; freeMail().MatchString(match) {
				add(diag.MailFound, strings.ToLower(match), at)
			}
		}
	}
	return found
}

// matches returns where an expression matches in a run of a text in which it can
// match, with the byte before and after. It is tried only on those: an expression
// costs a hundred times as much as looking for them.
func matches(expression *regexp.Regexp, text string, start, end int) iter.Seq[[2]int] {
	return func(yield func([2]int) bool) {
		from, to := max(0, start-1), min(len(text), end+1)
		for _, at := range expression.FindAllStringIndex(text[from:to], -1) {
			if !yield([2]int{from + at[0], from + at[1]}) {
				return
			}
		}
	}
}

// numberRuns yields the runs of what numbers are written with that have nine digits
// or more.
func numberRuns(text string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		for i := 0; i < len(text); i++ {
			if !isDigit(text[i]) && text[i] != '+' {
				continue
			}
			start, count := i, 0
			for i < len(text) && (isDigit(text[i]) || strings.IndexByte(" .-+()", text[i]) >= 0) {
				if isDigit(text[i]) {
					count++
				}
				i++
			}
			if count >= 9 && !yield(start, i) {
				return
			}
		}
	}
}

// mailRuns yields the runs of what mail addresses are written with that have an @.
func mailRuns(text string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		for from := 0; ; {
			i := strings.IndexByte(text[from:], '@')
			if i < 0 {
				return
			}
			start, end := from+i, from+i
			for start > from && inMail(text[start-1]) {
				start--
			}
			for end < len(text) && inMail(text[end]) {
				end++
			}
			if !yield(start, end) {
				return
			}
			from = end
		}
	}
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func inMail(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || isDigit(c) || strings.IndexByte("@._%+-", c) >= 0
}

// isBSN tells whether nine digits are a citizen service number: nine times the
// first, eight times the second, and so on, less the last, is a multiple of eleven.
func isBSN(number string) bool {
	if len(number) != 9 || strings.Trim(number, number[:1]) == "" {
		return false
	}
	sum := 0
	for i := range 8 {
		sum += (9 - i) * int(number[i]-'0')
	}
	return (sum-int(number[8]-'0'))%11 == 0
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// inAddress tells whether what was found is part of something longer: a web
// address, the name of a file, a number of a bank account, an amount of money.
func inAddress(text string, at [2]int) bool {
	start := strings.LastIndexAny(text[:at[0]], " \t\r\n(<>\"'|,;") + 1
	before := text[start:at[0]]
	if strings.ContainsAny(before, "/@=#_") || strings.Contains(before, "www.") || strings.HasSuffix(before, "-") || strings.HasSuffix(before, ".") {
		return true
	}
	if after := text[at[1]:]; after != "" && strings.IndexByte("-_/@%=", after[0]) >= 0 {
		return true
	}
	lead := strings.TrimRight(text[:at[0]], " ")
	return strings.HasSuffix(lead, "€") || strings.HasSuffix(lead, "EUR") || strings.HasSuffix(lead, "euro")
}
