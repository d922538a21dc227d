// Package feed writes Atom feeds (RFC 4287), by which residents follow what happens
// with what their wijk asked.
package feed

import (
	"io"
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
	Updated  city.Day // when Entries is empty
	Entries  []Entry
}

// Entry is something that happened.
type Entry struct {
	ID     string // a tag URI, the same for ever
	Title  string
	URL    string
	Date   city.Day
	Author string // who did it; the author of the feed when empty
	Text   string // in a few words, without markup
	HTML   string // the same with links; already safe
}

// piece is how much of a feed is written at a time, about; as large as most feeds get,
// so that the buffer need not grow.
const piece = 32 << 10

// Write writes a feed. The error is that of w, or that the time zone of the
// Netherlands is not known.
func Write(w io.Writer, f Feed) error {
	zone, err := amsterdam()
	if err != nil {
		return err
	}
	b := make([]byte, 0, min(piece+4<<10, 2<<10*(len(f.Entries)+1)))
	b = appendHead(b, f, zone)
	for _, e := range f.Entries {
		if b = appendEntry(b, e, stamp(e.Date, zone)); len(b) >= piece {
			if _, err := w.Write(b); err != nil {
				return err
			}
			b = b[:0]
		}
	}
	_, err = w.Write(append(b, "\n</feed>\n"...))
	return err
}

// amsterdam is the time zone of the Netherlands, which takes a file to find. The error
// is that it is not known.
var amsterdam = sync.OnceValues(func() (*time.Location, error) { return time.LoadLocation("Europe/Amsterdam") })

func stamp(d city.Day, zone *time.Location) string {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, zone).Format(time.RFC3339)
}

func appendHead(b []byte, f Feed, zone *time.Location) []byte {
	updated := f.Updated
	if len(f.Entries) > 0 {
		updated = f.Entries[0].Date
	}
	b = append(b, `<?xml version="1.0" encoding="UTF-8"?>`+"\n"+`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="`...)
	b = append(escape.XML(b, f.Lang), `">`...)
	b = appendElement(b, "\n  <id>", f.ID, "</id>")
	b = appendElement(b, "\n  <title>", f.Title, "</title>")
	if f.Subtitle != "" {
		b = appendElement(b, "\n  <subtitle>", f.Subtitle, "</subtitle>")
	}
	b = appendElement(b, "\n  <updated>", stamp(updated, zone), "</updated>")
	b = appendElement(b, "\n  <author>\n    <name>", f.Author, "</name>\n  </author>")
	if f.Rights != "" {
		b = appendElement(b, "\n  <rights>", f.Rights, "</rights>")
	}
	b = appendElement(b, "\n"+`  <link rel="self" type="application/atom+xml" href="`, f.Self, `"></link>`)
	return appendElement(b, "\n"+`  <link rel="alternate" type="text/html" href="`, f.Page, `"></link>`)
}

func appendEntry(b []byte, e Entry, stamp string) []byte {
	b = appendElement(b, "\n  <entry>\n    <id>", e.ID, "</id>")
	b = appendElement(b, "\n    <title>", e.Title, "</title>")
	b = appendElement(b, "\n    <updated>", stamp, "</updated>")
	b = appendElement(b, "\n    <published>", stamp, "</published>")
	if e.Author != "" {
		b = appendElement(b, "\n    <author>\n      <name>", e.Author, "</name>\n    </author>")
	}
	b = appendElement(b, "\n"+`    <link rel="alternate" type="text/html" href="`, e.URL, `"></link>`)
	b = appendElement(b, "\n"+`    <summary type="text">`, e.Text, "</summary>")
	return appendElement(b, "\n"+`    <content type="html">`, e.HTML, "</content>\n  </entry>")
}

// appendElement appends a text between what opens and closes it, which are ours.
func appendElement(b []byte, open, text, end string) []byte {
	return append(escape.XML(append(b, open...), text), end...)
}
