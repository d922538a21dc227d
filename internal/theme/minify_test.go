package theme

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

func TestAssetsArePublishedMinified(t *testing.T) {
	for _, c := range []struct{ name, written, want string }{
		{"x.css", "/* blue */\na {\n  color: blue;\n  margin: 0 0;\n}\n", "a{color:blue;margin:0}"},
		{"x.js", "// shown\nconst shown = (count) => {\n  return count + 1;\n};\n", "const shown=e=>e+1"},
		{"x.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">\n  <!-- a line -->\n  <path d=\"M 0 0 L 1 1\"/>\n</svg>\n", `<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0 1 1"/></svg>`},
		{"x.txt", "a  b\n", "a  b\n"},
		{"x.js", "let x = ;  // wrong", "let x = ;  // wrong"},
		{"x.js", "import x from './x.json' with {  type: 'json' }", "import x from './x.json' with {  type: 'json' }"},
		{"x.css", "a { unknown: 1px  2px; & b { top: 0 } } geen css", "a{unknown:1px 2px;& b{top:0}}geen css"},
	} {
		if got := string(minified(newMinifier(), c.name, []byte(c.written))); got != c.want {
			t.Errorf("%s: %q became %q, want %q", c.name, c.written, got, c.want)
		}
	}
}

// A module may use what only modules can; the minifier must leave that right.
func TestScriptsOfTheBuiltInThemeAreModulesThatCanBeRead(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatal("node is needed: make test installs it, or says so")
	}
	scripts, err := filepath.Glob("../../themes/default/assets/*.js")
	if err != nil || len(scripts) == 0 {
		t.Fatal(err, "no scripts")
	}
	for _, name := range scripts {
		written, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		small := minified(newMinifier(), name, written)
		if len(small) >= len(written) {
			t.Errorf("%s has %d bytes of %d", name, len(small), len(written))
		}
		module := filepath.Join(t.TempDir(), "x.mjs")
		if err := os.WriteFile(module, small, 0o644); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(node, "--check", module).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

// FuzzMinified hands the minifier what no theme should hold: it may not break the
// program.
func FuzzMinified(f *testing.F) {
	names := []string{"x.css", "x.js", "x.svg"}
	f.Add(0, []byte("@layer x { .a > b::before, i { content: \"\\201c\" / ''; margin: 0px calc(1px + 2%) } } @media print { a { b: c"))
	f.Add(1, []byte("import a from 'b'; for (const [x, y] of await f(`${a}`)) if (x?.y ?? /[/]/u) { z = () => ({ x }); } else class {}"))
	f.Add(2, []byte("<svg xmlns='http://www.w3.org/2000/svg'><style>a { b: c }</style><path d='M 0 0 a 1 1 0 0 1 2e3 -.5 z'/><!-- x --></svg>"))
	f.Fuzz(func(t *testing.T, kind int, data []byte) {
		before := string(data)
		minified(newMinifier(), names[uint(kind)%3], data)
		if string(data) != before {
			t.Error("what is minified was written in")
		}
	})
}
