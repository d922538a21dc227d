package diag

// Words inside messages. The comments name the arguments.
const (
	WordCellEmpty Message = "word/cell-empty"
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

var words = []message{
	{name: WordCellEmpty, text: translation{"hier moet iets staan", "something has to be filled in here"}},
	{name: WordText, text: translation{"een tekst", "a text"}},
	{name: WordNumber, text: translation{"een getal", "a number"}},
	{name: WordList, text: translation{"een lijst", "a list"}},
	{name: WordMapping, text: translation{"een groep van sleutels", "a group of keys"}},
	{name: WordDate, text: translation{"een datum", "a date"}},
	{name: WordNothing, text: translation{"niets", "nothing"}},
	{name: WordTrueFalse, text: translation{"ja of nee", "yes or no"}},
	{name: WordYear, text: translation{"een jaartal", "a year"}},
	{name: WordPeriod, text: translation{"een periode", "a period"}},
}
