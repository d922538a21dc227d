package browsertest

import (
	"os"
	"testing"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
	"wijkvisie/internal/theme/housestyle"
)

// tokenFiles are the house styles of municipalities and of the government, as they publish
// them for the NL Design System.
var tokenFiles = []string{
	"@amsterdam/design-system-tokens/dist/index.css",
	"@amsterdam/design-system-tokens/dist/index.theme.css",
	"@gemeente-denhaag/design-tokens-common/dist/theme/index.css",
	"@gemeente-denhaag/design-tokens-components/dist/theme/index.css",
	"@gemeente-rotterdam/design-tokens/dist/index.css",
	"@gemeente-rotterdam/design-tokens/dist/theme.css",
	"@gemeentenijmegen/design-tokens/dist/index.css",
	"@nl-design-system-unstable/amsterdam-design-tokens/dist/design-tokens.css",
	"@nl-design-system-unstable/rotterdam-design-tokens/dist/design-tokens.css",
	"@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css",
	"@nl-rvo/design-tokens/dist/index.css",
	"@rijkshuisstijl-community/design-tokens/dist/index.css",
	"@rijkshuisstijl-community/design-tokens/dist/uitvoerend-groen/index.css",
	"@rijkshuisstijl-community/design-tokens/dist/uitvoerend-oranje/index.css",
	"@utrecht/design-tokens/dist/index.css",
	"@utrecht/design-tokens/dist/theme.css",
}

// TestHouseStylesOfMunicipalitiesStayReadable shows pages with every status in each house
// style, and has axe measure the contrast of all text. In the dark a house style has little
// to say.
func TestHouseStylesOfMunicipalitiesStayReadable(t *testing.T) {
	t.Parallel()
	axe, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		t.Fatalf("%v: run `make test`, which installs what is needed", err)
	}
	s := everyStatusNamed.get(t)
	b := open(t)
	for address, schemes := range map[string][]string{"/wijken/oost/": {"light", "dark"}, "/voortgang/": {"light"}} {
		b.as(look{width: 1280, scheme: "light"})
		b.visit(s.url(address))
		b.run(string(axe))
		for _, file := range tokenFiles {
			css := styleOf(t, file)
			b.run(`(() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(` + quoted(css) + `); document.adoptedStyleSheets = [sheet]; })()`)
			for _, scheme := range schemes {
				b.as(look{width: 1280, scheme: scheme})
				wrong := script[[]string](b, `axe.run(document, {resultTypes: ['violations'], runOnly: `+ofColours+`}).then((r) => r.violations.flatMap((v) => v.nodes.map((n) => n.html.slice(0, 200) + ' ' + n.failureSummary)))`)
				for _, w := range wrong[:min(3, len(wrong))] {
					t.Errorf("%s with %s, %s: %s", address, file, scheme, w)
				}
			}
		}
	}
}

// styleOf returns the stylesheet that a site gets from a file of tokens.
func styleOf(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile("node_modules/" + file)
	if err != nil {
		t.Fatalf("%v: run `make test`, which installs what is needed", err)
	}
	style, problems := housestyle.Read(source.NewFile("huisstijl.css", data))
	for _, d := range problems {
		if d.Severity() == diag.Error {
			t.Errorf("%s: %s", file, diag.English.Say(d.Text))
		}
	}
	return string(style.CSS())
}
