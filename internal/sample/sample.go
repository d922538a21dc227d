// Package sample generates the content of an imaginary municipality of any size, for tests
// and benchmarks. The content depends on the size alone.
package sample

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"testing/fstest"
)

// The sizes of wijken and programmes.
const (
	NeedsPerWijk = 12
	visionText   = 6000 // approximate number of bytes of text in a vision
	minPromises  = 24   // commitments in a programme
	maxPromises  = 40
	firstYear    = 2011
	years        = 3
)

// FS returns the content of a municipality with a number of wijken, each with a
// vision of twelve needs, and a commitment for every need.
func FS(wijken int) fstest.MapFS {
	fs := make(fstest.MapFS)
	for path, text := range Files(wijken) {
		fs[path] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
	}
	return fs
}

// Files yields the paths and the texts of the files of such a municipality.
func Files(wijken int) iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		m := municipality{wijken: wijken, rand: rand.New(rand.NewPCG(1, uint64(wijken)))}
		for _, write := range []func(func(path, text string) bool) bool{m.site, m.places, m.departments, m.programmes} {
			if !write(yield) {
				return
			}
		}
	}
}

type municipality struct {
	wijken int
	rand   *rand.Rand
}

func (m *municipality) site(yield func(path, text string) bool) bool {
	var b strings.Builder
	b.WriteString("titel: Wijkvisies Voorbeeldstad\ngemeente: Voorbeeldstad\ngemeentecode: GM9999\nbasis-url: https://wijkvisies.example.nl\nthemas:\n")
	for _, t := range themes() {
		fmt.Fprintf(&b, "  - {id: %s, naam: %s}\n", t, strings.ToUpper(t[:1])+t[1:])
	}
	return yield("site.yaml", b.String())
}

func (m *municipality) places(yield func(path, text string) bool) bool {
	for i := range m.wijken {
		id, name := wijkID(i), wijkName(i)
		wijk := fmt.Sprintf("---\nnaam: %s\nvolgorde: %d\nbuurten:\n  - {id: noord, naam: Noord}\n  - {id: zuid, naam: Zuid}\n---\n%s\n",
			name, i+1, m.prose(300))
		if !yield("wijken/"+id+".md", wijk) || !yield("wijkvisies/"+id+"-2011.md", m.vision(id, name)) {
			return false
		}
	}
	return true
}

func (m *municipality) vision(id, name string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitel: Wijkvisie %s 2011–2014\nwijk: %s\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-05-19\n", name, id)
	fmt.Fprintf(&b, "samenvatting: %s\nbehoeften:\n", m.sentence())
	for n := range NeedsPerWijk {
		fmt.Fprintf(&b, "  - id: %s\n    titel: %s\n    thema: %s\n    prioriteit: %d\n    buurten: [noord]\n    ingebracht-door: [Wijkraad, ouders]\n    bron: {wat: wijkraadpleging, datum: 2010-11-16}\n",
			needID(n), strings.TrimSuffix(m.sentence(), "."), themes()[m.rand.IntN(len(themes()))], n+1)
		if n%4 == 0 {
			fmt.Fprintf(&b, "    oordelen:\n      - {datum: 2012-11-01, door: Wijkraad, oordeel: deels, tekst: \"%s\"}\n", m.sentence())
		}
	}
	fmt.Fprintf(&b, "---\n%s\n", m.prose(visionText/4))
	for n := range NeedsPerWijk {
		fmt.Fprintf(&b, "\n## Over behoefte %d {#%s}\n\n%s\n", n+1, needID(n), m.prose(visionText*3/4/NeedsPerWijk))
	}
	return b.String()
}

// departmentCount returns the number of departments.
func (m *municipality) departmentCount() int { return 6 + m.wijken/100 }

func (m *municipality) departments(yield func(path, text string) bool) bool {
	for d := range m.departmentCount() {
		if !yield(fmt.Sprintf("diensten/dienst-%d.md", d+1), fmt.Sprintf("---\nnaam: Dienst %d\nomschrijving: %s\n---\n", d+1, m.sentence())) {
			return false
		}
	}
	return true
}

func (m *municipality) programmes(yield func(path, text string) bool) bool {
	promised, all := 0, m.wijken*NeedsPerWijk
	for p := 0; promised < all; p++ {
		n := min(minPromises+m.rand.IntN(maxPromises-minPromises+1), all-promised)
		year, dienst := firstYear+p%years, p%m.departmentCount()+1
		var b strings.Builder
		fmt.Fprintf(&b, "---\ntitel: Programma %d van Dienst %d, %d\ndienst: dienst-%d\njaar: %d\nstatus: vastgesteld\ntoezeggingen:\n", p+1, dienst, year, dienst, year)
		for i := promised; i < promised+n; i++ {
			m.commitment(&b, i, year)
		}
		fmt.Fprintf(&b, "---\n%s\n", m.prose(200))
		if !yield(fmt.Sprintf("programmas/programma-%04d.md", p+1), b.String()) {
			return false
		}
		promised += n
	}
	return true
}

// commitment writes the commitment for need i of the municipality, with three reports of
// its progress.
func (m *municipality) commitment(b *strings.Builder, i, year int) {
	fmt.Fprintf(b, "  - id: t-%06d\n    titel: %s\n    behoeften: [%s/%s]\n    gereed: %d-10\n    budget: %d\n",
		i+1, strings.TrimSuffix(m.sentence(), "."), wijkID(i/NeedsPerWijk), needID(i%NeedsPerWijk), year, 1000*(1+m.rand.IntN(300)))
	fmt.Fprintf(b, "    voortgang:\n      - {datum: %d-03-11, status: in-uitvoering, tekst: \"%s\"}\n      - {datum: %d-09-30, gereed: %d-03, reden: \"%s\"}\n",
		year, m.sentence(), year, year+1, m.sentence())
	status := []string{"gerealiseerd", "gerealiseerd", "deels-gerealiseerd", "in-uitvoering"}[m.rand.IntN(4)]
	fmt.Fprintf(b, "      - {datum: %d-03-15, status: %s, tekst: \"%s\"}\n", year+1, status, m.sentence())
}

func wijkID(i int) string { return fmt.Sprintf("wijk-%04d", i+1) }

// wijkName returns a name with one of many initials.
func wijkName(i int) string {
	return fmt.Sprintf("%cenwijk %d", "ABDEGHKLMNOPRSTVWZ"[i%18], i+1)
}

func needID(n int) string { return fmt.Sprintf("behoefte-%d", n+1) }

func themes() []string {
	return []string{"verkeer", "groen", "veiligheid", "wonen", "jeugd", "ontmoeting", "zorg", "werk"}
}

// prose returns paragraphs of about size bytes.
func (m *municipality) prose(size int) string {
	var b strings.Builder
	for b.Len() < size {
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		for range 4 {
			b.WriteString(m.sentence() + " ")
		}
	}
	return b.String()
}

// sentence returns a sentence of six to twelve words.
func (m *municipality) sentence() string {
	words := strings.Fields("de het een straat plein park boom kind school oversteek lamp bank fiets bus winkel buurt speelplek water brug licht veilig groen schoon nieuw oud breed smal bewoners wijkraad ouders jongeren vragen willen maken zien helpen wachten lopen spelen")
	n := 6 + m.rand.IntN(7)
	out := make([]string, n)
	for i := range out {
		out[i] = words[m.rand.IntN(len(words))]
	}
	s := strings.Join(out, " ")
	return strings.ToUpper(s[:1]) + s[1:] + "."
}
