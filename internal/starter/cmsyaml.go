package starter

import (
	"fmt"
	"strings"

	"wijkvisie/internal/parse/decode"
)

// block is settings in their order; each value is a text, a boolean, a number, a list of texts,
// a block or a list of blocks.
type block []setting

type setting struct {
	key   string
	value any
}

// yaml returns the settings as YAML. Texts are in quotes, so that each stays a text.
func (b block) yaml() string {
	var out strings.Builder
	b.write(&out, "", "")
	return out.String()
}

// write writes the settings; first stands before the first line, indent before the others.
func (b block) write(out *strings.Builder, first, indent string) {
	for _, s := range b {
		out.WriteString(first + s.key + ":")
		first = indent
		switch v := s.value.(type) {
		case block:
			out.WriteString("\n")
			v.write(out, indent+"  ", indent+"  ")
		case []block:
			out.WriteString("\n")
			for _, item := range v {
				item.write(out, indent+"  - ", indent+"    ")
			}
		case []string:
			parts := make([]string, len(v))
			for i, text := range v {
				parts[i] = decode.Quote(text)
			}
			out.WriteString(" [" + strings.Join(parts, ", ") + "]\n")
		case string:
			out.WriteString(" " + decode.Quote(v) + "\n")
		default:
			fmt.Fprintf(out, " %v\n", v)
		}
	}
}
