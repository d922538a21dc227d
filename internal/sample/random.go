package sample

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Random returns the content of a municipality in which anything may have happened:
// needs that are asked again, added and dropped, programmes that are withdrawn, partners,
// commitments that are handed on to one another, and judgements on all of them. It depends on the seed alone.
func Random(seed uint64) map[string]string {
	d := &dice{rand.New(rand.NewPCG(seed, 19))}
	content := map[string]string{"site.yaml": fmt.Sprintf("titel: Wijkvisies Dobbelstad\ngemeente: Dobbelstad\ngemeentecode: GM9999\nbasis-url: https://dobbel.example.nl\nstil-na-maanden: %d\n"+
		"themas:\n  - {id: groen, naam: Groen}\n  - {id: verkeer, naam: Verkeer}\n  - {id: zorg, naam: Zorg}\n", 1+d.IntN(18))}
	var needs, wijken []string // references
	for w := range 1 + d.IntN(4) {
		id := fmt.Sprintf("wijk-%d", w)
		wijken = append(wijken, id)
		content["wijken/"+id+".md"] = fmt.Sprintf("---\nnaam: Wijk %c\n---\n", 'A'+w)
		for i, period := range []string{"2008-2010", "2011-2014"} {
			if d.chance(4) {
				continue
			}
			ids := d.needIDs()
			for _, need := range ids {
				needs = append(needs, id+"/"+need)
			}
			content[fmt.Sprintf("wijkvisies/%s-%d.md", id, i)] = d.vision(id, period, ids)
		}
	}
	for i, kind := range []string{"dienst", "dienst", "partner"} {
		content[fmt.Sprintf("diensten/dienst-%d.md", i)] = fmt.Sprintf("---\nnaam: Organisatie %c\nsoort: %s\n---\n", 'A'+i, kind)
	}
	for p := range programmesOfRandomCity {
		content[fmt.Sprintf("programmas/programma-%d.md", p)] = d.programme(p, needs, wijken)
	}
	return content
}

// How much there is in a random city.
const (
	programmesOfRandomCity = 5
	mostPromisedAtRandom   = 5 // commitments in a programme
)

// dice decides what happens.
type dice struct{ *rand.Rand }

// chance reports one time in n that something happens.
func (d *dice) chance(n int) bool { return d.IntN(n) == 0 }

func (d *dice) of(texts ...string) string { return texts[d.IntN(len(texts))] }

// day returns a day in some years.
func (d *dice) day(first, last int) string {
	return fmt.Sprintf("%d-%02d-%02d", first+d.IntN(last-first+1), 1+d.IntN(12), 1+d.IntN(28))
}

// planned returns a planned date, with its key; nothing when there is none.
func (d *dice) planned() string {
	if d.chance(4) {
		return ""
	}
	return ", gereed: " + d.of("2010", "2011-10", "2012-Q2", "2012-06-30", "2013", "onbekend", "doorlopend")
}

// needIDs returns some ids of needs, of which the visions of a wijk have the same.
func (d *dice) needIDs() []string {
	var ids []string
	for n := range 6 {
		if d.chance(2) {
			ids = append(ids, fmt.Sprintf("behoefte-%d", n))
		}
	}
	return ids
}

