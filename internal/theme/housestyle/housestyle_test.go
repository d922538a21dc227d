package housestyle

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
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

// checkReadable compares the contrast of every pair of a stylesheet with WCAG.
func checkReadable(t *testing.T, css string) {
	t.Helper()
	light, _, _ := strings.Cut(css, "dark)")
	colors := make(map[string]contrast.Color)
	for _, m := range regexp.MustCompile(`--wv-([a-z-]+): (#[0-9a-f]{6});`).FindAllStringSubmatch(light, -1) {
		colors[m[1]], _ = contrast.Parse(m[2])
	}
	if _, ok := colors["ground"]; !ok {
		colors["ground"], colors["ink"] = ownPage()
	}
	pairs := [][3]string{
		{"ink", "ground", "4.5"}, {"muted", "ground", "4.5"}, {"muted", "tint", "4.5"}, {"ink", "tint", "4.5"}, {"accent", "ground", "4.5"}, {"on-accent", "accent", "4.5"},
		{"focus", "ground", "3"}, {"header-ink", "header-bg", "4.5"}, {"footer-ink", "footer-bg", "4.5"}, {"skip-ink", "skip-bg", "4.5"},
		{"pos-ink", "pos-bg", "4.5"}, {"inf-ink", "inf-bg", "4.5"}, {"war-ink", "war-bg", "4.5"}, {"neu-ink", "neu-bg", "4.5"},
		{"pos-fill", "ground", "3"}, {"inf-fill", "ground", "3"}, {"war-fill", "ground", "3"}, {"neu-fill", "ground", "3"},
	}
	for _, p := range pairs {
		ink, has := colors[p[0]]
		on, hasGround := colors[p[1]]
		if !has || !hasGround {
			continue
		}
		least := contrast.Text
		if p[2] == "3" {
			least = contrast.Mark
		}
		if ratio := contrast.Ratio(ink, on); ratio < least {
			t.Errorf("%s %s on %s %s: %.2f", p[0], ink, p[1], on, ratio)
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

func TestOwnColoursAreThoseOfTheTheme(t *testing.T) {
	css, err := os.ReadFile("../../../themes/default/assets/style.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark, _ := strings.Cut(string(css), "prefers-color-scheme: dark")
	ground, ink := ownPage()
	for _, c := range []struct {
		css, name string
		color     contrast.Color
	}{{light, "ground", ground}, {light, "ink", ink}, {dark, "ground", ownDark()}} {
		if want := "--wv-" + c.name + ": " + c.color.String() + ";"; !strings.Contains(c.css, want) {
			t.Errorf("style.css has no %s", want)
		}
	}
}
