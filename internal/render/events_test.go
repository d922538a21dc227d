package render_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestChangesTellEveryKindOfEvent looks for what happened on the page of changes.
func TestChangesTellEveryKindOfEvent(t *testing.T) {
	tree := readTree(t, "/wijzigingen/", example(t).page(t, "/wijzigingen/"))
	space := regexp.MustCompile(`\s+`)
	var rows []string
	for _, n := range tree.all("li") {
		if n.inside("section") && !n.inside("nav") {
			rows = append(rows, strings.TrimSpace(space.ReplaceAllString(n.words(), " ")))
		}
	}
	for name, row := range map[string]string{
		"a vision is opened":       "1 februari 2012 Wijkvisie Noord Noord De inspraak op de wijkvisie is begonnen.",
		"a vision is adopted":      "19 mei 2008 Wijkvisie Oost Oost De wijkvisie is vastgesteld (gemeenteraad).",
		"a vision is withdrawn":    "1 januari 2010 Wijkvisie Oost Oost De wijkvisie is ingetrokken. Vervangen door een nieuwe visie.",
		"a need is added":          "1 februari 2012 Liften voor ouderen Oost Toegevoegd aan de wijkvisie.",
		"a need is dropped":        "15 januari 2013 Een kiosk Oost De wijk vraagt dit niet meer. Er kwam een winkel.",
		"a programme is adopted":   "10 januari 2012 Bod van Woonstad Oost Woonstad: Het programma is vastgesteld.",
		"a programme is withdrawn": "1 februari 2012 Programma dat niet doorging Oost Zorg: Het programma is ingetrokken. Opgegaan in het programma van 2012.",
		"a commitment is made":     "1 mei 2012 Lift plaatsen Oost Liften voor ouderen Woonstad: Dit is toegezegd. Gepland: oktober 2012.",
		"a commitment progresses":  "1 december 2012 Lift plaatsen Oost Liften voor ouderen Woonstad: De lift is klaar. Gerealiseerd",
		"a status is taken back":   "1 februari 2013 Lift plaatsen Oost Liften voor ouderen Woonstad: Eerst gemeld: gerealiseerd. De lift is stuk. In uitvoering",
		"a date is moved":          "30 september 2011 Middenberm bij de Kade Oost Veilig oversteken bij de Kade Stadswerken: Nieuwe datum: maart 2012 (was oktober 2011). De kabels lagen dieper.",
		"a need is answered":       "1 maart 2011 Een tramhalte Oost Stadswerken: De provincie gaat daarover.",
		"a need is judged":         "1 november 2012 Veilig oversteken bij de Kade Oost Wijkraad Oost: De middenberm is klaar. Deels gelukt",
		"a commitment is judged":   "2 november 2012 Middenberm bij de Kade Oost Veilig oversteken bij de Kade Ouders: De berm is mooi. Gelukt",
	} {
		if !slices.ContainsFunc(rows, func(got string) bool { return strings.HasPrefix(got, row) }) {
			t.Errorf("%s: the page does not say %q but\n%s", name, row, strings.Join(rows, "\n"))
		}
	}
}
