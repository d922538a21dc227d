package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/text/unicode/norm"

	"wijkvisie/internal/city"
)

// headingParser reads the {#id} at the end of a heading. That of goldmark
// also takes away what is no id, and gives no places.
type headingParser struct{ parser.BlockParser }

func (p headingParser) Close(n ast.Node, r text.Reader, pc parser.Context) {
	p.BlockParser.Close(n, r, pc)
	last := n.Lines().Len() - 1
	if n.Parent() == nil || last < 0 {
		return
	}
	at := n.Lines().At(last)
	line := r.Source()[at.Start:at.Stop]
	id, start, ok := headingID(line)
	if !ok {
		return
	}
	findingsOf(pc).ids[n] = headingIDAt{string(id), at.Start + start + len("{#")}
	line = bytes.TrimRight(line[:start], " \t")
	if hashes := bytes.TrimRight(line, "#"); len(hashes) == 0 || bytes.HasSuffix(hashes, []byte{' '}) {
		line = bytes.TrimRight(hashes, " \t") // the closing sequence before the id
	}
	at.Stop = at.Start + len(line)
	n.Lines().Set(last, at)
}

// hashHeadingParser is for the headings that begin with a #.
type hashHeadingParser struct{ headingParser }

func (p hashHeadingParser) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	return openRecording(p.BlockParser, parent, r, pc)
}

// headingIDAt is an id and its offset in the text.
type headingIDAt struct {
	id string
	at int
}

// headingID finds the {#id} that ends a line, and where it begins.
func headingID(line []byte) (id []byte, start int, ok bool) {
	line = bytes.TrimRight(line, " \t\n")
	start = bytes.LastIndexByte(line, '{')
	if start < 0 || !bytes.HasPrefix(line[start:], []byte("{#")) || !bytes.HasSuffix(line, []byte{'}'}) {
		return nil, 0, false
	}
	if escapes := line[:start]; (len(escapes)-len(bytes.TrimRight(escapes, `\`)))%2 == 1 {
		return nil, 0, false
	}
	inner := line[start+len("{#") : len(line)-1]
	end := bytes.IndexFunc(inner, func(r rune) bool {
		return r == utf8.RuneError || r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	switch {
	case end < 0:
		end = len(inner)
	case inner[end] != ' ' && inner[end] != '\t' || bytes.IndexByte(inner, '}') >= 0:
		return nil, 0, false
	}
	return inner[:end], start, end > 0
}

// finishHeadings sets the levels and ids of headings, for which all of them must be known.
func finishHeadings(headings []city.Heading, reserved []string) {
	down := 0
	taken, seen := make(map[string]bool), make(map[string]bool)
	for _, id := range reserved {
		taken[id] = true
	}
	for i := range headings {
		h := &headings[i]
		if h.Level == 1 {
			down = 1
		}
		if h.Explicit {
			h.Repeated = seen[h.ID]
			seen[h.ID], taken[h.ID] = true, true
		}
	}
	next := make(map[string]int)
	for i := range headings {
		h := &headings[i]
		h.Level = min(h.Level+down, 6)
		if !h.Explicit {
			h.ID = freeID(slug(h.Text), taken, next)
		}
	}
}

// freeID returns id, with a number if it is taken, and takes it.
func freeID(id string, taken map[string]bool, next map[string]int) string {
	free := id
	for taken[free] {
		next[id]++
		free = id + "-" + strconv.Itoa(next[id])
	}
	taken[free] = true
	return free
}

// slug makes an id of the words of a heading: lower case, without accents,
// with hyphens between the words.
func slug(words string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(words)) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '_':
			b.WriteRune(r)
		case unicode.IsSpace(r), unicode.Is(unicode.Pd, r), r == '/':
			if s := b.String(); s != "" && s[len(s)-1] != '-' {
				b.WriteByte('-')
			}
		}
	}
	id := norm.NFC.String(strings.TrimRight(b.String(), "-"))
	const ofTheme = "wv-" // the ids that the theme makes
	switch {
	case id == "":
		return "kop"
	case strings.HasPrefix(id, ofTheme):
		return "kop-" + id
	}
	return id
}
