package docximport

import (
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/stem"
)

// theme is a theme of the site and the words by which it is known.
type theme struct {
	id    string
	name  string
	names []string // stems of the words of its name
	about []string // stems of the words of its description, and of words that go with its name
}

// related is words that go with a word in the name of a theme, as far as a wijkvisie goes.
var related = map[string]string{
	"verkeer":         "bereikbaarheid mobiliteit parkeren parkeerplaatsen parkeerdruk oversteek oversteken oversteekplaats zebrapad fietspad fietspaden fietsen fietsers fiets fietsenrekken auto auto's bus bushalte halte snelheid drempel rotonde kruising kruispunt verkeersveiligheid verkeersdrempel sluipverkeer trottoir stoplicht hardrijders rijden ov openbaar vervoer",
	"groen":           "bomen boom plantsoen plantsoenen park parken natuur gras bloemen geveltuin geveltuinen moestuin buurttuin tuin tuinen bankjes bankje bank water vijver singel snoeien onkruid hondenpoep hondenveld vergroenen openbare ruimte buitenruimte afval zwerfvuil zwerfafval prullenbak prullenbakken schoon schone",
	"openbare ruimte": "straat stoep stoepen plein bestrating bankjes prullenbak",
	"veiligheid":      "veilig veiliger inbraak inbraken overlast politie wijkagent criminaliteit verlichting lantaarns lantaarnpaal lantaarnpalen camera donker drugs drugshandel preventie buurtpreventie vandalisme hangjongeren brandveilig",
	"wonen":           "woning woningen huizen huis huur huurwoningen nieuwbouw sloop renovatie appartementen bouwen bouw woningbouw starterswoningen seniorenwoningen levensloopbestendig energie isolatie isoleren",
	"jeugd":           "jongeren kinderen kind school scholen onderwijs spelen speelplek speelplekken speelplaats speeltuin speeltoestel speeltoestellen trapveld trapveldje jongerencentrum jongerenwerk leren huiswerk huiswerkbegeleiding taal peuters basisschool voetbalveld",
	"ontmoeting":      "ontmoeten ontmoetingsplek buurthuis wijkcentrum buurtcentrum cultuur muziek kunst feest buurtfeest activiteiten eten koken samenleven eenzaamheid huiskamer bibliotheek vrijwilligers samen",
	"zorg":            "gezondheid gezond ouderen mantelzorg mantelzorgers huisarts gezondheidscentrum bewegen sport sporten hulp rolstoel beweegtuin dementie consultatiebureau",
	"werk":            "winkel winkels winkelcentrum winkelstraat ondernemers banen baan werkloosheid economie bedrijven bedrijvigheid stage stages markt leegstand werkplekken",
	"economie":        "winkel winkels winkelcentrum ondernemers banen baan bedrijven markt leegstand werk",
	"milieu":          "energie duurzaam duurzaamheid lucht geluid afval klimaat zonnepanelen",
	"duurzaamheid":    "energie duurzaam milieu klimaat zonnepanelen isolatie afval",
	"sport":           "sporten bewegen sportveld trapveld zwembad",
	"sociaal":         "ontmoeten ontmoeting buurthuis eenzaamheid samenleven vrijwilligers",
}

// noise is words in the names of themes that tell nothing.
var noise = []string{"en", "de", "het", "een", "in", "van", "op", "voor", "wijk", "buurt", "stad", "of", "te", "met", "om", "leven", "thema", "die", "is", "zijn", "zich", "waar", "iets", "doen", "zonder", "over", "goede", "wordt", "elkaar", "eigen", "kans", "plekken", "zien", "maken", "dichtbij", "vlot", "voet", "prettig", "duidelijkheid", "overdag", "avonds", "s", "zorgen", "straat", "straten"}

func themesOf(site *city.Site) []*theme {
	var list []*theme
	for _, t := range site.Themes {
		if t.ID.IsZero() {
			continue
		}
		one := &theme{id: t.ID.Value, name: t.Name.Value, names: stemsOf(t.Name.Value + " " + strings.ReplaceAll(t.ID.Value, "-", " "))}
		text := t.Description.Value
		for word, more := range related {
			if slices.ContainsFunc(stemsOf(word), func(s string) bool { return slices.Contains(one.names, s) }) {
				text += " " + more
			}
		}
		one.about = stemsOf(text)
		list = append(list, one)
	}
	return list
}

// stemsOf returns the stems of the words of a text that tell something, each once.
func stemsOf(text string) []string {
	language := stem.In("nl")
	var list []string
	for _, w := range wordsOf(text) {
		if len(w) < 2 || slices.Contains(noise, w) {
			continue
		}
		if s := language.Stem(w); !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// named returns the theme that a text is the name of: all that it says are words of that name.
func (im *importer) named(text string) *theme {
	text = strings.TrimSpace(text)
	for _, t := range im.themes {
		if lettersOf(text) == lettersOf(t.name) || lettersOf(text) == lettersOf(t.id) {
			return t
		}
	}
	stems := stemsOf(strings.Join(slices.DeleteFunc(wordsOf(text), func(w string) bool { return isOne(w, wishWords) || isOne(w, backWords) }), " "))
	if len(stems) == 0 || len(stems) > 5 {
		return nil
	}
	for _, t := range im.themes {
		own := 0
		for _, s := range stems {
			if slices.Contains(t.names, s) {
				own++
			}
		}
		if own == len(stems) || own > 0 && own*2 >= len(stems) && isEnumeration(text) && !im.namesOther(stems, t) {
			return t
		}
	}
	return nil
}

// isEnumeration reports whether a text is words with "en" or commas between them.
func isEnumeration(text string) bool {
	return strings.ContainsAny(text, ",&/+") || strings.Contains(text, " en ")
}

// namesOther reports whether words stand in the name of another theme too.
func (im *importer) namesOther(stems []string, but *theme) bool {
	return slices.ContainsFunc(im.themes, func(t *theme) bool {
		return t != but && slices.ContainsFunc(stems, func(s string) bool { return slices.Contains(t.names, s) })
	})
}

// guess returns the theme of which a text has the most words, where one in its name counts
// double and one that only begins or ends with a word half; nil when it has none, or as many
// of two.
func (im *importer) guess(text string) *theme {
	stems := stemsOf(text)
	var best *theme
	most, tied := 0, false
	for _, t := range im.themes {
		score := 0
		for _, s := range stems {
			switch {
			case slices.Contains(t.names, s):
				score += 4
			case slices.Contains(t.about, s):
				score += 2
			case len(s) >= 7 && slices.ContainsFunc(slices.Concat(t.names, t.about), func(known string) bool {
				return len(known) >= 5 && (strings.HasPrefix(s, known) || strings.HasSuffix(s, known))
			}):
				score++
			}
		}
		switch {
		case score > most:
			best, most, tied = t, score, false
		case score == most:
			tied = true
		}
	}
	if most == 0 || tied {
		return nil
	}
	return best
}
