package parse

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// scalarText returns a scalar as text. In TOML and JSON a number, a boolean or a date
// without quotes is not a text, unless it has a form that is allowed.
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
	t := source.Text{Value: n.Text, Pos: r.at(n)}
	if inside, ok := unquoted(n); ok {
		quoted := decode.Quote(inside)
		r.report(diag.At(t.Pos, diag.ValueWordQuotes).WithHint(diag.QuoteValue, quoted).WithFix(t.Pos, quoted))
		if !k.IsRunningText() {
			t.Value = inside
		}
	}
	return t, true
}

// unquoted returns what stands between the quotes of a word processor that are around a whole
// value. To YAML they are characters like others.
func unquoted(n *tree.Node) (string, bool) {
	if n.Form != tree.Plain || n.Text == "" || n.Text[0] < utf8.RuneSelf {
		return "", false
	}
	if smartApostrophe().MatchString(n.Text) {
		return "", false // ‘t Zand
	}
	for _, quotes := range [][2]string{{"“", "”"}, {"„", "”"}, {"„", "“"}, {"‘", "’"}, {"«", "»"}} {
		if inside, ok := strings.CutPrefix(n.Text, quotes[0]); ok {
			inside, ok = strings.CutSuffix(inside, quotes[1])
			return inside, ok && inside != "" && !strings.ContainsAny(inside, "“”„‘«»")
		}
	}
	return "", false
}

// wants reports whether a value is of a kind, and adds a diagnostic when it is not.
func (r *reader) wants(k *Key, n *tree.Node, wanted tree.Kind) bool {
	if n.Kind == wanted {
		return true
	}
	if n.Kind == tree.Faulty {
		r.broken = r.broken || k.identity
		return false
	}
	r.wrongType(k, n, kindWord(wanted))
	return false
}

// wrongType reports a value of another kind than a key has.
func (r *reader) wrongType(k *Key, n *tree.Node, wanted diag.Message) {
	r.broken = r.broken || k.identity
	d := diag.At(r.at(n), diag.TypeWrong, k.Name, wanted, valueWord(n))
	form, known := r.form(k, n)
	switch {
	case known:
		d = d.WithHint(diag.WriteAs, form)
	case (k.Type == NumberValue || k.Type == MoneyValue) && n.Kind == tree.Scalar && notKnown(n.Text):
		d = d.WithHint(diag.RemoveEntry)
	case wanted == diag.WordText && n.Kind == tree.Scalar:
		d = d.WithHint(diag.QuoteValue, decode.Quote(n.Text))
	case wanted == diag.WordText && n.Flow && k.IsRunningText():
		quoted := decode.Quote(string(r.at(n).Bytes()))
		d = d.WithHint(diag.QuoteValue, quoted)
	case wanted == diag.WordText && n.Kind == tree.Mapping && !n.Flow:
		d = d.WithHint(diag.QuoteValue, decode.Quote(string(r.top(n).Bytes())))
	case wanted == diag.WordText && n.Kind == tree.List && k.Type == TextValue && k.IsRunningText():
		d = d.WithHint(diag.UseBlock)
	case wanted == diag.WordList && n.Kind == tree.Scalar && k.Type != PointValue && k.Type != TileValue:
		d = d.WithHint(diag.UseList, strings.Join(k.items(n.Text), ", "))
	case k.Example != "":
		d = d.WithHint(diag.FormOf, k.Name+": "+k.Example)
	}
	r.report(d)
}

// kindWord returns what people call a kind of value.
func kindWord(k tree.Kind) diag.Message {
	switch k {
	case tree.List:
		return diag.WordList
	case tree.Mapping:
		return diag.WordMapping
	case tree.Nothing:
		return diag.WordNothing
	default:
		return diag.WordText
	}
}

// valueWord returns what people call a value.
func valueWord(n *tree.Node) diag.Message {
	if n.Kind == tree.Scalar {
		switch n.Form {
		case tree.Number:
			return diag.WordNumber
		case tree.Boolean:
			return diag.WordTrueFalse
		case tree.Day:
			return diag.WordDate
		}
	}
	return kindWord(n.Kind)
}

