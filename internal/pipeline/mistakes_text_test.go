package pipeline_test

import (
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse"
)

const (
	inVision    = "wijkvisies/overvecht-2011.md"
	inProgramme = "programmas/stadswerken-2011.md"
)

func referenceMistakes() []mistakeKind {
	// A letter is twice in the middle of an id.
	stutter := func(v string) string {
		i := len(v) - 3
		return v[:i] + v[i:i+1] + v[i:]
	}
	reference := func(code diag.Code, to parse.Reference) mistakeKind {
		return mistakeKind{code, "a letter twice", func(m maker) (mistaken, bool) {
			return m.value(func(p place) bool { return p.key.RefersTo == to && len(p.value.Text) > 4 && p.isPlain() }, stutter)
		}, ""}
	}
	inList := func(code diag.Code, to parse.Reference) mistakeKind {
		return mistakeKind{code, "a letter twice in a list", func(m maker) (mistaken, bool) {
			return m.value(func(p place) bool {
				return p.key.RefersTo == to && p.value.Flow && len(p.value.Children) == 1 && len(p.value.Children[0].Text) > 4
			}, func(v string) string { return stutter(v[:len(v)-1]) + "]" })
		}, ""}
	}
	return []mistakeKind{
		reference("unknown-wijk", parse.ToWijk),
		reference("unknown-department", parse.ToDepartment),
		reference("unknown-theme", parse.ToTheme),
		reference("unknown-commitment", parse.ToCommitment),
		reference("unknown-need", parse.ToNeed),
		inList("unknown-need", parse.ToNeed),
		inList("unknown-buurt", parse.ToBuurt),
		{"duplicate-id", "the id of another need", func(m maker) (mistaken, bool) {
			return m.value(func(p place) bool { return p.path == inVision && p.key.Name == "id" && p.value.Text == "speelplek" }, func(string) string { return "meer-bomen" })
		}, ""},
		{"duplicate-id", "the code of another wijk", func(m maker) (mistaken, bool) {
			return m.value(func(p place) bool { return p.key.Name == "code" && p.value.Text == "WK034404" }, func(string) string { return "WK034403" })
		}, "the names on the map"},
		{"period-overlap", "a year too long", func(m maker) (mistaken, bool) {
			return m.value(func(p place) bool { return p.key.Name == "periode" && strings.Contains(p.path, "overvecht-2007") }, func(string) string { return "2007-2012" })
		}, ""},
		{"url-clash", "a page with the name of one of the site", func(m maker) (mistaken, bool) {
			text, ok := m.site.content["paginas/foto.md"]
			wrong := m.site.content.with("paginas/wijken.md", text)
			delete(wrong, "paginas/foto.md")
			meant := m.site.content.with("paginas/wijken-2.md", text)
			delete(meant, "paginas/foto.md")
			return mistaken{wrong, meant}, ok
		}, ""},
		{"renamed-reference", "an older id", func(m maker) (mistaken, bool) {
			return m.value(func(p place) bool { return p.key.Name == "dienst" && p.value.Text == "politie" }, func(string) string { return "korps" })
		}, ""},
		{"commitment-without-need", "no need", func(m maker) (mistaken, bool) {
			return m.file(func(path, _ string) bool { return path == inProgramme }, func(text string) string {
				return strings.Replace(text, "    behoeften: [overvecht/speelplek]\n", "", 1)
			})
		}, "the need without an answer"},
		{"commitment-outside-period", "another year", func(m maker) (mistaken, bool) {
			return m.value(func(p place) bool { return p.path == inProgramme && p.key.Name == "jaar" }, func(string) string { return "2017" })
		}, "all commitments of the programme"},
		{"progress-out-of-order", "another year", func(m maker) (mistaken, bool) {
			return m.value(func(p place) bool {
				return p.path == inProgramme && p.key.Name == "datum" && p.value.Text == "2011-09-30"
			}, func(string) string { return "2010-09-30" })
		}, "what is derived from progress"},
		{"duplicate-progress", "a step twice", func(m maker) (mistaken, bool) {
			return m.line(func(line string) string {
				if strings.HasPrefix(line, "      - {datum: ") && strings.Contains(line, "status: ") {
					return line + "\n" + line
				}
				return line
			})
		}, ""},
		{"lost-commitment", "handed on to one for another need", func(m maker) (mistaken, bool) {
			return m.value(func(p place) bool { return p.key.Name == "naar" && p.value.Text == "pol-2" }, func(string) string { return "sw-2011-015" })
		}, ""},
		{"contradicting-answer", "an answer to another need", func(m maker) (mistaken, bool) {
			return m.value(func(p place) bool { return p.key.Name == "behoefte" && p.value.Text == "overvecht/meer-bomen" }, func(string) string { return "overvecht/speelplek" })
		}, "the need without an answer"},
	}
}

// textMistakes are mistakes in the text below the data.
func textMistakes() []mistakeKind {
	body := func(code diag.Code, what, old, mistyped string) mistakeKind {
		return mistakeKind{code, what, func(m maker) (mistaken, bool) { return m.body(old, mistyped) }, ""}
	}
	return []mistakeKind{
		body("broken-link", "a letter less", "](../wijken/overvecht.md)", "](../wijken/overvech.md)"),
		body("broken-anchor", "a letter less", "](#meer-bomen)", "](#mer-bomen)"),
		body("missing-image", "a letter less", "](../media/plateau.png)", "](../media/platau.png)"),
		body("unsafe-link", "a script", "](https://example.nl/verslag)", "](javascript:alert)"),
		body("outside-content", "a file of another folder", "](https://example.nl/verslag)", "](../../verslag.pdf)"),
		body("local-link", "the preview", "](https://example.nl/verslag)", "](http://localhost:4011/verslag)"),
		{"raw-html", "a tag", func(m maker) (mistaken, bool) {
			tagged, ok := m.body("De noot.", "De <b>noot.")
			bold, _ := m.body("De noot.", "De **noot.")
			return mistaken{tagged.wrong, bold.wrong}, ok
		}, ""},
		body("hidden-characters", "a space that nobody sees", "De noot.", "De no\u200bot."),
		body("image-without-alt", "no description", "![Het plateau]", "![]"),
		body("heading-skip", "a level is skipped", "### Bomen", "#### Bomen"),
		body("vague-link-text", "here", "[het verslag]", "[hier]"),
		body("personal-data", "a mobile number", "De noot.", "De noot. 06-12345678"),
		body("unused-need-section", "a letter less", "{#veilige-oversteek}", "{#veilige-overstek}"),
		body("dropped-text", "a note that nothing refers to", "met een noot[^1].", "met een noot."),
		body("visible-markup", "a space before the address", "[het verslag](https", "[het verslag] (https"),
		body("visible-markup", "no space behind the number signs", "## Het plein", "##Het plein"),
	}
}
