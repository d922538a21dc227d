package render_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"wijkvisie/internal/noun"
	"wijkvisie/themes"
)

// readWords returns the texts of a language as they are written, by key.
func readWords(t *testing.T, lang string) map[string]string {
	t.Helper()
	data, err := fs.ReadFile(themes.Default(), "words/"+lang+".txt")
	if err != nil {
		t.Fatal(err)
	}
	texts := make(map[string]string)
	for line := range strings.Lines(string(data)) {
		key, text, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || strings.HasPrefix(key, "#") {
			continue
		}
		if _, twice := texts[key]; twice {
			t.Errorf("%s.txt has %s twice", lang, key)
		}
		texts[key] = text
	}
	return texts
}

var placeholder = regexp.MustCompile(`\{[a-z-]+\}`)

func TestLanguagesHaveTheSameWords(t *testing.T) {
	nl, en := readWords(t, "nl"), readWords(t, "en")
	for key := range en {
		if nl[key] == "" {
			t.Errorf("nl.txt does not have %s", key)
		}
	}
	nouns := regexp.MustCompile(`^\{(wijk|buurt|behoefte|thema|oorde|dienst|programma|toezegging|antwoord|voortgang)`)
	for key := range nl {
		if en[key] == "" {
			t.Errorf("en.txt does not have %s", key)
			continue
		}
		if got, want := filled(en[key], nouns), filled(nl[key], nouns); !slices.Equal(got, want) {
			t.Errorf("%s has %v in English and %v in Dutch", key, got, want)
		}
	}
}

