package decode

import (
	"testing"

	"wijkvisie/internal/source"
)

// A bracket that a brace closes, with words behind it, is a mistake like others; it once kept the
// search for texts that need quotes going for ever.
func TestABracketThatABraceCloses(t *testing.T) {
	for _, text := range []string{"wijken: [id} a\n", "a: [{b: c]}]:it: x, wijken: [id} a\n a,\n"} {
		if _, problems := YAML(source.NewFile("x", []byte(text)), 0, len(text)); !problems.HasErrors() {
			t.Errorf("%q has no errors", text)
		}
	}
}
