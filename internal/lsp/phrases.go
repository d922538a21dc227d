package lsp

import (
	"fmt"

	"wijkvisie/internal/diag"
)

// phrase is something the server says, in Dutch and in English.
type phrase [2]string

// in returns a phrase in a language.
func (p phrase) in(lang diag.Lang, args ...any) string {
	if len(args) == 0 {
		return p[lang]
	}
	return fmt.Sprintf(p[lang], args...)
}

var (
	sayCannotOpen = phrase{"de map %s kan niet worden geopend: %v", "the folder %s cannot be opened: %v"}
	sayCannotRead = phrase{"de map %s kan niet worden gelezen: %v", "the folder %s cannot be read: %v"}
	sayRequired   = phrase{"verplicht", "required"}
	sayChoices    = phrase{"Kies uit:", "Choose one of:"}
	sayExample    = phrase{"Bijvoorbeeld:", "For example:"}
	sayToday      = phrase{"vandaag", "today"}
	sayDue        = phrase{"gepland voor %s", "planned for %s"}
	sayFirstDue   = phrase{"eerst beloofd voor %s", "first promised for %s"}
	sayFixAll     = phrase{"Herstel in dit bestand alles wat maar op één manier kan", "Fix everything in this file that has one safe fix"}
	sayWrite      = phrase{"Schrijf: %s", "Write: %s"}
	sayMeant      = phrase{"Verander in: %s", "Change to: %s"}
)
