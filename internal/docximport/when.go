package docximport

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"wijkvisie/internal/city"
	"wijkvisie/internal/parse"
)

var euros = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:€|EUR|eur)?\s*([0-9]{1,3}(?:[. ][0-9]{3})+|[0-9]{1,9})(?:,(?:-+|–|—|00))?\s*(?:euro|EUR)?$`)
})

// eurosOf returns the whole euros that a cell says; 0 when it says something else.
func eurosOf(cell string) int {
	found := euros().FindStringSubmatch(strings.TrimSpace(cell))
	if found == nil {
		return 0
	}
	n, _ := strconv.Atoi(strings.NewReplacer(".", "", " ", "").Replace(found[1]))
	return n
}

var (
	oneYear = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\b(?:19|20)[0-9]{2}\b`) })
	endOf   = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^(?:eind|einde|ultimo|uiterlijk|in|loop van|in de loop van|per eind)\.?\s+((?:19|20)[0-9]{2})$`)
	})
	quarter = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^(?:([1-4])(?:e|de|ste)?\s*kw(?:artaal)?\.?|q\s*([1-4])|kw(?:artaal)?\.?\s*([1-4]))\s*[-/ ]?\s*((?:19|20)[0-9]{2})$|^((?:19|20)[0-9]{2})\s*[-/ ]\s*(?:q|kw\.?|k)\s*([1-4])$`)
	})
	withoutA = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)(?:voorjaar|najaar|lente|zomer|herfst|winter|begin|half|medio|helft|seizoen|schooljaar)`)
	})
	otherTime = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\b(?:na|vanaf|voor|vóór|e\.v|ev|verder|of|streven|wellicht|mogelijk|afhankelijk|winter|schooljaar|seizoen)\b`)
	})
)

// plannedDate returns a planned date as it is written in content, and reports whether it says
// all that the text says. It is empty when the text has more than one meaning.
func plannedDate(text string) (date string, exact bool) {
	text = strings.Trim(spaced(text), " .")
	if p, ok := parse.WrittenPlanned(text); ok {
		return p.String(), true
	}
	if found := quarter().FindStringSubmatch(text); found != nil {
		if found[5] != "" {
			return found[5] + "-Q" + found[6], true
		}
		return found[4] + "-Q" + found[1] + found[2] + found[3], true
	}
	if found := endOf().FindStringSubmatch(text); found != nil {
		return found[1], true
	}
	switch strings.ToLower(text) {
	case "gehele periode", "hele periode", "lopend", "jaarlijks":
		return city.Ongoing, false
	}
	years := oneYear().FindAllString(text, -1)
	if len(years) == 1 && withoutA().MatchString(text) && !otherTime().MatchString(text) {
		return years[0], false
	}
	return "", false
}

// statusOf returns the status that the words of a cell mean, when that is certain; else it is
// empty.
func statusOf(cell string) string {
	first := strings.ToLower(spaced(cell))
	if i := strings.IndexAny(first, ".;,:(–"); i > 0 {
		first = first[:i]
	}
	switch strings.TrimSpace(first) {
	case "gereed", "klaar", "afgerond", "gerealiseerd", "uitgevoerd", "voltooid", "afgehandeld", "opgeleverd", "gedaan", "is klaar", "is gereed":
		return city.Realised
	case "loopt", "in uitvoering", "gestart", "bezig", "in gang", "onderhanden", "begonnen", "uitvoering loopt", "is begonnen", "is gestart":
		return city.InProgress
	case "in voorbereiding", "voorbereiding", "wordt voorbereid":
		return city.InPreparation
	case "niet gestart", "nog niet gestart", "niet begonnen", "nog niet begonnen", "nog te starten", "moet nog beginnen":
		return city.NotStarted
	case "deels gereed", "deels klaar", "gedeeltelijk gereed", "gedeeltelijk gerealiseerd", "deels gerealiseerd", "deels afgerond", "deels uitgevoerd":
		return city.PartlyRealised
	}
	return ""
}

// dayPattern matches a day in numbers, with the name of a month or as in content.
const dayPattern = `[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ][0-9]{4}|[0-9]{1,2} \p{L}+ [0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}`

// anyDay finds a day in the name of a column that says how things stand.
var anyDay = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(dayPattern) })

// statedOn finds the day that a paragraph anywhere in the document names for how things stand.
// "per" alone is not enough there.
var statedOn = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:\bstand(?: van zaken)?,? (?:per|op|van)|peildatum:?)\s+(` + dayPattern + `)`)
})

// dayIn finds the day that the text above a table of actions, or the title of the document, names
// for how things stand.
var dayIn = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:\bper|peildatum:?|stand op|stand van zaken op|stand van)\s+(` + dayPattern + `)`)
})

// dayOf returns the day on which held what a table says of how things stand: that which its
// column or the text above it names, else that of the options.
func (im *importer) dayOf(g *grid, before string) city.Day {
	texts := []string{before, im.title}
	if at := g.has(statusColumn); at >= 0 {
		texts = slices.Insert(texts, 0, "stand van "+anyDay().FindString(g.names[at]))
	}
	for _, text := range texts {
		if found := dayIn().FindStringSubmatch(text); found != nil {
			if day, ok := parse.WrittenDay(found[1]); ok {
				return day
			}
		}
	}
	if im.statedOn.IsZero() {
		return im.opt.Day
	}
	return im.statedOn
}

// onlyDay returns the day on which held what the document says of how things stand, when it
// names one and no other.
func (im *importer) onlyDay() city.Day {
	var only city.Day
	for _, b := range paragraphsOf(im.doc) {
		for _, found := range statedOn().FindAllStringSubmatch(plain(b), -1) {
			day, ok := parse.WrittenDay(found[1])
			if !ok || !only.IsZero() && day != only {
				return city.Day{}
			}
			only = day
		}
	}
	return only
}