// anyText reads a text; one of Enum when the key has that.
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
	if seen := source.WithoutInvisible(t.Value); seen != t.Value && slug(seen) != "" {
		d = diag.At(t.Pos, diag.IDInvisible, seen).WithHint(diag.RetypeAs, slug(seen)).WithFix(t.Pos, source.WithoutInvisible(string(t.Pos.Bytes())))
	} else if len(t.Value) > maxID {
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

// format is a form that a text must have.
type format struct {
	valid   func(k *Key, s string) bool
	invalid diag.Message
	// guess returns what an invalid text was probably meant to be; it need not be valid.
	guess func(s string) string
}

// formatted reads a text that must have a form.
func (r *reader) formatted(k *Key, n *tree.Node, f format) source.Text {
	t, ok := r.scalarText(k, n, diag.WordText)
	if !ok || f.valid(k, t.Value) {
		return t
	}
	d := diag.At(t.Pos, f.invalid, t.Value)
	if better := f.guess(t.Value); f.valid(k, better) {
		d = d.WithHint(diag.WriteAs, better)
	} else {
		d = d.WithHint(diag.FormOf, k.Example)
	}
	r.report(d)
	return source.Text{Pos: t.Pos} // something was written, though it is invalid
}

// codeText reads a code of the CBS.
func (r *reader) codeText(k *Key, n *tree.Node) source.Text {
	return r.formatted(k, n, format{
		valid:   func(k *Key, s string) bool { return k.match().MatchString(s) },
		invalid: diag.CodeInvalid,
		guess:   func(s string) string { return codeLike(k.Example, s) },
	})
}

// emailText reads a mail address.
func (r *reader) emailText(k *Key, n *tree.Node) source.Text {
	return r.formatted(k, n, format{
		valid:   func(_ *Key, s string) bool { return validEmail(s) },
		invalid: diag.ValueNotEmail,
		guess:   mailIn,
	})
}

func validEmail(s string) bool {
	local, domain, ok := strings.Cut(s, "@")
	return ok && local != "" && !strings.ContainsAny(s, " \t\n\r<>()[],;:\\\"?&") && !strings.Contains(domain, "@") &&
		strings.Contains(strings.Trim(domain, "."), ".") && strings.Trim(domain, ".") == domain
}

// languageText reads a language tag.
func (r *reader) languageText(k *Key, n *tree.Node) source.Text {
	return r.formatted(k, n, format{
		valid:   func(_ *Key, s string) bool { return validLanguage(s) },
		invalid: diag.ValueNotLanguage,
		guess:   func(s string) string { return s },
	})
}

// validLanguage reports whether s has the form of a language tag: nl, en-GB.
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

// addressText reads a web address.
func (r *reader) addressText(k *Key, n *tree.Node) source.Text {
	t, ok := r.scalarText(k, n, diag.WordText)
	if !ok || validAddress(t.Value, k.Enum) {
		r.reachable(k, t)
		return t
	}
	d := diag.At(t.Pos, diag.ValueNotURL, t.Value)
	trimmed := addressIn(t.Value)
	switch {
	case validAddress(trimmed, k.Enum):
		d = d.WithHint(diag.WriteAs, trimmed)
	case slices.Contains(k.Enum, "mailto") && validEmail(trimmed):
		d = d.WithHint(diag.WriteAs, "mailto:"+trimmed)
	case !strings.Contains(trimmed, ":") && strings.Contains(trimmed, ".") && !isFileName(trimmed) && !strings.HasPrefix(trimmed, ".") && validAddress("https://"+trimmed, k.Enum):
		d = d.WithHint(diag.WriteAs, "https://"+trimmed)
	default:
		d = d.WithHint(diag.FormOf, k.Example)
	}
	r.report(d)
	return source.Text{Pos: t.Pos} // something was written, though it is invalid
}

// addressTexts reads a web address, or a list of them.
func (r *reader) addressTexts(k *Key, n *tree.Node) []source.Text {
	if n.Kind == tree.List {
		return listOf((*reader).addressText)(r, k, n)
	}
	if t := r.addressText(k, n); !t.IsZero() {
		return []source.Text{t}
	}
	return nil
}

// reachable reports an address that only the author can open. That for editing is for authors.
func (r *reader) reachable(k *Key, t source.Text) {
	u, err := url.Parse(t.Value)
	if err == nil && city.IsLocalHost(u.Hostname()) && !strings.Contains(t.Value, "{bestand}") {
		r.report(diag.At(t.Pos, diag.LocalLink, t.Value).WithHint(diag.FormOf, k.Example))
	}
}

// validAddress reports whether s is a whole address with one of the schemes.
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
		return u.Hostname() != "" && u.User == nil && !isScheme(u.Host)
	case "mailto":
		return validEmail(u.Opaque)
	default:
		return u.Opaque != ""
	}
}

