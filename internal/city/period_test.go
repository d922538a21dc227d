package city

import "testing"

func TestParsePeriod(t *testing.T) {
	for text, want := range map[string]string{
		"2011-2014":   "2011-2014",
		"2011–2014":   "2011-2014",
		"2011 - 2014": "2011-2014",
		"2011":        "2011-2011",
	} {
		if p, ok := ParsePeriod(text); !ok || p.String() != want {
			t.Errorf("%q: got %v, %v; want %s", text, p, ok, want)
		}
	}
	for _, text := range []string{"", "2014-2011", "2011-14", "2011-2012-2013", "jaar", "2011-"} {
		if p, ok := ParsePeriod(text); ok {
			t.Errorf("%q is taken for %v", text, p)
		}
	}
}
