package outline

import (
	"strings"
	"testing"
)

// TestALargeTextIsReadOnce reads large texts that are as odd as can be: to read a part of
// them again and again would take very long.
func TestALargeTextIsReadOnce(t *testing.T) {
	deep := new(strings.Builder)
	for i := 0; deep.Len() < 1<<18; i++ {
		deep.WriteString(strings.Repeat(" ", i) + "a: \"b\n")
	}
	for name, text := range map[string]string{
		"braces":           strings.Repeat("{", 1<<17),
		"open brackets":    strings.Repeat("a: [\n", 1<<15),
		"dashes":           strings.Repeat("- ", 1<<15),
		"open quotes":      strings.Repeat("a: \"\n", 1<<15),
		"lines in braces":  "a: {\n" + strings.Repeat("x\n", 1<<15),
		"deep":             deep.String(),
		"keys by half":     strings.Repeat("a: \"b\nx\n", 1<<15),
		"commas":           "a: [" + strings.Repeat(",{", 1<<15),
		"quotes in a list": "a: [" + strings.Repeat("'\n", 1<<15),
		"odd columns":      strings.Repeat("  - a: \"x\n y\n", 1<<15),
	} {
		root := Read(text, 0, len(text))
		for _, at := range []int{0, len(text) / 2, len(text)} {
			for _, step := range root.At(text, at) {
				if step.In == nil || step.In.Start > at {
					t.Errorf("%s: %d is in %+v", name, at, step.In)
				}
			}
		}
	}
}
