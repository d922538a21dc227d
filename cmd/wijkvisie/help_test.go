package main

import (
	"strings"
	"testing"

	"wijkvisie/internal/diag"
)

func TestEveryCommandExplainsItself(t *testing.T) {
	for _, c := range commands() {
		for lang, word := range map[string]string{"nl": "Voorbeelden:", "en": "Examples:"} {
			for _, args := range [][]string{{c.name, "-h", "--lang", lang}, {"--lang", lang, c.name, "--help"}, {"help", c.name, "--lang=" + lang}} {
				var out, problems strings.Builder
				status := run(t.Context(), environment{args: args, stdout: &out, stderr: &problems, getenv: func(string) string { return "" }})
				text := out.String()
				if status != statusDone || problems.Len() > 0 || !strings.Contains(text, word) {
					t.Errorf("%q exits with %d: %s%s", args, status, text, problems.String())
				}
				if len(c.examples) < 2 || strings.Count(text, "    wijkvisie ")+strings.Count(text, "    source ") < 2 {
					t.Errorf("%q has fewer than two examples", args)
				}
				for _, f := range flagsOf(c) {
					if !strings.Contains(text, "--"+f.name) {
						t.Errorf("%q does not explain --%s", args, f.name)
					}
				}
			}
		}
	}
}

func TestEveryFlagOfACommandIsKnown(t *testing.T) {
	for _, c := range commands() {
		if got := len(flagsOf(c)); got != len(c.flags) {
			t.Errorf("%s has %d flags, of which %d are known", c.name, len(c.flags), got)
		}
		if c.arguments == (phrase{}) != (c.most == 0) {
			t.Errorf("%s takes %d arguments, and its help says %q", c.name, c.most, c.arguments)
		}
	}
}

// TestExamplesAreRead tests that no example of a command has a flag or a value that it does not
// know.
func TestExamplesAreRead(t *testing.T) {
	for _, c := range commands() {
		for _, e := range c.examples {
			for lang := range []diag.Lang{diag.Dutch, diag.English} {
				line, _, _ := strings.Cut(e.line[lang], " >")
				line, _, _ = strings.Cut(line, " |")
				line = strings.TrimSuffix(strings.TrimPrefix(line, "source <("), ")")
				root := program(environment{}, diag.Lang(lang), new(int))
				found, args, err := root.Find(strings.Fields(line)[1:])
				if err != nil || found.Name() != c.name && !strings.Contains(line, "--version") {
					t.Errorf("%s: %v", line, err)
					continue
				}
				if err := found.ParseFlags(args); err != nil {
					t.Errorf("%s: %v", line, err)
				}
				if err := found.ValidateArgs(found.Flags().Args()); err != nil {
					t.Errorf("%s: %v", line, err)
				}
			}
		}
	}
}
