package feed_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"html"
	"io"
	"strings"
	"testing"
	"time"

	"wijkvisie/internal/city"
	"wijkvisie/internal/render/feed"
)

func TestFeedsAreWrittenAsByTheStandardLibrary(t *testing.T) {
	compare(t, feed.Feed{})
	for _, n := range []int{0, 1, 3, 400} {
		for _, text := range []string{"", "Plateau", "a<b>&\"'\r\n\t", "\x00\xff\u2028é"} {
			compare(t, filled(text, n))
		}
	}
}

func FuzzFeedsAreWrittenAsByTheStandardLibrary(f *testing.F) {
	f.Add("Plateau", 2)
	f.Add("]]>\xff<", 0)
	f.Fuzz(func(t *testing.T, text string, n int) { compare(t, filled(text, n&0xff)) })
}

// filled returns a feed of n entries with the same text everywhere.
func filled(text string, n int) feed.Feed {
	return feed.Feed{Entries: entries(text, n), ID: text, Title: text, Subtitle: text, Lang: text, Self: text, Page: text, Author: text, Rights: text, Updated: city.Day{Year: 2011, Month: 8, Day: 1}}
}

// entries returns n entries with the same text everywhere, in winter and in summer.
func entries(text string, n int) []feed.Entry {
	var list []feed.Entry
	for i := range n {
		e := feed.Entry{ID: text, Title: text, URL: text, Date: city.DayIn(2013-i, 1+i%12, 1), Summary: text}
		if i%2 == 0 {
			e.Author, e.Text = text, text
		}
		for range i % 3 {
			e.Links = append(e.Links, feed.Link{Text: text, URL: text})
		}
		list = append(list, e)
	}
	return list
}

// compare compares a feed with what the standard library writes.
func compare(t *testing.T, f feed.Feed) {
	t.Helper()
	const before = "before" // must not change
	got, err := feed.Append([]byte(before), &f)
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	if err := writeStandard(&want, f); err != nil {
		t.Fatal(err)
	}
	if string(got) != before+want.String() {
		t.Errorf("the feed is\n%s\nwant\n%s", got, want.String())
	}
}

// writeStandard writes a feed with encoding/xml and package html.
func writeStandard(w io.Writer, f feed.Feed) error {
	zone, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		return err
	}
	stamp := func(d city.Day) string {
		return time.Date(int(d.Year), time.Month(d.Month), int(d.Day), 0, 0, 0, 0, zone).Format(time.RFC3339)
	}
	out := xmlFeed{
		Lang: f.Lang, ID: f.ID, Title: f.Title, Subtitle: f.Subtitle, Updated: stamp(f.Updated), Rights: f.Rights, Author: person{f.Author},
		Links: []xmlLink{{"self", "application/atom+xml", f.Self}, {"alternate", "text/html", f.Page}},
	}
	for _, e := range f.Entries {
		entry := xmlEntry{
			ID: e.ID, Title: e.Title, Updated: stamp(e.Date), Published: stamp(e.Date),
			Link: xmlLink{"alternate", "text/html", e.URL}, Summary: xmlText{"text", e.Summary}, Content: xmlText{"html", standardHTML(e)},
		}
		if e.Author != "" {
			entry.Author = &person{e.Author}
		}
		out.Entries = append(out.Entries, entry)
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

func standardHTML(e feed.Entry) string {
	var links []string
	for _, l := range e.Links {
		links = append(links, `<a href="`+html.EscapeString(l.URL)+`">`+html.EscapeString(l.Text)+"</a>")
	}
	out := "<p>" + strings.Join(links, " · ") + "</p>"
	if e.Text != "" {
		out += "<p>" + html.EscapeString(e.Text) + "</p>"
	}
	return out
}

func BenchmarkAppend(b *testing.B) {
	f := filled("Een bankje in het café-plantsoen, zei de wijkraad: „graag”.", 50)
	var out []byte
	b.ReportAllocs()
	for b.Loop() {
		var err error
		if out, err = feed.Append(out[:0], &f); err != nil {
			b.Fatal(err)
		}
	}
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
	Summary   xmlText `xml:"summary"`
	Content   xmlText `xml:"content"`
}

type xmlText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}
