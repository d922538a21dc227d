// Package feed writes Atom feeds (RFC 4287), by which residents follow what happens
// with what their wijk asked.
package feed

import (
	"encoding/xml"
	"fmt"
	"io"
	"time"

	"wijkvisie/internal/city"
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

// Write writes a feed. The error is that of w, or that the time zone of the
// Netherlands is not known.
func Write(w io.Writer, f Feed) error {
	zone, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		return err
	}
	stamp := func(d city.Day) string {
		return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, zone).Format(time.RFC3339)
	}
	out := xmlFeed{
		Lang: f.Lang, ID: f.ID, Title: f.Title, Subtitle: f.Subtitle, Rights: f.Rights, Author: person{f.Author},
		Links: []xmlLink{{"self", "application/atom+xml", f.Self}, {"alternate", "text/html", f.Page}},
	}
	for _, e := range f.Entries {
		if out.Updated == "" {
			out.Updated = stamp(e.Date)
		}
		entry := xmlEntry{
			ID: e.ID, Title: e.Title, Updated: stamp(e.Date), Published: stamp(e.Date),
			Link: xmlLink{"alternate", "text/html", e.URL}, Summary: text{"text", e.Text}, Content: text{"html", e.HTML},
		}
		if e.Author != "" {
			entry.Author = &person{e.Author}
		}
		out.Entries = append(out.Entries, entry)
	}
	if out.Updated == "" {
		out.Updated = stamp(f.Updated)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", "  ")
	if err := encoder.Encode(out); err != nil {
		return err
	}
	_, err = fmt.Fprintln(w)
	return err
}

type xmlFeed struct {
	XMLName  xml.Name   `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string     `xml:"xml:lang,attr"`
	ID       string     `xml:"id"`
	Title    string     `xml:"title"`
	Subtitle string     `xml:"subtitle,omitempty"`
	Updated  string     `xml:"updated"`
	Author   person     `xml:"author"`
	Rights   string     `xml:"rights,omitempty"`
	Links    []xmlLink  `xml:"link"`
	Entries  []xmlEntry `xml:"entry"`
}

type person struct {
	Name string `xml:"name"`
}

type xmlLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type xmlEntry struct {
	ID        string  `xml:"id"`
	Title     string  `xml:"title"`
	Updated   string  `xml:"updated"`
	Published string  `xml:"published"`
	Author    *person `xml:"author"`
	Link      xmlLink `xml:"link"`
	Summary   text    `xml:"summary"`
	Content   text    `xml:"content"`
}

type text struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}
