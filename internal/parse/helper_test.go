package parse

import (
	"fmt"
	"strings"
	"testing"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// listing returns problems one to a line: where, what, and the arguments; the hint
// after an arrow, related places after a tilde.
func listing(problems diag.List) string {
	problems.Sort()
	var b strings.Builder
	for _, d := range problems {
		fmt.Fprintf(&b, "%s %s%s", place(d.Pos), d.Text.Message, args(d.Text.Args))
		for _, r := range d.Related() {
			fmt.Fprintf(&b, " ~ %s %s", place(r.Pos), r.Text.Message)
		}
		if !d.Hint().IsZero() {
			fmt.Fprintf(&b, " → %s%s", strings.TrimPrefix(string(d.Hint().Message), "hint/"), args(d.Hint().Args))
		}
		b.WriteByte('\n')
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func args(all []any) string {
	s := ""
	for _, a := range all {
		s += fmt.Sprintf(" %q", fmt.Sprint(a))
	}
	return s
}

func place(p source.Pos) string {
	at := p.Place()
	if at.Line == at.EndLine {
		return fmt.Sprintf("%d:%d-%d", at.Line, at.Column, at.EndColumn)
	}
	return fmt.Sprintf("%d:%d-%d:%d", at.Line, at.Column, at.EndLine, at.EndColumn)
}

func wantProblems(t *testing.T, problems diag.List, want string) {
	t.Helper()
	if got := listing(problems); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func file(path, data string) *source.File { return source.NewFile(path, []byte(data)) }

// vision parses a vision at a usual path.
func visionOf(data string) (string, diag.List) {
	v, problems := Vision(file("wijkvisies/oost-2011.md", data))
	return v.ID, problems
}

// fill returns a vision that is complete but for what the test adds.
func fill(lines string) string {
	return "---\ntitel: Oost\nwijk: oost\nperiode: 2011-2014\nstatus: concept\n" + lines + "---\n"
}
