package dutch

import (
	"strings"
	"sync"
)

// Simpler returns the simpler word for one that only officials use, in the form
// that stands first in a dictionary; not ok when the word is fine. It looks at one
// word, in any of its usual forms, without regard to capitals.
func Simpler(word string) (simple string, ok bool) {
	simple, ok = jargon()[strings.ToLower(word)]
	return simple, ok
}

// glimpse is what can be seen of the words in jargon without looking them up, which takes
// ten times as long: how long those are that begin with some letters (BenchmarkSentences).
type glimpse [26*26*26 + 1]lengths

// lengths is a set of numbers of bytes, those from 31 on as one.
type lengths uint32

func lengthsOf(n int) lengths { return 1 << min(n, 31) }

// glimpsed never changes.
var glimpsed = sync.OnceValue(func() *glimpse {
	all := new(glimpse)
	for word := range jargon() {
		all[beginning(word)] |= lengthsOf(len(word))
	}
	return all
})

// may tells whether a word may be one of those in jargon; nearly none may.
func (g *glimpse) may(word string, ascii bool) bool {
	some := g[beginning(word)]
	return some != 0 && (!ascii || some&lengthsOf(len(word)) != 0) // other letters may be longer or shorter as capitals
}

// beginning returns the place of the first three letters of a word in a glimpse, which
// is the last when one of them is no letter from a to z, or a capital of those.
func beginning(word string) int {
	const none = 26 * 26 * 26
	if len(word) < 3 {
		return none
	}
	a, b, c := word[0]|0x20-'a', word[1]|0x20-'a', word[2]|0x20-'a'
	if max(a, b, c) >= 26 {
		return none
	}
	return (int(a)*26+int(b))*26 + int(c)
}

// jargon is words that residents stumble over, with the word that they use
// themselves. It follows what municipalities give their own writers: the lists of
// "Direct Duidelijk", Taalunie's "Heerlijk Helder" and the style guides of
// Amsterdam and Utrecht. It never changes.
var jargon = sync.OnceValue(func() map[string]string { return forms(simpler()) })

