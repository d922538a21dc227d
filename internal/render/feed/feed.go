// Package feed writes Atom feeds (RFC 4287), by which residents follow what happens
// with what their wijk asked.
package feed

import (
	"iter"
	"sync"
	"time"

	"wijkvisie/internal/city"
	"wijkvisie/internal/escape"
)

// Feed is a list of what happened, newest first.
type Feed struct {
	ID       string // a tag URI (RFC 4151)
	Title    string
	Subtitle string
	Lang     string
	Self     string // the address of the feed
	Page     string // the address of the page that shows the same
	Author   string
	Rights   string
	Updated  city.Day // of the newest entry; when there is none, as of when that is so
}

// Entry is something that happened.
type Entry struct {
	ID      string // a tag URI, the same for ever
	Title   string
	URL     string
	Date    city.Day
	Author  string // who did it; the author of the feed when empty
	Summary string // in a few words, without markup
	Links   []Link // to what it is about
	Text    string // what was said of it, below the links; may be empty
}

// Link is a link in an entry.
type Link struct{ Text, URL string }

// Append appends a feed to b. The error is that the time zone of the Netherlands is not
// known.
//
// A large site has a feed for each of thousands of wijken, and an entry is in several:
// entries are made one at a time, written at once, and what they are made of may be used
// again for the next (BenchmarkAppend).
func Append(b []byte, f *Feed, entries iter.Seq[*Entry]) ([]byte, error) {
	zone, err := amsterdam()
	if err != nil {
		return b, err
	}
	b = appendHead(b, f, zone)
	for e := range entries {
		b = appendEntry(b, e, zone)
	}
	return append(b, "\n</feed>\n"...), nil
}

// amsterdam is the time zone of the Netherlands, which takes a file to find. The error
// is that it is not known.
var amsterdam = sync.OnceValues(func() (*time.Location, error) { return time.LoadLocation("Europe/Amsterdam") })

// appendMoment appends when a day begins.
func appendMoment(b []byte, d city.Day, zone *time.Location) []byte {
	return time.Date(int(d.Year), time.Month(d.Month), int(d.Day), 0, 0, 0, 0, zone).AppendFormat(b, time.RFC3339)
}

func appendHead(b []byte, f *Feed, zone *time.Location) []byte {
	b = append(b, `<?xml version="1.0" encoding="UTF-8"?>`+"\n"+`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="`...)
	b = append(escape.XML(b, f.Lang), `">`...)
	b = appendElement(b, "\n  <id>", f.ID, "</id>")
	b = appendElement(b, "\n  <title>", f.Title, "</title>")
	if f.Subtitle != "" {
		b = appendElement(b, "\n  <subtitle>", f.Subtitle, "</subtitle>")
	}
	b = append(appendMoment(append(b, "\n  <updated>"...), f.Updated, zone), "</updated>"...)
	b = appendElement(b, "\n  <author>\n    <name>", f.Author, "</name>\n  </author>")
	if f.Rights != "" {
		b = appendElement(b, "\n  <rights>", f.Rights, "</rights>")
	}
	b = appendElement(b, "\n"+`  <link rel="self" type="application/atom+xml" href="`, f.Self, `"></link>`)
	return appendElement(b, "\n"+`  <link rel="alternate" type="text/html" href="`, f.Page, `"></link>`)
}

func appendEntry(b []byte, e *Entry, zone *time.Location) []byte {
	b = appendElement(b, "\n  <entry>\n    <id>", e.ID, "</id>")
	b = appendElement(b, "\n    <title>", e.Title, "</title>")
	b = append(b, "\n    <updated>"...)
	from := len(b)
	b = appendMoment(b, e.Date, zone)
	moment := b[from:]
	b = append(append(append(b, "</updated>\n    <published>"...), moment...), "</published>"...)
	if e.Author != "" {
		b = appendElement(b, "\n    <author>\n      <name>", e.Author, "</name>\n    </author>")
	}
	b = appendElement(b, "\n"+`    <link rel="alternate" type="text/html" href="`, e.URL, `"></link>`)
	b = appendElement(b, "\n"+`    <summary type="text">`, e.Summary, "</summary>")
	b = append(b, "\n"+`    <content type="html">`...)
	return append(appendHTML(b, e), "</content>\n  </entry>"...)
}

// appendElement appends a text between what opens and closes it, which are ours.
func appendElement(b []byte, open, text, end string) []byte {
	return append(escape.XML(append(b, open...), text), end...)
}

// appendHTML appends what an entry shows: its links, and below them its text. It is HTML
// within XML, so the markup is escaped, and the texts are twice.
func appendHTML(b []byte, e *Entry) []byte {
	b = append(b, `&lt;p&gt;`...)
	for i, l := range e.Links {
		if i > 0 {
			b = append(b, " · "...)
		}
		b = escape.HTMLInXML(append(b, `&lt;a href=&#34;`...), l.URL)
		b = escape.HTMLInXML(append(b, `&#34;&gt;`...), l.Text)
		b = append(b, `&lt;/a&gt;`...)
	}
	b = append(b, `&lt;/p&gt;`...)
	if e.Text != "" {
		b = escape.HTMLInXML(append(b, `&lt;p&gt;`...), e.Text)
		b = append(b, `&lt;/p&gt;`...)
	}
	return b
}
