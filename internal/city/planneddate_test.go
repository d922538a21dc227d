package city

import "testing"

func TestParsePlanned(t *testing.T) {
	for text, want := range map[string]string{
		"2011-05-19": "2011-05-19",
		"2011-10":    "2011-10-31",
		"2012-02":    "2012-02-29",
		"2011-02":    "2011-02-28",
		"2011-Q1":    "2011-03-31",
		"2011-Q3":    "2011-09-30",
		"2011":       "2011-12-31",
	} {
		p, ok := ParsePlanned(text)
		if !ok || p.Last().String() != want || p.String() != text || !p.Known() {
			t.Errorf("%s: last day %v, %v, written %q; want %s", text, p.Last(), ok, p, want)
		}
	}
	if p, ok := ParsePlanned("onbekend"); !ok || p.Known() || p.IsZero() || !p.Last().IsZero() {
		t.Errorf("onbekend: %+v, %v", p, ok)
	}
	if p, ok := ParsePlanned("doorlopend"); !ok || p.Known() || p.IsZero() || !p.IsOngoing() || p.Passed(Day{9999, 12, 31}) || p.String() != "doorlopend" {
		t.Errorf("doorlopend: %+v, %v", p, ok)
	}
	for _, text := range []string{"", "2011-13", "2011-00", "2011-5", "2011-Q5", "2011-Q0", "2011-q3", "11", "2011-05-32", "2011-29-05", "onbekent", "2011-", "-2011", "2011-+1", "0000", "２０１１"} {
		if p, ok := ParsePlanned(text); ok {
			t.Errorf("%q is taken for %v", text, p)
		}
	}
}
