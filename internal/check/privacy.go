package check

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// gap matches what people write between the digits of a number: a dot, a space, a hyphen or a
// dash, also those that keep a line together.
const gap = `[-. \x{00A0}\x{2010}-\x{2014}\x{202F}/]`

var (
	// nineDigits matches what may be a citizen service number, with dots or spaces as people
	// write them.
	nineDigits = expression(`\b\d{9}\b|\b\d{4}` + gap + `\d{2}` + gap + `\d{3}\b|\b\d{3}` + gap + `\d{3}` + gap + `\d{3}\b`)
	// mobile matches a Dutch mobile number.
	mobile = expression(`(?:\+31` + gap + `?\(?0?\)?` + gap + `?|\b0031` + gap + `?\(?0?\)?` + gap + `?|\(?\b0)6\)?` + gap + `{0,3}\d(?:` + gap + `?\d){7}\b`)
	// mail matches a mail address.
	mail = expression(`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`)
	// privateMail matches the end of a mail address that people have at home.
	privateMail = expression(`(?i)@(?:gmail|googlemail|hotmail|outlook|live|msn|icloud|me|mac|yahoo|ymail|aol|gmx|proton|protonmail|pm|ziggo|kpnmail|kpnplanet|planet|hetnet|xs4all|home|upcmail|casema|chello|quicknet|telfort|tele2|online|zonnet|versatel|freeler|wanadoo|zeelandnet|solcon|caiway|kabelfoon|telenet|skynet)\.(?:nl|com|net|be|eu|me|org|co\.uk)$`)
)

// expression returns an expression that is compiled when a text first needs it: most
// content needs none.
func expression(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// personal is a citizen service number, a mobile number or a private mail address in a text.
// The front matter of a wijk, a department or the site may hold the same number or address as
// a way to reach them, and then it is public.
type personal struct {
	diag.Diagnostic
	key string // the digits, or the address in small letters; empty for a service number, which is never public
}

// contactKeys returns the keys of the ways to reach wijken, departments and the site.
func (k *checker) contactKeys() map[string]bool {
	keys := make(map[string]bool)
	for _, c := range k.contacts() {
		keys[strings.ToLower(c.Email.Value)] = true
		keys[onlyDigits(c.Phone.Value)] = true
	}
	delete(keys, "")
	return keys
}

// contacts returns how the site, wijken and departments can be reached.
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

// personalIn returns what is personal in the text of a record.
func personalIn(t recordText) []personal {
	var found []personal
	for _, text := range slices.Concat(t.front, t.labels) {
		if !text.Pos.IsZero() {
			found = append(found, personalOf(text.Pos, text.Value)...)
		}
	}
	if body := t.record.Body; body != nil && !body.Pos.IsZero() {
		found = append(found, personalOf(body.Pos, string(body.Pos.Bytes()))...)
	}
	return found
}

// personalOf returns what is personal in a text and stands at a place.
func personalOf(where source.Pos, text string) []personal {
	var found []personal
	in := textIn{where: where, text: text}
	add := func(m diag.Message, key string, at []int) {
		match := text[at[0]:at[1]]
		found = append(found, personal{diag.At(in.place(at[0], at[1]), m, match).WithHint(diag.LeaveOut), key})
	}
	if hasNineDigits(text) {
		for _, at := range nineDigits().FindAllStringIndex(text, -1) {
			if isBSN(onlyDigits(text[at[0]:at[1]])) && !partOfLonger(text, at) {
				add(diag.BSNFound, "", at)
			}
		}
		for _, at := range mobile().FindAllStringIndex(text, -1) {
			if !partOfLonger(text, at) {
				add(diag.MobileFound, onlyDigits(text[at[0]:at[1]]), at)
			}
		}
	}
	if strings.Contains(text, "@") {
		for _, at := range mail().FindAllStringIndex(text, -1) {
			if address := text[at[0]:at[1]]; privateMail().MatchString(address) {
				add(diag.MailFound, strings.ToLower(address), at)
			}
		}
	}
	return found
}

// hasNineDigits reports whether nine digits stand together in a text, as in a number that is
// written with dots, spaces, hyphens and brackets. Most texts have none, and expressions are slow.
func hasNineDigits(text string) bool {
	count := 0
	for i := range len(text) {
		switch c := text[i]; c {
		case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
			if count++; count == 9 {
				return true
			}
		case ' ', '.', '-', '+', '(', ')', '/':
		default:
			if c < utf8.RuneSelf { // not at a dash or a space of several bytes
				count = 0
			}
		}
	}
	return false
}

// isBSN reports whether nine digits are a citizen service number: nine times the first, eight
// times the second, and so on, less the last, is a multiple of eleven.
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

// onlyDigits returns the digits of a text.
func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// partOfLonger reports whether the match at some bytes of a text is part of something longer: a
// web address, the name of a file, the number of a bank account, an amount of money.
func partOfLonger(text string, at []int) bool {
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
