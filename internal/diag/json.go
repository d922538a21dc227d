package diag

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
)

// jsonDiagnostic is a diagnostic in JSON. Its form is a contract.
type jsonDiagnostic struct {
	File      string        `json:"file"`
	Line      int           `json:"line"`
	Column    int           `json:"column"`
	EndLine   int           `json:"endLine"`
	EndColumn int           `json:"endColumn"`
	Severity  string        `json:"severity"`
	Code      Code          `json:"code"`
	Message   string        `json:"message"`
	Hint      string        `json:"hint"`
	Related   []jsonRelated `json:"related"`
}

type jsonRelated struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

// printJSON prints one array, one diagnostic to a line.
func printJSON(w io.Writer, l List, opt PrintOptions) error {
	out := bufio.NewWriter(w)
	out.WriteByte('[')
	for i, d := range l {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
		line, err := marshal(toJSON(d, opt.Lang))
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

func toJSON(d Diagnostic, lang Lang) jsonDiagnostic {
	at := d.Pos.Place()
	j := jsonDiagnostic{
		File: d.Path(), Line: at.Line, Column: at.Column, EndLine: at.EndLine, EndColumn: at.EndColumn,
		Severity: d.Severity().String(), Code: d.Code(), Message: lang.Say(d.Text), Hint: lang.Hint(d),
		Related: make([]jsonRelated, len(d.Related())),
	}
	for i, r := range d.Related() {
		at := r.Pos.Place()
		j.Related[i] = jsonRelated{r.Pos.Path(), at.Line, at.Column, lang.Say(r.Text)}
	}
	return j
}

// marshal is json.Marshal without the escapes for HTML.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}
