package decode

import (
	"slices"
	"testing"
)

func TestItems(t *testing.T) {
	for text, want := range map[string][]string{
		"• Wijkraad Oost • bewoners":        {"Wijkraad Oost", "bewoners"},
		"-oost/meer-bomen -oost/speel-plek": {"oost/meer-bomen", "oost/speel-plek"},
		"– Wijkraad":                        {"Wijkraad"},
		"Wijkraad - bewoners":               {"Wijkraad - bewoners"},
		"-":                                 {"-"},
		"":                                  {""},
	} {
		if got := Items(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q", text, got)
		}
	}
}
