package calendar_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	ical "github.com/emersion/go-ical" // not what writes them

	"wijkvisie/internal/city"
	"wijkvisie/internal/render/calendar"
)

// written writes a calendar of some events.
func written(t testing.TB, c calendar.Calendar, events ...calendar.Event) string {
	t.Helper()
	for i := range events {
		e, err := calendar.Write(&events[i])
		if err != nil {
			t.Fatal(err)
		}
		c.Events = append(c.Events, e)
	}
	b, err := calendar.Append(nil, &c)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// read reads a calendar back, and has its reader check that it is one: what it may write, it
// found to be whole.
func read(t testing.TB, text string) *ical.Calendar {
	t.Helper()
	c, err := ical.NewDecoder(strings.NewReader(text)).Decode()
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	if err := ical.NewEncoder(new(bytes.Buffer)).Encode(c); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return c
}

// textOf returns the value of a property, as a text.
func textOf(t testing.TB, props ical.Props, name string) string {
	t.Helper()
	text, err := props.Text(name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestCalendarIsReadBack(t *testing.T) {
	text := written(t, calendar.Calendar{Name: "Planning Oost", Description: "Wat nog komt, per maand.", Page: "https://example.nl/planning/oost/"}, calendar.Event{
		ID: "sw-1@example.nl", Revision: 2, Made: city.DayIn(2011, 8, 1), Day: city.DayIn(2012, 3, 31),
		Title: "Plateau; of toch niet", Text: "Stadswerken\nGepland: maart 2012.", URL: "https://example.nl/programmas/sw/#sw-1",
		Categories: []string{"Oost", "Noord, en West"},
	})
	c := read(t, text)
	for name, want := range map[string]string{"NAME": "Planning Oost", "X-WR-CALNAME": "Planning Oost", "DESCRIPTION": "Wat nog komt, per maand.", "METHOD": "PUBLISH", "VERSION": "2.0"} {
		if got := textOf(t, c.Props, name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	events := c.Events()
	if len(events) != 1 {
		t.Fatalf("%d events", len(events))
	}
	e := events[0]
	for name, want := range map[string]string{
		"UID": "sw-1@example.nl", "SUMMARY": "Plateau; of toch niet", "DESCRIPTION": "Stadswerken\nGepland: maart 2012.", "TRANSP": "TRANSPARENT",
	} {
		if got := textOf(t, e.Props, name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	for name, want := range map[string]string{"DTSTAMP": "20110801T000000Z", "DTSTART": "20120331", "SEQUENCE": "2", "URL": "https://example.nl/programmas/sw/#sw-1"} {
		if got := e.Props.Get(name).Value; got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if kind := e.Props.Get("DTSTART").ValueType(); kind != ical.ValueDate {
		t.Errorf("the event is on a %s", kind)
	}
	var categories []string
	for _, p := range e.Props.Values("CATEGORIES") {
		list, err := p.TextList()
		if err != nil {
			t.Fatal(err)
		}
		categories = append(categories, list...)
	}
	if want := []string{"Oost", "Noord, en West"}; !slices.Equal(categories, want) {
		t.Errorf("the categories are %q, want %q", categories, want)
	}
}

func TestCalendarWithoutEventsIsOne(t *testing.T) {
	if events := read(t, written(t, calendar.Calendar{Name: "Planning Oost"})).Events(); len(events) != 0 {
		t.Errorf("%d events", len(events))
	}
}

func TestTextsStayInTheirPlace(t *testing.T) {
	for _, text := range []string{
		"", " ", "a", `a\nb`, `\`, `\\,;:"`, "een\ntwee", "een\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "\x00\x1b\x7f\u0085", "\xff\xfe kapot", "é\u2028ü",
		strings.Repeat("woord ", 60), strings.Repeat("é", 400), strings.Repeat("\\", 200), strings.Repeat(",", 200), strings.Repeat("👩‍👩‍👧", 60), strings.Repeat(" ", 200), strings.Repeat("<b>", 100),
	} {
		checkText(t, text)
	}
}

func FuzzTextsStayInTheirPlace(f *testing.F) {
	f.Add("een\r\nBEGIN:VEVENT")
	f.Fuzz(func(t *testing.T, text string) { checkText(t, text) })
}

// checkText writes a text everywhere in a calendar and reads it back.
func checkText(t *testing.T, text string) {
	t.Helper()
	day := city.DayIn(2012, 3, 31)
	event := calendar.Event{ID: text, Made: day, Day: day, Title: text, Text: text, URL: text, Categories: []string{text}}
	got := written(t, calendar.Calendar{Name: text, Description: text, Page: text}, event, event)
	if !utf8.ValidString(got) {
		t.Errorf("%q becomes what is no text", text)
	}
	for l := range strings.SplitSeq(strings.TrimSuffix(got, "\r\n"), "\r\n") {
		if len(l) > 75 || strings.ContainsAny(l, "\r\n") {
			t.Errorf("%q becomes the line %q", text, l)
		}
	}
	c := read(t, got)
	if events := c.Events(); len(events) != 2 || len(c.Children) != 2 {
		t.Fatalf("%q becomes %d events", text, len(events))
	}
	title := textOf(t, c.Events()[0].Props, "SUMMARY")
	if want := plain(strings.ReplaceAll(text, "\n", " ")); title != want {
		t.Errorf("the title %q becomes %q", text, title)
	}
	if body := textOf(t, c.Events()[0].Props, "DESCRIPTION"); body != plain(text) {
		t.Errorf("the text %q becomes %q", text, body)
	}
}

// plain returns a text with spaces for the control characters that no calendar may have.
func plain(text string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(text, "\uFFFD") {
		if r != '\n' && (r < ' ' || r >= 0x7f && r < 0xa0) {
			r = ' '
		}
		b.WriteRune(r)
	}
	return b.String()
}
