package diag

// What came along with a text that was copied. The comments name the arguments.
const (
	HTMLPasted       Message = "raw-html/pasted"              // program, tags
	PageFoot         Message = "visible-markup/page-foot"     // the line
	Misread          Message = "visible-markup/misread"       // word
	MisreadMore      Message = "visible-markup/misread-more"  // how many words
	HiddenFound      Message = "hidden-characters"            // what it is, its number
	HiddenInWord     Message = "hidden-characters/word"       // the word without it, what it is, its number
	HiddenLigature   Message = "hidden-characters/ligature"   // the word without it, its letters
	HiddenUnreadable Message = "hidden-characters/unreadable" // what it is, its number
	HiddenLost       Message = "hidden-characters/lost"       // word
	HiddenMore       Message = "hidden-characters/more"       // how many words
)

var characterKinds = []kind{
	{
		code: "hidden-characters", severity: Warning,
		meaning: translation{"In de tekst staat een teken dat met kopiëren is meegekomen en dat niemand ziet, of dat anders is dan het lijkt. Zoeken vindt zo'n woord niet, en een voorleesprogramma struikelt erover.",
			"The text has a character that came along with copying and that nobody sees, or that is not what it seems. A search does not find such a word, and software that reads aloud stumbles over it."},
		example: "titel: Meer \ufb01etspaden       # fi is hier één teken; typ de letters f en i",
		remedy:  translation{"Typ het woord opnieuw.", "Type the word again."},
		messages: []message{
			{name: HiddenFound, text: translation{"hier staat een teken dat niemand ziet: %s (%s)", "here is a character that nobody sees: %s (%s)"},
				hint: translation{"haal het teken weg: zet de cursor erachter en druk eenmaal op Backspace", "remove the character: put the cursor behind it and press Backspace once"}},
			{name: HiddenInWord, text: translation{`in "%s" staat een teken dat niemand ziet: %s (%s)`, `in "%s" is a character that nobody sees: %s (%s)`}},
			{name: HiddenLigature, text: translation{`in "%s" is "%s" één teken, zodat zoeken het woord niet vindt`, `in "%s", "%s" is one character, so that a search does not find the word`}},
			{name: HiddenUnreadable, text: translation{"hier staat een teken dat bezoekers niet of als een blokje zien: %s (%s)", "here is a character that visitors do not see or see as a box: %s (%s)"},
				hint: translation{"haal het weg, of typ in de plaats ervan wat er hoort te staan", "remove it, or type in its place what should be there"}},
			{name: HiddenLost, text: translation{`in "%s" is een letter verloren gegaan`, `in "%s" a letter was lost`},
				hint: translation{"typ het woord opnieuw, met de letter die er hoort", "type the word again, with the letter that belongs there"}},
			{name: HiddenMore, text: translation{"in deze tekst staan nog %d woorden met tekens die niemand ziet", "this text has %d more words with characters that nobody sees"},
				hint: translation{`plak de tekst opnieuw zonder opmaak, of laat "wijkvisie check --fix" haar verbeteren`, `paste the text again without formatting, or have "wijkvisie check --fix" mend it`}},
		},
	},
}
