// Package feed writes Atom feeds (RFC 4287). Residents follow with them what happens with
// the needs of their wijk.
package feed

import (
	"html"
	"sync"
	"time"

	"wijkvisie/internal/city"
	"wijkvisie/internal/escape"
)

// Feed describes a feed.
type Feed struct {
	ID       string // a tag URI (RFC 4151)
	Title    string
	Subtitle string // may be empty
	Lang     string
	Self     string // the URL of the feed
	Page     string // the URL of the page with the same entries
	Author   string
	Rights   string   // may be empty
	Updated  city.Day // of the newest entry, or the reference date when there is none
	Entries  []Entry  // newest first
}

// Entry is an event.
type Entry struct {
	ID      string // a tag URI that never changes
	Title   string
	URL     string
	Date    city.Day
	Author  string // who did it; the author of the feed when empty
	Summary string // plain text
	Links   []Link // to what the event is about
	Text    string // shown below the links; may be empty
}

// Link is a link in an entry.
type Link struct{ Text, URL string }

// Append appends a feed to b. The error is that the time zone of the Netherlands is not
// known.
func Append(b []byte, f *Feed) ([]byte, error) {
	zone, err := amsterdam()
	if err != nil {
		return b, err
	}
	b = append(b, `<?xml version="1.0" encoding="UTF-8"?>`...)
	b = appendElement(b, "\n"+`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="`, f.Lang, `">`)
	b = appendElement(b, "\n  <id>", f.ID, "</id>")
	b = appendElement(b, "\n  <title>", f.Title, "</title>")
	if f.Subtitle != "" {
		b = appendElement(b, "\n  <subtitle>", f.Subtitle, "</subtitle>")
	}
	b = appendElement(b, "\n  <updated>", startOf(f.Updated, zone), "</updated>")
	b = appendElement(b, "\n  <author>\n    <name>", f.Author, "</name>\n  </author>")
	if f.Rights != "" {
		b = appendElement(b, "\n  <rights>", f.Rights, "</rights>")
	}
	b = appendElement(b, "\n"+`  <link rel="self" type="application/atom+xml" href="`, f.Self, `"></link>`)
	b = appendElement(b, "\n"+`  <link rel="alternate" type="text/html" href="`, f.Page, `"></link>`)
	for i := range f.Entries {
		b = appendEntry(b, &f.Entries[i], zone)
	}
	return append(b, "\n</feed>\n"...), nil
}

func appendEntry(b []byte, e *Entry, zone *time.Location) []byte {
	date := startOf(e.Date, zone)
	b = appendElement(b, "\n  <entry>\n    <id>", e.ID, "</id>")
	b = appendElement(b, "\n    <title>", e.Title, "</title>")
	b = appendElement(b, "\n    <updated>", date, "</updated>")
	b = appendElement(b, "\n    <published>", date, "</published>")
	if e.Author != "" {
		b = appendElement(b, "\n    <author>\n      <name>", e.Author, "</name>\n    </author>")
	}
	b = appendElement(b, "\n"+`    <link rel="alternate" type="text/html" href="`, e.URL, `"></link>`)
	b = appendElement(b, "\n"+`    <summary type="text">`, e.Summary, "</summary>")
	b = e.appendHTML(append(b, "\n"+`    <content type="html">`...))
	return append(b, "</content>\n  </entry>"...)
}

// appendElement appends a text between tags, or between the quotes of an attribute.
func appendElement(b []byte, start, text, end string) []byte {
	return append(escape.XML(append(b, start...), text), end...)
}

// appendHTML appends the links of an entry, and its text below them, as HTML in XML: its
// tags are escaped once, its texts twice.
func (e *Entry) appendHTML(b []byte) []byte {
	b = append(b, "&lt;p&gt;"...)
	for i, l := range e.Links {
		if i > 0 {
			b = append(b, " · "...)
		}
		b = escape.XML(append(b, "&lt;a href=&#34;"...), html.EscapeString(l.URL))
		b = escape.XML(append(b, "&#34;&gt;"...), html.EscapeString(l.Text))
		b = append(b, "&lt;/a&gt;"...)
	}
	b = append(b, "&lt;/p&gt;"...)
	if e.Text != "" {
		b = escape.XML(append(b, "&lt;p&gt;"...), html.EscapeString(e.Text))
		b = append(b, "&lt;/p&gt;"...)
	}
	return b
}

// amsterdam returns the time zone of the Netherlands, which is read from a file once.
var amsterdam = sync.OnceValues(func() (*time.Location, error) { return time.LoadLocation("Europe/Amsterdam") })

// startOf returns the time at which a day begins.
func startOf(d city.Day, zone *time.Location) string {
	return time.Date(int(d.Year), time.Month(d.Month), int(d.Day), 0, 0, 0, 0, zone).Format(time.RFC3339)
}
