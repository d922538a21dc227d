package render_test

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"wijkvisie/internal/noun"
)

// ownTerms returns begrippen in which each noun is its name with a letter before it: xwijk,
// xwijken.
func ownTerms(letter, article string) string {
	terms := "begrippen:\n"
	for _, key := range noun.Keys() {
		terms += "  " + key + ": {enkelvoud: " + letter + key + ", meervoud: " + letter + key + "en, lidwoord: " + article + "}\n"
	}
	return terms
}

// mistake is what no text may say.
type mistake struct {
	what    string
	pattern *regexp.Regexp
}

// mistakesWith returns the mistakes that can be made with nouns that begin with a letter.
func mistakesWith(lang, letter, article string) []mistake {
	one := letter + `(?:` + strings.Join(noun.Keys(), "|") + `)\b`
	several := letter + `(?:` + strings.Join(noun.Keys(), "|") + `)en\b`
	find := func(what, pattern string) mistake { return mistake{what, regexp.MustCompile(`(?i)\b` + pattern)} }
	begins := func(what, pattern string) mistake {
		return mistake{what, regexp.MustCompile(`(?i)(?:^|[.:;|] )` + pattern)}
	}
	all := []mistake{
		find("the plural of one", `(?:1|een|één) `+several),
		find("the singular of several", `(?:[02-9]|[1-9][0-9]{1,2}) `+one),
	}
	switch {
	case lang == "en":
		return append(all,
			find("a wrong article", map[string]string{"a": "a ", "x": "an "}[letter]+one),
			find("a wrong article", `(?:a [aeio][a-z]+|an [^aeiou ][a-z]*) `+one),
			find("an article before a plural", `an? `+several),
			begins("a singular verb with several", `(?:[2-9]|[1-9][0-9]+) (?:`+several+` )?(?:is|has|was|goes) `),
			begins("a plural verb with one", `1 (?:`+one+` )?(?:are|have|were|go) `),
		)
	case article == "het":
		all = append(all,
			find("de", `(?:de|deze|die|elke|iedere|welke) (?:[a-z]{3,}e )?`+one),
			find("an adjective with an e", `(?:een|geen|elk|zonder|ander) (?:[a-z]+e) `+one),
			find("die", `een `+one+` die `),
		)
	default:
		all = append(all,
			find("het", `(?:het|dit|dat|elk|ieder|welk) (?:[a-z]{3,}e )?`+one),
			find("an adjective without an e", `(?:een|geen|elke) (?:ander|huidig|enkel|oud|nieuw) `+one),
			find("dat", `een `+one+` dat `),
		)
	}
	return append(all,
		find("het before a plural", `(?:het|dit|dat|elke?|een) `+several),
		begins("a singular verb with several", `(?:[2-9]|[1-9][0-9]+) (?:`+several+` )?(?:is|staat|wordt|gaat|kwam|vroeg|zegde) `),
		begins("a plural verb with one", `1 (?:`+one+` )?(?:zijn|staan|worden|gaan|kwamen|vroegen|zegden) `),
	)
}

// saidBy returns everything that a site says, by URL: pages with what only a screen reader
// says, feeds, calendars and the texts of the open data.
func saidBy(t *testing.T, s site) map[string]string {
	t.Helper()
	inline := regexp.MustCompile(`</?(?:a|b|strong|em|i|time|abbr|cite|q)(?: [^>]*)?>`)
	attribute := regexp.MustCompile(`(?:content|aria-label|title|alt|placeholder|data-[a-z-]+)="([^"]*)"`)
	tag := regexp.MustCompile(`<[^>]*>`)
	space := regexp.MustCompile(`\s+`)
	said := make(map[string]string)
	add := func(url, text string) {
		var b strings.Builder
		for _, m := range attribute.FindAllStringSubmatch(text, -1) {
			b.WriteString(m[1] + " | ")
		}
		b.WriteString(tag.ReplaceAllString(inline.ReplaceAllString(text, ""), " | "))
		said[url] = space.ReplaceAllString(html.UnescapeString(html.UnescapeString(b.String())), " ")
	}
	for url, page := range s.pages {
		add(url, page)
	}
	for url, file := range s.data(t) {
		if strings.HasSuffix(url, ".xml") || strings.HasSuffix(url, ".ics") || strings.HasSuffix(url, ".jsonld") || strings.HasSuffix(url, "-metadata.json") {
			add(url, strings.ReplaceAll(strings.ReplaceAll(file, "\r\n ", ""), `\,`, ","))
		}
	}
	return said
}

