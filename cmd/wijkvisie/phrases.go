package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

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
	sayUnknownFlag        = phrase{"--%s is geen keuze van wijkvisie %s; “wijkvisie help” noemt ze alle", "wijkvisie %[2]s has no flag --%[1]s; \"wijkvisie help\" lists them all"}
	sayUnknownFlagNear    = phrase{"--%s is geen keuze van wijkvisie %s; bedoelde u --%s?", "wijkvisie %[2]s has no flag --%[1]s; did you mean --%[3]s?"}
	sayBadFlags           = phrase{"de keuzes achter de opdracht kloppen niet: %s", "the flags are wrong: %s"}
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

func unknownCommand(name string, lang diag.Lang) string {
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	if near, ok := diag.Nearest(name, names); ok {
		return say(lang, sayUnknownCommandNear, name, near)
	}
	return say(lang, sayUnknownCommand, name)
}

func usage(lang diag.Lang) string {
	if lang == diag.English {
		return strings.TrimPrefix(`
wijkvisie shows what each wijk asked for, what the municipality promised, and how things stand.

    wijkvisie build      content → a finished site on disk
    wijkvisie serve      preview with live reload
    wijkvisie check      everything that is wrong or doubtful in the content
    wijkvisie new        site DIR, or wijk, wijkvisie, dienst, programma, pagina ID: a file to start from
    wijkvisie explain    CODE: what a diagnostic means and how to fix it; without CODE, the list
    wijkvisie import     FILE.csv: progress from a spreadsheet to the right commitments
    wijkvisie fmt        front matter in one order and layout; FILE…: of these files
    wijkvisie report     --since DATE: what happened, what is late and what is to come, for council and college
    wijkvisie diff       REVISION or DIR: what a change means (needs, commitments, dates, statuses)
    wijkvisie schema     KIND: JSON Schema of that kind of file, for editors; without KIND, all of them
    wijkvisie headers    nginx, apache, caddy or netlify: the security headers for that server
    wijkvisie version    which version this is

    --content DIR      build, check, serve, new, import, fmt, report, diff: content folder (content)
    --out DIR          build: output folder (public)
    --theme NAME       build, serve, check: a folder under themes/, or any folder (default)
    --base-url URL     build, serve: the address of the site, instead of basis-url
    --date YYYY-MM-DD  build, serve, check, report, diff: reference date (today in the Netherlands)
    --since YYYY-MM-DD report: what changed since the state of that day
    --wijk ID          report: of one wijk
    --dienst ID        report: of one department
    --drafts           build, check: concepts and embargoed files too
    --strict           build, check: warnings count as errors
    --fix              check: fix what has one safe fix, and show each
    --bundle FILE.zip  build: also one archive of the whole site
    --check            fmt: only say which files would change
    --dry-run          import: show the change, make none
    --format FORMAT    build, check: text, json, github or sarif (text); diff: text, markdown or json;
                       report: text, markdown or html
    --lang nl|en       language of messages
    --addr HOST:PORT   serve: where to listen (127.0.0.1:4011); port 0 takes a free one
    --share            serve: also for others, with a key in the link
    --host NAME        serve: a further host name to answer to
    --editor NAME      serve: links open this editor at the line: vscode, vscodium or cursor
    --poll DURATION    serve: look for changes this often, for network drives
    --open             serve: open the browser
    -v, -q             say more (which files changed), say less
`, "\n")
	}
	return strings.TrimPrefix(`
wijkvisie laat zien wat elke wijk vroeg, wat de gemeente toezegde en hoe het ervoor staat.

    wijkvisie build      inhoud → een complete site op schijf
    wijkvisie serve      voorbeeld: wat u bewaart, staat meteen op het scherm
    wijkvisie check      alles wat fout of twijfelachtig is in de inhoud
    wijkvisie new        site MAP, of wijk, wijkvisie, dienst, programma, pagina ID: een bestand om mee te beginnen
    wijkvisie explain    CODE: wat een melding betekent en wat u doet; zonder CODE de lijst
    wijkvisie import     BESTAND.csv: voortgang uit een rekenblad naar de juiste toezeggingen
    wijkvisie fmt        front matter in één volgorde en opmaak; BESTAND…: van die bestanden
    wijkvisie report     --since DATUM: wat er gebeurde, wat te laat is en wat eraan komt, voor raad en college
    wijkvisie diff       REVISIE of MAP: wat een wijziging betekent (behoeften, toezeggingen, data, statussen)
    wijkvisie schema     SOORT: JSON Schema van die soort bestand, voor editors; zonder SOORT alle
    wijkvisie headers    nginx, apache, caddy of netlify: de beveiligingsheaders voor die server
    wijkvisie version    welke versie dit is

    --content MAP      build, check, serve, new, import, fmt, report, diff: map met inhoud (content)
    --out MAP          build: map voor de site (public)
    --theme NAAM       build, serve, check: een map onder themes/, of een andere map (default)
    --base-url URL     build, serve: het adres van de site, in plaats van basis-url
    --date JJJJ-MM-DD  build, serve, check, report, diff: peildatum (vandaag in Nederland)
    --since JJJJ-MM-DD report: wat er veranderde sinds de stand van die dag
    --wijk ID          report: van één wijk
    --dienst ID        report: van één dienst
    --drafts           build, check: ook concepten en wat onder embargo staat
    --strict           build, check: waarschuwingen tellen als fouten
    --fix              check: herstel wat maar op één manier kan, en laat het zien
    --bundle NAAM.zip  build: ook één archief van de hele site
    --check            fmt: zeg alleen welke bestanden zouden veranderen
    --dry-run          import: laat de verandering zien en maak die niet
    --format VORM      build, check: text, json, github of sarif (text); diff: text, markdown of json;
                       report: text, markdown of html
    --lang nl|en       taal van de meldingen
    --addr HOST:POORT  serve: waar te luisteren (127.0.0.1:4011); poort 0 neemt een vrije
    --share            serve: ook voor anderen, met een sleutel in de link
    --host NAAM        serve: nog een naam om op te antwoorden
    --editor NAAM      serve: links openen deze editor op de regel: vscode, vscodium of cursor
    --poll DUUR        serve: zo vaak naar veranderingen kijken, voor netwerkschijven
    --open             serve: open de browser
    -v, -q             meer zeggen (welke bestanden veranderden), minder zeggen
`, "\n")
}

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
