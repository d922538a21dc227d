package parse

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/paulmach/orb"

	"wijkvisie/internal/city"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/rdnew"
)

// The functions of this file return what was meant by a value of another kind than its key has.

// form returns what was meant by a value at a key that takes another kind, as it has to be
// written; not ok when nobody can tell.
func (r *reader) form(k *Key, n *tree.Node) (string, bool) {
	switch k.Type {
	case PeriodValue, YearValue:
		if n.Kind == tree.List || n.Kind == tree.Mapping {
			return periodIn(string(r.at(n).Bytes()))
		}
	case PointValue:
		return pointIn(string(r.at(n).Bytes()))
	case TileValue:
		if found := quantity().FindAllString(string(r.at(n).Bytes()), -1); len(found) == 2 {
			return "[" + found[0] + ", " + found[1] + "]", true
		}
	case NumberValue, MoneyValue:
		if n.Kind == tree.Scalar {
			return numeral(n.Text)
		}
	case GroupValue:
		return r.groupIn(k, n)
	case TextsValue, IDsValue:
		if n.Kind == tree.Mapping && n.Flow { // {taagdreef}
			var items []string
			for i := 0; i+1 < len(n.Children); i += 2 {
				if n.Children[i+1].Kind != tree.Nothing {
					return "", false
				}
				items = append(items, n.Children[i].Text)
			}
			return "[" + strings.Join(items, ", ") + "]", true
		}
	default:
		if n.Kind == tree.List && len(n.Children) == 1 && n.Children[0].Kind == tree.Scalar && !k.IsRunningText() {
			return n.Children[0].Text, true
		}
	}
	return "", false
}

// groupIn returns a mapping by a text that is the value of its first key, or an address; or by a
// list of mappings that have a key each.
func (r *reader) groupIn(k *Key, n *tree.Node) (string, bool) {
	required := 0
	for i := range k.Of.Keys {
		if k.Of.Keys[i].Required {
			required++
		}
	}
	if n.Kind == tree.Scalar && n.Text != "" && required < 2 {
		text, name := n.Text, k.Of.Keys[0].Name
		if strings.ContainsAny(text, ",:{}[]#\"'") {
			text = decode.Quote(text)
		}
		if address := k.Of.Find("url"); address != nil && validAddress(n.Text, address.Enum) {
			text, name = n.Text, "url"
		} else if k.Of.Keys[0].Type != TextValue {
			return "", false
		}
		return "{" + name + ": " + text + "}", true
	}
	var entries []string
	for _, item := range n.Children {
		if n.Kind != tree.List || item.Kind != tree.Mapping || len(item.Children) != 2 || k.Of.Find(item.Children[0].Text) == nil || item.Children[1].Kind == tree.Mapping {
			return "", false
		}
		entries = append(entries, item.Children[0].Text+": "+string(r.at(item.Children[1]).Bytes()))
	}
	whole := "{" + strings.Join(entries, ", ") + "}"
	if !n.Flow { // it does not stand behind its key
		whole = k.Name + ": " + whole
	}
	return whole, len(entries) > 0
}

// items returns the items of a list that was written as one text.
func (k *Key) items(text string) []string {
	if strings.HasPrefix(text, "[") { // lists in a row, or a list with more behind it
		text = strings.NewReplacer("] [", ", ", "][", ", ", "[", "", "]", "").Replace(text)
	}
	text = strings.TrimSpace(strings.Trim(text, "[](){}., "))
	if items := decode.Items(text); k.IsRunningText() || len(items) > 1 || len(items) == 1 && items[0] != text {
		if items[0] != text {
			return strings.Split(strings.Join(items, " - "), " - ") // some of them have a hyphen
		}
		return items
	}
	return strings.FieldsFunc(strings.NewReplacer(" en ", ",", " & ", ",", " + ", ",").Replace(text), func(c rune) bool {
		return strings.ContainsRune(",; \n\t", c)
	})
}

// isScheme reports whether what should be a host begins with the scheme of a web address.
func isScheme(host string) bool {
	return strings.HasPrefix(host, "https:") || strings.HasPrefix(host, "http:")
}

