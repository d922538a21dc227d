package browsertest

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/chromedp/cdproto/accessibility"
)

// heard is what a screen reader reads out of a page: its lines as they are shown, where
// white space that is not shown separates nothing, with all details open and without what is
// hidden from it; and the texts that these are made of.
const heard = `(() => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important } [aria-hidden=true], [role=img] { display: none !important }');
  document.adoptedStyleSheets = [sheet];
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.data);
  for (const e of document.querySelectorAll('[aria-label], [alt]')) texts.push(e.getAttribute('aria-label') ?? e.alt);
  const plain = (text) => text.replace(/\s+/g, ' ');
  const lines = document.body.innerText.split('\n').map((line) => plain(line).trim()).filter(Boolean);
  document.adoptedStyleSheets = [];
  return { Lines: lines, Texts: texts.map(plain) };
})()`

// firstPromised is how a date is read out that was promised first and is struck out since.
var firstPromised = map[string]string{"nl": "eerst beloofd", "en": "first promised"}

// struckOut returns the lines with dates that are struck out, which few screen readers say.
const struckOut = `[...document.querySelectorAll('main s, main del')].map((e) => e.parentElement.textContent.replace(/\s+/g, ' '))`

// unsaid returns the marks of statuses that stand for a word which nobody hears.
const unsaid = `[...document.querySelectorAll('main .wv-mark:is(.wv-pos, .wv-inf, .wv-war, .wv-neu)')].filter((mark) => {
  const around = mark.closest('a, li, dt, p, td, th, caption, span') ?? mark.parentElement;
  const words = [...document.querySelectorAll('.wv-defs dt')].map((dt) => dt.textContent.trim().toLowerCase());
  const text = around.textContent.toLowerCase();
  return mark.checkVisibility() && !text.trim() || mark.closest('nav') && !words.some((word) => text.includes(word));
}).map((mark) => mark.parentElement.outerHTML.slice(0, 300))`

// headings returns the texts of the headings that are read, in their order.
const headings = `[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((h) => h.checkVisibility()).map((h) => h.textContent.trim())`

func TestWhatIsReadAloudIsWhole(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		site  namedSite
		width int64
	}{{exampleNamed, 320}, {exampleNamed, 1280}, {englishNamed, 1280}, {everyStatusNamed, 320}, {randomNamed, 320}} {
		t.Run(fmt.Sprint(c.site.name, " ", c.width), func(t *testing.T) {
			t.Parallel()
			s := c.site.get(t)
			b := open(t)
			b.as(look{width: c.width, scheme: "light"})
			for _, address := range s.templates() {
				b.visit(s.url(address))
				said := script[struct{ Lines, Texts []string }](b, heard)
				for _, wrong := range misread(said.Lines, said.Texts) {
					t.Errorf("%s: %s", address, wrong)
				}
				lang := script[string](b, `document.documentElement.lang`)
				for _, line := range script[[]string](b, struckOut) {
					if !strings.Contains(strings.ToLower(line), firstPromised[lang]) {
						t.Errorf("%s: a date that was promised first is read as any other: %q", address, line)
					}
				}
				for _, mark := range script[[]string](b, unsaid) {
					t.Errorf("%s: a mark without its word: %s", address, mark)
				}
				for _, wrong := range misnamed(b, said.Texts) {
					t.Errorf("%s: %s", address, wrong)
				}
			}
		})
	}
}

var (
	hole       = regexp.MustCompile(`[.!?] [.,;:!?)]|[,;:(] ?[.,;:)]| [.,;:!?)]( |$)|\( `)
	afterStop  = regexp.MustCompile(`\pL{3,}[.!?] (\p{Ll}+)`)
	punctuated = regexp.MustCompile(`^[.,;:!?)]`)
)

// misread returns what is wrong with lines that are read out.
func misread(lines, texts []string) []string {
	var wrong []string
	for _, line := range lines {
		switch {
		case punctuated.MatchString(line):
			wrong = append(wrong, "it begins in the middle: "+line)
		case hole.MatchString(line):
			wrong = append(wrong, "there is a hole: "+line)
		}
		if m := afterStop.FindString(line); m != "" {
			wrong = append(wrong, fmt.Sprintf("a sentence begins in the middle, %q: %s", m, line))
		}
		wrong = append(wrong, glued(line, texts)...)
	}
	return wrong
}

