package report

import (
	"strings"

	"wijkvisie/internal/relate"
	"wijkvisie/internal/theme"
)

// joinSentences joins sentences, of which some may be empty, each with a full stop or the like at
// its end.
func joinSentences(list ...string) string {
	var b strings.Builder
	for _, s := range list {
		s = strings.TrimSpace(s)
		if s == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(s)
		if end := strings.TrimRight(s, "”’\"')»"); end == "" || !strings.ContainsAny(end[len(end)-1:], ".!?:") && !strings.HasSuffix(end, "…") {
			b.WriteByte('.')
		}
	}
	return b.String()
}

// quoted returns what somebody said in quotes; the empty text when that is nothing.
func quoted(text string) string {
	if text == "" {
		return ""
	}
	return "“" + text + "”"
}

// list joins texts: a, b en c.
func (b *builder) list(texts []string) string {
	if len(texts) < 2 {
		return strings.Join(texts, "")
	}
	last := len(texts) - 1
	return strings.Join(texts[:last], ", ") + " " + b.Text("and") + " " + texts[last]
}

// who returns the name of the department of a programme, the municipality when it has none.
func (b *builder) who(p *relate.Programme) string {
	if p.Department == nil {
		return b.Text("need.municipality")
	}
	return p.Department.Name.Value
}

// sentence returns the text of a key that begins with a capital.
func (b *builder) sentence(key string, args ...string) string {
	return theme.Capital(b.Text(key, args...))
}

// status returns the status of a commitment in small letters.
func (b *builder) status(c *relate.Commitment) string {
	status := string(c.Status)
	if c.Withdrawn() {
		status = "ingetrokken"
	}
	return theme.LowerFirst(b.Text("commitment.status." + status))
}
