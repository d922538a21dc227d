package markdown

import (
	"reflect"
	"testing"

	"wijkvisie/internal/source"
)

// The grammar without addresses is there for speed alone: a body of words is the same
// document by either.
func FuzzWithoutAddresses(f *testing.F) {
	for _, s := range []string{
		"Een zin. Nog *een* zin\nover __twee__ regels  \nen drie \\ \nvier\\\n( vijf ) ~~ zes ~~ \\  zeven",
		"# Kop {#id}\n\n- [ ] taak\n- een [link](a.md 'titel') en ![beeld]( b.png )\n\n> citaat [^1]\n\n[^1]: noot & &amp; &#0; &#x20;\n",
		"| a | b |\n|:--|--:|\n| `x | y` | *z* |\n", "a\u00a0b\tc  \n  d   \ne", "www. htt p:// * _ ~ (", "Kop  \n===\n\n    code\n\n<b> x </b>\n",
		"*a b *c **d e* f** _g_h_ i_ (j *k*) ~l~ ~~m n~~o", "[a b]: /c 'd e'\n[a  b] [x y][a b] [a b][] \\[ a ]",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		x := source.NewFile("x.md", []byte(text))
		body := x.Pos(0, len(x.Data))
		in := normalise(x, body)
		if !wordsAlone(in.text) {
			return
		}
		with, without := in.parse(ours(), body, Options{}), in.parse(withoutAddresses(), body, Options{})
		if !reflect.DeepEqual(with, without) {
			t.Errorf("%q\nbecomes %q\nwithout %q", text, with.shown(), without.shown())
		}
	})
}

func (d *Document) shown() string { return string(d.html.Append(nil, 0, d.html.Len())) }
