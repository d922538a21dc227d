package parse

import (
	"slices"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// Package decode knows no keys: it takes a value that YAML cannot read for a text, and advises
// quotes. The functions below give the advice that goes with the key of the value.

var (
	// entryForm is a whole entry of a mapping, perhaps without its colon.
	entryForm = expression(`^([a-z]+(?:-[a-z]+)*)[ \t]*(?:[:;=][ \t]*|[ \t]+|$)(.*)$`)
	// keyBehind is a key within a text, with what separates it from what stands before it.
	keyBehind = expression(`([,; ]\s*)([a-z]+(?:-[a-z]+)*): `)
	keyBefore = expression(`([a-z]+(?:-[a-z]+)*): *$`)
	keyInLine = expression(`([a-z]+(?:-[a-z]+)*): `)
	// otherComment is a line that other languages take for a comment.
	otherComment = expression(`^(?:(?://|;)[ \t]*(\S.*?)|<!--[ \t]*(\S.*?)[ \t]*-->)[ \t]*$`)
	keyOfLine    = expression(`^([a-z]+(?:-[a-z]+)*):(?: |$)`)
)

// advised returns what is wrong in YAML that cannot be read with the advice that goes with the keys
// of a kind of file.
func (r *reader) advised(d diag.Diagnostic, m *Mapping) diag.Diagnostic {
	switch d.Text.Message {
	case diag.SyntaxNoColon:
		return r.adviseEntry(d, m)
	case diag.SyntaxItem:
		return r.adviseItem(d, m)
	case diag.SyntaxColon, diag.SyntaxBracketInText, diag.SyntaxFirst, diag.SyntaxAfterQuote, diag.SyntaxApostrophe, diag.SyntaxQuote:
		if d.Hint().Message == diag.QuoteValue {
			return r.adviseValue(d, m)
		}
	}
	return d
}

// adviseEntry gives advice on a line without a colon: it is a key that lacks it, or the text above
// it goes on there.
func (r *reader) adviseEntry(d diag.Diagnostic, m *Mapping) diag.Diagnostic {
	line := string(d.Pos.Bytes())
	if found := otherComment().FindStringSubmatch(line); found != nil {
		return d.WithHint(diag.WriteAs, "# "+found[1]+found[2])
	}
	if parts := entryForm().FindStringSubmatch(line); parts != nil {
		keys := r.keysAround(d.Pos.Start)
		if of := m.holding(append(keys, parts[1])); of != nil && !slices.Contains(keys, parts[1]) {
			return d.WithHint(diag.WriteAs, strings.TrimSpace(parts[1]+": "+parts[2]))
		}
	}
	if d.Pos.Place().Line > 2 {
		return d.WithHint(diag.IndentText)
	}
	return d
}

// adviseItem gives advice on a hyphen behind a key: one that has a text has no list.
func (r *reader) adviseItem(d diag.Diagnostic, m *Mapping) diag.Diagnostic {
	entry := keyBefore().FindStringSubmatch(string(r.file.Data[lineStart(r.file.Data, d.Pos.Start):d.Pos.Start]))
	if entry == nil {
		return d
	}
	of := m.holding(keysOnly(m, append(r.keysAround(d.Pos.Start), entry[1]), entry[1]))
	if of == nil || of.Find(entry[1]).Type != TextValue {
		return d
	}
	if _, next := decode.Line(r.file.Data, d.Pos.Start); beginsItem(r.file.Data, next) {
		return d.WithHint(diag.UseBlock)
	}
	quoted := decode.Quote(string(d.Pos.Bytes()))
	return d.WithHint(diag.QuoteValue, quoted).WithFix(d.Pos, quoted)
}

// adviseValue gives advice on a value that package decode takes for a text.
func (r *reader) adviseValue(d diag.Diagnostic, m *Mapping) diag.Diagnostic {
	at := d.Pos
	if fix := d.Fix(); !fix.IsZero() {
		at = fix.Pos
	}
	line := lineStart(r.file.Data, at.Start)
	before := string(r.file.Data[line:at.Start])
	value := string(at.Bytes())
	if d.Text.Message == diag.SyntaxFirst && (strings.HasPrefix(value, "|") || strings.HasPrefix(value, ">")) && r.goesOn(line) {
		return movedTo(d, at).WithHint(diag.BreakBlock)
	}
	entry := keyBefore().FindStringSubmatchIndex(before)
	if entry == nil {
		return d
	}
	name := before[entry[2]:entry[3]]
	inFlow := strings.LastIndexByte(before, '{') > strings.LastIndexByte(before, '}')
	var keys []string
	if inFlow {
		keys = keysIn(string(r.wholeMapping(at.Start)))
	} else {
		keys = append(r.keysAround(at.Start), name)
	}
	of := m.holding(keysOnly(m, keys, name))
	if of == nil {
		return d
	}
	k := of.Find(name)
	if whole, ok := withCommas(value, of, keys); ok {
		if inFlow {
			return movedTo(d, at).WithHint(diag.WriteAs, whole)
		}
		if strings.Contains(value, ", ") { // a mapping without its braces
			start := line + entry[2]
			return movedTo(d, r.file.Pos(start, at.End)).WithHint(diag.WriteAs, "{"+before[entry[2]:]+whole+"}")
		}
	}
	if k.Of != nil && (k.Type == GroupValue || k.Type == GroupsValue) {
		if strings.HasPrefix(value, "{") || strings.HasPrefix(value, "[") && strings.HasPrefix(strings.TrimLeft(value[1:], " "), "{") {
			return d
		}
		inside := strings.Trim(value, "()[]{} ")
		first, _, ok := strings.Cut(inside, ": ")
		if ok && k.Of.Find(first) != nil {
			form := "{" + inside + "}"
			if k.Type == GroupsValue {
				form = "[" + form + "]"
			}
			return movedTo(d, at).WithHint(diag.WriteAs, form)
		}
		return d
	}
	if k.IsRunningText() && k.Type == TextValue {
		return d
	}
	if hint, ok := r.adviceFor(k, d.Hint().Args[0].(string), at); ok {
		d = movedTo(d, at)
		return d.WithHint(hint.Message, hint.Args...)
	}
	return d
}

// goesOn reports whether the line below the one at an offset is indented further, so that it belongs
// to the value there.
func (r *reader) goesOn(line int) bool {
	_, next := decode.Line(r.file.Data, line)
	if next >= len(r.file.Data) {
		return false
	}
	here, _ := entryAt(r.file.Data, line)
	below, _ := entryAt(r.file.Data, next)
	return below > here && below < len(r.file.Data)
}

// movedTo returns a diagnostic at another place, without its fix.
func movedTo(d diag.Diagnostic, at source.Pos) diag.Diagnostic {
	return diag.At(at, d.Text.Message, d.Text.Args...)
}

// withCommas returns a text in which a comma stands before every key of a mapping that it holds,
// and that the mapping does not have elsewhere; not ok when it holds none.
func withCommas(value string, of *Mapping, keys []string) (string, bool) {
	found := false
	better := keyBehind().ReplaceAllStringFunc(value, func(s string) string {
		parts := keyBehind().FindStringSubmatch(s)
		n := 0
		for _, k := range keys {
			if k == parts[2] {
				n++
			}
		}
		if of.Find(parts[2]) == nil || n > 1 {
			return s
		}
		found = true
		return ", " + parts[2] + ": "
	})
	return better, found
}

// adviceFor returns the hint for a value, given in quotes, at a key that has no running text: what
// it would get if it were a text in quotes. It is not ok when that is all right.
func (r *reader) adviceFor(k *Key, quoted string, at source.Pos) (diag.Text, bool) {
	inside := strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(strings.TrimSuffix(strings.TrimPrefix(quoted, `"`), `"`))
	n := &tree.Node{Kind: tree.Scalar, Form: tree.Quoted, Text: inside, Start: at.Start, End: at.End}
	sub := &reader{file: r.file}
	switch k.Type {
	case DayValue:
		sub.date(k, n)
	case PlannedValue:
		sub.planned(k, n)
	case PeriodValue, YearValue:
		sub.periodText(k, n)
	case NumberValue, MoneyValue:
		sub.whole(k, n)
	case IDValue:
		sub.idText(k, n)
	case CodeValue:
		sub.codeText(k, n)
	case URLValue:
		sub.addressText(k, n)
	case URLsValue:
		sub.addressTexts(k, n)
	case EmailValue:
		sub.emailText(k, n)
	case TextValue:
		if len(k.Enum) == 0 {
			return diag.Text{}, false
		}
		sub.anyText(k, n)
	case TextsValue, IDsValue, PointValue, TileValue:
		sub.wrongType(k, n, diag.WordList)
	}
	if len(sub.problems) != 1 || sub.problems[0].Hint().IsZero() {
		return diag.Text{}, false
	}
	return sub.problems[0].Hint(), true
}

// holding returns the mapping that has all of some keys: m, or one within it; nil when there is
// none.
func (m *Mapping) holding(keys []string) *Mapping {
	if !slices.ContainsFunc(keys, func(name string) bool { return m.Find(name) == nil }) {
		return m
	}
	for i := range m.Keys {
		if of := m.Keys[i].Of; of != nil && m.Keys[i].Type != WordsValue {
			if found := of.holding(keys); found != nil {
				return found
			}
		}
	}
	return nil
}

// keysOnly returns the keys that some mapping has together with the one named, without others.
func keysOnly(m *Mapping, keys []string, name string) []string {
	if m.holding(keys) != nil {
		return keys
	}
	return []string{name}
}

// keysIn returns the keys on a line.
func keysIn(line string) []string {
	var keys []string
	for _, found := range keyInLine().FindAllStringSubmatch(line, -1) {
		keys = append(keys, found[1])
	}
	return keys
}

// lineStart returns where the line around an offset begins.
func lineStart(data []byte, at int) int {
	for at > 0 && data[at-1] != '\n' && data[at-1] != '\r' {
		at--
	}
	return at
}

// wholeMapping returns the part of the line around an offset between the braces around that.
func (r *reader) wholeMapping(at int) []byte {
	start := lineStart(r.file.Data, at)
	end, _ := decode.Line(r.file.Data, at)
	for i := at - 1; i > start; i-- {
		if r.file.Data[i] == '{' {
			start = i
			break
		}
	}
	for i := at; i < end; i++ {
		if r.file.Data[i] == '}' {
			return r.file.Data[start:i]
		}
	}
	return r.file.Data[start:end]
}

// keysAround returns the keys of the lines above and below the one around an offset that are
// indented like it, as far as they hang together, without its own.
func (r *reader) keysAround(at int) []string {
	data := r.file.Data
	here := lineStart(data, at)
	column, _ := entryAt(data, here)
	var keys []string
	for i := here; i > 0; { // above
		if c, _ := entryAt(data, i); c < column || c == column && beginsItem(data, i) {
			break
		}
		i = lineStart(data, i-1)
		c, key := entryAt(data, i)
		if c == column && key != "" {
			keys = append(keys, key)
		}
	}
	for _, i := decode.Line(data, here); i < len(data); { // below
		c, key := entryAt(data, i)
		if c < column || c == column && beginsItem(data, i) {
			break
		}
		if c == column && key != "" {
			keys = append(keys, key)
		}
		_, next := decode.Line(data, i)
		i = next
	}
	return keys
}

// entryAt returns the column, from 0, where the text of a line begins behind its indentation and its
// hyphen, and the key there; the column of a line without text is large.
func entryAt(data []byte, at int) (column int, key string) {
	end, _ := decode.Line(data, at)
	line := string(data[at:end])
	body := strings.TrimLeft(line, " ")
	for strings.HasPrefix(body, "- ") {
		body = strings.TrimLeft(body[2:], " ")
	}
	if body == "" || body[0] == '#' {
		return len(data), ""
	}
	if line == "---" {
		return -1, ""
	}
	if found := keyOfLine().FindStringSubmatch(body); found != nil {
		key = found[1]
	}
	return len(line) - len(body), key
}

// beginsItem reports whether the line at an offset begins an item of a list.
func beginsItem(data []byte, at int) bool {
	end, _ := decode.Line(data, at)
	return strings.HasPrefix(strings.TrimLeft(string(data[at:end]), " "), "- ")
}
