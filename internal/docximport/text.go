package docximport

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"wijkvisie/internal/docx"
)

// spaced returns a text on one line, with a space between words.
func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }

// lettersOf returns the letters and digits of a text, in lower case, without accents: by these
// a text is found again, whatever became of its spaces and marks.
func lettersOf(text string) string {
	var b strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(text)) {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// wordsOf returns the words of a text in lower case, without accents.
func wordsOf(text string) []string {
	plain := strings.Map(func(c rune) rune {
		if unicode.Is(unicode.Mn, c) {
			return -1
		}
		return c
	}, norm.NFD.String(strings.ToLower(text)))
	return strings.FieldsFunc(plain, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
}

// textOf returns the text of runs on one line, byte for byte.
func textOf(runs []docx.Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(strings.NewReplacer("\n", " ", "\t", " ").Replace(r.Text))
	}
	return b.String()
}

// plain returns the text of a paragraph on one line.
func plain(b docx.Block) string { return spaced(textOf(b.Runs)) }

// cut returns the runs before and after a number of bytes of their text, without the white
// space between them.
func cut(runs []docx.Run, at int) (before, after []docx.Run) {
	for _, r := range runs {
		switch {
		case at >= len(r.Text) && (at > 0 || r.Text != ""):
			before = append(before, r)
			at -= len(r.Text)
		case at <= 0:
			after = append(after, r)
		default:
			first, second := r, r
			first.Text, second.Text = r.Text[:at], r.Text[at:]
			before, after, at = append(before, first), append(after, second), 0
		}
	}
	return before, trimLeft(after)
}

// trimLeft takes white space from the beginning of runs.
func trimLeft(runs []docx.Run) []docx.Run {
	for len(runs) > 0 && runs[0].Picture == nil && runs[0].Note == 0 {
		first := runs[0]
		if first.Text = strings.TrimLeft(first.Text, " \t\n"); first.Text != "" {
			return append([]docx.Run{first}, runs[1:]...)
		}
		runs = runs[1:]
	}
	return runs
}

// maxTitle is the length of the longest title that is taken as it is, in bytes.
const maxTitle = 120

// titleOf returns the title that a text has, and how many bytes of the text it is: the whole of
// a short one, the first sentence, or its beginning with an ellipsis, of which no byte is then
// taken.
func titleOf(text string) (title string, length int) {
	end := sentenceEnd(text)
	switch {
	case end > 0 && end <= maxTitle:
	case len(text) <= maxTitle:
		end = len(text)
	default:
		end = 0
	}
	if end > 0 {
		return bare(text[:end]), end
	}
	at := min(maxTitle, len(text)-1)
	if at < 0 {
		return "", 0
	}
	for at > 0 && !utf8.RuneStart(text[at]) {
		at--
	}
	if i := strings.LastIndexByte(text[:at], ' '); i > 20 {
		at = i
	}
	return strings.TrimRight(spaced(text[:at]), " ,;:.-–") + "…", 0
}

// bare returns a title without the full stop or the colon at its end.
func bare(title string) string {
	title = strings.TrimSpace(spaced(title))
	if strings.HasSuffix(title, "...") || strings.HasSuffix(title, "etc.") || strings.HasSuffix(title, "e.d.") {
		return title
	}
	if short := strings.TrimRight(title, " .;:,"); short != "" {
		return short
	}
	return title
}

// sentenceEnd returns where the first sentence of a text ends, when another follows; else 0.
func sentenceEnd(text string) int {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c != '.' && c != '!' && c != '?' {
			continue
		}
		rest := text[i+1:]
		next := strings.TrimLeft(rest, " ")
		if next == "" {
			return 0
		}
		if len(next) == len(rest) || i < 12 {
			continue
		}
		first, _ := utf8.DecodeRuneInString(next)
		word := text[strings.LastIndexByte(text[:i], ' ')+1 : i]
		short := len(word) <= 2 || strings.Contains(word, ".") || isAbbreviation(word)
		if (unicode.IsUpper(first) || unicode.IsDigit(first) || strings.ContainsRune("‘“'\"’(", first)) && !short {
			return i + 1
		}
	}
	return 0
}

func isAbbreviation(word string) bool {
	switch strings.ToLower(strings.TrimLeft(word, "(")) {
	case "bijv", "bijvoorbeeld", "incl", "excl", "dhr", "mevr", "nr", "ca", "evt", "resp", "art", "max", "min", "tel", "inw", "wijkr":
		return true
	}
	return false
}
