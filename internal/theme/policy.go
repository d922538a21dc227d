package theme

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
	"github.com/tdewolff/parse/v2/html"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// The pages of the site have a content security policy (package headers): scripts and styles
// in files of their own, pictures of the site itself, and nothing else. Anything else that a theme
// of one's own has does not reach visitors.

// checkPolicy reports what browsers do not run, show or fetch of a template of one's own.
func (l *loader) checkPolicy(f *source.File) {
	if !l.isOwn(f) {
		return
	}
	report := func(start, length int, m diag.Message, args ...any) {
		l.problems = append(l.problems, diag.At(f.Pos(start, start+length), m, args...))
	}
	// Drawings are read as other elements are: the lexer returns them in one piece.
	in := parse.NewInputBytes(bytes.ReplaceAll(withoutActions(f.Data), []byte("<svg"), []byte("<div")))
	lexer := html.NewLexer(in)
	var tag element
	for {
		kind, token := lexer.Next()
		start := in.Offset() - len(token)
		switch kind {
		case html.ErrorToken:
			return
		case html.StartTagToken:
			tag = element{name: strings.ToLower(string(lexer.Text())), start: start, length: len(token)}
		case html.AttributeToken:
			a := attribute{strings.ToLower(string(lexer.AttrKey())), strings.Trim(string(lexer.AttrVal()), `"' `+"\t\r\n")}
			tag.attributes = append(tag.attributes, a)
			at := start + bytes.Index(token, lexer.AttrKey())
			switch {
			case a.name == "style":
				report(at, len(a.name), diag.StyleInline)
			case isHandler(a.name):
				report(at, len(a.name), diag.HandlerInline, a.name)
			case hasPrefixFold(a.value, "javascript:"):
				report(at, len(a.name), diag.HandlerInline, "javascript:")
			case tag.fetches(a) && isElsewhere(a.value):
				report(at, len(a.name), diag.FetchedElsewhere, shortened(a.value))
			}
		case html.StartTagCloseToken, html.StartTagVoidToken:
			switch {
			case tag.name == "script" && !tag.isInFile():
				report(tag.start, tag.length, diag.ScriptInline)
			case tag.name == "style":
				report(tag.start, tag.length, diag.StyleInline)
			case slices.Contains([]string{"iframe", "object", "embed", "audio", "video", "base"}, tag.name):
				report(tag.start, tag.length, diag.ElementStopped, "<"+tag.name+">")
			}
		}
	}
}

// element is the beginning of an element of a page.
type element struct {
	name          string // in small letters
	start, length int    // in the template, up to its attributes
	attributes    []attribute
}

// attribute is a name in small letters, and the value without quotes.
type attribute struct{ name, value string }

// isInFile reports whether a script is not within the page, or is data that nothing runs.
func (e element) isInFile() bool {
	return slices.ContainsFunc(e.attributes, func(a attribute) bool {
		return a.name == "src" || a.name == "type" && strings.HasPrefix(a.value, "application/")
	})
}

// fetches reports whether browsers fetch what an attribute of the element names, or send a form
// there.
func (e element) fetches(a attribute) bool {
	switch a.name {
	case "src", "srcset", "action", "formaction":
		return !slices.Contains([]string{"iframe", "embed", "audio", "video"}, e.name) // those are reported as a whole
	case "href":
		return e.name == "image" || e.name == "use" || e.name == "link" && slices.ContainsFunc(e.attributes, isFetchingRel)
	}
	return false
}

// isFetchingRel reports whether an attribute of a link says that browsers fetch it.
func isFetchingRel(a attribute) bool {
	return a.name == "rel" && slices.ContainsFunc(strings.Fields(strings.ToLower(a.value)), func(rel string) bool {
		return slices.Contains([]string{"stylesheet", "icon", "apple-touch-icon", "manifest", "modulepreload", "preload"}, rel)
	})
}

// isHandler reports whether an attribute holds a script that is to run at an event.
func isHandler(name string) bool {
	return len(name) > len("on") && strings.HasPrefix(name, "on") && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz") == ""
}

// isElsewhere reports whether an address is not one of the site itself.
func isElsewhere(address string) bool {
	return slices.ContainsFunc([]string{"http:", "https:", "//", "data:", "blob:"}, func(prefix string) bool {
		return hasPrefixFold(address, prefix)
	})
}

// shortened returns the beginning of an address, for a message: it may hold a whole picture.
func shortened(address string) string {
	const most = 80
	if len(address) <= most {
		return address
	}
	return strings.ToValidUTF8(address[:most], "") + "…"
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// withoutActions returns the text of a template with spaces in the place of its actions and
// their comments, so that all else stands where it stood.
func withoutActions(data []byte) []byte {
	text := bytes.Clone(data)
	for from := 0; ; {
		i := bytes.Index(text[from:], []byte("{{"))
		if i < 0 {
			return text
		}
		start := from + i
		from = start + endOfAction(text[start:])
		for j := start; j < from; j++ {
			if text[j] != '\n' && text[j] != '\r' {
				text[j] = ' '
			}
		}
	}
}

// endOfAction returns the length of the action that a text begins with. Texts in quotes and
// comments may hold the braces that end an action.
func endOfAction(text []byte) int {
	inner := bytes.TrimPrefix(text[len("{{"):], []byte("- "))
	i := len(text) - len(inner)
	if bytes.HasPrefix(inner, []byte("/*")) {
		if end := bytes.Index(inner, []byte("*/")); end >= 0 {
			i += end
		}
	}
	for i < len(text) {
		switch c := text[i]; {
		case bytes.HasPrefix(text[i:], []byte("}}")):
			return i + len("}}")
		case c == '"' || c == '\'' || c == '`':
			i++
			for i < len(text) && text[i] != c {
				if text[i] == '\\' && c != '`' {
					i++
				}
				i++
			}
		}
		i++
	}
	return len(text)
}

// checkStylesheet reports what browsers do not fetch of a stylesheet of one's own: fonts, which
// the site does not allow, files of others, and files of the theme, which are published with a
// hash in their names.
func (l *loader) checkStylesheet(f *source.File) {
	if !l.isOwn(f) {
		return
	}
	in := parse.NewInputBytes(bytes.Clone(f.Data))
	lexer := css.NewLexer(in)
	imports := false // the text that follows is the address of another stylesheet
	for offset := 0; ; {
		kind, token := lexer.Next()
		at := f.Pos(offset, offset+len(token))
		offset += len(token)
		switch {
		case kind == css.ErrorToken:
			return
		case kind == css.AtKeywordToken:
			imports = strings.EqualFold(string(token), "@import")
			if strings.EqualFold(string(token), "@font-face") {
				l.problems = append(l.problems, diag.At(at, diag.FontStopped))
			}
		case kind == css.URLToken || kind == css.StringToken && imports:
			address := string(token)
			if kind == css.URLToken {
				address = address[len("url("):]
			}
			switch address = strings.Trim(address, `"') `); {
			case isElsewhere(address):
				l.problems = append(l.problems, diag.At(at, diag.FetchedElsewhere, shortened(address)))
			case address != "" && !strings.ContainsAny(address[:1], "#/") && !strings.HasPrefix(address, "../"):
				name := path.Base(address)
				l.problems = append(l.problems, diag.At(at, diag.AssetRenamed, shortened(address)).WithHint(diag.PutInExtras, name))
			}
			imports = false
		case kind == css.SemicolonToken:
			imports = false
		}
	}
}
