package diag

// Problems of a theme. The comments name the arguments.
const (
	TemplateWrong  Message = "template-error" // what the template package said
	WordsLineWrong Message = "template-error/words-line-wrong"
	ContrastLow    Message = "low-contrast"                    // colour, ground, contrast
	NoTokens       Message = "invalid-value/no-tokens"         // of the house style
	StyleMissing   Message = "broken-link/house-style-missing" // path
	StyleOutside   Message = "outside-content/house-style"     // path

	ContrastMended Message = "hint/contrast-mended" // colour, contrast
)

func themeTexts() map[Message]translation {
	return map[Message]translation{
		TemplateWrong: {
			`dit sjabloon van het thema klopt niet: %s`,
			`this template of the theme is wrong: %s`,
		},
		WordsLineWrong: {
			`deze regel is geen woord van het thema; schrijf "sleutel: tekst"`,
			`this line is no word of the theme; write "key: text"`,
		},
		ContrastLow: {
			`%s op %s is niet goed te lezen: het contrast is %s op 1`,
			`%s on %s cannot be read well: the contrast is %s to 1`,
		},
		ContrastMended: {
			`de site gebruikt hier %s (%s op 1); kies zelf een kleur met meer contrast`,
			`the site uses %s here (%s to 1); choose a colour with more contrast`,
		},
		NoTokens: {
			`in dit bestand staan geen kleuren of letters van het NL Design System die de site kent`,
			`this file holds no colours or fonts of the NL Design System that the site knows`,
		},
		StyleMissing: {
			`het bestand "%s" met de huisstijl is er niet`,
			`the file "%s" with the house style is not there`,
		},
		StyleOutside: {
			`de huisstijl "%s" staat niet in de map met inhoud`,
			`the house style "%s" is not in the content folder`,
		},
	}
}
