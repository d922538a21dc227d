package diag

import (
	"bufio"
	"encoding/json"
	"io"
	"net/url"
	"path"
	"path/filepath"
)

// The parts of SARIF 2.1.0 that are written
// (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).
type (
	sarifRule struct {
		ID            string `json:"id"`
		Configuration struct {
			Level string `json:"level"`
		} `json:"defaultConfiguration"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		Level     string          `json:"level"`
		Message   sarifMessage    `json:"message"`
		Locations []sarifLocation `json:"locations"`
		Related   []sarifLocation `json:"relatedLocations,omitempty"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		Physical struct {
			Artifact struct {
				URI string `json:"uri"`
			} `json:"artifactLocation"`
			Region sarifRegion `json:"region"`
		} `json:"physicalLocation"`
		Message *sarifMessage `json:"message,omitempty"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
)

// printSARIF prints one run, one result to a line.
func printSARIF(w io.Writer, l List, opt PrintOptions) error {
	out := bufio.NewWriter(w)
	rules, err := json.Marshal(sarifRules(l))
	if err != nil {
		return err
	}
	out.WriteString(`{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"wijkvisie","rules":`)
	out.Write(rules)
	out.WriteString(`}},"columnKind":"unicodeCodePoints","results":[`)
	for i, d := range l {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
		line, err := marshal(sarifOf(d, opt))
		if err != nil {
			return err
		}
		out.Write(line)
	}
	out.WriteString("\n]}]}\n")
	return out.Flush()
}

func sarifLevel(s Severity) string { return [...]string{"error", "warning", "note"}[s] }

// sarifRules returns the codes of a list, each once, in order of appearance.
func sarifRules(l List) []sarifRule {
	rules := []sarifRule{}
	seen := make(map[Code]bool)
	for _, d := range l {
		if seen[d.Code()] {
			continue
		}
		seen[d.Code()] = true
		rule := sarifRule{ID: string(d.Code())}
		rule.Configuration.Level = sarifLevel(d.Severity())
		rules = append(rules, rule)
	}
	return rules
}

func sarifOf(d Diagnostic, opt PrintOptions) sarifResult {
	text := opt.Lang.Say(d.Text)
	if hint := opt.Lang.Hint(d); hint != "" {
		text += "\n" + hint
	}
	at := d.Pos.Place()
	r := sarifResult{
		RuleID:    string(d.Code()),
		Level:     sarifLevel(d.Severity()),
		Message:   sarifMessage{text},
		Locations: []sarifLocation{sarifPlace(opt.path(d), sarifRegion{at.Line, at.Column, at.EndLine, at.EndColumn})},
	}
	for _, rel := range d.Related() {
		at := rel.Pos.Place()
		place := sarifPlace(path.Join(filepath.ToSlash(opt.Prefix), rel.Pos.Path()), sarifRegion{at.Line, at.Column, at.EndLine, at.EndColumn})
		place.Message = &sarifMessage{opt.Lang.Say(rel.Text)}
		r.Related = append(r.Related, place)
	}
	return r
}

func sarifPlace(file string, region sarifRegion) sarifLocation {
	var l sarifLocation
	l.Physical.Artifact.URI = (&url.URL{Path: file}).EscapedPath()
	l.Physical.Region = region
	return l
}
