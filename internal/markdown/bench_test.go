package markdown_test

import (
	"strings"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/markdown"
)

// body is some 6 kB of what a wijk writes.
var body = strings.Repeat(`## Veilig oversteken bij de Einsteindreef

De *Einsteindreef* is breed en druk. Ouders van de school brengen hun kinderen liever met de auto, zie
[de wijkraadpleging](../paginas/raadpleging.md#verkeer). Dat maakt het **nog drukker**.

- Een middenberm, zodat u in twee keer kunt oversteken.
- Lampen boven het zebrapad; nu staan er twee, en een is er stuk.

> "Ik wacht soms vijf minuten", zegt een bewoner van de Taagdreef.

Meer staat op <https://example.nl/verkeer>. De wijk vraagt dit al sinds 2004; in de vorige wijkvisie stond het ook.
Toen was er geen geld. Nu ligt het riool eruit en kan het in een keer goed.

`, 9)

func BenchmarkParse(b *testing.B) {
	for name, body := range map[string]string{"with addresses": body, "without": strings.ReplaceAll(body, "<https://example.nl/verkeer>", "de site")} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			b.ReportAllocs()
			for b.Loop() {
				parse(body, markdown.Options{})
			}
		})
	}
}

func BenchmarkAppend(b *testing.B) {
	whole := markdown.Whole(parse(body, markdown.Options{}))
	page := markdown.Page{Shift: 1, Link: func(l *city.Link) (string, bool) { return "/raadpleging/", true }}
	dst := whole.Append(nil, page)
	b.SetBytes(int64(len(dst)))
	b.ReportAllocs()
	for b.Loop() {
		dst = whole.Append(dst[:0], page)
	}
}
