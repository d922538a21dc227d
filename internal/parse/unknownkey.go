package parse

import (
	"slices"
	"strings"
	"unicode/utf8"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
)

// misspelt returns the keys that the unknown keys of a mapping were probably meant to be.
func misspelt(n *tree.Node, m *Mapping) []string {
	var meant []string
	for i := 0; i+1 < len(n.Children); i += 2 {
		if key := n.Children[i]; m.Find(key.Text) == nil {
			if name, near := m.nearest(n, key); near {
				meant = append(meant, name)
			}
		}
	}
	return meant
}

// nearest returns the key that an unknown one was probably meant to be: one that the mapping
// does not have already.
func (m *Mapping) nearest(n, key *tree.Node) (string, bool) {
	if meant, ok := m.otherWord(n, key.Text); ok {
		return meant, true
	}
	meant, near := diag.Nearest(strings.ToLower(key.Text), m.keyNames())
	_, written := n.Entry(meant)
	return meant, near && written == nil
}

// otherWords returns keys that people use for one another.
func otherWords() [][]string {
	return [][]string{{"titel", "naam", "title", "name", "kop", "onderwerp"}, {"toelichting", "tekst", "omschrijving", "uitleg", "beschrijving"}, {"reden", "waarom", "motivering", "toelichting"}, {"prioriteit", "prio"},
		{"datum", "date"}, {"door", "wie"}, {"gereed", "klaar", "oplevering"}, {"url", "link", "adres"}, {"telefoon", "tel"}, {"budget", "kosten", "bedrag"}}
}

// otherWord returns the key of a mapping that it lacks and that an unknown one is another word for.
func (m *Mapping) otherWord(n *tree.Node, name string) (string, bool) {
	for _, words := range otherWords() {
		if !slices.Contains(words, strings.ToLower(name)) {
			continue
		}
		for _, word := range words {
			if k := m.Find(word); k != nil && n.Value(word) == nil && (word != "reden" || m.demands(n, word)) {
				return word, true
			}
		}
	}
	return "", false
}

// entryIn returns the entry that was meant by a key without a value that has one in it, between
// braces: "titel:Besluit" and "titel Besluit".
func (m *Mapping) entryIn(n, key, value *tree.Node) (whole, name string, ok bool) {
	if !n.Flow || value.Kind != tree.Nothing || value.Start != value.End {
		return "", "", false
	}
	parts := entryForm().FindStringSubmatch(key.Text)
	if parts == nil || parts[2] == "" || m.Find(parts[1]) == nil || n.Value(parts[1]) != nil {
		return "", "", false
	}
	return parts[1] + ": " + parts[2], parts[1], true
}

// misplaced reports entries of a mapping that belong elsewhere, from the one at an index on, and
// returns how many they are: those of a key above them, which are not indented; those of another
// item of the list, which has no hyphen; and the rest of a text with commas between braces.
func (r *reader) misplaced(n *tree.Node, m *Mapping, i int) int {
	if n.Flow {
		return r.restOfText(n, m, i)
	}
	if i < 2 {
		return 0
	}
	key, above, value := n.Children[i], m.Find(n.Children[i-2].Text), n.Children[i-1]
	if above != nil && above.Type == GroupValue && value.Kind == tree.Nothing && value.Start == value.End {
		count := 0
		for ; i+2*count+1 < len(n.Children); count++ {
			name := n.Children[i+2*count].Text
			if first, _ := n.Entry(name); above.Of.Find(name) == nil || m.Find(name) != nil && first == n.Children[i+2*count] {
				break
			}
		}
		if count > 0 {
			r.report(diag.At(r.at(key), diag.SyntaxIndent).WithHint(diag.IndentBelow, above.Name))
			r.broken = r.broken || above.identity
		}
		return count
	}
	if first := n.Children[0]; m.Keys[0].identity && first.Text == key.Text && m.Find(key.Text) == &m.Keys[0] && beginsItem(r.file.Data, lineStart(r.file.Data, first.Start)) {
		r.report(diag.At(r.at(key), diag.SyntaxItemMark).WithHint(diag.BeginItem, "- "+key.Text))
		r.broken = true
		return len(n.Children)/2 - i/2
	}
	return 0
}

