package diag

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// printGitHub prints a workflow command for each diagnostic
// (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
func printGitHub(w io.Writer, l List, opt PrintOptions) error {
	out := bufio.NewWriter(w)
	for _, d := range l {
		at := d.Pos.Place()
		level := [...]string{"error", "warning", "notice"}[d.Severity()]
		message := opt.Lang.Say(d.Text)
		if hint := opt.Lang.Hint(d); hint != "" {
			message += "\n" + hint
		}
		fmt.Fprintf(out, "::%s file=%s,line=%d,col=%d,endLine=%d,endColumn=%d,title=%s::%s\n", level,
			githubProperty(opt.path(d)), at.Line, at.Column, at.EndLine, at.EndColumn, githubProperty(string(d.Code())), githubData(message))
	}
	return out.Flush()
}

func githubData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func githubProperty(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s)
}