// filled returns what the program fills in in a text, nouns left out: a language
// may need another one, or none. A number may be left out of a singular.
func filled(text string, nouns *regexp.Regexp) []string {
	var names []string
	for _, name := range placeholder.FindAllString(text, -1) {
		if !nouns.MatchString(name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// TestWordsThatAMunicipalityMayReplaceAreReplacedEverywhere looks for the site's
// own nouns outside braces.
func TestWordsThatAMunicipalityMayReplaceAreReplacedEverywhere(t *testing.T) {
	braces := regexp.MustCompile(`\{[^}]*\}`)
	noun := regexp.MustCompile(`(?i)\b(wijk(en|visies?|regisseurs?|bureaus?|netwerk(en)?)?|buurt(en)?|behoeften?|thema('s)?|oorde(el|len)|dienst(en)?|programma('s)?|toezegging(en)?|antwoord(en)?|voortgang)\b`)
	for key, text := range readWords(t, "nl") {
		if found := noun.FindString(braces.ReplaceAllString(text, "")); found != "" {
			t.Errorf("%s has %q outside braces: %s", key, found, text)
		}
	}
}

func TestTermsOfTheSiteAreUsed(t *testing.T) {
	terms := "begrippen:\n"
	for _, noun := range []string{"wijk", "buurt", "wijkvisie", "behoefte", "thema", "oordeel", "dienst", "programma", "toezegging", "antwoord", "voortgang", "wijkregisseur", "wijkbureau", "wijknetwerk"} {
		terms += "  " + noun + ": {enkelvoud: één-" + noun[:2] + ", meervoud: élke-" + noun[:2] + ", lidwoord: de}\n"
	}
	content := readFiles(t, "city")
	s := published(t, content.with(files{"site.yaml": content["site.yaml"] + terms}), options{})
	for url, shown := range map[string]string{
		"/":                       "Kies uw één-wi",
		"/wijken/":                "<h1 class=\"utrecht-heading-1\">Élke-wi</h1>",
		"/wijken/oost/":           "<dt>Één-wi</dt>",
		"/diensten/":              "Élke-di van de gemeente",
		"/programmas/":            "Alle élke-pr",
		"/programmas/sw-2011/":    "Élke-to per één-wi",
		"/themas/":                "Alle élke-th",
		"/voortgang/":             "<h1 class=\"utrecht-heading-1\">Één-vo</h1>",
		"/wijken/oost/2011-2014/": "Één-wi 2011–2014, vastgesteld op",
	} {
		if !strings.Contains(s.page(t, url), shown) {
			t.Errorf("%s does not say %q", url, shown)
		}
	}
}

func TestEnglishSiteIsInEnglish(t *testing.T) {
	s := sites(t)["english"]
	for url, shown := range map[string]string{
		"/":                                 "Choose your neighbourhood",
		"/wijken/oost/":                     "Neighbourhood vision 2011–2014, adopted on 19 May 2011",
		"/wijken/oost/behoeften/oversteek/": "What the municipality says",
		"/gegevens/":                        "<th scope=\"col\">Column</th>",
		"/programmas/sw-2011/":              "€\u00a0185,000",
		"/wijken/oost/behoeften/zwemles/":   "Not included",
		"/wijken/oost/behoeften/haring/":    "Not in the current neighbourhood vision of",
	} {
		if !strings.Contains(s.page(t, url), shown) {
			t.Errorf("%s does not say %q", url, shown)
		}
	}
	dutch := regexp.MustCompile(`\b(de|het|een|van|niet|nog|geen|gemeente|toegezegd)\b`)
	for _, url := range []string{"/themas/", "/404.html", "/diensten/", "/voortgang/"} {
		text := readTree(t, url, s.page(t, url)).all("main")[0].words()
		text = strings.NewReplacer("Wat de wijken vragen en wat de gemeente toezegt.", "", "Veilig door de wijk.", "", "Onderhoudt straten en groen.", "", "Regelt de zorg.", "", "De gemeente gaat over markten.", "").Replace(text)
		if found := dutch.FindString(text); found != "" {
			t.Errorf("%s has the Dutch word %q: %s", url, found, text)
		}
	}
}

// TestEveryWordExistsAndIsUsed reads the keys in the templates and in the code.
func TestEveryWordExistsAndIsUsed(t *testing.T) {
	texts := readWords(t, "nl")
	var sources []string
	var code []string
	for _, pattern := range []string{"*.go", "view/*.go", "../theme/*.go", "../report/*.go", "../worksheet/*.go", "../preview/*.go"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		code = append(code, names...)
	}
	for _, name := range code {
		if !strings.HasSuffix(name, "_test.go") {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			sources = append(sources, string(data))
		}
	}
	templates, err := fs.Glob(themes.Default(), "templates/*.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range templates {
		data, err := fs.ReadFile(themes.Default(), name)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, string(data))
	}
	asked := regexp.MustCompile(`(?:Text|Count|index)(?:\(| )"([a-z0-9.-]+)"`)
	literal := regexp.MustCompile(`"([a-z0-9-]+(?:\.[a-z0-9-]+)*\.?)"`)
	literals := make(map[string]bool)
	for _, s := range sources {
		for _, m := range asked.FindAllStringSubmatch(s, -1) {
			if key := m[1]; !strings.HasSuffix(key, ".") && texts[key] == "" && texts[key+".one"] == "" {
				t.Errorf("%s is asked for but is not there", key)
			}
		}
		for _, m := range literal.FindAllStringSubmatch(s, -1) {
			literals[m[1]] = true
		}
	}
	for key := range texts {
		if !isUsed(key, literals) {
			t.Errorf("%s is not used", key)
		}
	}
}

// isUsed reports whether a literal in the code is the key, the key of its singular
// and plural, or the beginning of a key that is put together.
func isUsed(key string, literals map[string]bool) bool {
	if literals[key] || literals[strings.TrimSuffix(strings.TrimSuffix(key, ".one"), ".other")] {
		return true
	}
	for i := range key {
		if key[i] == '.' && literals[key[:i+1]] {
			return true
		}
	}
	return false
}

func TestSingularAndPluralComeTogether(t *testing.T) {
	for _, lang := range []string{"nl", "en"} {
		texts := readWords(t, lang)
		for key := range texts {
			if stem, ok := strings.CutSuffix(key, ".one"); ok && texts[stem+".other"] == "" {
				t.Errorf("%s.txt has no %s.other", lang, stem)
			}
			if stem, ok := strings.CutSuffix(key, ".other"); ok && texts[stem+".one"] == "" {
				t.Errorf("%s.txt has no %s.one", lang, stem)
			}
		}
	}
}

// TestWhatDependsOnANounStandsWithIt looks for words that would not agree with a municipality's
// own noun. They stand in the braces of the noun, in both their forms (package noun).
func TestWhatDependsOnANounStandsWithIt(t *testing.T) {
	one := `\{(?:` + strings.Join(noun.Keys(), "|") + `)\}`
	for lang, pattern := range map[string]string{
		"nl": `(?i)\b(?:de|het|deze|dit|die|dat|elke|elk|welke|welk|iedere|ieder|andere?|huidige?|nieuwe?|oude?|enkele?|hele?) ` + one + `|` + one + ` (?:die|dat) |\b(?:zij|haar|hij|hem)\b`,
		"en": `(?i)\ban? ` + one,
	} {
		wrong := regexp.MustCompile(pattern)
		for key, text := range readWords(t, lang) {
			if key == "search.small" || key == "search.same" {
				continue // words one by one
			}
			if found := wrong.FindString(text); found != "" {
				t.Errorf("%s.txt: %s has %q; write {deze/dit wijk}, {wijk die/dat}, {a/an wijk}, and no pronoun: %s", lang, key, found, text)
			}
		}
	}
}
