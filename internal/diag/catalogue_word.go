package diag

// Words used inside messages. The comments name the arguments.
const (
	WordText      Message = "word/word-text"
	WordNumber    Message = "word/word-number"
	WordList      Message = "word/word-list"
	WordMapping   Message = "word/word-mapping"
	WordDate      Message = "word/word-date"
	WordNothing   Message = "word/word-nothing"
	WordTrueFalse Message = "word/word-true-false"
	WordYear      Message = "word/word-year"
	WordPeriod    Message = "word/word-period"
)

func wordTexts() map[Message]translation {
	return map[Message]translation{
		WordText: {
			`een tekst`,
			`a text`,
		},
		WordNumber: {
			`een getal`,
			`a number`,
		},
		WordList: {
			`een lijst`,
			`a list`,
		},
		WordMapping: {
			`een groep van sleutels`,
			`a group of keys`,
		},
		WordDate: {
			`een datum`,
			`a date`,
		},
		WordNothing: {
			`niets`,
			`nothing`,
		},
		WordTrueFalse: {
			`ja of nee`,
			`yes or no`,
		},
		WordYear:   {`een jaartal`, `a year`},
		WordPeriod: {`een periode`, `a period`},
	}
}
