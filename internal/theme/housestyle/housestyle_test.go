package housestyle

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
	"wijkvisie/internal/theme/contrast"
)

var update = flag.Bool("update", false, "write the golden files")

// summary returns the report, the diagnostics and the stylesheet of a house style.
func summary(style *Style, problems diag.List) string {
	var b strings.Builder
	for _, c := range style.Report {
		fmt.Fprintf(&b, "%s: %s", c.Role, c.Value)
		if c.From == "" {
			b.WriteString("own")
		}
		if c.Before > 0 {
			fmt.Fprintf(&b, " (%.2f", c.Before)
			if c.Repaired {
				fmt.Fprintf(&b, " → %.2f", c.After)
			}
			b.WriteString(")")
		}
		fmt.Fprintf(&b, " %s\n", c.From)
	}
	for _, d := range problems {
		at := d.Pos.Place()
		fmt.Fprintf(&b, "%s:%d:%d %s %s | %s\n", d.Path(), at.Line, at.Column, d.Code(), diag.Dutch.Say(d.Text), diag.Dutch.Say(d.Hint()))
	}
	return b.String() + string(style.CSS())
}

func TestHouseStyles(t *testing.T) {
	for _, name := range []string{"zilverstad", "duinveen"} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("testdata", name+".css"))
			if err != nil {
				t.Fatal(err)
			}
			style, problems := Read(source.NewFile(name+".css", data))
			got := summary(style, problems)
			golden := filepath.Join("testdata", name+".golden")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s", got)
			}
			checkReadable(t, string(style.CSS()))
		})
	}
}

var propertyOfTheme = regexp.MustCompile(`--wv-([a-z-]+): (#[0-9a-f]{3,6});`)

// ownStyle returns the properties of the theme on a light screen, and those that are
// others on a dark one.
var ownStyle = sync.OnceValues(func() (light, dark string) {
	css, err := os.ReadFile("../../../themes/default/assets/style.css")
	if err != nil {
		panic(err)
	}
	light, dark, _ = strings.Cut(string(css), "@media screen and (prefers-color-scheme: dark)")
	dark, _, _ = strings.Cut(dark, "/*")
	return strings.Join(propertyOfTheme.FindAllString(light, -1), "\n"), strings.Join(propertyOfTheme.FindAllString(dark, -1), "\n")
})

// checkReadable compares the contrast of every pair of a page with WCAG, on a light screen
// and on a dark one, with what a house style leaves as the theme has it.
func checkReadable(t *testing.T, css string) {
	t.Helper()
	ownLight, ownDark := ownStyle()
	light, dark, _ := strings.Cut(css, "@media screen and (prefers-color-scheme: dark)")
	for _, screen := range []struct{ name, own, css string }{{"light", ownLight, light}, {"dark", ownLight + "\n" + ownDark, dark}} {
		colors := make(map[string]contrast.Color)
		for _, m := range propertyOfTheme.FindAllStringSubmatch(screen.own+screen.css, -1) {
			colors[m[1]], _ = contrast.Parse(m[2])
		}
		for name, otherwise := range map[string]string{
			"header-bg": "ground", "header-ink": "ink", "footer-bg": "ground", "footer-ink": "ink", "skip-bg": "ground", "skip-ink": "accent", "focus": "accent",
		} {
			if _, ok := colors[name]; !ok {
				colors[name] = colors[otherwise]
			}
		}
		if _, ok := colors["brand"]; !ok {
			colors["brand"] = colors["header-ink"]
		}
		for _, p := range []struct {
			ink, ground string
			least       float64
		}{
			{"ink", "ground", contrast.Text}, {"muted", "ground", contrast.Text}, {"muted", "tint", contrast.Text}, {"ink", "tint", contrast.Text},
			{"accent", "ground", contrast.Text}, {"on-accent", "accent", contrast.Text}, {"focus", "ground", contrast.Mark}, {"brand", "header-bg", contrast.Text},
			{"header-ink", "header-bg", contrast.Text}, {"footer-ink", "footer-bg", contrast.Text}, {"skip-ink", "skip-bg", contrast.Text},
			{"pos-ink", "pos-bg", contrast.Text}, {"inf-ink", "inf-bg", contrast.Text}, {"war-ink", "war-bg", contrast.Text}, {"neu-ink", "neu-bg", contrast.Text},
			{"pos-fill", "ground", contrast.Mark}, {"inf-fill", "ground", contrast.Mark}, {"war-fill", "ground", contrast.Mark}, {"neu-fill", "ground", contrast.Mark},
		} {
			ink, hasInk := colors[p.ink]
			ground, hasGround := colors[p.ground]
			if !hasInk || !hasGround {
				t.Errorf("%s: no %s or no %s", screen.name, p.ink, p.ground)
			} else if ratio := contrast.Ratio(ink, ground); ratio < p.least {
				t.Errorf("%s: %s %s on %s %s: %.2f", screen.name, p.ink, ink, p.ground, ground, ratio)
			}
		}
	}
}

