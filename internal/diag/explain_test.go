package diag

import (
	"strings"
	"testing"
)

func TestEveryCodeIsExplainedInBothLanguages(t *testing.T) {
	seen := make(map[Code]bool)
	for _, c := range Codes() {
		seen[c] = true
		for _, lang := range []Lang{Dutch, English} {
			var b strings.Builder
			if err := Explain(&b, c, lang); err != nil {
				t.Fatal(err)
			}
			e := explanations()[c]
			for _, part := range []string{string(c), e.means[lang], e.mend[lang]} {
				if part == "" || !strings.Contains(b.String(), part) {
					t.Errorf("%s in language %d lacks %q", c, lang, part)
				}
			}
			if e.example == "" {
				t.Errorf("%s has no example", c)
			}
		}
	}
	for c := range explanations() {
		if !seen[c] {
			t.Errorf("%s is explained but is no code", c)
		}
	}
	codes := 0
	for _, list := range contract {
		codes += len(strings.Fields(list))
	}
	if len(seen) != codes {
		t.Errorf("%d codes are explained, the contract has %d", len(seen), codes)
	}
}

func TestTheListNamesEveryCode(t *testing.T) {
	var b strings.Builder
	if err := ExplainAll(&b, Dutch); err != nil {
		t.Fatal(err)
	}
	for _, c := range Codes() {
		if !strings.Contains(b.String(), "  "+string(c)+" ") {
			t.Errorf("no %s in the list", c)
		}
	}
}
