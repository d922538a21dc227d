// Package plan decides which pages and files the site has and at which URL.
//
// Every URL of the site is made here, once, so that links, search, feeds and
// data cannot disagree. URLs are paths from the root of the site, as "/wijken/oost/";
// what comes before them (a path in basis-url) is added when a page is rendered.
package plan

import (
	"strings"

	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

// Kind is what a page is for.
type Kind uint8

// The kinds of page.
const (
	Home        Kind = iota
	Wijken           // /wijken/
	Wijk             // /wijken/oost/
	Vision           // /wijken/oost/2011-2014/
	Need             // /wijken/oost/behoeften/zwemles/
	Departments      // /diensten/
	Department       // /diensten/stadswerken/
	Programmes       // /programmas/
	Programme        // /programmas/stadswerken-2011/
	Themes           // /themas/
	Theme            // /themas/verkeer/
	Progress         // /voortgang/
	Changes          // /wijzigingen/
	ChangesOf        // /wijzigingen/2012/
	Search           // /zoeken/
	Data             // /gegevens/
	Loose            // /over-deze-site/
	NotFound         // /404.html
	Moved            // an address that something had before
)

// Page is one HTML page: what it is about and the rows it lists.
type Page struct {
	Kind  Kind
	about any    // what the methods below return, by kind; nil when the page is the only one of its kind
	url   string // empty of a need's, which follows from the need: there are many
	*Listing
}

// URL returns the address of the page.
func (p *Page) URL() string {
	if p.Kind == Need {
		return NeedURL(p.Need())
	}
	return p.url
}

// AppendURL appends the address of the page.
func (p *Page) AppendURL(dst []byte) []byte {
	if p.Kind == Need {
		return AppendNeedURL(dst, p.Need())
	}
	return append(dst, p.url...)
}

// Wijk returns the wijk that the page is about, or that the vision or the need is of
// that it is about; nil when there is none.
func (p *Page) Wijk() *relate.Wijk {
	switch about := p.about.(type) {
	case *relate.Wijk:
		return about
	case *relate.Vision:
		return about.Wijk
	case *relate.Need:
		return about.Wijk
	default:
		return nil
	}
}

// Vision returns the vision that the page is about, nil when it is about none.
func (p *Page) Vision() *relate.Vision { return about[*relate.Vision](p) }

// Need returns the need that the page is about, nil when it is about none.
func (p *Page) Need() *relate.Need { return about[*relate.Need](p) }

// Department returns the department that the page is about, nil when it is about none.
func (p *Page) Department() *relate.Department { return about[*relate.Department](p) }

// Programme returns the programme that the page is about, nil when it is about none.
func (p *Page) Programme() *relate.Programme { return about[*relate.Programme](p) }

// Theme returns the theme that the page is about, nil when it is about none.
func (p *Page) Theme() *relate.Theme { return about[*relate.Theme](p) }

// Loose returns the loose page that the page is, nil when it is none.
func (p *Page) Loose() *relate.Page { return about[*relate.Page](p) }

// Year returns the year whose changes the page lists, 0 when it lists no year's.
func (p *Page) Year() int { return about[int](p) }

// To returns where a page that moved is now, empty when it did not move.
func (p *Page) To() string { return about[string](p) }

func about[T any](p *Page) T {
	of, _ := p.about.(T)
	return of
}

// Listing is what a page lists. Pages that list nothing, which nearly all are, share one
// that is empty.
type Listing struct {
	// Rows is what the page lists. It is empty when the list was split into Parts.
	Rows *Rows
	// Parts are the pages that a long list was split into, in order.
	Parts []*Page
	// Parent is the page that this one is a part of, nil when it is none.
	Parent *Page
	// Label names a part for its readers: "O", or "O (2)" when a letter has several.
	Label string
}

// Rows are the rows of a page's lists.
type Rows struct {
	Wijken      []*relate.Wijk
	Departments []*relate.Department
	Programmes  []*relate.Programme
	Needs       []*relate.Need       // of Progress: the unanswered ones
	Commitments []*relate.Commitment // of Progress: late and moved ones
	Answers     []*relate.Answer
	Events      []*relate.Event
	Entries     []int32 // of Search: numbers of entries
}

// What pages list that list nothing; it never changes.
var (
	noRows    Rows
	noListing = Listing{Rows: &noRows}
)

// listing returns a listing of some rows.
func listing(rows Rows) *Listing { return &Listing{Rows: &rows} }

// source returns the file of content that is published as the page, nil when
// there is none.
func (p *Page) source() *source.File {
	switch {
	case p.Parent != nil:
		return nil
	case p.Kind == Wijk:
		return p.Wijk().File
	case p.Kind == Vision:
		return p.Vision().File
	case p.Kind == Department:
		return p.Department().File
	case p.Kind == Programme:
		return p.Programme().File
	case p.Kind == Loose:
		return p.Loose().File
	default:
		return nil
	}
}

// MayBeFound tells whether the page is for who comes from elsewhere.
func (p *Page) MayBeFound() bool { return p.Kind != Moved && p.Kind != NotFound }

// File returns the path of the page's file in the output folder.
func (p *Page) File() string {
	if p.Kind != Need {
		return FileOf(p.url)
	}
	url := AppendNeedURL(make([]byte, 0, lengthOfURL), p.Need()) // a folder
	return string(append(url, indexName...)[1:])
}

// indexName is what the file of a folder is called.
const indexName = "index.html"

// FileOf returns the path of the file that a URL of the site is served from.
func FileOf(url string) string {
	path := strings.TrimPrefix(url, "/")
	if path == "" || strings.HasSuffix(path, "/") {
		path += indexName
	}
	return path
}