// glued returns the words of a line that are the end of a text and the beginning of another.
func glued(line string, texts []string) []string {
	var wrong []string
	for word := range strings.FieldsSeq(line) {
		word = strings.TrimFunc(word, func(r rune) bool { return !isWordy(r) })
		if !isInOne(word, texts) {
			if i := seam(word, texts); i > 0 {
				wrong = append(wrong, fmt.Sprintf("two texts are one word, %s and %s: %s", word[:i], word[i:], line))
			}
		}
	}
	return wrong
}

func isInOne(word string, texts []string) bool {
	for _, text := range texts {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// seam returns where a letter or digit that ends a text meets one that begins another.
func seam(word string, texts []string) int {
	for i := range word {
		before, _ := utf8.DecodeLastRuneInString(word[:i])
		after, _ := utf8.DecodeRuneInString(word[i:])
		isSeam := i > 0 && isWordy(before) && isWordy(after)
		if isSeam && isInOne(word[:i], texts) && isInOne(word[i:], texts) && endsOne(word[:i], texts) {
			return i
		}
	}
	return 0
}

// endsOne reports whether a text ends with a part of a word.
func endsOne(part string, texts []string) bool {
	for _, text := range texts {
		if strings.HasSuffix(text, part) {
			return true
		}
	}
	return false
}

func isWordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// misnamed returns what is wrong with the names that the browser gives to links, buttons,
// headings and cells for screen readers.
func misnamed(b *tab, texts []string) []string {
	b.t.Helper()
	var wrong []string
	heading := ""
	for _, name := range script[[]string](b, headings) { // the tree below is not in the order of the page
		if name == heading {
			wrong = append(wrong, "a heading is read twice: "+name)
		}
		heading = name
	}
	for _, node := range call(b, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{}).Nodes {
		role, name := axText(b, node.Role), axText(b, node.Name)
		switch role {
		case "heading", "link", "button", "columnheader", "rowheader", "searchbox", "combobox", "DisclosureTriangle", "image", "navigation", "region", "dialog", "figure":
		case "cell", "listitem":
		default:
			continue
		}
		if node.Ignored {
			continue
		}
		if name == "" && role != "cell" && role != "listitem" && role != "figure" {
			wrong = append(wrong, "a "+role+" has no name")
		}
		if half := name[:len(name)/2]; role == "columnheader" && strings.TrimSpace(half) != "" && strings.TrimSpace(half) == strings.TrimSpace(name[len(name)/2:]) {
			wrong = append(wrong, "the head of a column is read twice: "+name)
		}
		wrong = append(wrong, glued(name, texts)...)
	}
	return wrong
}

func axText(b *tab, v *accessibility.Value) string {
	b.t.Helper()
	var text string
	if v != nil && len(v.Value) > 0 {
		_ = json.Unmarshal(v.Value, &text)
	}
	return strings.TrimSpace(text)
}

// TestMisreadingsAreFound makes sure that the test of what is read aloud can fail.
func TestMisreadingsAreFound(t *testing.T) {
	for _, c := range []struct {
		line  string
		texts []string
		wrong bool
	}{
		{"Het getal is hoeveel er klaar zijn. is hoeveel er te laat zijn.", nil, true},
		{"Het getal is hoeveel er klaar zijn. Het andere is hoeveel er te laat zijn.", nil, false},
		{"2 klaar1 te laat", []string{"2 ", "klaar", "1", " te laat"}, true},
		{"2 klaar 1 te laat", []string{"2 ", "klaar", "1", " te laat"}, false},
		{"StadswerkenOverig", []string{"Stadswerken", "Overig"}, true},
		{"sw-2011-014 en A4", []string{"sw-2011-014 en A4", "sw", "4"}, false},
		{"gepland juni 2013 , eerder mei", nil, true},
		{", van vóór het bericht", nil, true},
	} {
		if got := misread([]string{c.line}, c.texts); (len(got) > 0) != c.wrong {
			t.Errorf("%q: %v", c.line, got)
		}
	}
}
