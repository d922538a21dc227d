package characters_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"wijkvisie/internal/characters"
)

func TestCharactersThatNobodyMeant(t *testing.T) {
	for text, want := range map[string]characters.Kind{
		"be\u200bwoners":           characters.ZeroWidthSpace,
		"be\u2060woners":           characters.ZeroWidthSpace,
		"be\u00adwoners":           characters.SoftHyphen,
		"\u202a030 123\u202c":      characters.Direction,
		"a\u2066b":                 characters.Direction,
		"\u200eBel ons":            characters.Direction,
		"me\u200cvrouw":            characters.Joiner,
		"me\u200dvrouw":            characters.Joiner,
		"tekst\ufefftekst":         characters.ByteOrder,
		"a\u2063b":                 characters.Invisible,
		"a\ufe0fb":                 characters.Invisible,
		"vrij\U000e0041":           characters.Invisible,
		"\ufb01etspad":             characters.Ligature,
		"o\ufb03cieel":             characters.Ligature,
		"a\x0bb":                   characters.Control,
		"a\u0085b":                 characters.Control,
		"\uf0b7 punt":              characters.PrivateUse,
		"regel\u2028regel":         characters.Separator,
		"caf\ufffd":                characters.Lost,
		"سلام\u202eabc":            characters.Direction, // an override turns any letters
		"1\ufe0f\u20e3 en a\u200d": characters.Joiner,    // the selector is meant, the joiner is not
	} {
		got := characters.Ordinary
		for i := 0; i < len(text) && got == characters.Ordinary; {
			kind, size := characters.At(text, i)
			got = kind
			i += size
		}
		if got != want {
			t.Errorf("%+q has kind %d, want %d", text, got, want)
		}
		if characters.Plain(text) {
			t.Errorf("%+q is called plain", text)
		}
	}
}

func TestCharactersThatALanguageNeeds(t *testing.T) {
	for _, text := range []string{
		"Café, één, 185 000 € – “ja” … ½ × ĳs",
		"👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 🏳\ufe0f\u200d🌈 👩🏽\u200d🚀 👩\u200d⚕\ufe0f 1\ufe0f\u20e3",
		"🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
		"می\u200cخواهم",
		"क्\u200dष",
		"سلام\u200f (Oost)",
		"שלום\u200e.",
		"ⵜ\u200dⵔ",
	} {
		if got := characters.Cleaned(text); got != text {
			t.Errorf("%+q became %+q", text, got)
		}
	}
}

func TestCleaned(t *testing.T) {
	for text, want := range map[string]string{
		"be\u00adwo\u00adners":        "bewoners",
		"\u202a030\u00a0123\u202c":    "030\u00a0123",
		"\ufb01ets \ufb02at a\ufb00e": "fiets flat affe",
		"\ufb03e\ufb04e":              "ffieffle",
		"a\x0bb\uf0b7":                "a\x0bb\uf0b7",
	} {
		if got := characters.Cleaned(text); got != want {
			t.Errorf("%+q became %+q, want %+q", text, got, want)
		}
	}
}

func TestRepaired(t *testing.T) {
	for word, want := range map[string]string{
		"cafÃ©":                "café",
		"geÃ«valueerd":         "geëvalueerd",
		"wijkâ€™s":             "wijk’s",
		"â€œSpeelplekâ€\u009d": "“Speelplek”",
		"â€œSpeelplekâ€":       "“Speelplek”",
		"2011â€“2014":          "2011–2014",
		"â‚¬":                  "€",
		"20Â\u00a0km":          "20\u00a0km",
		"Â°C":                  "°C",
		"Ã\u00adjs":            "íjs",
		"Ã‰Ã©n":                "Één",
		"CAFÃ‰":                "CAFÉ",
		"ðŸš²":                 "🚲",
		"ÅžimÅŸek":             "Şimşek",
		"cafÃƒÂ©":              "café",
		"ï»¿Tekst":             "Tekst",
		"ÐŸÑ€Ð¸Ð²ÐµÑ‚":         "Привет",
		"Ø§Ù„Ø³Ù„Ø§Ù…":         "السلام",
	} {
		if got, ok := characters.Repaired(word, false); !ok || got != want {
			t.Errorf("%q became %q, want %q", word, got, want)
		}
	}
	for word, want := range map[string]string{"10Â": "10", "Â": "", "voilÃ": "voilà"} {
		if got, ok := characters.Repaired(word, true); !ok || got != want {
			t.Errorf("%q before a space became %q, want %q", word, got, want)
		}
	}
}

func TestWordsThatAreAsTheyWereMeant(t *testing.T) {
	for _, word := range []string{
		"SÃO", "PAULO", "MAÇÃ", "“MAÇÃ”", "AMANHÃ…", "JOÃO’S", "IRMÃ’S", "MANHÃ–TARDE", "Âge", "Â", "café", "«CAFÉ»", "“PRIVÉ”", "Ångström", "«Å»", "PÅ»", "Ä…",
		"België’s", "één…", "voilà»…", "naïef", "Ö…", "Øst", "ÎLE-DE-FRANCE", "Ð", "Ñandú", "ß…", "über", "Ã", "ÃÃ", "crème", "Curaçao", "â", "âgé",
	} {
		for _, beforeSpace := range []bool{false, true} {
			if beforeSpace && word == "Â" {
				continue // no word of any language
			}
			if got, ok := characters.Repaired(word, beforeSpace); ok {
				t.Errorf("%q became %q", word, got)
			}
		}
	}
}

// FuzzRepaired writes texts as UTF-8 that is read as Windows-1252, and checks that what is
// repaired is text.
func FuzzRepaired(f *testing.F) {
	for _, s := range []string{"cafÃ©", "â€", "Â", "ð", "ï»¿", "Ã\u0080"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, word string) {
		word = strings.ToValidUTF8(word, "")
		for _, beforeSpace := range []bool{false, true} {
			got, ok := characters.Repaired(word, beforeSpace)
			if ok != (got != word) || !utf8.ValidString(got) || ok && !beforeSpace && characters.Plain(word) {
				t.Errorf("%q became %q, %v", word, got, ok)
			}
		}
		if clean := characters.Cleaned(word); characters.Plain(word) && clean != word {
			t.Errorf("%q is plain and became %q", word, clean)
		}
	})
}
