package diag

import (
	"strings"
	"testing"
)

func TestEveryCodeIsExplainedInBothLanguages(t *testing.T) {
	for _, k := range kinds() {
		for _, lang := range []Lang{Dutch, English} {
			var b strings.Builder
			if err := Explain(&b, k.code, lang); err != nil {
				t.Fatal(err)
			}
			for _, part := range []string{string(k.code), k.meaning[lang], k.remedy[lang]} {
				if part == "" || !strings.Contains(b.String(), part) {
					t.Errorf("%s in language %d lacks %q", k.code, lang, part)
				}
			}
		}
		if k.example == "" {
			t.Errorf("%s has no example", k.code)
		}
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
