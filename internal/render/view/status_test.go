package view

import (
	"io/fs"
	"strings"
	"testing"

	"wijkvisie/themes"
)

// TestNeighboursInABarDifferWithoutColour looks at every two statuses that a bar can have:
// any two are neighbours when there is nothing of what is between them.
func TestNeighboursInABarDifferWithoutColour(t *testing.T) {
	sprite, err := fs.ReadFile(themes.Default(), "templates/_sprite.html")
	if err != nil {
		t.Fatal(err)
	}
	table := statusTable()
	for _, kind := range []statusKind{needStatus, commitmentStatus} {
		with := make(map[string]string) // status by pattern
		for _, s := range table[kind].statuses {
			if other, taken := with[s.pattern]; taken {
				t.Errorf("%s and %s are both filled with %q", other, s.key, s.pattern)
			}
			with[s.pattern] = s.key
			if id := "wv-p-" + s.tone + "-" + s.pattern; s.pattern != "" && !strings.Contains(string(sprite), `<pattern id="`+id+`"`) {
				t.Errorf("the theme does not have %s, of %s", id, s.key)
			}
		}
	}
}
