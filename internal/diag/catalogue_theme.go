package diag

// Problems of a theme. The comments name the arguments.
const (
	TemplateWrong  Message = "template-error" // what the template package said
	WordsLineWrong Message = "template-error/words-line-wrong"
)

var themeTexts = map[Message]translation{
	TemplateWrong: {
		`dit sjabloon van het thema klopt niet: %s`,
		`this template of the theme is wrong: %s`,
	},
	WordsLineWrong: {
		`deze regel is geen woord van het thema; schrijf "sleutel: tekst"`,
		`this line is no word of the theme; write "key: text"`,
	},
}
