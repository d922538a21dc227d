package diag

// Words inside messages. The comments name the arguments.
const (
	WordCellEmpty        Message = "word/cell-empty"
	WordCellError        Message = "word/cell-error" // as the spreadsheet shows it
	WordCellUncalculated Message = "word/cell-uncalculated"
	WordNewCommitment    Message = "word/new-commitment" // id
	WordNoFile           Message = "word/no-file"        // kind, id
	WordDueIsStep        Message = "word/due-is-step"
	PlaceRow             Message = "word/place-row"        // row
	PlaceCell            Message = "word/place-cell"       // row, column
	PlaceSheetRow        Message = "word/place-sheet-row"  // sheet, row
	PlaceSheetCell       Message = "word/place-sheet-cell" // sheet, letters of the column, row, name in parentheses or nothing

	WordText      Message = "word/word-text"
	WordNumber    Message = "word/word-number"
	WordList      Message = "word/word-list"
	WordMapping   Message = "word/word-mapping"
	WordDate      Message = "word/word-date"
	WordNothing   Message = "word/word-nothing"
	WordTrueFalse Message = "word/word-true-false"
	WordYear      Message = "word/word-year"
	WordPeriod    Message = "word/word-period"

	WordZeroWidthSpace Message = "word/zero-width-space"
	WordSoftHyphen     Message = "word/soft-hyphen"
	WordDirection      Message = "word/direction"
	WordJoiner         Message = "word/joiner"
	WordByteOrder      Message = "word/byte-order"
	WordInvisible      Message = "word/invisible"
	WordControl        Message = "word/control"
	WordPrivateUse     Message = "word/private-use"
	WordSeparator      Message = "word/separator"
)

var words = []message{
	{name: WordCellEmpty, text: translation{"hier moet iets staan", "something has to be filled in here"}},
	{name: WordCellError, text: translation{`de formule heeft een fout (%s) in plaats van een waarde`, `the formula has an error (%s) in place of a value`}},
	{name: WordCellUncalculated, text: translation{"de formule is nog niet uitgerekend: open het bestand in Excel of LibreOffice en bewaar het", "the formula was not calculated yet: open the file in Excel or LibreOffice and save it"}},
	{name: WordNewCommitment, text: translation{`toezegging "%s" is nog nieuw in ditzelfde bestand`, `commitment "%s" is still new in this same file`}},
	{name: WordNoFile, text: translation{`er is geen %s "%s"`, `there is no %s "%s"`}},
	{name: WordDueIsStep, text: translation{"een andere datum voor een toezegging is een stap in voortgang, met een reden", "another date of a commitment is a step of voortgang, with a reason"}},
	{name: PlaceRow, text: translation{"rij %d", "row %d"}},
	{name: PlaceCell, text: translation{"rij %d, kolom %s", "row %d, column %s"}},
	{name: PlaceSheetRow, text: translation{"blad %s, rij %d", "sheet %s, row %d"}},
	{name: PlaceSheetCell, text: translation{"blad %s, cel %s%d%s", "sheet %s, cell %s%d%s"}},
	{name: WordText, text: translation{"een tekst", "a text"}},
	{name: WordNumber, text: translation{"een getal", "a number"}},
	{name: WordList, text: translation{"een lijst", "a list"}},
	{name: WordMapping, text: translation{"een groep van sleutels", "a group of keys"}},
	{name: WordDate, text: translation{"een datum", "a date"}},
	{name: WordNothing, text: translation{"niets", "nothing"}},
	{name: WordTrueFalse, text: translation{"ja of nee", "yes or no"}},
	{name: WordYear, text: translation{"een jaartal", "a year"}},
	{name: WordPeriod, text: translation{"een periode", "a period"}},
	{name: WordZeroWidthSpace, text: translation{"een spatie zonder breedte", "a space without width"}},
	{name: WordSoftHyphen, text: translation{"een zacht afbreekstreepje", "a soft hyphen"}},
	{name: WordDirection, text: translation{"een teken dat de leesrichting verandert", "a mark that changes the direction of text"}},
	{name: WordJoiner, text: translation{"een teken dat letters verbindt of scheidt", "a mark that joins or separates letters"}},
	{name: WordByteOrder, text: translation{"een byte-order-mark", "a byte-order mark"}},
	{name: WordInvisible, text: translation{"een onzichtbaar teken", "an invisible character"}},
	{name: WordControl, text: translation{"een stuurteken", "a control character"}},
	{name: WordPrivateUse, text: translation{"een teken uit één bepaald lettertype", "a character of one particular font"}},
	{name: WordSeparator, text: translation{"een regelscheiding uit een opmaakprogramma", "a separator of lines of a layout program"}},
}
