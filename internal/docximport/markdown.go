package docximport

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wijkvisie/internal/docx"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/source"
)

// form says how runs are written as Markdown.
type form struct {
	oneLine bool // no line may end in it
	cell    bool // of a table
	bare    bool // without bold, italic and what is struck out
	escaped bool // every mark is escaped
	proof   bool // without notes, links and pictures, to compare it with the text
	heading bool
}

// inline returns runs as Markdown. It is read again: marks are escaped, and then bold and the
// like left out, until it shows the text that it is made of.
func (b *body) inline(runs []docx.Run, f form) string {
	want := spaced(textOf(runs))
	for _, try := range []form{f, {bare: true}, {escaped: true}, {bare: true, escaped: true}} {
		try.oneLine, try.cell, try.heading = f.oneLine, f.cell, f.heading
		try.bare = try.bare || f.bare
		proof := try
		proof.proof = true
		if textOfMarkdown(b.runs(runs, proof), f) == want {
			return b.runs(runs, try)
		}
	}
	return b.runs(runs, form{oneLine: f.oneLine, cell: f.cell, bare: true, escaped: true})
}

// textOfMarkdown returns the text that Markdown shows.
func textOfMarkdown(text string, f form) string {
	switch {
	case f.heading:
		text = "## " + text
	case f.cell:
		text = "| " + text + " |\n|---|\n"
	}
	parsed := markdown.Parse(source.NewFile("", []byte(text)).Pos(0, len(text)), markdown.Options{})
	if len(parsed.RawHTML) > 0 || !f.heading && len(parsed.Headings) > 0 {
		return "\x00"
	}
	return spaced(markdown.Whole(parsed).Text() + " " + markdown.NotesText(parsed))
}

// runs returns runs as Markdown.
func (b *body) runs(runs []docx.Run, f form) string {
	var out strings.Builder
	for i := 0; i < len(runs); {
		r := runs[i]
		if r.Link == "" || f.proof {
			b.run(&out, r, f, i+1 < len(runs))
			i++
			continue
		}
		var inside strings.Builder
		end := i
		for end < len(runs) && runs[end].Link == r.Link {
			b.run(&inside, runs[end], f, true)
			end++
		}
		text := inside.String()
		address, ok := safeAddress(r.Link)
		endAddress(&out)
		switch trimmed := strings.TrimSpace(text); {
		case !ok || trimmed == "":
			out.WriteString(text)
		case isAddress(trimmed, address):
			lead := text[:strings.Index(text, trimmed)]
			out.WriteString(lead + "<" + address + ">" + text[len(lead)+len(trimmed):])
		default:
			lead := text[:strings.Index(text, trimmed)]
			out.WriteString(lead + "[" + trimmed + "](" + destination(address) + ")" + text[len(lead)+len(trimmed):])
		}
		i = end
	}
	text := out.String()
	if f.oneLine || f.cell {
		return spaced(strings.ReplaceAll(text, "\n", " "))
	}
	lines := strings.Split(text, "\n")
	kept := lines[:0]
	for _, line := range lines {
		if line = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(line), "\x00")); line != "" {
			kept = append(kept, lineStart(spaced(line)))
		}
	}
	return strings.Join(kept, "\\\n")
}

