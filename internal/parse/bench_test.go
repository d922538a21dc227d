package parse

import (
	"fmt"
	"strings"
	"testing"
)

func manyNeeds(n int) string {
	var b strings.Builder
	b.WriteString(strings.Split(visionExample, "behoeften:")[0] + "behoeften:\n")
	for i := range n {
		fmt.Fprintf(&b, "  - id: behoefte-%d\n    titel: Veilig oversteken bij de Einsteindreef\n    thema: verkeer\n    prioriteit: %d\n"+
			"    buurten: [taagdreef]\n    ingebracht-door: [Wijkraad Overvecht, ouders van een basisschool]\n"+
			"    bron: {wat: wijkraadpleging, datum: 2010-11-16, url: https://example.nl/verslag}\n    locatie: [5.1175, 52.1183]\n"+
			"    toelichting: De auto's rijden hier hard, en wie naar school gaat moet er twee keer over.\n", i, i+1)
	}
	b.WriteString("---\n")
	for i := range n {
		fmt.Fprintf(&b, "## Veilig oversteken {#behoefte-%d}\n\nDe auto's rijden hier hard, en wie naar school gaat moet er twee keer over.\n\n", i)
	}
	return b.String()
}

func manyCommitments(n int) string {
	var b strings.Builder
	b.WriteString(strings.Split(programmeExample, "toezeggingen:")[0] + "toezeggingen:\n")
	for i := range n {
		fmt.Fprintf(&b, "  - id: sw-2011-%03d\n    titel: Verkeersplateau en middenberm Einsteindreef\n    behoeften: [overvecht/veilige-oversteek-einsteindreef]\n"+
			"    start: 2011-04\n    gereed: 2011-10\n    budget: 185000\n    bron: {titel: Programmabegroting 2011, url: https://example.nl/begroting}\n"+
			"    toelichting: Een plateau met een brede middenberm.\n    voortgang:\n"+
			"      - {datum: 2011-04-11, status: in-uitvoering, tekst: De aannemer is begonnen.}\n"+
			"      - {datum: 2011-09-30, gereed: 2012-03, reden: De kabels lagen dieper dan verwacht.}\n"+
			"      - {datum: 2012-03-15, status: gerealiseerd, tekst: Het plateau is open.}\n", i)
	}
	return b.String() + "---\nTekst.\n"
}

func BenchmarkVision(b *testing.B) {
	f := file("wijkvisies/overvecht-2011.md", manyNeeds(12))
	b.SetBytes(int64(len(f.Data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := Vision(f); len(problems) > 0 {
			b.Fatal(listing(problems))
		}
	}
}

func BenchmarkProgramme(b *testing.B) {
	f := file("programmas/stadswerken-2011.md", manyCommitments(30))
	b.SetBytes(int64(len(f.Data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := Programme(f); len(problems) > 0 {
			b.Fatal(listing(problems))
		}
	}
}

// BenchmarkManyUnknownKeys must not take quadratic time.
func BenchmarkManyUnknownKeys(b *testing.B) {
	var data strings.Builder
	for i := range 2_000 {
		fmt.Fprintf(&data, "k%d: %d\n", i, i)
	}
	f := file("wijken/x.md", "---\n"+data.String()+"---\n")
	for b.Loop() {
		Wijk(f)
	}
}

// BenchmarkLongLine must not take quadratic time either.
func BenchmarkLongLine(b *testing.B) {
	f := file("wijken/x.md", "---\nnaam: a\nwijknetwerk: ["+strings.Repeat("b, ", 30_000)+"]\n---\n")
	for b.Loop() {
		Wijk(f)
	}
}
