package feed_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"testing"
	"time"

	"wijkvisie/internal/city"
	"wijkvisie/internal/render/feed"
)

func TestFeedsAreAsTheStandardLibraryHasThem(t *testing.T) {
	compare(t, feed.Feed{})
	for _, n := range []int{0, 1, 3, 400} {
		for _, text := range []string{"", "Plateau", "a<b>&\"'\r\n\t", "\x00\xff\u2028é"} {
			compare(t, example(text, n))
		}
	}
}

func FuzzFeedsAreAsTheStandardLibraryHasThem(f *testing.F) {
	f.Add("Plateau", 2)
	f.Add("]]>\xff<", 0)
	f.Fuzz(func(t *testing.T, text string, n int) { compare(t, example(text, n&0xff)) })
}

// example is a feed with the same text everywhere, in winter and in summer.
func example(text string, entries int) feed.Feed {
	f := feed.Feed{ID: text, Title: text, Subtitle: text, Lang: text, Self: text, Page: text, Author: text, Rights: text, Updated: city.Day{Year: 2011, Month: 8, Day: 1}}
	for i := range entries {
		e := feed.Entry{ID: text, Title: text, URL: text, Date: city.Day{Year: 2013 - i, Month: 1 + i%12, Day: 1}, Text: text, HTML: text}
		if i%2 == 0 {
			e.Author = text
		}
		f.Entries = append(f.Entries, e)
	}
	return f
}

func compare(t *testing.T, f feed.Feed) {
	t.Helper()
	var got, want bytes.Buffer
	if err := feed.Write(&got, f); err != nil {
		t.Fatal(err)
	}
	if err := writeStandard(&want, f); err != nil {
		t.Fatal(err)
	}
	if got.String() != want.String() {
		t.Errorf("the feed is\n%s\nwant\n%s", got.String(), want.String())
	}
}

// writeStandard writes a feed with encoding/xml.
func writeStandard(w io.Writer, f feed.Feed) error {
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
			Link: xmlLink{"alternate", "text/html", e.URL}, Summary: xmlText{"text", e.Text}, Content: xmlText{"html", e.HTML},
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
	Summary   xmlText `xml:"summary"`
	Content   xmlText `xml:"content"`
}

type xmlText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}
