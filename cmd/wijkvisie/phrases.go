package main

import (
	"context"
	"errors"
	"fmt"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/publish"
)

// phrase is something the command says, in Dutch and in English.
type phrase [2]string

// say returns a phrase in a language.
func say(lang diag.Lang, p phrase, args ...any) string {
	return fmt.Sprintf(p[lang], args...)
}

// count returns a number with its noun.
func count(lang diag.Lang, n int, one, more phrase) string {
	if n == 1 {
		return "1 " + one[lang]
	}
	return fmt.Sprintf("%d %s", n, more[lang])
}

var (
	sayUnknownCommand     = phrase{"de opdracht %q bestaat niet; “wijkvisie help” noemt ze alle", "there is no command %q; \"wijkvisie help\" lists them all"}
	sayUnknownCommandNear = phrase{"de opdracht %q bestaat niet; bedoelde u %q?", "there is no command %q; did you mean %q?"}
	sayUnknownFlag        = phrase{"%s is geen keuze van %s; “%[2]s -h” noemt ze alle", "%[2]s has no flag %[1]s; \"%[2]s -h\" lists them all"}
	sayUnknownFlagNear    = phrase{"%s is geen keuze van %s; bedoelde u --%s?", "%[2]s has no flag %[1]s; did you mean --%[3]s?"}
	sayBadFlags           = phrase{"de keuzes achter de opdracht kloppen niet: %s", "the flags are wrong: %s"}
	sayNoValue            = phrase{"achter %s hoort een waarde", "%s needs a value"}
	sayBadValue           = phrase{"%s %s klopt niet", "%s %s is not right"}
	sayExtraArgument      = phrase{"%q hoort niet achter wijkvisie %s", "%q does not belong after wijkvisie %s"}
	sayBadDate            = phrase{"--%s %s is geen datum; schrijf jaar-maand-dag, zoals 2011-05-19", "--%s %s is not a date; write year-month-day, as in 2011-05-19"}
	sayBadEpoch           = phrase{"SOURCE_DATE_EPOCH is %q; het moet een aantal seconden sinds 1970 zijn", "SOURCE_DATE_EPOCH is %q; it must be a number of seconds since 1970"}
	sayBadFormat          = phrase{"--format %s bestaat niet; kies uit: %s", "there is no --format %s; choose one of: %s"}
	sayBadLang            = phrase{"--lang %s bestaat niet; kies nl of en", "there is no --lang %s; choose nl or en"}
	sayBadBaseURL         = phrase{"--base-url %s is geen volledig webadres; schrijf bijvoorbeeld https://wijkvisies.example.nl", "--base-url %s is not a complete web address; write, for instance, https://wijkvisies.example.nl"}
	sayNoContent          = phrase{"er is geen map %q met inhoud; geef de map aan met --content MAP", "there is no content folder %q; name the folder with --content DIR"}
	sayNoTheme            = phrase{"er is geen thema %q: geen map themes/%[1]s en geen map %[1]s", "there is no theme %q: no folder themes/%[1]s and no folder %[1]s"}
	sayNothingPublished   = phrase{"Er is niets gepubliceerd.", "Nothing was published."}
	sayPublished          = phrase{"%s en %s geschreven naar %s in %s; stand van zaken per %s.", "Wrote %s and %s to %s in %s; as of %s."}
	sayChanged            = phrase{"%d veranderd, %d verwijderd, de rest bleef zoals het was.", "%d changed, %d removed; the rest stayed as it was."}
	sayBundle             = phrase{"De hele site staat ook in %s.", "The whole site is also in %s."}
	sayWaiting            = phrase{"Een andere build schrijft naar %s; deze wacht daarop.", "Another build is writing to %s; this one is waiting for it."}
	sayStopped            = phrase{"gestopt; er is niets gepubliceerd", "stopped; nothing was published"}
	sayEnded              = phrase{"gestopt", "stopped"}
	sayHidden             = phrase{"Niet gepubliceerd:", "Not published:"}
	sayConcept            = phrase{"concept", "draft"}
	sayBeginsWithDot      = phrase{"de naam begint met een punt", "its name begins with a dot"}
	sayEmbargo            = phrase{"embargo tot %s", "embargo until %s"}
	sayStrict             = phrase{"Met --strict telt een waarschuwing als fout.", "With --strict, warnings count as errors."}
	sayAllWell            = phrase{"Niets gevonden om te verbeteren.", "Nothing to fix."}
	nounPage              = phrase{"pagina", "page"}
	nounPages             = phrase{"pagina's", "pages"}
	nounFile              = phrase{"ander bestand", "other file"}
	nounFiles             = phrase{"andere bestanden", "other files"}
)

// errorText says an error of the machine or of use in the reader's language, as
// far as it is known.
func errorText(err error, lang diag.Lang) string {
	var refused *publish.Refused
	switch {
	case errors.As(err, &refused):
		return refusedText(refused, lang)
	case errors.Is(err, context.Canceled):
		return say(lang, sayStopped)
	default:
		return err.Error()
	}
}