// restOfText reports the entries between braces that are the rest of a text with commas in it.
func (r *reader) restOfText(n *tree.Node, m *Mapping, i int) int {
	count := 0
	for ; i+2*count+1 < len(n.Children); count++ {
		key, value := n.Children[i+2*count], n.Children[i+2*count+1]
		if _, _, isEntry := m.entryIn(n, key, value); isEntry || m.Find(key.Text) != nil || value.Kind != tree.Nothing || value.Start != value.End {
			break
		}
	}
	if i == 0 && count == len(n.Children)/2 && count > 1 && count <= len(m.Keys) {
		return r.valuesAlone(n, m)
	}
	if count == 0 || i < 2 {
		return 0
	}
	key, before, last := m.Find(n.Children[i-2].Text), n.Children[i-1], n.Children[i+2*count-2]
	if key == nil || before.Kind != tree.Scalar || before.Form != tree.Plain {
		return 0
	}
	if _, near := m.nearest(n, n.Children[i]); near && key.Type != MoneyValue && key.Type != NumberValue {
		return 0
	}
	whole := r.file.Pos(before.Start, last.End)
	text := decode.Quote(strings.Trim(string(whole.Bytes()), "“”"))
	d := diag.At(r.at(n.Children[i]), diag.KeyUnknownEmpty, n.Children[i].Text)
	if hint, ok := r.adviceFor(key, text, whole); ok {
		r.report(diag.At(whole, diag.KeyUnknownEmpty, n.Children[i].Text).WithHint(hint.Message, hint.Args...))
	} else {
		r.report(d.WithHint(diag.QuoteValue, text).WithFix(whole, text))
	}
	return count
}

// unknownKey reports a key that a mapping may not have, and returns the one that was
// probably meant, or the empty string.
func (r *reader) unknownKey(n *tree.Node, m *Mapping, key, value *tree.Node) string {
	if name := strings.TrimLeft(key.Text, "\u00a0 "); name != key.Text && m.Find(name) != nil { // pasted from a web page
		pos := r.file.Pos(key.Start, key.Start+len(key.Text)-len(name))
		r.report(diag.At(pos, diag.SyntaxInvisible).WithFix(pos, strings.Repeat(" ", utf8.RuneCount(pos.Bytes()))))
		r.broken = r.broken || m.Find(name).identity
		return name
	}
	meant, near := m.nearest(n, key)
	d := diag.At(r.at(key), diag.KeyUnknown, key.Text)
	if whole, name, ok := m.entryIn(n, key, value); ok {
		r.report(d.WithHint(diag.WriteAs, whole))
		r.broken = r.broken || m.Find(name).identity
		return name
	}
	switch {
	case n.Flow && value.Kind == tree.Nothing && value.Start == value.End && !near:
		d = diag.At(r.at(key), diag.KeyUnknownEmpty, key.Text).WithHint(diag.QuoteInFlow)
	case near:
		d = d.WithHint(diag.DidYouMean, meant)
	default:
		d = d.WithHint(diag.Choose, m.keyNames())
	}
	r.report(d)
	if !near {
		return ""
	}
	r.broken = r.broken || m.Find(meant).identity || m.Find(meant).namesNeeds()
	return meant
}

// namesNeeds reports whether a need is named at the key.
func (k *Key) namesNeeds() bool {
	return k.RefersTo == ToNeed || k.Of != nil && k.Type == GroupsValue && slices.ContainsFunc(k.Of.Keys, func(of Key) bool { return of.RefersTo == ToNeed })
}

// valuesAlone reports values between braces that have no keys, in the order in which people write
// those.
func (r *reader) valuesAlone(n *tree.Node, m *Mapping) int {
	var entries []string
	for i := 0; i+1 < len(n.Children); i += 2 {
		entries = append(entries, m.Keys[i/2].Name+": "+n.Children[i].Text)
	}
	r.report(diag.At(r.at(n), diag.KeyUnknownEmpty, n.Children[0].Text).WithHint(diag.WriteAs, "{"+strings.Join(entries, ", ")+"}"))
	r.broken = r.broken || m.hasIdentity()
	r.meant = m.keyNames()
	return len(n.Children) / 2
}
