package noun_test

import (
	"testing"

	"wijkvisie/internal/noun"
)

func TestWordsThatDependOnANounAgreeWithIt(t *testing.T) {
	resultaat := noun.Own{Key: "toezegging", Singular: "resultaat", Plural: "resultaten", Article: noun.Het}
	agenda := noun.Own{Key: "wijkvisie", Singular: "wijkagenda", Plural: "wijkagenda's", Article: noun.De}
	action := noun.Own{Key: "toezegging", Singular: "action", Plural: "actions", Article: noun.De}
	unit := noun.Own{Key: "wijk", Singular: "urban unit", Plural: "urban units", Article: noun.De}
	half := noun.Own{Key: "behoefte", Singular: "wens", Article: noun.De}
	for _, c := range []struct{ lang, text, want string }{
		{"nl", "{deze/dit toezegging}", "dit resultaat"},
		{"nl", "{deze/dit wijkvisie}", "deze wijkagenda"},
		{"nl", "{deze/dit toezeggingen}", "deze resultaten"},
		{"nl", "{De/Het toezegging} en {de/het programma}", "Het resultaat en het programma"},
		{"nl", "{De/Het Toezegging}", "Het Resultaat"},
		{"nl", "{elke/elk wijk}, {elke/elk oordeel}", "elke wijk, elk oordeel"},
		{"nl", "{een andere/ander toezegging}, {een open toezegging}", "een ander resultaat, een open resultaat"},
		{"nl", "{geen huidige/huidig wijkvisie}", "geen huidige wijkagenda"},
		{"nl", "een {wijkvisie die/dat} en een {toezegging die/dat}", "een wijkagenda die en een resultaat dat"},
		{"nl", "{Toezeggingen}: {n} {toezegging}, {behoefte}", "Resultaten: {n} resultaat, behoefte"},
		{"nl", "{voortgangen}", "voortgang"},
		{"nl", "{n} { } {} {a b} {a/b} {", "{n} { } {} {a b} {a/b} {"},
		{"nl", "} {wijk", "} {wijk"},
		{"en", "{a/an toezegging}, {a/an antwoord}, {a/an behoefte}", "an action, an answer, a need"},
		{"en", "{A/An toezegging}, {A/An wijk}, {a/an open toezegging}", "An action, An urban unit, an open action"},
		{"en", "{thema's}, {Programma}", "themes, Programme"},
	} {
		own := []noun.Own{resultaat, agenda, half}
		if c.lang == "en" {
			own = []noun.Own{action, unit}
		}
		if got := noun.Of(c.lang, own).Fill(c.text); got != c.want {
			t.Errorf("%s: %q is %q, want %q", c.lang, c.text, got, c.want)
		}
	}
}

func TestAWordHasTheEnglishArticleOfItsFirstSound(t *testing.T) {
	for word, want := range map[string]string{
		"issue": "an issue", "ask": "an ask", "outcome": "an outcome", "urban plan": "an urban plan", "hourly bus": "an hourly bus", "étage": "an étage",
		"unit": "a unit", "use": "a use", "one-off": "a one-off", "European plan": "a European plan", "need": "a need", "house": "a house", "yard": "a yard",
		"uninvited guest": "an uninvited guest",
	} {
		if got := noun.Of("en", []noun.Own{{Key: "wijk", Singular: word, Plural: word}}).Fill("{a/an wijk}"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
