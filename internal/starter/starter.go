// Package starter makes files to start from: a file of each kind, with every key filled in
// or explained, and a whole folder for a new site. They are made from the tables by which
// package parse reads files.
package starter

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"wijkvisie/internal/noun"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/decode"
)

// Known is what a folder of content has already, which a new file may refer to.
type Known struct {
	Municipality        string // its name; may be empty
	Code                string // its code at CBS; may be empty
	Wijken, Departments []Named
	Buurten, Themes     []string // ids
	Need                string   // one that has no answer yet, else any: wijk/need; may be empty
	Codes               []string // of wijken at CBS
	Tiles               [][2]int // of wijken, column and row
	Periods             []string // of visions: wijk/2026-2029
	Year                int
	Site                *noun.Nouns // in the language of the site, in which titles are
	Told                *noun.Nouns // in the language in which authors are told what to write

	number  int    // of the wijk that the file is about, in codes and on the map of tiles; 0 for the first
	promise string // the beginning of the ids of commitments in the file; empty for that of the department
}

// newNumber returns a number for a wijk that no other has in its code or its tile.
func (known Known) newNumber(id string) int {
	n := 1
	for _, w := range known.Wijken {
		if w.ID != id {
			n++
		}
	}
	for slices.Contains(known.Codes, "WK"+known.digits()+fmt.Sprintf("%02d", n)) || slices.Contains(known.Tiles, tile(n)) {
		n++
	}
	return n
}

// tilesInRow is how many tiles new wijken have in a row.
const tilesInRow = 8

// tile returns the column and the row of a wijk by its number.
func tile(n int) [2]int { return [2]int{(n-1)%tilesInRow + 1, (n-1)/tilesInRow + 1} }

// digits returns the digits in the code of the municipality.
func (known Known) digits() string {
	if code, ok := strings.CutPrefix(known.Code, "GM"); ok && len(code) == 4 {
		return code
	}
	return "0000"
}

// Named is something with an id and a name.
type Named struct{ ID, Name string }

// text is a text of new files in Dutch and in English, with nouns in braces.
type text [2]string

func (t text) in(nouns *noun.Nouns) string {
	if nouns.Lang == "en" {
		return nouns.Fill(t[1])
	}
	return nouns.Fill(t[0])
}

var (
	visionBody = text{`Vertel hier het verhaal van {de/het wijk}. Wie dachten mee, en waar?

## Een eerste vraag {#eerste-behoefte}

Achter deze kop staat een id. Wat onder zo’n kop staat, komt op de site bij {die/dat behoefte} te staan.
`, `Tell the story of the {wijk} here. Who took part, and where?

## A first question {#eerste-behoefte}

This heading has an id behind it. What is under such a heading is shown with that {behoefte} on the site.
`}
	wijkBody       = text{"Schrijf hier een paar zinnen over {de/het wijk}.\n", "Write a few sentences about the {wijk} here.\n"}
	departmentBody = text{"Schrijf hier wat {de/het dienst} doet en hoe bewoners {de/het dienst} bereiken.\n", "Write here what the {dienst} does and how residents can reach it.\n"}
	programmeBody  = text{"Schrijf hier wat {de/het dienst} dit jaar voor de {wijken} doet.\n", "Write here what the {dienst} does for the {wijken} this year.\n"}
	pageBody       = text{"Schrijf hier de tekst van de pagina.\n", "Write the text of the page here.\n"}

	needTitle      = text{"Wat {de/het wijk} vraagt, in een paar woorden", "What the {wijk} asks, in a few words"}
	staysTheSame   = text{"blijft altijd hetzelfde", "never changes"}
	visionTitle    = text{"{Wijkvisie}", "{Wijkvisie}"}
	programmeTitle = text{"{Programma}", "{Programma}"}
	whyNot         = text{"Schrijf hier waarom.", "Write here why."}
	promiseTitle   = text{"Wat {de/het dienst} toezegt", "What the {dienst} commits to"}
	chooseFrom     = text{"Kies uit", "Choose one of"}
)

// Missing is what a file must refer to and what its id does not begin with: one of a kind. When
// there is nothing of the kind there are no choices.
type Missing struct {
	Kind    string
	Choices []Named
}

