package escape_test

import (
	"testing"

	"wijkvisie/internal/escape"
)

func TestTextOnOneLineGivesNoOrders(t *testing.T) {
	for text, want := range map[string]string{
		"":                     "",
		" a\t b\r\n c ":        "a b c",
		"\x1b[31mrood\u009b0m": "\ufffd[31mrood\ufffd0m",
		"café – €\u00a05":      "café – €\u00a05",
	} {
		if got := escape.Line(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestMarkdownShowsTextAsItIs(t *testing.T) {
	for text, want := range map[string]string{
		"Een plek\nvoor *iedereen*": `Een plek voor \*iedereen\*`,
		"<b>[a](b)</b> & c|d":       `\<b\>\[a\](b)\</b\> \& c\|d`,
		"a@b.nl `x` \\ ~y~ #1":      "a\\@b.nl \\`x\\` \\\\ \\~y\\~ \\#1",
	} {
		if got := escape.Markdown(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
