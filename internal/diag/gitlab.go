package diag

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"io"
)

// gitLabDiagnostic is a diagnostic in a report of GitLab Code Quality
// (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format).
type gitLabDiagnostic struct {
	Description string `json:"description"`
	CheckName   Code   `json:"check_name"`
	Fingerprint string `json:"fingerprint"`
	Severity    string `json:"severity"`
	Location    struct {
		Path  string `json:"path"`
		Lines struct {
			Begin int `json:"begin"`
		} `json:"lines"`
	} `json:"location"`
}

// printGitLab prints one array, one diagnostic to a line. GitLab holds those of a change against
// those before it by their fingerprints, which therefore do not depend on the line.
func printGitLab(w io.Writer, l List, opt PrintOptions) error {
	out := bufio.NewWriter(w)
	seen := make(map[string]int)
	out.WriteByte('[')
	for i, d := range l {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
		g := gitLabDiagnostic{
			Description: opt.Lang.Say(d.Text), CheckName: d.Code(),
			Severity: [...]string{Error: "critical", Warning: "minor", Info: "info"}[d.Severity()],
		}
		g.Location.Path, g.Location.Lines.Begin = opt.path(d), d.Pos.Place().Line
		key := fmt.Sprintf("%s\x00%s\x00%s", g.Location.Path, g.CheckName, g.Description)
		g.Fingerprint = fmt.Sprintf("%x", sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, seen[key])))
		seen[key]++
		if hint := opt.Lang.Hint(d); hint != "" {
			g.Description += "; " + hint
		}
		line, err := marshal(g)
		if err != nil {
			return err
		}
		out.Write(line)
	}
	if len(l) > 0 {
		out.WriteByte('\n')
	}
	out.WriteString("]\n")
	return out.Flush()
}
