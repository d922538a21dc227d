package pipeline_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/pipeline"
)

// author is somebody who does what hints say, word for word. Authors know what the content was
// meant to be, and use that only where a hint asks for what no program can know: then it still has
// to stand at the place that is wrong.
type author struct{ meant content }

// mark is what a message marks in a file.
type mark struct {
	path       string
	text       string // the file
	start, end int    // in text
	line       int
	related    []diag.Related
}

func (m mark) marked() string { return m.text[m.start:m.end] }

// replaced returns content with another text in a part of the file.
func (m mark) replaced(c content, start, end int, by string) content {
	return c.with(m.path, m.text[:start]+by+m.text[end:])
}

// deed is what an author does who reads certain words.
type deed struct {
	words string // a regular expression
	do    func(a author, c content, m mark, args []string) (content, error)
}

// deeds are what hints say, the first that fits.
func deeds() []deed {
	return []deed{
		{`^bedoelde u "(.+)"\?$`, replaceMarked},
		{`^bedoelde u (\S+)\? Schrijf het jaar met vier cijfers$`, replaceMarked},
		{`^schrijf "([a-z-]+: .+)"$`, replaceEntry},
		{`^schrijf: ([a-z-]+:(?: .+)?)$`, replaceEntry},
		{`^typ het opnieuw: (.+)$`, replaceMarked},
		{`^zet de tekst tussen aanhalingstekens: (".*")$`, quoteText},
		{`^zet de tekst tussen enkele aanhalingstekens`, func(_ author, c content, m mark, _ []string) (content, error) {
			return m.replaced(c, m.start, m.end, "'"+strings.Trim(m.marked(), `"`)+"'"), nil
		}},
		{`^zet de hele tekst tussen aanhalingstekens$`, restoreMarked},
		{`^sluit de tekst af met (.)$`, func(_ author, c content, m mark, args []string) (content, error) {
			return m.replaced(c, m.end, m.end, args[0]), nil
		}},
		{`^(?:voeg een regel toe|vul in): ([a-z-]+): .+$`, addEntry},
		{`^schrijf de reden erbij: (reden): "…"$`, addEntry},
		{`^als dat zo is, voeg toe: "(behoeften): .*"$`, addEntry},
		{`^noem de behoefte bij (behoeften), of de wijk bij wijken\.$`, addEntry},
		{`^schrijf een streepje en een spatie voor elk deel van de lijst: (- .*)$`, beginItem},
		{`^vervang de tab door spaties$`, restoreIndentation},
		{`^laat de regel evenveel inspringen als `, restoreIndentation},
		{`^hoort dit bij de tekst erboven, laat de regel dan verder inspringen`, indentText},
		{`^zet een \| achter de dubbele punt, en begin daarna een nieuwe regel`, useBlock},
		{`^begin het bestand met de regel --- die nu op regel (\d+) staat`, func(_ author, c content, m mark, args []string) (content, error) {
			at, _ := lineOf(m.text, args[0])
			return c.with(m.path, m.text[at:]+m.text[:at]), nil
		}},
		{`^laat wat bij "(.+)" hoort twee spaties verder inspringen$`, restoreIndentation},
		{`^laat er één staan$|^haal een van de twee regels weg\.$`, removeEntry},
		{`^haal de regel weg zolang het niet bekend is$`, removeEntry},
		{`^haal het onzichtbare teken weg`, func(_ author, c content, m mark, _ []string) (content, error) {
			return m.replaced(c, m.start, m.end, strings.Repeat(" ", strings.Count(m.marked(), "\u00a0"))), nil
		}},
		{`^zet onder de gegevens een regel met alleen (---)$`, closeBlock},
		{`^maak van regel (\d+), nu “(.+)”, een regel met alleen (---)$`, func(_ author, c content, m mark, args []string) (content, error) {
			at, end := lineOf(m.text, args[0])
			return m.replaced(c, at, end, args[2]+"\n"), nil
		}},
		{`^begin het bestand met een regel ---, dan de gegevens, dan weer een regel ---$`, func(a author, c content, m mark, _ []string) (content, error) {
			if strings.TrimSpace(m.text) == "" {
				return c.with(m.path, a.meant[m.path]), nil
			}
			return c.with(m.path, "---\n"+m.text), nil
		}},
		{`^haal de regel met --- of \.\.\. weg die hierboven staat$`, func(_ author, c content, m mark, _ []string) (content, error) {
			at := strings.LastIndex(m.text[:m.start], "---\n")
			if at < 0 {
				return nil, fmt.Errorf("there is no such line")
			}
			return m.replaced(c, at, at+len("---\n"), ""), nil
		}},
		{`^sla het bestand in uw tekstprogramma op als UTF-8$`, func(_ author, c content, m mark, _ []string) (content, error) {
			decoded, err := charmap.Windows1252.NewDecoder().String(m.text)
			return c.with(m.path, decoded), err
		}},
		{`^kies welke tekst blijft en haal de regels met <<<<<<<, ======= en >>>>>>> weg$`, func(_ author, c content, m mark, _ []string) (content, error) {
			return c.with(m.path, regexp.MustCompile(`(?s)<<<<<<< .*?\n(.*?)=======\n.*?>>>>>>> .*?\n`).ReplaceAllString(m.text, "$1")), nil
		}},
		{`^geef het bestand een andere naam, zoals (.+)$`, renameFile},
		{`(?:^|; )noem de map "(.+)" voortaan "(.+)"$`, func(_ author, c content, m mark, args []string) (content, error) {
			return renameFolder(c, args[0], args[1]), nil
		}},
		{`^vergelijk de twee\. Neem in het gewone bestand over wat daar ontbreekt, en gooi de kopie weg\.$`, removeFile},
		{`^haal het weg, of zet het in bestanden/`, removeFile},
		{`^zet in de tekst|^gebruik Markdown: \*\*vet\*\*`, func(_ author, c content, m mark, _ []string) (content, error) {
			return m.replaced(c, m.start, m.end, "**"), nil
		}},
		{`^laat het weg, of noem een adres of nummer van de gemeente`, func(_ author, c content, m mark, _ []string) (content, error) {
			return m.replaced(c, m.start, m.end, ""), nil
		}},
		{`^zet de verwijzing, zoals|^bewaar de afbeelding opnieuw|^haal het antwoord weg, of laat|^kijk of het jaar van het programma klopt`, restoreAll},
		{`^schrijf een (?:groter|kleiner) getal$|^kies welke voorgaat\.|^geef een van de twee een andere naam|^pas een van de perioden aan|^kijk of |^verbeter een van de twee dagen$`, restoreMarked},
		{`^zet de regels op volgorde van datum, of verbeter de datum\.$|^zoek bij het CBS op welke|^zoek de code op bij het CBS|^zeg in de linktekst waar|^beschrijf tussen de rechte haken|^verbeter het adres\.|^gebruik na ##`, restoreMarked},
		{`^verwijs naar |^zet het bestand in media/|^haal het attribuut weg`, restoreMarked},
		{`^geef de wijk de code van het gebied|^zoek op welke van de twee klopt|^exporteer de grenzen opnieuw|^kijk of de code van de wijk klopt`, restoreAll},
		{`^noem de behoefte ook bij de toezegging die het overneemt`, restoreMarked},
		{`^schrijf(?: voortaan|: | een lijst: |) ?"?(\[.*\]|\{.*\}|[^ ].*?)"?$`, writeInstead},
		{`^kies uit: (.+)$`, func(a author, c content, m mark, args []string) (content, error) {
			was, err := a.was(m)
			if err == nil && !slices.Contains(strings.Split(args[0], ", "), was) {
				err = fmt.Errorf("%q is not among them", was)
			}
			return m.replaced(c, m.start, m.end, was), err
		}},
	}
}