// linkText reads a web address or the path of a file in media/.
func (r *reader) linkText(k *Key, n *tree.Node) source.Text {
	t, ok := r.scalarText(k, n, diag.WordText)
	if !ok || validAddress(t.Value, k.Enum) {
		r.reachable(k, t)
		return t
	}
	to := city.ParseTarget(r.linkBase(), t.Value)
	switch {
	case to.Kind == city.TargetUnsafe:
		r.report(diag.At(t.Pos, diag.LinkUnsafe, t.Value, to.Scheme+":").WithHint(diag.SafeLink))
	case to.Kind == city.TargetOutside:
		r.report(diag.At(t.Pos, diag.LinkOutside, t.Value))
	case isMedia(to):
		return t
	default:
		d := diag.At(t.Pos, diag.ValueNotLink, t.Value)
		if address := "https://" + strings.TrimSpace(t.Value); strings.HasPrefix(address, "https://www.") && validAddress(address, k.Enum) {
			r.report(d.WithHint(diag.WriteAs, address))
		} else {
			r.report(r.withMediaHint(d, k, to, t.Value))
		}
	}
	return source.Text{Pos: t.Pos}
}

// mediaText reads the path of a file in media/.
func (r *reader) mediaText(k *Key, n *tree.Node) source.Text {
	t, ok := r.scalarText(k, n, diag.WordText)
	if !ok {
		return t
	}
	to := city.ParseTarget(r.linkBase(), t.Value)
	switch {
	case isMedia(to):
		return t
	case to.Kind == city.TargetUnsafe:
		r.report(diag.At(t.Pos, diag.LinkUnsafe, t.Value, to.Scheme+":").WithHint(diag.MoveFile, "media/"))
	case to.Kind == city.TargetOutside:
		r.report(diag.At(t.Pos, diag.LinkOutside, t.Value))
	case to.Kind == city.TargetExternal:
		r.report(diag.At(t.Pos, diag.ImageOfOthers, t.Value).WithHint(diag.MoveFile, "media/"))
	default:
		r.report(r.withMediaHint(diag.At(t.Pos, diag.ValueNotMedia, t.Value), k, to, t.Value))
	}
	return source.Text{Pos: t.Pos}
}

// isMedia reports whether a link leads to a file in media/.
func isMedia(to city.Target) bool {
	return to.Kind == city.TargetContent && strings.HasPrefix(to.Path, "media/")
}

// withMediaHint returns d with the path that was probably meant by one that is not that of a
// file in media/.
func (r *reader) withMediaHint(d diag.Diagnostic, k *Key, to city.Target, written string) diag.Diagnostic {
	name := strings.TrimLeft(strings.ReplaceAll(strings.TrimSpace(written), `\`, "/"), "./")
	meant := "../media/" + strings.TrimPrefix(name, "media/")
	if to.Kind == city.TargetExternal || path.Ext(name) == "" || path.Ext(name) == ".md" || !isMedia(city.ParseTarget(r.linkBase(), meant)) {
		return d.WithHint(diag.FormOf, k.Example)
	}
	return d.WithHint(diag.WriteAs, meant)
}
