package theme_test

import (
	"testing"
	"testing/fstest"

	"wijkvisie/internal/noun"
	"wijkvisie/internal/theme"
)

func TestTextIsFilledIn(t *testing.T) {
	written := "words/nl.txt"
	for _, c := range []struct {
		name, text, want string
		args             []string
	}{
		{"nothing to fill in", "gewoon", "gewoon", nil},
		{"once", "dag {who}", "dag Jan", []string{"who", "Jan"}},
		{"twice", "{who}, {who}!", "Jan, Jan!", []string{"who", "Jan"}},
		{"a value with braces stays as it is", "{a} {b}", "{b} x", []string{"a", "{b}", "b", "x"}},
		{"what nobody fills in stays", "dag {who}", "dag {who}", []string{"a", "b"}},
		{"braces that are text", "{ } {} {1} {a b} {", "{ } {} {1} {a b} {", nil},
		{"a colon in the text", "let op: {who}", "let op: Jan", []string{"who", "Jan"}},
		{"a name without a value", "dag {who}", "dag {who}", []string{"who"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			loaded, _, err := theme.Load(fstest.MapFS{written: {Data: []byte("key: " + c.text + "\n")}}, nil)
			if err != nil {
				t.Fatal(err)
			}
			words := loaded.Words("nl", nil)
			if got := words.Text("key", c.args...); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestUnknownKeyIsSeen(t *testing.T) {
	loaded, _ := load(t, nil)
	words := loaded.Words("nl", nil)
	if got := words.Text("no.such.key"); got != "no.such.key" || words.Has("no.such.key") {
		t.Errorf("got %q", got)
	}
	if got := words.Count("no.such", 1) + words.Count("no.such", 2) + words.Count("hello", 1); got != "no.such.oneno.such.otherhello.one" {
		t.Errorf("got %q", got)
	}
	if !words.Has("hello") {
		t.Error("hello is not there")
	}
}

func TestCountTakesSingularForOneOnly(t *testing.T) {
	loaded, _ := load(t, nil)
	words := loaded.Words("nl", nil)
	for n, want := range map[int]string{0: "0 behoeften", 1: "1 behoefte", 2: "2 behoeften", 21: "21 behoeften"} {
		if got := words.Count("needs", n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}

func TestMunicipalityHasItsOwnNouns(t *testing.T) {
	loaded, _ := load(t, nil)
	words := loaded.Words("nl", []noun.Own{
		{Key: "wijk", Singular: "érf", Plural: "érven", Article: noun.Het},
		{Key: "behoefte", Singular: "wens", Plural: "wensen", Article: noun.De},
	})
	if got := words.Text("plain"); got != "Het érf, Érven" {
		t.Errorf("plain is %q", got)
	}
	if got := words.Count("needs", 1) + ", " + words.Count("needs", 2); got != "1 wens, 2 wensen" {
		t.Errorf("needs is %q", got)
	}
}

func BenchmarkCount(b *testing.B) {
	loaded, _, err := theme.Load(builtin(), nil)
	if err != nil {
		b.Fatal(err)
	}
	words := loaded.Words("nl", nil)
	b.ReportAllocs()
	for b.Loop() {
		words.Count("needs", 12)
	}
}