// years is the end of an id that names a year or a period: oost-2026, oost-2026-2029.
var years = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`-(\d{4})(?:-(\d{4}))?$`) })

// yearsOf returns the years that an id names, 0 for those that it does not.
func yearsOf(id string) (first, last int) {
	found := years().FindStringSubmatch(id)
	if found == nil {
		return 0, 0
	}
	first, _ = strconv.Atoi(found[1])
	last, _ = strconv.Atoi(found[2])
	if first == 0 || last != 0 && last < first {
		return 0, 0
	}
	return first, last
}

// YearsGoBack reports whether an id ends in two years of which the second comes first.
func YearsGoBack(id string) bool {
	found := years().FindStringSubmatch(id)
	return found != nil && found[2] != "" && found[2] < found[1]
}

// vision returns the years of a new vision: those that its id names, else the next ones that
// no vision of the wijk has.
func (known Known) vision(id, wijk string) (first, last int) {
	first, last = yearsOf(id)
	switch {
	case last != 0:
		return first, last
	case first != 0:
		return first, first + 3
	}
	first = known.Year
	for slices.Contains(known.Periods, fmt.Sprintf("%s/%d-%d", wijk, first, first+3)) {
		first += 4
	}
	return first, first + 3
}

// File returns a file of a kind (not of the site) with an id, which is valid in a folder
// that has what is known. When it cannot refer to what it must, it says what is missing; else
// that is nil.
func File(kind parse.Kind, id string, known Known) (content string, missing *Missing) {
	set := map[string]string{"titel": title(id), "naam": title(id)}
	body := pageBody
	about := Named{id, title(id)} // what the examples are about
	switch kind.Name {
	case "wijk":
		body = wijkBody
		known.number = known.newNumber(id)
		known.Wijken, known.Buurten = []Named{about}, nil
	case "wijkvisie":
		wijk := owner(id, known.Wijken)
		if wijk.ID == "" {
			return "", &Missing{"wijk", known.Wijken}
		}
		known.number = 1 + slices.Index(known.Wijken, wijk)
		known.Wijken = []Named{wijk}
		first, last := known.vision(id, wijk.ID)
		known.Year = first
		set["wijk"], set["periode"], set["status"] = wijk.ID, fmt.Sprintf("%d-%d", first, last), "concept"
		set["titel"] = fmt.Sprintf("%s %s %d–%d", visionTitle.in(known.Site), wijk.Name, first, last)
		theme := "groen"
		if len(known.Themes) > 0 {
			theme = known.Themes[0]
		}
		set["behoeften"] = "\n  - id: eerste-behoefte           # " + staysTheSame.in(known.Told) + "\n    titel: " + decode.Text(needTitle.in(known.Told), false) + "\n    thema: " + theme + "\n    prioriteit: 1\n"
		body = visionBody
	case "dienst":
		body = departmentBody
		known.Departments = []Named{about}
	case "programma":
		department := owner(id, known.Departments)
		if department.ID == "" {
			return "", &Missing{"dienst", known.Departments}
		}
		known.Departments = []Named{department}
		first, last := yearsOf(id)
		known.promise = id
		if first != 0 {
			known.Year = first
		} else {
			known.promise += fmt.Sprintf("-%d", known.Year)
		}
		set["dienst"], set["status"] = department.ID, "concept"
		in := fmt.Sprint(known.Year)
		if last != 0 {
			set["periode"] = fmt.Sprintf("%d-%d", first, last)
			in = fmt.Sprintf("%d–%d", first, last)
		} else {
			set["jaar"] = in
		}
		set["titel"] = fmt.Sprintf("%s %s %s", programmeTitle.in(known.Site), department.Name, in)
		body = programmeBody
	}
	return "---\n" + known.block(kind.Mapping, set) + "---\n" + body.in(known.Told), nil
}