func (d *dice) vision(wijk, period string, needs []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitel: Wijkvisie %s\nwijk: %s\nperiode: %s\nvastgesteld-op: %s-05-19\n", period, wijk, period, period[:len("2011")])
	b.WriteString(d.of("status: vastgesteld\n", "status: vastgesteld\n", "status: vastgesteld\n", "status: inspraak\n", "status: ingetrokken\ningetrokken-op: 2012-02-01\nreden: Opnieuw begonnen.\n"))
	if len(needs) > 0 {
		b.WriteString("behoeften:\n")
	}
	for place, id := range needs {
		fmt.Fprintf(&b, "  - id: %s\n    titel: Titel van %s\n    thema: %s\n", id, id, d.of("groen", "verkeer", "zorg"))
		if !d.chance(3) {
			fmt.Fprintf(&b, "    prioriteit: %d\n", place+1)
		}
		if d.chance(4) {
			fmt.Fprintf(&b, "    toegevoegd-op: %s\n", d.day(2011, 2012))
		}
		if d.chance(6) {
			fmt.Fprintf(&b, "    vervallen-op: %s\n    reden: Het is niet meer nodig.\n", d.day(2013, 2014))
		}
		for i := range d.IntN(3) {
			if i == 0 {
				b.WriteString("    oordelen:\n")
			}
			fmt.Fprintf(&b, "      - {datum: %s, door: Wijkraad, oordeel: %s", d.day(2011, 2014), d.of("gerealiseerd", "gerealiseerd", "deels", "niet"))
			if d.chance(4) {
				b.WriteString(", over: " + d.commitmentID())
			}
			b.WriteString("}\n")
		}
	}
	return b.String() + "---\n"
}

// commitmentID returns the id of a commitment that may be there.
func (d *dice) commitmentID() string {
	return fmt.Sprintf("t-%d-%d", d.IntN(programmesOfRandomCity), d.IntN(mostPromisedAtRandom))
}

func (d *dice) programme(number int, needs, wijken []string) string {
	var b strings.Builder
	year := 2009 + d.IntN(5)
	fmt.Fprintf(&b, "---\ntitel: Programma %d\ndienst: dienst-%d\njaar: %d\n", number, d.IntN(3), year)
	b.WriteString(d.of("status: vastgesteld\n", "status: vastgesteld\n", "status: concept\n",
		fmt.Sprintf("status: ingetrokken\ningetrokken-op: %s\nreden: De begroting is afgekeurd.\n", d.day(year+1, 2014))))
	if d.chance(2) {
		fmt.Fprintf(&b, "vastgesteld-op: %d-02-01\n", year)
	}
	for i := range d.IntN(mostPromisedAtRandom + 1) {
		if i == 0 {
			b.WriteString("toezeggingen:\n")
		}
		d.commitment(&b, fmt.Sprintf("t-%d-%d", number, i), needs, wijken)
	}
	for i := range d.IntN(3) {
		if len(needs) == 0 {
			break
		}
		if i == 0 {
			b.WriteString("antwoorden:\n")
		}
		fmt.Fprintf(&b, "  - {behoefte: %s, antwoord: %s, reden: Daarom., datum: %s}\n", d.of(needs...), d.of("nee", "elders", "in-onderzoek"), d.day(2009, 2014))
	}
	return b.String() + "---\n"
}

func (d *dice) commitment(b *strings.Builder, id string, needs, wijken []string) {
	fmt.Fprintf(b, "  - {id: %s, titel: Titel van %s%s", id, id, d.planned())
	if d.chance(2) {
		fmt.Fprintf(b, ", budget: %d", 1000*d.IntN(300))
	}
	switch {
	case len(needs) > 0 && !d.chance(5):
		fmt.Fprintf(b, ", behoeften: [%s", d.of(needs...))
		if d.chance(3) {
			b.WriteString(", " + d.of(needs...))
		}
		b.WriteString("]")
	case d.chance(2):
		fmt.Fprintf(b, ", wijken: [%s]", d.of(wijken...))
	}
	if d.chance(5) {
		fmt.Fprintf(b, ", toegezegd-op: %s", d.day(2010, 2013))
	}
	b.WriteString(", voortgang: [")
	for i := range d.IntN(4) {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(b, "{datum: %s, tekst: Nieuws., reden: Daarom.", d.day(2009, 2014))
		switch status := d.of("", "gerealiseerd", "gerealiseerd", "deels-gerealiseerd", "in-uitvoering", "in-voorbereiding", "niet-gestart", "vervallen", "doorgeschoven"); status {
		case "":
			b.WriteString(d.planned())
		case "doorgeschoven":
			b.WriteString(", status: doorgeschoven" + d.of("", ", naar: "+d.commitmentID()))
		default:
			b.WriteString(", status: " + status)
		}
		b.WriteString("}")
	}
	b.WriteString("]}\n")
}
