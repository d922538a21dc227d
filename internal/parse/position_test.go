package parse

import (
	"testing"
)

func TestTheTopOfARecordIsItsFirstLine(t *testing.T) {
	v, _ := Vision(file("wijkvisies/oost.md", fill("behoeften:\n  - id: a # b\n    titel: c\n  - {id: d,\n     titel: e}\n")))
	for i, want := range []string{"id: a # b", "{id: d,"} {
		if got := string(v.Needs[i].FirstLine.Bytes()); got != want {
			t.Errorf("need %d begins with %q, want %q", i, got, want)
		}
	}
	if got := string(v.FirstLine.Bytes()); got != "titel: Oost" {
		t.Errorf("the vision begins with %q", got)
	}
}