// propertiesOf returns the properties of a stylesheet on a light screen and everywhere.
func propertiesOf(style *Style) map[string]string {
	all := make(map[string]string)
	for _, p := range append(slices.Clone(style.light), style.any...) {
		all[p.name] = p.value
	}
	return all
}

func TestTokensAreReadAsABrowserReadsThem(t *testing.T) {
	for name, css := range map[string]string{
		"a class":                 ".t { --utrecht-link-color: #1a3fa8 }",
		"the root":                ":root{--utrecht-link-color:#1A3FA8}",
		"no block":                "--utrecht-link-color: #1a3fa8;",
		"left open":               ".t { --utrecht-link-color: #1a3fa8",
		"the last counts":         ".t { --utrecht-link-color: red; --utrecht-link-color: #1a3fa8 }",
		"important":               ".t { --utrecht-link-color: #1a3fa8 ! important; }",
		"comments":                ".t { /* a; } */ --utrecht-link-color: /* blauw; */ #1a3fa8 /* } */; }",
		"eight digits":            ".t { --utrecht-link-color: #1a3fa8ff }",
		"over white":              ".t { --utrecht-link-color: rgb(0 42 160 / 89.8%) }",
		"a mixture":               ".t { --utrecht-link-color: color-mix(in srgb, #1a3fa8, #1a3fa8) }",
		"light and dark":          ".t { --utrecht-link-color: light-dark(#1a3fa8, #fff) }",
		"var":                     ".t { --a: #1a3fa8; --utrecht-link-color: var( --a ) }",
		"a fallback":              ".t { --utrecht-link-color: var(--a, var(--b, #1a3fa8)) }",
		"a fallback of a circle":  ".t { --a: var(--b); --b: var(--a); --utrecht-link-color: var(--a, #1a3fa8) }",
		"a fallback of nothing":   ".t { --a: var(--b); --utrecht-link-color: var(--a, #1a3fa8) }",
		"in parts":                ".t { --h: 26 63; --utrecht-link-color: rgb(var(--h) 168) }",
		"inherit":                 ".t { --utrecht-link-color: inherit; --basis-color-action-2-color-default: #1a3fa8 }",
		"a layer":                 "@layer a, b; @layer a { .t { --utrecht-link-color: #1a3fa8 } }",
		"supports":                "@supports (color: red) { .t { --utrecht-link-color: #1a3fa8 } } @supports not (color: red) { .t { --utrecht-link-color: red } }",
		"media":                   "@media screen and (width >= 35em) { .t { --utrecht-link-color: #1a3fa8 } }",
		"dark media":              ".t { --utrecht-link-color: #1a3fa8 } @media (prefers-color-scheme: dark) { .t { --utrecht-link-color: red } }",
		"other media":             ".t { --utrecht-link-color: #1a3fa8 } @media print { .t { --utrecht-link-color: red } } @media (prefers-contrast: more) { .t { --utrecht-link-color: red } }",
		"nested dark media":       ".t { --a: #1a3fa8; @media (prefers-color-scheme: dark) { --a: red; } --utrecht-link-color: var(--a) }",
		"a nested selector":       ".t { --utrecht-link-color: #1a3fa8; .footer { --utrecht-link-color: red } &.dark { --utrecht-link-color: red } [x] { --utrecht-link-color: red } }",
		"the same, nested":        "html { &.t { --utrecht-link-color: #1a3fa8 } }",
		"a dark class":            ".t { --utrecht-link-color: #1a3fa8 } .t--dark { --utrecht-link-color: red } [data-theme='dark'] { --utrecht-link-color: red }",
		"a name with dark in it":  ".donkerdam-darkblue-theme { --utrecht-link-color: #1a3fa8 }",
		"not dark":                ".t:not(.dark) { --utrecht-link-color: #1a3fa8 } @media not (prefers-color-scheme: dark) { .t { --utrecht-link-color: #1a3fa8 } }",
		"one of a list":           ".t--dark, .t:is(.a, .b) { --utrecht-link-color: #1a3fa8 }",
		"a part of the page":      ".t { --utrecht-link-color: #1a3fa8 } .t .utrecht-page-footer, .t > p { --utrecht-link-color: red }",
		"only a part of the page": "html .t { --utrecht-link-color: #1a3fa8 }",
		"other rules":             "@font-face { font-family: X; src: url('a;b}c') } @property --x { syntax: '<color>'; initial-value: red } .t { --utrecht-link-color: #1a3fa8 }",
		"what is no declaration":  ".t { rood; color red; : ; --utrecht-link-color; } .t { --utrecht-link-color: #1a3fa8 }",
		"another token is wrong":  ".t { --utrecht-rood: rood(; } .t { --utrecht-rood: 1 } ) } .t { --utrecht-link-color: #1a3fa8 }",
	} {
		style, problems := Read(source.NewFile("huisstijl.css", []byte(css)))
		if got := propertiesOf(style)["--wv-accent"]; got != "#1a3fa8" || len(problems) > 0 {
			t.Errorf("%s: the links are %s, %v", name, got, problems)
		}
	}
}