// simpler returns them, a word and its other forms at a time.
func simpler() map[string]string {
	return map[string]string{
		"aanvang aanvangen":                         "begin, beginnen",
		"accommodatie accommodaties":                "gebouw, ruimte",
		"actualiseren geactualiseerd actualisering": "bijwerken",
		"additioneel additionele":                   "extra",
		"adequaat adequate":                         "goed, passend",
		"adviseren":                                 "raad geven",
		"afstemmen afstemming":                      "overleggen, overleg",
		"alsmede":                                   "en ook",
		"alvorens":                                  "voordat",
		"ambitie ambities":                          "plan, wens",
		"anticiperen":                               "rekening houden met",
		"arrangement arrangementen":                 "aanbod, afspraak",
		"beleidskader beleidskaders":                "plan, regels",
		"beleidsvoornemen beleidsvoornemens":        "plan",
		"benchmark benchmarken":                     "vergelijking",
		"beogen beoogt beoogde":                     "willen bereiken",
		"betreffende":                               "over",
		"bewerkstelligen":                           "zorgen voor",
		"borgen geborgd borging":                    "ervoor zorgen dat het zo blijft",
		"citymarketing":                             "reclame voor de stad",
		"cofinanciering":                            "samen betalen",
		"commitment":                                "steun, belofte",
		"communiceren gecommuniceerd":               "vertellen, laten weten",
		"conform":                                   "volgens",
		"consulteren geconsulteerd consultatie":     "vragen, raadplegen",
		"continueren gecontinueerd continuering":    "doorgaan met",
		"convenant convenanten":                     "afspraak",
		"coördineren coördinatie":                   "regelen",
		"cultuurparticipatie":                       "meedoen aan kunst en cultuur",
		"derhalve":                                  "daarom",
		"desbetreffende":                            "deze, die",
		"desondanks":                                "toch",
		"dienaangaande":                             "daarover",
		"dienen dient":                              "moeten",
		"draagvlak":                                 "steun",
		"draagkracht":                               "wat iemand kan betalen of aankan",
		"effectief effectieve effectiviteit":        "wat werkt",
		"evalueren geëvalueerd evaluatie":           "bekijken hoe het ging",
		"facilitair facilitaire":                    "voor gebouw en spullen",
		"faciliteren gefaciliteerd faciliteert":     "helpen, mogelijk maken",
		"faciliteit faciliteiten":                   "voorziening",
		"fasering gefaseerd gefaseerde":             "in stappen",
		"financieren gefinancierd":                  "betalen",
		"fysiek fysieke":                            "lichamelijk, gebouwd, op straat",
		"gebiedsgericht gebiedsgerichte":            "per wijk",
		"gedifferentieerd gedifferentieerde differentiatie": "verschillend",
		"geïntegreerd integraal integrale":                  "als geheel, samen",
		"gremium gremia":                                    "groep, overleg",
		"handhaven handhaving":                              "zorgen dat mensen zich aan de regels houden",
		"herijken herijking":                                "opnieuw bekijken",
		"herinrichten herinrichting":                        "opnieuw inrichten",
		"implementeren geïmplementeerd implementatie":       "invoeren",
		"inclusief inclusieve inclusiviteit":                "voor iedereen",
		"indien":                                            "als",
		"infrastructuur infrastructurele":                   "wegen, paden en leidingen",
		"initiëren geïnitieerd":                             "beginnen",
		"inspanningsverplichting":                           "belofte om zijn best te doen",
		"instrumentarium":                                   "middelen",
		"intensiveren geïntensiveerd intensivering":         "meer doen",
		"interventie interventies":                          "ingreep, hulp",
		"inventariseren geïnventariseerd inventarisatie":    "op een rij zetten",
		"jegens":                          "tegen, voor",
		"kaderstellend kaderstellende":    "dat de regels geeft",
		"knelpunt knelpunten":             "probleem",
		"kwantitatief kwantitatieve":      "in aantallen",
		"kwalitatief kwalitatieve":        "goed, naar kwaliteit",
		"leefbaarheid":                    "hoe prettig het wonen is",
		"middels":                         "met, door",
		"mitigeren mitigatie mitigerende": "verzachten",
		"mits":                            "als",
		"mobiliteit":                      "verkeer, vervoer",
		"monitoren gemonitord monitoring": "volgen",
		"nader nadere":                    "verder, later",
		"nopen noopt":                     "dwingen",
		"omtrent":                         "over",
		"onderhavig onderhavige":          "deze, dit",
		"ontsluiten ontsluiting":          "bereikbaar maken",
		"operationeel operationele":       "in bedrijf, klaar",
		"optimaliseren geoptimaliseerd optimalisatie": "verbeteren",
		"optimaal optimale":                           "zo goed mogelijk",
		"participeren participeert participatie":      "meedoen",
		"perspectief perspectieven":                   "kans, uitzicht",
		"pilot pilots":                                "proef",
		"planvorming":                                 "plannen maken",
		"prioriteren geprioriteerd prioritering":      "kiezen wat eerst komt",
		"proactief proactieve":                        "uit zichzelf, op tijd",
		"randvoorwaarde randvoorwaarden":              "wat nodig is",
		"realiseren gerealiseerd realisatie":          "maken, bereiken",
		"reconstructie reconstrueren":                 "opnieuw aanleggen",
		"reduceren gereduceerd reductie":              "minder maken",
		"regie regisseren":                            "leiding",
		"renovatie renoveren":                         "opknappen",
		"signaleren gesignaleerd":                     "merken, zien",
		"stagneren stagnatie":                         "stilstaan",
		"stakeholder stakeholders":                    "wie ermee te maken heeft",
		"stimuleren gestimuleerd stimulering":         "helpen, aanmoedigen",
		"structureel structurele":                     "altijd, elk jaar",
		"synergie":                                    "samen meer bereiken",
		"teneinde":                                    "om",
		"tevens":                                      "ook",
		"thans":                                       "nu",
		"transitie transities":                        "verandering",
		"transparant transparante transparantie":      "open, duidelijk",
		"uitrol uitrollen":                            "invoeren",
		"verankeren verankerd verankering":            "vastleggen",
		"vigerend vigerende":                          "dat nu geldt",
		"voornemens":                                  "van plan",
		"voorts":                                      "verder, ook",
		"vooralsnog":                                  "voorlopig",
		"vroegtijdig vroegtijdige":                    "op tijd",
		"wenselijk wenselijke":                        "goed, gewenst",
		"zorgdragen":                                  "zorgen",
	}
}

// forms gives each form of a word the same simpler one.
func forms(list map[string]string) map[string]string {
	all := make(map[string]string, 2*len(list))
	for words, simple := range list {
		for _, w := range strings.Fields(words) {
			all[w] = simple
		}
	}
	return all
}
