// Package calendar writes calendars (RFC 5545). Residents see in them, in their own diary,
// what is promised for when.
package calendar

import (
	"bytes"
	"io"
	"strings"
	"unicode"

	ics "github.com/arran4/golang-ical"

	"wijkvisie/internal/city"
)

// Calendar describes a calendar.
type Calendar struct {
	Name        string
	Description string
	Page        string // the whole address of the page with the same; may be empty
	Events      []WrittenEvent
}

// Event is something on a day.
type Event struct {
	ID         string   // never changes, and no other event in the world has it
	Revision   int      // how often the day was changed
	Made       city.Day // on which the event was as it is
	Day        city.Day
	Title      string
	Text       string
	URL        string // may be empty
	Categories []string
}

// WrittenEvent is an event as calendars have it: several may have the same.
type WrittenEvent []byte

// daily is how often who follows a calendar should look again, as a duration.
const daily = "P1D"

// Append appends a calendar to b. The same calendar is always written in the same bytes.
func Append(b []byte, c *Calendar) ([]byte, error) {
	calendar := new(ics.Calendar)
	calendar.SetVersion("2.0")
	calendar.SetProductId("-//wijkvisie//wijkvisie//NL")
	calendar.SetMethod(ics.MethodPublish)
	calendar.SetName(line(c.Name))
	calendar.SetDescription(line(c.Description))
	calendar.SetXWRCalDesc(line(c.Description))
	if c.Page != "" {
		calendar.SetUrl(line(c.Page))
	}
	calendar.SetRefreshInterval(daily)
	calendar.SetXPublishedTTL(daily)
	for _, e := range c.Events {
		calendar.Components = append(calendar.Components, component(e))
	}
	if len(c.Events) == 0 { // a calendar has at least one component (RFC 5545, 3.6)
		calendar.AddVTimezone(utc())
	}
	w := bytes.NewBuffer(b)
	err := calendar.SerializeTo(w, ics.WithNewLineWindows)
	return w.Bytes(), err
}

// component is an event as the library has the components of a calendar.
type component WrittenEvent

func (component) UnknownPropertiesIANAProperties() []ics.IANAProperty { return nil }

func (component) SubComponents() []ics.Component { return nil }

func (c component) SerializeTo(w io.Writer, _ *ics.SerializationConfiguration) error {
	_, err := w.Write(c)
	return err
}

// Write writes an event of a whole day, which keeps nobody from being free on it.
func Write(e *Event) (WrittenEvent, error) {
	event := ics.NewEvent(line(e.ID))
	event.SetDtStampTime(e.Made.Time())
	event.SetSequence(e.Revision)
	event.SetAllDayStartAt(e.Day.Time())
	event.SetSummary(line(e.Title))
	event.SetDescription(lines(e.Text))
	if e.URL != "" {
		event.SetURL(line(e.URL))
	}
	for _, name := range e.Categories {
		event.AddCategory(line(name))
	}
	event.SetTimeTransparency(ics.TransparencyTransparent)
	var b bytes.Buffer
	err := event.SerializeTo(&b, &ics.SerializationConfiguration{MaxLength: 75, NewLine: string(ics.WithNewLineWindows)})
	return b.Bytes(), err
}

// utc returns the time zone of the times in a calendar.
func utc() *ics.VTimezone {
	zone := ics.NewTimezone("UTC")
	standard := zone.AddStandard()
	standard.AddProperty(ics.ComponentPropertyDtStart, "19700101T000000")
	standard.AddProperty(ics.ComponentProperty(ics.PropertyTzoffsetfrom), "+0000")
	standard.AddProperty(ics.ComponentProperty(ics.PropertyTzoffsetto), "+0000")
	return zone
}

// line returns a text on one line, without what cannot be in a calendar: bytes that are no
// text, and control characters. The library escapes the rest.
func line(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
}

// lines returns a text that may have several lines.
func lines(text string) string {
	all := strings.Split(text, "\n")
	for i := range all {
		all[i] = line(all[i])
	}
	return strings.Join(all, "\n")
}
