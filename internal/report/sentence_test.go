package report_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"wijkvisie/internal/theme"
)

// countedSentence is a sentence with figures, in the singular or the plural.
type countedSentence struct {
	key     string
	pattern *regexp.Regexp
	names   map[string]string // what its arguments are called in the open data
	isOne   bool              // a singular may leave out numbers
}

// sentenceReader are the sentences with figures of a language.
type sentenceReader struct {
	words *theme.Words
	all   []countedSentence
}

func newSentenceReader(words *theme.Words) sentenceReader {
	c := sentenceReader{words: words}
	for key, names := range countedSentences() {
		for _, form := range []string{".one", ".other"} {
			c.all = append(c.all, countedSentence{key, sentencePattern(words, "report.count."+key+form), names, form == ".one"})
		}
	}
	return c
}

// figures returns the figures in the sentences of a summary.
func (c sentenceReader) figures(t *testing.T, paragraphs []string) map[string]int {
	t.Helper()
	f := make(map[string]int)
	for _, rest := range paragraphs {
		for rest = strings.TrimSpace(rest); rest != ""; {
			read := c.longest(rest, f)
			if read == 0 {
				t.Errorf("no sentence of the words begins %q", rest)
				break
			}
			rest = strings.TrimSpace(rest[read:])
		}
	}
	return f
}

// countedSentences are the keys of sentences with figures, each with what its arguments are
// called in the open data.
func countedSentences() map[string]map[string]string {
	all := map[string]map[string]string{
		"needs": {"was": "was"}, "needs-of": {"n": "needs", "was": "was"}, "needs-same": {"n": "needs, was"}, "money": {"amount": "amount"},
		"done-later": {"n": "done", "later": "later"}, "unanswered-all": {"n": "unanswered-long"},
	}
	for _, key := range []string{"needs-new", "needs-gone", "needs-merged", "adopted", "stood", "promised", "reopened", "done", "partly", "dropped", "withdrawn", "handed-on", "handed-to-nothing",
		"open", "moved", "answered", "judged", "late", "silent", "unanswered", "unanswered-long", "due", "ending", "over"} {
		all[key] = nil
	}
	return all
}

// longest reads the longest sentence that a text begins with, and returns its length.
func (c sentenceReader) longest(text string, f map[string]int) int {
	for _, key := range []string{"figures.none", "commitments.none", "report.count.needs-of-none", "report.count.open-none", "report.count.open-never"} {
		if sentence := sentencePattern(c.words, key).FindString(text); sentence != "" {
			return len(sentence)
		}
	}
	longest := 0
	var best countedSentence
	var found []string
	for _, s := range c.all {
		if m := s.pattern.FindStringSubmatch(text); m != nil && len(m[0]) > longest {
			longest, best, found = len(m[0]), s, m
		}
	}
	if longest == 0 {
		return 0
	}
	values := make(map[string]string)
	if best.isOne {
		values["n"], values["later"] = "1", "1"
	}
	for i, name := range best.pattern.SubexpNames() {
		if name != "" {
			values[name] = found[i]
		}
	}
	for arg, value := range values {
		name, known := best.names[arg]
		switch {
		case arg == "parts":
			readParts(c.words, value, f)
		case arg == "n" && !known:
			f[best.key] = number(value)
		case known:
			for _, n := range strings.Split(name, ", ") {
				f[n] = number(value)
			}
		}
	}
	return longest
}

// sentencePattern matches the sentence of a key, with a group for each of its arguments.
func sentencePattern(words *theme.Words, key string) *regexp.Regexp {
	names := []string{"n", "was", "later", "amount", "parts", "since", "who"}
	var args []string
	for _, name := range names {
		args = append(args, name, "<"+name+">")
	}
	pattern := regexp.QuoteMeta(words.Text(key, args...))
	for _, name := range names {
		value := `[^.]+?`
		switch name {
		case "n", "was", "later":
			value = `[\d.]*\d`
		case "amount":
			value = `€\x{a0}[\d.]*\d`
		}
		pattern = strings.Replace(pattern, "<"+name+">", "(?P<"+name+">"+value+")", 1)
	}
	return regexp.MustCompile("(?i)^" + pattern)
}

// readParts reads how often there was which answer or judgement.
func readParts(words *theme.Words, text string, f map[string]int) {
	kinds := make(map[string]string)
	for _, key := range []string{"answer.nee", "answer.in-onderzoek", "answer.elders", "verdict.gerealiseerd", "verdict.deels", "verdict.niet"} {
		_, kind, _ := strings.Cut(key, ".")
		kinds[theme.LowerFirst(words.Text(key))] = kind
	}
	for part := range strings.SplitSeq(strings.ReplaceAll(text, " en ", ", "), ", ") {
		n, what, several := strings.Cut(part, " keer ")
		if !several {
			n, what = "1", part
		}
		f[kinds[what]] += number(n)
	}
}

func number(text string) int {
	n, err := strconv.Atoi(strings.ReplaceAll(strings.TrimPrefix(text, "€\u00a0"), ".", ""))
	if err != nil {
		panic(err)
	}
	return n
}
