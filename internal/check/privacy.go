package check

import (
	"bytes"
	"regexp"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

var (
	// digits is what can be a citizen service number: nine digits, with dots or
	// spaces as people write them.
	digits = regexp.MustCompile(`\b\d{9}\b|\b\d{4}[. ]\d{2}[. ]\d{3}\b|\b\d{3}[. ]\d{3}[. ]\d{3}\b`)
	// mobile is a Dutch mobile number.
	mobile = regexp.MustCompile(`(?:\+31[ -]?\(?0?\)?|\b0031[ -]?|\b0)6[ -]?\d(?:[ -]?\d){7}\b`)
	// mail is a mail address.
	mail = regexp.MustCompile(`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`)
)

// freeMail are the parts after the @ of addresses that people have at home.
var freeMail = regexp.MustCompile(`(?i)@(?:gmail|googlemail|hotmail|outlook|live|msn|icloud|me|mac|yahoo|ymail|aol|gmx|proton|protonmail|pm|ziggo|kpnmail|kpnplanet|planet|hetnet|xs4all|home|upcmail|casema|chello|quicknet|telfort|tele2|online|zonnet|versatel|freeler|wanadoo|zeelandnet|solcon|caiway|kabelfoon|telenet|skynet)\.(?:nl|com|net|be|eu|me|org|co\.uk)$`)

// privacy reports what should not stand on a public page: citizen service numbers,
// mobile numbers and private mail addresses. How to reach a wijk, a department or
// the site stands in the front matter and is meant.
func (k *checker) privacy() {
	own := make(map[string]bool)
	for _, c := range k.contacts() {
		own[strings.ToLower(c.Email.Value)] = true
		own[onlyDigits(c.Phone.Value)] = true
	}
	for r := range k.city.Records() {
		for _, t := range k.texts[r] {
			k.personal(t.Pos, t.Value, own)
		}
		if r.Body != nil {
			if body := r.Body.Pos.Bytes(); bytes.ContainsAny(body, "0123456789@") {
				k.personal(r.Body.Pos, string(body), own)
			}
		}
	}
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

// personal reports what is personal in a text that stands at a place.
func (k *checker) personal(where source.Pos, text string, own map[string]bool) {
	if where.IsZero() || !strings.ContainsAny(text, "0123456789@") {
		return
	}
	report := func(m diag.Message, match string, at []int) {
		pos := where
		if source := string(where.Bytes()); source == text {
			pos = where.File.Pos(int(where.Start)+at[0], int(where.Start)+at[1])
		} else if i := strings.Index(source, match); i >= 0 {
			pos = where.File.Pos(int(where.Start)+i, int(where.Start)+i+len(match))
		}
		k.report(diag.At(pos, m, match).WithHint(diag.LeaveOut))
	}
	for _, at := range digits.FindAllStringIndex(text, -1) {
		if match := text[at[0]:at[1]]; isBSN(onlyDigits(match)) && !inAddress(text, at) {
			report(diag.BSNFound, match, at)
		}
	}
	for _, at := range mobile.FindAllStringIndex(text, -1) {
		if match := text[at[0]:at[1]]; !own[onlyDigits(match)] && !inAddress(text, at) {
			report(diag.MobileFound, match, at)
		}
	}
	for _, at := range mail.FindAllStringIndex(text, -1) {
		if match := text[at[0]:at[1]]; freeMail.MatchString(match) && !own[strings.ToLower(match)] {
			report(diag.MailFound, match, at)
		}
	}
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
func inAddress(text string, at []int) bool {
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