func TestFontsEndInAGenericFamily(t *testing.T) {
	sans, serif := ", "+ownSans(), ", "+ownSerif()
	for _, test := range []struct{ tokens, sans, serif string }{
		{"--utrecht-document-font-family: 'ProefSans'", "'ProefSans'" + sans, "'ProefSans'" + sans},
		{"--utrecht-document-font-family: Proef Sans, Arial", "Proef Sans, Arial" + sans, "Proef Sans, Arial" + sans},
		{"--utrecht-document-font-family: Proef,\n sans-serif", "Proef, sans-serif", "Proef, sans-serif"},
		{"--utrecht-document-font-family: system-ui", "system-ui", "system-ui"},
		{"--utrecht-document-font-family: A; --utrecht-heading-font-family: B", "A" + sans, "B" + serif},
		{"--utrecht-document-font-family: A; --utrecht-heading-font-family: var(--utrecht-document-font-family)", "A" + sans, "A" + sans},
		{"--utrecht-heading-font-family: B, serif", "", "B, serif"},
		{"--utrecht-document-font-family: 3D Sans, 'A', sans-serif", `"3D Sans", 'A', sans-serif`, `"3D Sans", 'A', sans-serif`},
		{"--utrecht-document-font-family: inherit; --utrecht-body-font-family: A, sans-serif", "A, sans-serif", "A, sans-serif"},
		{"--utrecht-document-font-family: 'A; --utrecht-body-font-family: B", "", ""},
		{`--utrecht-document-font-family: "A\"; } body { color: red", B`, "", ""},
	} {
		style, _ := Read(source.NewFile("huisstijl.css", []byte(".t { "+test.tokens+" }")))
		got := propertiesOf(style)
		if got["--wv-sans"] != test.sans || got["--wv-serif"] != test.serif {
			t.Errorf("%s:\n%s\n%s", test.tokens, got["--wv-sans"], got["--wv-serif"])
		}
	}
}

