package diag

import (
	"fmt"
	"io"
	"strings"
)

// Explain writes what a code means, an example and what to do about it. It writes nothing
// for a code that is not in the catalogue.
func Explain(w io.Writer, c Code, lang Lang) error {
	k, ok := kindByCode()[c]
	if !ok {
		return nil
	}
	severity := [...]translation{
		Error:   {"fout: er wordt niets gepubliceerd zolang dit er staat", "error: nothing is published while this stands there"},
		Warning: {"waarschuwing: de site wordt gepubliceerd, maar kijk er even naar", "warning: the site is published, but have a look"},
		Info:    {"informatie: goed om te weten", "info: good to know"},
	}[k.severity]
	example := translation{"Bijvoorbeeld:", "For example:"}
	remedy := translation{"Wat u doet:", "What to do:"}
	_, err := fmt.Fprintf(w, "%s\n%s\n\n%s\n\n%s\n\n    %s\n\n%s %s\n", c, severity[lang], k.meaning[lang],
		example[lang], strings.ReplaceAll(k.example, "\n", "\n    "), remedy[lang], k.remedy[lang])
	return err
}

// ExplainAll writes the list of codes by severity, each with the first sentence of what it
// means.
func ExplainAll(w io.Writer, lang Lang) error {
	headings := [...]translation{
		Error:   {"Fouten: er wordt niets gepubliceerd", "Errors: nothing is published"},
		Warning: {"Waarschuwingen", "Warnings"},
		Info:    {"Informatie", "Information"},
	}
	var b strings.Builder
	var last translation
	for _, k := range kinds() {
		if heading := headings[k.severity]; heading != last {
			if b.Len() > 0 {
				b.WriteByte('\n')
			}
			fmt.Fprintf(&b, "%s\n\n", heading[lang])
			last = heading
		}
		first, _, _ := strings.Cut(k.meaning[lang], ". ")
		fmt.Fprintf(&b, "  %-26s %s\n", k.code, strings.TrimSuffix(first, "."))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