func replaceMarked(_ author, c content, m mark, args []string) (content, error) {
	return m.replaced(c, m.start, m.end, args[0]), nil
}

// writeInstead writes in the place of what is marked what a hint says, or what was meant when that
// is an example.
func writeInstead(a author, c content, m mark, args []string) (content, error) {
	if example, ok := strings.CutPrefix(args[0], "het zoals "); ok {
		_ = example
		return restoreMarked(a, c, m, nil)
	}
	for _, form := range []string{"een datum als ", "2011-05-19, 2011-10", "de naam van een bestand", "de id van", "de wijk, een schuine streep", "eerst de "} {
		if strings.HasPrefix(args[0], form) {
			return restoreMarked(a, c, m, nil)
		}
	}
	return replaceMarked(a, c, m, args)
}

// was returns what stood in the place of what is marked: all around it is what it was.
func (a author) was(m mark) (string, error) {
	meant := a.meant[m.path]
	before, after := m.text[:m.start], m.text[m.end:]
	if strings.HasPrefix(meant, before) && strings.HasSuffix(meant, after) && len(before)+len(after) <= len(meant) {
		return meant[len(before) : len(meant)-len(after)], nil
	}
	return "", fmt.Errorf("the mistake is not where the mark is: %q", m.marked())
}

// restoreMarked writes in the place of what is marked what was meant there, or at the other place
// that the message names.
func restoreMarked(a author, c content, m mark, _ []string) (content, error) {
	if _, known := a.meant[m.path]; !known {
		return a.meant, nil // the file has another name
	}
	was, err := a.was(m)
	if err == nil && was != m.marked() {
		return m.replaced(c, m.start, m.end, was), nil
	}
	for _, r := range m.related {
		other := mark{path: r.Pos.Path(), text: c[r.Pos.Path()], start: r.Pos.Start, end: r.Pos.End}
		if was, err := a.was(other); err == nil {
			return other.replaced(c, other.start, other.end, was), nil
		}
	}
	return nil, fmt.Errorf("the mistake is not where the mark is: %q", m.marked())
}