func TestAClearPageIsWhite(t *testing.T) {
	style, problems := Read(source.NewFile("huisstijl.css", []byte(`.t {
		--utrecht-document-background-color: transparent; --utrecht-document-color: #111; --utrecht-link-color: #007bc7;
		--utrecht-page-header-background-color: #0000; --utrecht-page-header-color: #154273 }`)))
	got := propertiesOf(style)
	for name, want := range map[string]string{"ground": "#ffffff", "ink": "#111111", "accent": "#007bc7", "header-bg": "#ffffff", "header-ink": "#154273"} {
		if got["--wv-"+name] != want {
			t.Errorf("%s is %s, want %s", name, got["--wv-"+name], want)
		}
	}
	if len(problems) > 0 {
		t.Error(problems)
	}
}

func TestColoursOfTheThemeCanBeReadOnThePageOfTheMunicipality(t *testing.T) {
	for _, page := range []string{"#000", "#222", "#777", "#bbb", "#ffe600", "#c00", "#154273", "#fff"} {
		for _, rest := range []string{"", "--utrecht-link-color: " + page, "--utrecht-link-color: #79b8a0; --utrecht-focus-outline-color: #fff; --utrecht-heading-1-color: #c00",
			"--utrecht-alert-ok-background-color: #eee; --utrecht-alert-ok-color: #eee; --utrecht-alert-info-background-color: #def; --utrecht-alert-info-color: #444"} {
			style, _ := Read(source.NewFile("huisstijl.css", []byte(".t { --utrecht-document-background-color: "+page+"; --utrecht-document-color: #808080; "+rest+" }")))
			checkReadable(t, string(style.CSS()))
			if t.Failed() {
				t.Fatal(page, rest)
			}
		}
	}
}

func TestTheNameOfTheSiteHasTheColourOfTheMunicipality(t *testing.T) {
	for tokens, want := range map[string]string{
		"--utrecht-page-footer-background-color: #c00; --utrecht-link-color: #24578f":                                                                  "#cc0000",
		"--utrecht-heading-1-color: #111; --utrecht-link-color: #24578f":                                                                               "#24578f",
		"--utrecht-heading-1-color: #a80a2d; --utrecht-link-color: #24578f":                                                                            "#a80a2d",
		"--utrecht-link-color: #79b8a0":                                                                                                                "#3e7c66",
		"--utrecht-link-color: #333":                                                                                                                   "",
		"--utrecht-heading-1-color: #a80a2d; --utrecht-page-header-background-color: #0f428a; --utrecht-page-header-color: #fff":                       "",
		"--utrecht-heading-1-color: #ff0; --utrecht-link-color: #00f; --utrecht-page-header-background-color: #222; --utrecht-page-header-color: #fff": "#ffff00",
	} {
		style, _ := Read(source.NewFile("huisstijl.css", []byte(".t { "+tokens+" }")))
		if got := propertiesOf(style)["--wv-brand"]; got != want {
			t.Errorf("%s: %q, want %q", tokens, got, want)
		}
		checkReadable(t, string(style.CSS()))
	}
}