// TestOwnWordsAgreeOnEveryPage reads all that a site says with other nouns than its own: with
// het and with de in Dutch, with a vowel and with a consonant in English, and of a city that
// has one of everything.
func TestOwnWordsAgreeOnEveryPage(t *testing.T) {
	city, single := readFiles(t, "city"), oneOfEverything()
	leftOver := regexp.MustCompile(`(?i)\{(?:[a-z]+[/ ][^}]*|(?:` + strings.Join(noun.Keys(), "|") + `)[a-z]*)\}`)
	for _, c := range []struct{ lang, letter, article string }{{"nl", "x", "het"}, {"nl", "x", "de"}, {"en", "a", "de"}, {"en", "x", "de"}} {
		for name, content := range map[string]files{"a city": city, "one of everything": single} {
			t.Run(c.lang+" "+c.letter+" "+c.article+" "+name, func(t *testing.T) {
				site := content["site.yaml"] + "taal: " + c.lang + "\n" + ownTerms(c.letter, c.article)
				mistakes := mistakesWith(c.lang, c.letter, c.article)
				own := regexp.MustCompile(`(?i)\b` + c.letter + `wijk`)
				found := 0
				for url, text := range saidBy(t, published(t, content.with(files{"site.yaml": site}), options{})) {
					for _, m := range mistakes {
						if at := m.pattern.FindStringIndex(text); at != nil {
							t.Errorf("%s has %s: …%s…", url, m.what, text[max(0, at[0]-40):min(len(text), at[1]+40)])
						}
					}
					if left := leftOver.FindString(text); left != "" {
						t.Errorf("%s says %s", url, left)
					}
					found += len(own.FindAllString(text, -1))
				}
				if found < 20 {
					t.Errorf("the word for wijk is read %d times", found)
				}
			})
		}
	}
}

// oneOfEverything is a city with one wijk, one vision, one need, one department, one programme,
// one commitment with one step, one answer and one judgement.
func oneOfEverything() files {
	return files{
		"site.yaml":               "titel: Wat wij vragen\ngemeente: Klein\ngemeentecode: GM0344\nbasis-url: https://klein.example.nl\nthemas: [{id: groen, naam: Groen}]\n",
		"wijken/oost.md":          "---\nnaam: Oost\nbuurten: [{id: haven, naam: Haven}]\n---\n",
		"wijkvisies/oost-2011.md": "---\ntitel: Oost vraagt\nwijk: oost\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-05-19\nbehoeften:\n  - {id: bank, titel: Een bank, thema: groen, prioriteit: 1, oordelen: [{datum: 2012-11-01, door: Raad, oordeel: deels}]}\n---\n",
		"diensten/werken.md":      "---\nnaam: Werken\n---\n",
		"programmas/w-2011.md":    "---\ntitel: Werk 2011\ndienst: werken\njaar: 2011\nstatus: vastgesteld\nvastgesteld-op: 2011-02-22\ntoezeggingen:\n  - {id: w-1, titel: Een bank, behoeften: [oost/bank], gereed: 2011-10, voortgang: [{datum: 2012-10-01, status: gerealiseerd}]}\nantwoorden:\n  - {behoefte: oost/bank, antwoord: in-onderzoek, reden: Wij kijken., datum: 2011-03-01}\n---\n",
	}
}

func TestMistakesInSentencesAreFound(t *testing.T) {
	for _, c := range []struct {
		lang, letter, article string
		wrong, right          []string
	}{
		{"nl", "x", "het", []string{"deze xwijk", "De xtoezegging", "elke huidige xbehoefte", "een andere xtoezegging", "een xwijkvisie die geldt", "Er zijn 2 xwijk", "Van 1 xwijken", "Klaar. 2 is toegezegd.", "1 xwijk vroegen iets", "het xwijken"},
			[]string{"dit xwijk", "de xwijken", "een ander xwijk", "de twee xwijken", "1 xwijk vroeg iets", "Klaar. 2 zijn toegezegd.", "In 2012 is dat"}},
		{"nl", "x", "de", []string{"dit xwijk", "Het xtoezegging", "een ander xwijk", "een xwijkvisie dat geldt"}, []string{"deze xwijk", "een andere xwijk"}},
		{"en", "a", "de", []string{"a awijk", "a open awijk", "an awijken", "2 awijk", "1 awijken", "Done. 1 are promised", "Done: 3 has been met"}, []string{"an awijk", "an open awijk", "a new awijk", "3 awijken", "2 have been met"}},
		{"en", "x", "de", []string{"an xwijk"}, []string{"a xwijk"}},
	} {
		reports := func(text string) bool {
			return slices.ContainsFunc(mistakesWith(c.lang, c.letter, c.article), func(m mistake) bool { return m.pattern.MatchString(text) })
		}
		for _, text := range c.wrong {
			if !reports(text) {
				t.Errorf("%s %s: nothing is wrong with %q", c.lang, c.article, text)
			}
		}
		for _, text := range c.right {
			if reports(text) {
				t.Errorf("%s %s: something is wrong with %q", c.lang, c.article, text)
			}
		}
	}
}