// restoreAll does what takes several files, of which the message names one.
func restoreAll(a author, _ content, _ mark, _ []string) (content, error) { return a.meant, nil }

// restoreIndentation indents the marked line as it was meant, and those below it that are too.
func restoreIndentation(a author, c content, m mark, _ []string) (content, error) {
	meant, lines := strings.SplitAfter(a.meant[m.path], "\n"), strings.SplitAfter(m.text, "\n")
	if len(meant) != len(lines) || m.line > len(lines) {
		return nil, fmt.Errorf("there are more lines than before, or fewer")
	}
	for i := m.line - 1; i < len(lines) && lines[i] != meant[i] && strings.TrimSpace(lines[i]) == strings.TrimSpace(meant[i]); i++ {
		lines[i] = meant[i]
	}
	if text := strings.Join(lines, ""); text != m.text {
		return c.with(m.path, text), nil
	}
	return nil, fmt.Errorf("line %d is indented well", m.line)
}

// replaceEntry writes a key and a value in the place of those that are marked.
func replaceEntry(_ author, c content, m mark, args []string) (content, error) {
	start := m.start
	if key := regexp.MustCompile(`[a-z-]+:\s*$`).FindStringIndex(m.text[:start]); key != nil {
		start = key[0]
	}
	end := m.end
	if start == m.start && strings.HasPrefix(m.text[end:], ": ") { // the key alone is marked
		end = start + strings.IndexAny(m.text[start:], ",}\n")
	}
	return m.replaced(c, start, end, args[0]), nil
}

