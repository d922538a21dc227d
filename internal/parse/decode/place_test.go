package decode

import (
	"strings"
	"testing"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// every calls visit for each node of a tree.
func every(n *tree.Node, visit func(*tree.Node)) {
	if n == nil {
		return
	}
	visit(n)
	for _, c := range n.Children {
		every(c, visit)
	}
}

func TestEveryKeyAndScalarHasItsExactPlace(t *testing.T) {
	for _, c := range []struct {
		name string
		read decoder
		data string
		want []string // what stands at each key and scalar, in order
	}{
		{"plain", YAML, "titel: Oost aan zee  # c\nwijk:   oost\n", []string{"titel", "Oost aan zee", "wijk", "oost"}},
		{"quoted", YAML, `a: "x \" # y" # c` + "\nb: 'it''s'\n'c d': e\n", []string{"a", `"x \" # y"`, "b", "'it''s'", "'c d'", "e"}},
		{"characters of more bytes", YAML, "é: ‘ö’ –  \nb: {ü: ä, ß: é}\n", []string{"é", "‘ö’ –", "b", "ü", "ä", "ß", "é"}},
		{"other scripts and emoji", YAML, "a: 👋🏽 x\nb: [👋🏽, y]\n", []string{"a", "👋🏽 x", "b", "👋🏽", "y"}},
		{"tabs", YAML, "a:\tb\t# c\nd: [ e,\tf\t]\n", []string{"a", "b", "d", "e", "f"}},
		{"plain over lines", YAML, "a: een\n  twee\n\n  drie\nb: c\n", []string{"a", "een\n  twee\n\n  drie", "b", "c"}},
		{"quoted over lines", YAML, "a: \"een\n\n  twee\"\nb: 'c\n  d'\n", []string{"a", "\"een\n\n  twee\"", "b", "'c\n  d'"}},
		{"literal", YAML, "a: |\n  een\n\n   twee\n\nb: c\n", []string{"a", "|\n  een\n\n   twee", "b", "c"}},
		{"literal with indicators", YAML, "x:\n  a: |2-  # c\n      een\n    twee\n  b: c\n", []string{"x", "a", "|2-  # c\n      een\n    twee", "b", "c"}},
		{"folded in a list", YAML, "- >\n een\n twee\n- |-\n\n  x\n# c\n- y\n", []string{">\n een\n twee", "|-\n\n  x", "y"}},
		{"literal at the end", YAML, "a: |\n  een", []string{"a", "|\n  een"}},
		{"anchors", YAML, "a: &x  een\nb: *x\nc: &y {d: e}\nf: !!str g\n", []string{"a", "een", "b", "*x", "c", "d", "e", "f", "g"}},
		{"flow over lines", YAML, "a: {b: c,\n  d: [e,\n   f g], # h\n  \"i\":j }\n", []string{"a", "b", "c", "d", "e", "f g", `"i"`, "j"}},
		{"CRLF and CR", YAML, "a: b\r\nc: |\r\n  d\r\n  e\r\nf: g\rh: i\r", []string{"a", "b", "c", "|\r\n  d\r\n  e", "f", "g", "h", "i"}},
		{"line breaks of YAML only", YAML, "a: b\u0085c\u2028d\u2029e\nf: \"\u2028\"\ng: h\n", []string{"a", "b\u0085c\u2028d\u2029e", "f", "\"\u2028\"", "g", "h"}},
		{"empty values", YAML, "a:\nb: ~\nc: {d, e: }\n", []string{"a", "b", "c", "d", "e"}},
		{"JSON", JSON, " {\"a\" : \"b\\\"é\", \"c\":[1, true ,{\"d\": 2.5}],\"e\":null} ", []string{`"a"`, `"b\"é"`, `"c"`, "1", "true", `"d"`, "2.5", `"e"`}},
		{"TOML", TOML, "a = \"b # c\" # d\n'e f'= 'g'\nh=[1, [ 'x', 2 ], # c\n  {i = 3, 'j' = \"\"\"k\n\"\"\"}]\n[l.m]\nn.o = 2011-05-19\n[[p]]\nq=true\n",
			[]string{"a", `"b # c"`, "'e f'", "'g'", "h", "1", "'x'", "2", "i", "3", "'j'", "\"\"\"k\n\"\"\"", "l", "m", "n", "o", "2011-05-19", "p", "q", "true"}},
	} {
		const before = "x\u2028é\r\n"
		f := source.NewFile("x.md", []byte(before+c.data+"\nna"))
		root, problems := c.read(f, len(before), len(before)+len(c.data))
		if len(problems) > 0 {
			t.Errorf("%s: %s", c.name, diag.Dutch.Say(problems[0].Text))
			continue
		}
		var got []string
		every(root, func(n *tree.Node) {
			if n.Kind == tree.Scalar || n.Kind == tree.Nothing && n.Text != "" {
				got = append(got, string(f.Data[n.Start:n.End]))
			}
		})
		if a, b := strings.Join(got, "¦"), strings.Join(c.want, "¦"); a != b {
			t.Errorf("%s:\ngot  %q\nwant %q", c.name, got, c.want)
		}
	}
}

func TestListsAndMappingsHaveTheirPlace(t *testing.T) {
	for _, c := range []struct {
		name string
		read decoder
		data string
		want []string
	}{
		{"flow", YAML, "a: {b: [c, d ,], e: {} } # f\n", []string{"a: {b: [c, d ,], e: {} }", "{b: [c, d ,], e: {} }", "[c, d ,]", "{}"}},
		{"block", YAML, "a:\n  - b: c\n    d: e\n  - f\ng:\n- h:\n", []string{"a:\n  - b: c\n    d: e\n  - f\ng:\n- h", "- b: c\n    d: e\n  - f", "b: c\n    d: e", "- h", "h"}},
		{"pair in a list", YAML, "a: [b: c, d]\n", []string{"a: [b: c, d]", "[b: c, d]", "b: c"}},
		{"JSON", JSON, "{\"a\": [ {}, [1] ] }", []string{"{\"a\": [ {}, [1] ] }", "[ {}, [1] ]", "{}", "[1]"}},
		{"TOML", TOML, "a = [ {b=1}, [ ], [1,]] # c\n", []string{"a = [ {b=1}, [ ], [1,]]", "[ {b=1}, [ ], [1,]]", "{b=1}", "[ ]", "[1,]"}},
	} {
		f := file("x.md", c.data)
		root, problems := c.read(f, 0, len(c.data))
		if len(problems) > 0 {
			t.Errorf("%s: %s", c.name, diag.Dutch.Say(problems[0].Text))
			continue
		}
		var got []string
		every(root, func(n *tree.Node) {
			if n.Kind == tree.List || n.Kind == tree.Mapping {
				got = append(got, string(f.Data[n.Start:n.End]))
			}
		})
		if a, b := strings.Join(got, "¦"), strings.Join(c.want, "¦"); a != b {
			t.Errorf("%s:\ngot  %q\nwant %q", c.name, got, c.want)
		}
	}
}
