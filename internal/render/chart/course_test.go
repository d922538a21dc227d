package chart

import (
	"encoding/xml"
	"math"
	"strings"
	"testing"
)

func TestCourses(t *testing.T) {
	axis := Axis{From: 2011, To: 2014, Today: 2013}
	for _, c := range []struct {
		name   string
		course func(c *Course)
		has    []string
		not    []string
	}{
		{"two dates and what lies between them", func(c *Course) {
			c.Draw(StrokeLater, 2012, 2014)
			c.Mark(MarkFirst, 2012)
			c.Mark(MarkNow, 2014)
		}, []string{`<g class="wv-inf"><line class="wv-later-on" x1="25%" x2="75%"/><circle class="wv-open" cx="25%" r="5.5"/><circle cx="75%" r="5.5"/></g>`}, nil},
		{"a stroke to an earlier moment is drawn the same", func(c *Course) { c.Draw(StrokeEven, 2014, 2012) }, []string{`x1="25%" x2="75%"`}, nil},
		{"both dates at once", func(c *Course) { c.Mark(MarkKept, 2013) }, []string{`<circle class="wv-open" cx="50%" r="7.5"/><circle class="wv-core" cx="50%" r="3.5"/>`}, nil},
		{"a wait that began before the axis", func(c *Course) {
			c.Draw(StrokeWaiting, 2004, 2013)
			c.Mark(MarkAsked, 2004)
		}, []string{`<line class="wv-waits" x1="0%" x2="50%"/><svg x="0%" overflow="visible"><path class="wv-waits"`}, []string{"wv-ask-mark"}},
		{"what goes on without an end", func(c *Course) { c.Draw(StrokeEven, 2012, math.MaxFloat64) },
			[]string{`<line class="wv-even" x1="25%" x2="100%"/><svg x="100%" overflow="visible"><path class="wv-even"`}, nil},
		{"a no, and a question that is studied", func(c *Course) { c.Mark(MarkNo, 2011); c.Mark(MarkStudied, 2015) },
			[]string{`<svg x="0%" overflow="visible"><path class="wv-no-mark"`, `<svg x="100%" overflow="visible"><path class="wv-ask-mark"`}, nil},
		{"nothing", func(*Course) {}, []string{`<g class="wv-inf"></g>`}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			course := Course{Tone: "inf"}
			c.course(&course)
			svg := string(axis.AppendCourse(nil, &course))
			if err := xml.Unmarshal([]byte(svg), new(struct{ XMLName xml.Name })); err != nil {
				t.Errorf("not well-formed: %v", err)
			}
			for _, want := range append(c.has, `<use href="#wv-jaren"/>`, `aria-hidden="true"`) {
				if !strings.Contains(svg, want) {
					t.Errorf("no %s in %s", want, svg)
				}
			}
			for _, not := range append(c.not, "style=") {
				if strings.Contains(svg, not) {
					t.Errorf("%s in %s", not, svg)
				}
			}
		})
	}
}

func TestHeadNamesYearsForWhichThereIsRoom(t *testing.T) {
	for _, c := range []struct {
		from, to int
		names    string
	}{
		{2012, 2012, "2012"},
		{2011, 2014, "2011 2012 2013 2014"},
		{2005, 2021, "2005 2008 2011 2014 2017 2020"},
		{2006, 2020, "2006 2009 2012 2015 2018"},
		{2005, 2020, "2005 2008 2011 2014 2017"}, // and not 2020, which has one year
	} {
		svg := string(Axis{From: c.from, To: c.to, Today: 2013.2}.AppendHead(nil))
		var names []string
		for _, text := range strings.Split(svg, "</text>") {
			if i := strings.LastIndex(text, ">"); strings.Contains(text, "<text") {
				names = append(names, text[i+1:])
			}
		}
		if got := strings.Join(names, " "); got != c.names {
			t.Errorf("%d to %d: %s, want %s", c.from, c.to, got, c.names)
		}
		if !strings.Contains(svg, `<defs><g id="wv-jaren">`) || !strings.Contains(svg, `class="wv-today"`) {
			t.Errorf("the courses have nothing to repeat: %s", svg)
		}
	}
}

func TestSignsOfCourses(t *testing.T) {
	for _, svg := range [][]byte{AppendMarkSign(nil, MarkNow), AppendSign(nil, StrokeWaiting, MarkAsked), AppendTodaySign(nil)} {
		if err := xml.Unmarshal(svg, new(struct{ XMLName xml.Name })); err != nil || !strings.Contains(string(svg), "aria-hidden") {
			t.Errorf("%v: %s", err, svg)
		}
	}
}