// quoteText writes a text in quotes in the place of the value that it is, of which the mark may be
// a part.
func quoteText(_ author, c content, m mark, args []string) (content, error) {
	inside := strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(args[0][1 : len(args[0])-1])
	lineStart := strings.LastIndexByte(m.text[:m.start], '\n') + 1
	lineEnd := m.end + strings.IndexByte(m.text[m.end:]+"\n", '\n')
	bare := func(s string) string { return strings.Trim(s, `"'“”„‘’«»`) }
	for start := m.start; start >= lineStart; start-- {
		if start > lineStart && strings.IndexByte(" [{", m.text[start-1]) < 0 {
			continue
		}
		for _, exact := range []bool{true, false} {
			for end := lineEnd; end > start; end-- {
				if text := m.text[start:end]; exact && text == inside || !exact && bare(text) == bare(inside) {
					return m.replaced(c, start, end, args[0]), nil
				}
			}
		}
	}
	return nil, fmt.Errorf("there is no text %q", inside)
}

// addEntry adds a key with what was meant by it to the mapping that begins at the mark, or fills it
// in when it is there without a value.
func addEntry(a author, c content, m mark, args []string) (content, error) {
	key := args[0] + ":"
	end := m.start + strings.IndexByte(m.text[m.start:]+"\n", '\n')
	if strings.TrimRight(m.marked(), ": ") == args[0] {
		return a.adding(c, m, m.start, end, key, "")
	}
	if flow, isFlow := strings.CutPrefix(strings.TrimPrefix(m.marked(), "- "), "{"); isFlow {
		_ = flow
		at := m.start + strings.LastIndexByte(m.text[m.start:m.end], '}')
		return a.adding(c, m, at, at, key, ", ")
	}
	indent := m.start - strings.LastIndexByte(m.text[:m.start], '\n') - 1
	if strings.HasPrefix(m.text[m.start:], "- ") {
		indent += len("- ")
	}
	return a.adding(c, m, end, end, key, "\n"+strings.Repeat(" ", indent))
}

// adding returns content with a key and the value that was meant, of those that the key has in the
// file.
func (a author) adding(c content, m mark, start, end int, key, before string) (content, error) {
	for _, value := range []string{`( (?:"[^"\n]*"|\[[^\n]*?\]|\{[^\n]*?\}|[^,}\n]*)|(?:\n +.*)*)`, `( .*)$`} { // between braces, and on a line
		for _, found := range regexp.MustCompile(`(?m)(?:^|[ {])`+key+value).FindAllStringSubmatch(a.meant[m.path], -1) {
			added := m.replaced(c, start, end, before+key+found[1])
			if meaning(added) == meaning(a.meant) {
				return added, nil
			}
		}
	}
	return nil, fmt.Errorf("adding %s does not help", key)
}

// beginItem writes a hyphen and a space before an item of a list, in the place of what marks it.
func beginItem(_ author, c content, m mark, args []string) (content, error) {
	if strings.HasPrefix(m.text[m.start:], strings.TrimPrefix(args[0], "- ")) {
		start := m.start
		if m.start-strings.LastIndexByte(m.text[:m.start], '\n') > 4 { // as far as the items above
			above := regexp.MustCompile(`(?m)^ *- `).FindAllString(m.text[:m.start], -1)
			start -= max(0, m.start-strings.LastIndexByte(m.text[:m.start], '\n')-1-(len(above[len(above)-1])-2))
		}
		return m.replaced(c, start, m.start, "- "), nil
	}
	return m.replaced(c, m.start, m.end, "- "), nil
}

// indentText indents the marked line further than the key of the text above it.
func indentText(_ author, c content, m mark, _ []string) (content, error) {
	line := strings.LastIndexByte(m.text[:m.start], '\n') + 1
	keys := regexp.MustCompile(`(?m)^( *)(- )?[a-z-]+:`).FindAllStringSubmatch(m.text[:line], -1)
	key := keys[len(keys)-1]
	return m.replaced(c, line, m.start, strings.Repeat(" ", len(key[1])+len(key[2])+2)), nil
}

