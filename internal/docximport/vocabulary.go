package docximport

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// class is what a heading says that stands under it.
type class int

const (
	plainText   class = iota
	wishes            // what the wijk asks
	otherMatter       // what surely is something else: an introduction, figures
	background        // something else, unless the heading also says that it holds wishes
	detail            // more of what stands above it
)

// The words of headings, in lower case without accents. A word that ends in * may have another
// in front of it: *wensen is also bewonerswensen. In a chapter of wishes, a heading with a
// singular word (oneWish) is itself a wish.
var (
	wishWords   = []string{"wens", "*wensen", "*doel", "*doelen", "*doelstelling", "*doelstellingen", "*ambitie", "*ambities", "behoefte", "*behoeften", "*behoeftes", "speerpunt", "*speerpunten", "opgave", "*opgaven", "*opgaves", "wensenlijst", "verlanglijst", "verlanglijstje", "prioriteiten", "wijkprioriteiten", "aandachtspunten", "verbeterpunten", "streefbeelden", "agendapunten"}
	wishPhrases = []string{"wat wil", "wat willen", "wat vraagt", "wat vragen", "wat kan beter", "kan er beter", "moet beter", "moet er beter", "wil de wijk", "willen bewoners", "willen we", "willen wij", "wij willen", "we willen", "vraagt de wijk", "vragen de bewoners", "vragen bewoners", "vragen van de wijk", "vragen uit de wijk", "graag zien", "what we ask", "dit is nodig", "hiervoor is nodig", "top 3", "top 5", "top 10", "top drie", "top vijf", "top tien", "wat is nodig", "wat is er nodig", "wat nodig is", "belangrijk vinden", "vinden we belangrijk", "vinden wij belangrijk", "gewenste situatie"}
	oneWish     = []string{"wens", "*doel", "*doelstelling", "ambitie", "behoefte", "speerpunt", "opgave", "prioriteit", "aandachtspunt", "verbeterpunt"} // singular
	needBegins  = []string{"een", "meer", "minder", "geen", "beter", "betere", "veilig", "veilige", "goede", "extra", "nieuwe", "behoud", "ruimte", "stil", "stille", "schone", "groene", "sneller", "snellere", "vaker", "herstel", "onderhoud"}
	otherWords  = []string{"inleiding", "voorwoord", "aanleiding", "leeswijzer", "colofon", "bijlage", "bijlagen", "proces", "totstandkoming", "samenvatting", "terugblik", "evaluatie", "inhoud", "inhoudsopgave", "dankwoord", "nawoord", "geschiedenis", "bronnen", "literatuur", "verantwoording", "werkwijze", "begrippenlijst", "afkortingen", "begroting", "monitoring", "wijkprofiel", "opening", "rondvraag", "sluiting", "mededelingen", "agenda", "aanwezig", "aanwezigen", "afwezig", "notulen", "cijfers", "kerncijfers", "spelregels"}
	otherPhrase = []string{"tot slot", "kunt meedoen", "doe mee", "meedoen", "hoe verder", "hoe nu verder", "wie dachten", "wie dacht", "deden mee", "hoe kwam", "tot stand", "wie is wie", "in beeld", "in cijfers", "sterke punten", "wat goed gaat", "wat gaat goed", "gaat er goed", "trots op", "al gedaan", "is bereikt", "al bereikt", "over dit document", "over deze wijkvisie"}
	backWords   = []string{"context", "profiel", "kenmerken", "organisatie", "financien", "communicatie", "analyse", "uitvoering", "acties", "actieplan", "actielijst", "actietabel", "maatregelen", "uitvoeringsprogramma", "uitvoeringsagenda", "planning", "vervolg", "afspraken", "rolverdeling", "knelpunten", "sterktes", "zwaktes", "situatie", "ontwikkelingen", "trends", "feiten"}
	backPhrases = []string{"stand van zaken", "wat doet", "wat gaan we doen", "wie doet wat", "wat speelt", "wat er speelt", "de wijk nu", "wat er al", "wat doen we al", "hoe pakken", "hoe gaan", "hoe doen", "hoe bereiken", "wie pakt"}
	detailWords = []string{"toelichting", "achtergrond", "waarom", "aanpak", "resultaat", "resultaten", "uitleg", "onderbouwing", "argumenten", "huidige", "indiener", "locatie", "kosten"}
)

// classOf returns what a heading says that stands under it.
func classOf(title string) class {
	words := wordsOf(title)
	text := " " + strings.Join(words, " ") + " "
	has := func(list, phrases []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return isOne(w, list) }) ||
			slices.ContainsFunc(phrases, func(p string) bool { return strings.Contains(text, " "+p+" ") })
	}
	isDetail := len(words) <= 4 && has(detailWords, nil)
	switch {
	case has(otherWords, otherPhrase):
		return otherMatter
	case has(wishWords, wishPhrases):
		return wishes
	case isDetail:
		return detail
	case has(backWords, backPhrases):
		return background
	}
	return plainText
}

// isOne reports whether a word is one of a list.
func isOne(word string, list []string) bool {
	for _, one := range list {
		if end, compound := strings.CutPrefix(one, "*"); word == end || compound && strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// goalLabel is what stands before a need: Doel 3:, Wens 2 –, Ambitie A.
var goalLabel = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:(?:hoofd|sub|wijk|streef|bewoners)?(?:doel(?:stelling)?|wens|ambitie|opgave|speerpunt|behoefte|prioriteit|vraag|verzoek|aandachtspunt|verbeterpunt)(?:\s*(?:nr\.?\s*)?[0-9]{1,3}(?:\.[0-9]{1,3})*[a-z]?|\s+(?-i:[A-Z]|[IVX]{1,5}))\s*(?:[.:)–—-]+|\s|$)\s*|(?:wens|behoefte|doel|ambitie|verzoek|(?:ook )?gevraagd|(?:ook )?gewenst)\s*(?::|\.\s)\s*)`)
})

// labelEnd returns how many bytes of a text are the label of a goal; 0 when it has none.
func labelEnd(text string) int {
	at := goalLabel().FindStringIndex(text)
	if at == nil || strings.TrimSpace(text[at[1]:]) == "" {
		return 0
	}
	return at[1]
}

// isLabel reports whether a text is the label of a goal and no more: the goal is what follows.
func isLabel(text string) bool {
	at := goalLabel().FindStringIndex(text)
	return at != nil && at[1] == len(text)
}

// typedNumber is a number that somebody typed before a heading: 2.1, 3.
var typedNumber = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:(?i:hoofdstuk|paragraaf|deel)\s+)?([0-9]{1,2}(?:\.[0-9]{1,2})*)[.):]?[\s–-]+`)
})

// The words of the paragraph before a list.
var (
	askingLead = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\b(?:wens|wensen|wenst|wensten|wil|willen|wilden|vraagt|vragen|vroegen|verzoekt|verzoeken|doelen|ambities|behoefte aan|graag|nodig|noemden|noemen|verbeteren|verbeterd|beter|prioriteit|prioriteiten|stellen wij ons ten doel|pleiten|pleit)\b`)
	})
	otherLead = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)(?:deden mee|dachten mee|aanwezig|gesproken|gesprek met|bronnen|al gedaan|gerealiseerd|actie|maatregel|gaat goed|goed gaat|sterke punten|cijfers|uitgangspunt|spelregel|vragenlijst|gevraagd aan|partners|deelnemers|bijeenkomsten|afgelopen|hieronder staan de partijen|bestaat uit|wie kunt u|de werkgroep|telefoon|meer weten|stelden wij|stelden we|de volgende vragen|waarom)`)
	})
)