// isAddress reports whether the text of a link is the address itself.
func isAddress(text, address string) bool {
	return strings.ReplaceAll(text, `\`, "") == address && (strings.HasPrefix(address, "http://") || strings.HasPrefix(address, "https://")) && !strings.ContainsAny(address, " <>")
}

// destination returns an address as the destination of a link.
func destination(address string) string {
	if strings.ContainsAny(address, " ()<>\\") {
		return "<" + strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20", `\`, "%5C").Replace(address) + ">"
	}
	return address
}

// run writes one run.
func (b *body) run(out *strings.Builder, r docx.Run, f form, more bool) {
	switch {
	case r.Picture != nil:
		if !f.proof {
			endAddress(out)
			out.WriteString(b.picture(r.Picture))
		}
		return
	case r.Note > 0:
		if !f.proof {
			endAddress(out)
			out.WriteString("[^" + strconv.Itoa(b.noteNumber(r.Note)) + "]")
		}
		return
	}
	text := strings.ReplaceAll(r.Text, "\t", " ")
	core := strings.TrimSpace(text)
	if core == "" {
		out.WriteString(text)
		return
	}
	at := strings.Index(text, core)
	mark := ""
	if !f.bare && !strings.Contains(core, "\n") {
		if r.Bold {
			mark = "**"
		}
		if r.Italic {
			mark += "*"
		}
	}
	escaped := escapeText(core, f)
	before := out.String()
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(core)
	end, _ := utf8.DecodeLastRuneInString(core)
	tight := at == 0 && before != "" && !unicode.IsSpace(last)
	if mark != "" && (tight || more && at+len(core) == len(text) && isMark(end) || isMark(first) && tight) {
		mark = "" // it would not be read as one
	}
	if strings.HasSuffix(before, "*") && mark != "" && at == 0 {
		mark = ""
	}
	struck := r.Struck && !f.bare && !tight
	if struck {
		escaped = "~~" + escaped + "~~"
	}
	out.WriteString(text[:at] + mark + escaped + mark + text[at+len(core):])
}

// endAddress makes a web or mail address at the end of what was written one that ends there:
// what follows directly would be taken for a part of it.
func endAddress(out *strings.Builder) {
	text := out.String()
	at := strings.LastIndexAny(text, " \n(|") + 1
	word := text[at:]
	switch i := strings.LastIndexAny(word, "@."); {
	case strings.HasPrefix(word, "http://"), strings.HasPrefix(word, "https://"):
		if !strings.ContainsAny(word, "<>\\*") {
			word = "<" + word + ">"
			break
		}
		word = strings.Replace(word, ":", `\:`, 1)
	case strings.Contains(word, "://"):
		word = strings.Replace(word, ":", `\:`, 1)
	case i > 0 && (strings.Contains(word, "www.") || strings.Contains(word, "@")) && !strings.ContainsAny(word, `\]`):
		word = strings.NewReplacer("www.", `www\.`, "@", `\@`).Replace(word)
	default:
		return
	}
	out.Reset()
	out.WriteString(text[:at] + word)
}

func isMark(c rune) bool { return unicode.IsPunct(c) || unicode.IsSymbol(c) }

var entity = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^&(?:#[xX]?[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);`) })

// escapeText returns a text as Markdown that shows it as it is, but for what counts only at the
// beginning of a line (lineStart).
func escapeText(text string, f form) string {
	var out strings.Builder
	address := false // within a word that is one
	for i, c := range text {
		rest := text[i:]
		if i == 0 || c == ' ' || c == '\n' {
			word, _, _ := strings.Cut(strings.TrimLeft(rest, " \n("), " ")
			address = strings.Contains(word, "://") || strings.HasPrefix(word, "www.") || strings.Contains(word, "@")
		}
		special := false
		switch c {
		case '\\', '`', '*', '[', ']', '~':
			special = true
		case '_':
			special = !address && (i == 0 || i+1 == len(text) || !isWord(text[i-1]) || !isWord(text[i+1]))
		case '<':
			special = i+1 < len(text) && (isWord(text[i+1]) || strings.IndexByte("/!?", text[i+1]) >= 0)
		case '&':
			special = entity().MatchString(rest)
		case '|':
			special = f.cell
		case '{', '#':
			special = f.heading
		}
		if special || f.escaped && c < utf8.RuneSelf && isMark(c) {
			out.WriteByte('\\')
		}
		out.WriteRune(c)
	}
	return out.String()
}

func isWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c >= utf8.RuneSelf
}

var startsBlock = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:#{1,6}(?: |$)|[-+](?: |$)|>|[-=_]+\s*$|(?:- ?){3,}$|\|)`)
})

var startsNumber = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^([0-9]{1,9})([.)])( |$)`) })

// lineStart escapes what would begin a heading, a list, a quote or the like at the beginning of
// a line.
func lineStart(line string) string {
	if found := startsNumber().FindStringSubmatchIndex(line); found != nil {
		return line[:found[3]] + `\` + line[found[3]:]
	}
	if startsBlock().MatchString(line) {
		return `\` + line
	}
	return line
}