// examples returns what replaces, in the examples of keys, what is another municipality's
// (Utrecht's in 2011) by what is this one's.
func (known Known) examples() *strings.Replacer {
	wijk, department := Named{"oost", "Oost"}, Named{"stadswerken", "Stadswerken"}
	if len(known.Wijken) > 0 {
		wijk = known.Wijken[0]
	}
	if len(known.Departments) > 0 {
		department = known.Departments[0]
	}
	for _, n := range []*Named{&wijk, &department} {
		if strings.ContainsAny(n.Name, ",:#[]{}&*!|>'\"%@`") {
			n.Name = title(n.ID) // a name that needs no quotes in a list
		}
	}
	buurt, theme, need := "centrum", "groen", wijk.ID+"/eerste-behoefte"
	if len(known.Buurten) > 0 {
		buurt = known.Buurten[0]
	}
	if len(known.Themes) > 0 {
		theme = known.Themes[0]
	}
	if known.Need != "" {
		need = known.Need
	}
	municipality, digits := "Onze gemeente", known.digits()
	if known.Municipality != "" {
		municipality = known.Municipality
	}
	number := max(known.number, 1)
	code, at := fmt.Sprintf("%s%02d", digits, number), tile(number)
	promise := known.promise
	if promise == "" {
		promise = fmt.Sprintf("%s-%d", department.ID, known.Year)
	}
	pairs := []string{
		"overvecht/veilige-oversteek-einsteindreef", need, "overvecht/tramhalte", need,
		"veilige-oversteek-einsteindreef", "veilige-oversteek",
		"Veilig oversteken bij de Einsteindreef", "Veilig oversteken bij de school", "Verkeersplateau Einsteindreef", promiseTitle.in(known.Told),
		"De provincie gaat over de tramlijn.", whyNot.in(known.Told), "sw-2011-014", promise + "-001",
		"Zambesidreef", "Schoolstraat", "Zamenhofdreef 7", "Marktplein 1",
		"Taagdreef en omgeving", title(buurt), "taagdreef", buurt,
		"Overvecht", wijk.Name, "overvecht", wijk.ID,
		"Stadswerken", department.Name, "stadswerken", department.ID,
		"Wijkvisies Utrecht", "Wijkvisies " + municipality, "Provincie Utrecht", "De provincie", "Utrecht", municipality,
		"GM0344", "GM" + digits, "WK034403", "WK" + code, "BU03440311", "BU" + code + "01", "[3, 1]", fmt.Sprintf("[%d, %d]", at[0], at[1]),
		"thema: verkeer", "thema: " + theme, "[verkeer]", "[" + theme + "]",
	}
	for year := 2010; year <= 2014; year++ {
		pairs = append(pairs, fmt.Sprint(year), fmt.Sprint(known.Year+year-2011))
	}
	return strings.NewReplacer(pairs...)
}

// owner returns the one whose id the given one begins with, as oost-2011 begins with oost.
func owner(id string, all []Named) Named {
	var best Named
	for _, o := range all {
		if (id == o.ID || strings.HasPrefix(id, o.ID+"-")) && len(o.ID) > len(best.ID) {
			best = o
		}
	}
	return best
}

// title returns an id as a name: Leidsche Rijn for leidsche-rijn.
func title(id string) string {
	words := strings.Split(id, "-")
	for i, w := range words {
		if w != "" {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, " ")
}

// block returns the keys of a mapping, each with an explanation: those of set with their
// values, the others as an example in a comment.
func (known Known) block(m *parse.Mapping, set map[string]string) string {
	examples := known.examples()
	var b strings.Builder
	for i := range m.Keys {
		k := &m.Keys[i]
		if k.Name == "voorheen" {
			continue // nothing new has an older name
		}
		fmt.Fprintf(&b, "# %s%s\n", k.Description(known.Told), known.choices(k))
		switch value, ok := set[k.Name]; {
		case ok && strings.HasPrefix(value, "\n"):
			b.WriteString(k.Name + ":" + value)
		case ok:
			b.WriteString(k.Name + ": " + decode.Text(value, false) + "\n")
		default:
			b.WriteString("# " + k.Name + ": " + example(k, examples) + "\n")
		}
	}
	return b.String()
}

// choices returns a sentence with the values that a key allows, empty when it allows any.
func (known Known) choices(k *parse.Key) string {
	if k.Type != parse.TextValue || len(k.Enum) == 0 {
		return ""
	}
	return " " + chooseFrom.in(known.Told) + ": " + strings.Join(k.Enum, ", ") + "."
}

// example returns the example of a key as YAML.
func example(k *parse.Key, examples *strings.Replacer) string {
	of := examples.Replace(k.Example)
	if k.Type == parse.TextValue {
		return decode.Text(of, false)
	}
	return of
}
