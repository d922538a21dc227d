package docximport_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"wijkvisie/internal/docximport"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/source"
)

// inTwo reports whether a text is there in two parts, as a title and what follows.
func inTwo(all, text string) bool {
	l := letters(text)
	for i := range l {
		if strings.Contains(all, l[:i]) && strings.Contains(all, l[i:]) {
			return true
		}
	}
	return false
}

// letters returns the letters and digits of a text without accents, in lower case.
func letters(text string) string { return strings.ReplaceAll(split(text), " ", "") }

// split returns the words of a text in lower case without accents, with a space between them.
func split(text string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			return unicode.ToLower(c)
		case unicode.Is(unicode.Mn, c):
			return -1
		}
		return ' '
	}, norm.NFD.String(text))
}

func bodyText(f docximport.File) string {
	_, text, _ := strings.Cut(string(f.Data), "\n---\n")
	body := markdown.Parse(source.NewFile(f.Path, []byte(text)).Pos(0, len(text)), markdown.Options{})
	shown := markdown.Whole(body).Text() + " " + markdown.NotesText(body)
	return shown
}

// shownBy returns the letters of all files.
func shownBy(r *docximport.Result) string {
	all := ""
	for _, f := range r.Files {
		if strings.HasSuffix(f.Path, ".md") {
			front, _, _ := strings.Cut(string(f.Data), "\n---\n")
			all += " " + letters(front) + " " + letters(bodyText(f))
		}
	}
	return all
}

// paragraphs returns the texts of all paragraphs in the parts of a document, those that are
// deleted included.
func paragraphs(t testing.TB, data []byte) []string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, f := range archive.File {
		if !strings.HasPrefix(f.Name, "word/") || !strings.HasSuffix(f.Name, ".xml") {
			continue
		}
		part, err := fs.ReadFile(archive, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, textsIn(t, part)...)
	}
	return list
}

func textsIn(t testing.TB, part []byte) []string {
	t.Helper()
	var list []string
	var open []string // texts of the paragraphs that are open
	deleted, skip := "", 0
	d := xml.NewDecoder(bytes.NewReader(part))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "Fallback":
				skip++
			case "p":
				open = append(open, "")
			case "t", "delText":
				text := ""
				if err := d.DecodeElement(&text, &e); err != nil {
					t.Fatal(err)
				}
				text = strings.ReplaceAll(text, "\u00ad", "")
				switch {
				case skip > 0 || len(open) == 0:
				case e.Name.Local == "delText":
					deleted += text
				default:
					open[len(open)-1] += text
				}
			case "tab", "br", "noBreakHyphen":
				if len(open) > 0 {
					open[len(open)-1] += " "
				}
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "Fallback":
				skip--
			case "p":
				for _, text := range []string{open[len(open)-1], deleted} {
					if letters(text) != "" {
						list = append(list, text)
					}
				}
				open, deleted = open[:len(open)-1], ""
			}
		}
	}
}