// documents is the endings of names of files that people take for addresses.
var documents = []string{".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".jpg", ".jpeg", ".png", ".html", ".htm", ".md"}

// isFileName reports whether a text without a scheme is the name of a file, and no host.
func isFileName(s string) bool {
	return !strings.Contains(s, "/") && slices.Contains(documents, strings.ToLower(path.Ext(s)))
}

// expression returns a function that compiles a pattern when it is first needed.
func expression(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// years matches two years with something between them, the second perhaps in two digits.
var years = expression(`^\D*(\d{4}|['’]\d\d)\D.*?(\d{4}|\d\d)\D*$`)

// periodIn returns the period that a text names.
func periodIn(s string) (string, bool) {
	all := numbers(s, 4)
	if len(all) == 0 || len(all) == 1 {
		found := years().FindStringSubmatch(s)
		if found == nil || strings.Count(s, "-") > 1 {
			return "", false
		}
		for i, written := range found[1:] {
			v, _ := strconv.Atoi(strings.Trim(written, "'’"))
			if v < 100 {
				v += 2000
			}
			all = append(all[:min(i, len(all))], v)
		}
	}
	if len(all) != 2 {
		return "", false
	}
	for i, v := range all {
		all[i] = likelyYear(v)
	}
	first, last := min(all[0], all[1]), max(all[0], all[1])
	return fmt.Sprintf("%04d-%04d", first, last), true
}

// yearIn returns the year that a text names.
func yearIn(s string) (string, bool) {
	if short := strings.Trim(s, "'’ ."); allDigits(short) && len(short) == 2 {
		return "20" + short, true
	}
	all := numbers(s, 4)
	if len(all) != 1 {
		return "", false
	}
	return fmt.Sprintf("%04d", all[0]), true
}

// likelyYear returns the year that was meant by one that cannot be: 2011 by 2111 and 1011.
func likelyYear(year int) int {
	if year < 1900 || year > 2100 {
		if better := 2000 + year%100; better%10 == year%10 {
			return better
		}
	}
	return year
}

// quantity matches a number of degrees, or of metres.
var quantity = expression(`\d+(?:[.,]\d+)?`)

// pointIn returns the place on earth that two numbers in a text are, as it has to be written. They
// may be metres in the Dutch grid, or degrees in either order.
func pointIn(s string) (string, bool) {
	found := quantity().FindAllString(s, -1)
	if len(found) != 2 {
		return "", false
	}
	var values [2]float64
	for i, number := range found {
		found[i] = strings.Replace(number, ",", ".", 1)
		values[i], _ = strconv.ParseFloat(found[i], 64)
	}
	lon, lat := values[0], values[1]
	switch {
	case inNetherlands(lon, lat):
		return "[" + found[0] + ", " + found[1] + "]", true
	case inNetherlands(lat, lon):
		return "[" + found[1] + ", " + found[0] + "]", true
	}
	if p := (orb.Point{lon, lat}); rdnew.Covers(p) {
		p = rdnew.ToWGS84(p)
		return fmt.Sprintf("[%.4f, %.4f]", p.Lon(), p.Lat()), true
	}
	return "", false
}

// numerals returns the ways in which people write the numbers from 1 on, in words.
func numerals() [][]string {
	return [][]string{{"een", "één", "eerste", "i"}, {"twee", "tweede", "ii"}, {"drie", "derde", "iii"}, {"vier", "vierde", "iv"}, {"vijf", "vijfde", "v"},
		{"zes", "zesde", "vi"}, {"zeven", "zevende", "vii"}, {"acht", "achtste", "viii"}, {"negen", "negende", "ix"}, {"tien", "tiende", "x"}}
}

// bracketed is what people add to a value in brackets.
var bracketed = expression(`\s*\([^()]*\)\s*$`)

// withoutAddition returns a number without what people add to it: nr. 2, 2., 2 (twee).
func withoutAddition(s string) string {
	s = strings.ToLower(strings.TrimSpace(bracketed().ReplaceAllString(s, "")))
	s = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(s, "nummer"), "nr."), "nr")
	return strings.TrimSpace(strings.TrimSuffix(s, "."))
}

// numeral returns the number that a text says in words, or with something added.
func numeral(s string) (string, bool) {
	s = withoutAddition(s)
	for i, ways := range numerals() {
		if slices.Contains(ways, s) {
			return strconv.Itoa(i + 1), true
		}
	}
	return s, allDigits(s)
}

// notKnown reports whether a text says that a number is not known.
func notKnown(s string) bool {
	s = strings.Trim(strings.ToLower(s), " .")
	return unknownDate(s) || s == "pm" || s == "p.m" || s == "-" || s == "onbekend" || s == "geen"
}

// compactDay returns the day that a text names without separators, or with something added in
// brackets.
func compactDay(s string) (city.Day, bool) {
	s = strings.TrimSpace(bracketed().ReplaceAllString(s, ""))
	if d, ok := city.ParseDay(s); ok {
		return d, true
	}
	if allDigits(s) && len(s) == len("20110519") {
		return city.ParseDay(s[:4] + "-" + s[4:6] + "-" + s[6:])
	}
	if year, month, day, ok := guessDay(s); ok && day <= daysIn(year, month) {
		return city.DayIn(year, month, day), true
	}
	return city.Day{}, false
}

// codeLike returns the code of the CBS that a text was meant to be, in the form of an example.
func codeLike(example, s string) string {
	s = strings.ToUpper(strings.ReplaceAll(s, " ", ""))
	letters, places := example[:2], len(example)-2
	number := strings.TrimLeft(s, "BGKMUW")
	switch {
	case !allDigits(number) || number != s && !strings.HasPrefix(s, letters) && len(number) < places:
		return s
	case len(number) > places && letters == "WK": // of a buurt in it
		number = number[:places]
	case len(number) < places && len(number) >= places-2:
		number = strings.Repeat("0", places-len(number)) + number
	}
	return letters + number
}

// mailIn returns the mail address that a text was meant to be.
func mailIn(s string) string {
	s = strings.Trim(strings.TrimPrefix(strings.TrimSpace(s), "mailto:"), "<> ")
	return strings.NewReplacer("(at)", "@", "[at]", "@", " at ", "@").Replace(s)
}

// smartApostrophe is how a Dutch name begins with the apostrophe of a word processor.
var smartApostrophe = expression(`^[‘’][a-zA-Z][ -]`)

// markdownLink is a link as it is written in Markdown.
var markdownLink = expression(`^\[[^\]]*\]\(([^()\s]+)\)$`)

// addressIn returns the web address that a text was meant to be.
func addressIn(s string) string {
	s = strings.Trim(strings.TrimSpace(s), "<>")
	if found := markdownLink().FindStringSubmatch(s); found != nil {
		s = found[1]
	}
	for _, scheme := range []string{"https", "http"} {
		rest, ok := strings.CutPrefix(s, scheme)
		if host := strings.TrimLeft(rest, `:;/\`); ok && host != rest && len(rest)-len(host) >= 2 {
			if isScheme(host) { // written twice
				return addressIn(host)
			}
			return scheme + "://" + strings.ReplaceAll(host, `\`, "/")
		}
	}
	return s
}