func TestWhatCannotBeUsedIsReported(t *testing.T) {
	for css, want := range map[string]string{
		".t {\n  --utrecht-link-color: color(display-p3 1 0 0);\n}":              `huisstijl.css:2:3 low-contrast de site kent bij --utrecht-link-color de kleur "color(display-p3 1 0 0)" niet en gebruikt haar niet`,
		".t {\n  --utrecht-link-color: #1a3fa\n  --utrecht-body-color: #000;\n}": "huisstijl.css:2:3 low-contrast de waarde van --utrecht-link-color loopt door in de volgende regel",
		".t--dark { --utrecht-link-color: #a8bdff }":                             "huisstijl.css:1:1 invalid-value in dit bestand staan alleen kleuren voor een donkere pagina",
		"@media (prefers-color-scheme: dark) { .t { --a: red } }":                "huisstijl.css:1:1 invalid-value in dit bestand staan alleen kleuren voor een donkere pagina",
	} {
		_, problems := Read(source.NewFile("huisstijl.css", []byte(css)))
		var got []string
		for _, d := range problems {
			at := d.Pos.Place()
			got = append(got, fmt.Sprintf("%s:%d:%d %s %s", d.Path(), at.Line, at.Column, d.Code(), diag.Dutch.Say(d.Text)))
		}
		if strings.Join(got, "\n") != want {
			t.Errorf("%s\ngot  %s\nwant %s", css, got, want)
		}
	}
}

func TestAFileWithoutTokensIsReported(t *testing.T) {
	for _, css := range []string{"", "body { color: red }", ".x { --merk-rood: red }", "}}}{{{", "geen css"} {
		style, problems := Read(source.NewFile("huisstijl.css", []byte(css)))
		if len(problems) != 1 || problems[0].Code() != "invalid-value" || len(style.CSS()) != 0 {
			t.Errorf("%q: %v\n%s", css, problems, style.CSS())
		}
	}
}

// FuzzRead reads anything as a house style: it ends, what comes out is nothing but
// properties of ours, and it can be read.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"zilverstad", "duinveen"} {
		data, err := os.ReadFile(filepath.Join("testdata", name+".css"))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(`:root{--utrecht-document-font-family: x; } body { background: url(//evil) } ;--utrecht-heading-font-family: "</style>"`))
	f.Add([]byte(`.t { --utrecht-link-color: color-mix(in oklab, oklch(40% 0.2 20) 30%, light-dark(#fff, #000)); & .x:not(.dark) { --utrecht-page-header-color: hsl(none 1% 2%) } @media print { --a: b; } }`))
	f.Add([]byte(`:root{--utrecht-link-color: var(--a);--a:var(--b, var(--a));--b:var(--a)var(--a)var(--a)`))
	line := regexp.MustCompile(`^(|\}|:root \{|@media screen and \(prefers-color-scheme: (light|dark)\) \{|  --wv-[a-z-]+: (#[0-9a-f]{6}|[^;{}<>()\\@/]+);)$`)
	f.Fuzz(func(t *testing.T, data []byte) {
		style, problems := Read(source.NewFile("huisstijl.css", data))
		for _, d := range problems {
			if d.Pos.End > len(data) {
				t.Errorf("%s at %v", d.Code(), d.Pos)
			}
		}
		css := string(style.CSS())
		for l := range strings.Lines(css) {
			if !line.MatchString(strings.TrimSuffix(l, "\n")) {
				t.Errorf("%q", l)
			}
		}
		checkReadable(t, css)
	})
}

func TestOwnColoursAndFontsAreThoseOfTheTheme(t *testing.T) {
	css, err := os.ReadFile("../../../themes/default/assets/style.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark, _ := strings.Cut(string(css), "prefers-color-scheme: dark")
	wants := func(css, name, value string) {
		if !strings.Contains(strings.Join(strings.Fields(css), " "), "--wv-"+name+": "+value+";") {
			t.Errorf("style.css has no --wv-%s: %s", name, value)
		}
	}
	for _, name := range []string{"ground", "ink", "accent", "pos-fill", "inf-fill", "war-fill", "neu-fill"} {
		wants(light, name, ownColor(name).String())
	}
	wants(dark, "ground", ownDark().String())
	wants(light, "sans", ownSans())
	wants(light, "serif", ownSerif())
}
