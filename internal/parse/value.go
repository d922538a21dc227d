package parse

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// scalarText returns a scalar as text. In TOML and JSON a number, a truth
// value or a date without quotes is no text, unless it is of a form that the
// key allows.
func (r *reader) scalarText(k *Key, n *tree.Node, wanted diag.Message, allowed ...tree.Form) (source.Text, bool) {
	if n.Kind != tree.Scalar {
		if n.Kind != tree.Faulty {
			r.wrongType(k, n, wanted)
		}
		r.broken = r.broken || k.identity
		return source.Text{}, false
	}
	if n.Form >= tree.Number && !slices.Contains(allowed, n.Form) {
		r.wrongType(k, n, wanted)
		return source.Text{}, false
	}
	if i := strings.IndexFunc(n.Text, decode.IsControl); i >= 0 {
		r.report(diag.At(r.at(n), diag.ValueInvisible, k.Name))
		r.broken = r.broken || k.identity
		return source.Text{}, false
	}
	return source.Text{Value: n.Text, Pos: r.at(n)}, true
}

// anyText reads a text, one of a few where the key says so.
func (r *reader) anyText(k *Key, n *tree.Node) source.Text {
	t, ok := r.scalarText(k, n, diag.WordText)
	if !ok || len(k.Enum) == 0 || slices.Contains(k.Enum, t.Value) {
		return t
	}
	d := diag.At(t.Pos, diag.ValueNotAllowed, k.Name, t.Value)
	if meant, near := diag.Nearest(slug(t.Value), k.Enum); near {
		d = d.WithHint(diag.DidYouMean, meant)
	} else {
		d = d.WithHint(diag.Choose, k.Enum)
	}
	r.report(d)
	return source.Text{}
}

// idText reads an id.
func (r *reader) idText(k *Key, n *tree.Node) source.Text {
	t, ok := r.scalarText(k, n, diag.WordText)
	if !ok || validID(t.Value) {
		return t
	}
	d := diag.At(t.Pos, diag.IDInvalid, t.Value)
	if len(t.Value) > maxID {
		d = diag.At(t.Pos, diag.IDTooLong, maxID)
	} else if better := slug(t.Value); better != "" {
		d = d.WithHint(diag.WriteAs, better)
	} else {
		d = d.WithHint(diag.WriteIDAs)
	}
	r.report(d)
	r.broken = r.broken || k.identity
	return source.Text{}
}

func (r *reader) codeText(k *Key, n *tree.Node) source.Text {
	t, ok := r.scalarText(k, n, diag.WordText)
	if !ok || k.match().MatchString(t.Value) {
		return t
	}
	d := diag.At(t.Pos, diag.CodeInvalid, t.Value)
	if better := strings.ToUpper(strings.ReplaceAll(t.Value, " ", "")); k.match().MatchString(better) {
		d = d.WithHint(diag.WriteAs, better)
	} else {
		d = d.WithHint(diag.FormOf, k.Example)
	}
	r.report(d)
	return source.Text{}
}

func (r *reader) yearText(k *Key, n *tree.Node) source.Text {
	t, ok := r.scalarText(k, n, diag.WordYear, tree.Number)
	if !ok || validYear(t.Value) {
		return t
	}
	r.report(diag.At(t.Pos, diag.ValueNotYear, t.Value).WithHint(diag.FormOf, k.Example))
	return source.Text{}
}

func validYear(s string) bool {
	p, ok := city.ParsePeriod(s)
	return ok && len(s) == 4 && p.First == p.Last
}

func (r *reader) addressText(k *Key, n *tree.Node) source.Text {
	t, ok := r.scalarText(k, n, diag.WordText)
	if !ok || validAddress(t.Value, k.Enum) {
		return t
	}
	d := diag.At(t.Pos, diag.ValueNotURL, t.Value)
	trimmed := strings.TrimSpace(t.Value)
	switch {
	case validAddress(trimmed, k.Enum):
		d = d.WithHint(diag.WriteAs, trimmed)
	case slices.Contains(k.Enum, "mailto") && validEmail(trimmed):
		d = d.WithHint(diag.WriteAs, "mailto:"+trimmed)
	case !strings.Contains(trimmed, ":") && strings.Contains(trimmed, ".") && !strings.HasPrefix(trimmed, ".") && validAddress("https://"+trimmed, k.Enum):
		d = d.WithHint(diag.WriteAs, "https://"+trimmed)
	default:
		d = d.WithHint(diag.FormOf, k.Example)
	}
	r.report(d)
	return source.Text{Pos: t.Pos} // it was written, though not well
}

// validAddress tells whether s is a whole address of one of the schemes.
func validAddress(s string, schemes []string) bool {
	if strings.ContainsFunc(s, func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune("<>\"`\\^", c) }) {
		return false
	}
	// {bestand} stands for a path in the address for editing.
	u, err := url.Parse(strings.ReplaceAll(s, "{bestand}", "bestand"))
	if err != nil || !slices.Contains(schemes, strings.ToLower(u.Scheme)) {
		return false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		return u.Hostname() != "" && u.User == nil
	case "mailto":
		return validEmail(u.Opaque)
	default:
		return u.Opaque != ""
	}
}

func (r *reader) emailText(k *Key, n *tree.Node) source.Text {
	t, ok := r.scalarText(k, n, diag.WordText)
	if !ok || validEmail(t.Value) {
		return t
	}
	d := diag.At(t.Pos, diag.ValueNotEmail, t.Value)
	if better := strings.TrimPrefix(strings.TrimSpace(t.Value), "mailto:"); better != t.Value && validEmail(better) {
		d = d.WithHint(diag.WriteAs, better)
	} else {
		d = d.WithHint(diag.FormOf, k.Example)
	}
	r.report(d)
	return source.Text{}
}

func validEmail(s string) bool {
	local, domain, ok := strings.Cut(s, "@")
	return ok && local != "" && !strings.ContainsAny(s, " \t\n\r<>()[],;:\\\"?&") && !strings.Contains(domain, "@") &&
		strings.Contains(strings.Trim(domain, "."), ".") && strings.Trim(domain, ".") == domain
}

func (r *reader) languageText(k *Key, n *tree.Node) source.Text {
	t, ok := r.scalarText(k, n, diag.WordText)
	if !ok || validLanguage(t.Value) {
		return t
	}
	r.report(diag.At(t.Pos, diag.ValueNotLanguage, t.Value).WithHint(diag.FormOf, k.Example))
	return source.Text{}
}

// validLanguage tells whether s has the form of a language tag: nl, en-GB.
func validLanguage(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if len(part) > 8 || part == "" || i == 0 && (len(part) < 2 || len(part) > 3) {
			return false
		}
		for _, c := range []byte(part) {
			letter := 'a' <= c|0x20 && c|0x20 <= 'z'
			if !letter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
	}
	return true
}
