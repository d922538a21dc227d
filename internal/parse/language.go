package parse

import (
	"fmt"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/decode"
)

// adviseIn writes what hints propose, which is in YAML, in the language of a file.
func (r *reader) adviseIn(language decode.Language) {
	if language == decode.InYAML {
		return
	}
	for i, d := range r.problems {
		if hint := translated(d, language); !hint.IsZero() {
			r.problems[i] = d.WithHint(hint.Message, hint.Args...)
		}
	}
}

// translated returns the hint of a diagnostic in another language than YAML, zero when it is the
// same there.
func translated(d diag.Diagnostic, language decode.Language) diag.Text {
	value, add, fill := decode.TOMLText, diag.AddKeyTOML, diag.FillKeyTOML
	entry := func(key, value string) string { return key + " = " + value }
	if language == decode.InJSON {
		value, add, fill = decode.JSONText, diag.AddKeyJSON, diag.FillKeyJSON
		entry = func(key, value string) string { return `"` + key + `": ` + value }
	}
	hint := d.Hint()
	args := make([]string, len(hint.Args))
	for i, a := range hint.Args {
		args[i] = fmt.Sprint(a)
	}
	inQuotes := strings.ContainsAny(string(d.Pos.Bytes()[:min(1, len(d.Pos.Bytes()))]), `"'`)
	switch hint.Message {
	case diag.AddKey:
		return diag.Text{Message: add, Args: []any{args[0], value(args[1])}}
	case diag.FillKey:
		return diag.Text{Message: fill, Args: []any{args[0], value(args[1])}}
	case diag.AddReason:
		return diag.Text{Message: add, Args: []any{"reden", `"…"`}}
	case diag.UseList:
		return diag.Text{Message: diag.WriteAs, Args: []any{value("[" + args[0] + "]")}}
	case diag.UsePeriod:
		return diag.Text{Message: diag.WriteAs, Args: []any{entry("periode", decode.Quote(args[0]))}}
	case diag.WriteAs:
		switch {
		case strings.HasPrefix(args[0], "[") || strings.HasPrefix(args[0], "{"):
			return diag.Text{Message: diag.WriteAs, Args: []any{value(args[0])}}
		case inQuotes && !strings.HasPrefix(args[0], `"`):
			return diag.Text{Message: diag.WriteAs, Args: []any{decode.Quote(args[0])}}
		}
	case diag.FormOf:
		key, example, hasKey := strings.Cut(args[0], ": ")
		switch {
		case hasKey && keyOfLine().MatchString(args[0]):
			return diag.Text{Message: diag.FormOf, Args: []any{entry(key, value(example))}}
		case inQuotes:
			return diag.Text{Message: diag.FormOf, Args: []any{decode.Quote(args[0])}}
		}
	}
	return diag.Text{}
}
