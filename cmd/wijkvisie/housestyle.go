package main

import (
	"fmt"
	"io"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/theme/housestyle"
)

// reportHouseStyle says what was taken from the municipality's house style, what
// was fixed and what was left out.
func reportHouseStyle(w io.Writer, lang diag.Lang, out *pipeline.Result) {
	fmt.Fprintln(w, say(lang, sayHouseStyle, out.Site.Graph.Site.HouseStyle.Value))
	var own []string
	for _, c := range out.HouseStyle.Report {
		role := roleNames()[c.Role][lang]
		switch {
		case c.From == "":
			own = append(own, role)
		case c.Repaired:
			fmt.Fprintf(w, "  %s: %s\n", role, say(lang, sayRoleRepaired, c.Value, c.From, c.Before, c.After))
		case c.Before > 0:
			fmt.Fprintf(w, "  %s: %s\n", role, say(lang, sayRoleTaken, c.Value, c.From, c.Before))
		default:
			fmt.Fprintf(w, "  %s: %s (%s)\n", role, c.Value, c.From)
		}
	}
	if len(own) > 0 {
		fmt.Fprintf(w, "  %s\n", say(lang, sayRoleOwn, strings.Join(own, ", ")))
	}
}

var (
	sayHouseStyle   = phrase{"Huisstijl uit %s:", "House style from %s:"}
	sayRoleOwn      = phrase{"zoals in het thema, want de huisstijl heeft hiervoor geen volledig paar: %s", "as in the theme, because the house style has no complete pair for it: %s"}
	sayRoleTaken    = phrase{"%s (%s; contrast %.2f op 1)", "%s (%s; contrast %.2f to 1)"}
	sayRoleRepaired = phrase{"hersteld tot %s (%s; contrast was %.2f op 1, is %.2f)", "repaired to %s (%s; contrast was %.2f to 1, is %.2f)"}
)

func roleNames() map[housestyle.Role]phrase {
	return map[housestyle.Role]phrase{
		housestyle.Page:    {"tekst / pagina", "text / page"},
		housestyle.Letters: {"letters van de site", "font of the site"},
		housestyle.Voice:   {"letters van de wijk", "font of the wijk"},
		housestyle.Accent:  {"links", "links"},
		housestyle.Focus:   {"focusring", "focus ring"},
		housestyle.Header:  {"kop van de pagina", "page header"},
		housestyle.Footer:  {"voet van de pagina", "page footer"},
		housestyle.Skip:    {"link naar de inhoud", "skip link"},
		housestyle.Brand:   {"naam van de site", "name of the site"},
		housestyle.Pos:     {"kleur van klaar", "colour of done"},
		housestyle.Inf:     {"kleur van bezig", "colour of under way"},
		housestyle.War:     {"kleur van open of te laat", "colour of open or late"},
		housestyle.Neu:     {"kleur van niet", "colour of no"},
	}
}