// useBlock makes the marked lines a text of several lines.
func useBlock(_ author, c content, m mark, _ []string) (content, error) {
	key := strings.LastIndexByte(m.text[:m.start], ':') + 1
	rest := m.text[key:]
	if strings.TrimLeft(rest, " ")[0] == '\n' {
		return m.replaced(c, key, key, " |"), nil
	}
	next := rest[strings.IndexByte(rest, '\n')+1:]
	indentation := next[:len(next)-len(strings.TrimLeft(next, " "))]
	return m.replaced(c, key, m.start, " |\n"+indentation), nil
}

// removeEntry removes the line that is marked; between braces, the entry.
func removeEntry(_ author, c content, m mark, _ []string) (content, error) {
	start := strings.LastIndexByte(m.text[:m.start], '\n') + 1
	end := m.start + strings.IndexByte(m.text[m.start:]+"\n", '\n') + 1
	if opened := strings.LastIndexAny(m.text[start:m.start], "{,"); opened >= 0 && strings.HasPrefix(m.text[m.end:], ":") {
		start += opened
		end = m.end + strings.IndexAny(m.text[m.end:], ",}")
	}
	return m.replaced(c, start, min(end, len(m.text)), ""), nil
}

// closeBlock writes a delimiter between the data and the text.
func closeBlock(a author, c content, m mark, args []string) (content, error) {
	_, body, _ := strings.Cut(strings.TrimPrefix(a.meant[m.path], "---\n"), "\n---\n")
	data, ok := strings.CutSuffix(m.text, body)
	if !ok {
		return nil, fmt.Errorf("the data end nowhere")
	}
	return c.with(m.path, data+args[0]+"\n"+body), nil
}

// lineOf returns where the line with a number begins and ends.
func lineOf(text, number string) (start, end int) {
	for i, line := range strings.SplitAfter(text, "\n") {
		if fmt.Sprint(i+1) == number {
			return start, start + len(line)
		}
		start += len(line)
	}
	return 0, 0
}

func renameFile(_ author, c content, m mark, args []string) (content, error) {
	renamed := c.with(m.path[:strings.LastIndexByte(m.path, '/')+1]+args[0], m.text)
	delete(renamed, m.path)
	return renamed, nil
}

func removeFile(_ author, c content, m mark, _ []string) (content, error) {
	without := c.with(m.path, "")
	delete(without, m.path)
	return without, nil
}

func renameFolder(c content, from, to string) content {
	renamed := make(content)
	for path, text := range c {
		if rest, ok := strings.CutPrefix(path, strings.TrimSuffix(from, "/")+"/"); ok {
			path = strings.TrimSuffix(to, "/") + "/" + rest
		}
		renamed[path] = text
	}
	return renamed
}

// obey returns content in which the author did what the hint of a diagnostic says.
func (a author) obey(c content, d diag.Diagnostic) (content, error) {
	hint := diag.Dutch.Hint(d)
	m := mark{path: d.Path(), text: c[d.Path()], start: d.Pos.Start, end: d.Pos.End, line: d.Pos.Place().Line, related: d.Related()}
	for _, deed := range deeds() {
		if args := regexp.MustCompile(deed.words).FindStringSubmatch(hint); args != nil {
			return deed.do(a, c, m, args[1:])
		}
	}
	return nil, fmt.Errorf("nobody knows how to do this")
}

// mended returns content after all hints were obeyed, one after the other, with the number of those.
// normal is what may be said of it.
func (a author) mended(p *pipeline.Pipeline, c content, normal diag.List) (content, int, error) {
	for n := range 12 {
		list, err := checked(p, c)
		if err != nil {
			return nil, n, err
		}
		list = news(normal, list)
		if len(list) == 0 {
			return c, n, nil
		}
		next, err := a.obey(c, list[0])
		if err != nil {
			return nil, n, fmt.Errorf("%w, at\n\t%s", err, said(list[0]))
		}
		c = next
	}
	return nil, 0, fmt.Errorf("the hints do not end")
}
