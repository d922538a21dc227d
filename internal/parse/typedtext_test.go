package parse

import (
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"wijkvisie/internal/diag"
)

// fragments is what people type in titles, and YAML takes for something else.
var fragments = []string{
	"@", "#", "#2", " #2", " #oost ", ": ", ":", "'t ", "'s-", "'", "\"Spoed\" ", "\"", "[Concept] ", "{x} ", "Plein", "plein", " ", " en ",
	"– ", "* ", "*", "- ", "-", "? ", "& ", "&", "!", "! ", "%", "|", ">", "> ", "`", ", ", ",", "=", "~", "€", "“Oost”", "’", "1", "2011", "\\", "/", "<b>",
}

// typed returns a text of some fragments without spaces around it.
func typed(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(5) {
		b.WriteString(fragments[r.IntN(len(fragments))])
	}
	return strings.TrimSpace(b.String())
}

// TestTypedTextIsReadAsTypedOrReported types texts without quotes. Each is read as it was typed,
// or reported with a hint; and whoever does what the hint says has the text as it was typed.
// WIJKVISIE_TYPED says how many texts are tried.
func TestTypedTextIsReadAsTypedOrReported(t *testing.T) {
	tries := 5000
	if n, err := strconv.Atoi(os.Getenv("WIJKVISIE_TYPED")); err == nil {
		tries = n
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range tries {
		text := typed(r)
		if !strings.ContainsAny(text, "abcdefghijklmnopqrstuvwxyz") || isNote(text) || isTwofold(text) || isItem(text) || isInQuotes(text) {
			continue
		}
		for _, form := range []struct{ before, after string }{
			{"reden: ", "\n"},
			{"behoeften:\n  - id: a\n    thema: b\n    titel: ", "\n  - id: c\n    thema: d\n    titel: e\n"},
		} {
			if got, ok := readReason(form.before, text, form.after); !ok || got != text {
				t.Errorf("%s%s: %s", form.before, text, got)
				if testing.Short() || t.Failed() && tries > 50_000 {
					return
				}
			}
		}
	}
}

// isNote reports whether a text has a comment that its author meant as one.
func isNote(text string) bool {
	for word := range strings.FieldsSeq(text) {
		if strings.Trim(word, "#") == "" {
			return true
		}
	}
	return false
}

// isItem reports whether a text looks like an item of a list, which is what the hint is about.
func isItem(text string) bool { return strings.HasPrefix(text, "- ") }

// isTwofold reports whether two things in a text need the same quotes, each of which has a hint
// of its own: brackets or an exclamation mark, and a # behind them.
func isTwofold(text string) bool {
	return strings.ContainsAny(text[:1], "[{!&") && strings.ContainsAny(text[1:], "#[{")
}

// isInQuotes reports whether a text is one that its author put in quotes.
func isInQuotes(text string) bool {
	return strings.HasPrefix(text, `"`) || strings.HasPrefix(text, "'") || strings.HasPrefix(text, "“") && strings.HasSuffix(text, "”")
}

// readReason reads a vision with a text in it and returns that, after the hints were followed.
func readReason(before, text, after string) (string, bool) {
	data := fill(before + text + after)
	for range 3 {
		v, problems := Vision(file("wijkvisies/oost.md", data))
		if len(problems) == 0 {
			if len(v.Needs) > 0 {
				return v.Needs[0].Title.Value, len(v.Needs) == 2
			}
			return v.Reason.Value, true
		}
		d := problems[0]
		switch hint := d.Hint(); hint.Message {
		case diag.QuoteValue:
			pos := d.Pos
			if !d.Fix().IsZero() {
				pos = d.Fix().Pos
			}
			data = data[:pos.Start] + hint.Args[0].(string) + data[pos.End:]
		default:
			return listing(problems), false
		}
	}
	return "the hints do not end", false
}
