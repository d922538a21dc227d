package diag

// Errors in a table that is imported. Rows and columns are named as a spreadsheet does, a
// column with the name in its first row behind it. The comments name the arguments.
const (
	CellWrong     Message = "import-row"                   // row, column, what is wrong
	RowWrong      Message = "import-row/row"               // row, what is wrong
	RowQuotes     Message = "import-row/quotes"            // row
	RowQuoteOpen  Message = "import-row/quote-open"        // first line, last line
	CellElsewhere Message = "import-row/belongs-elsewhere" // row, column, value there, value here
	CellBeyond    Message = "import-row/beyond"            // row, column
	ColumnUnknown Message = "import-row/column-unknown"    // row, column, name
	ColumnMissing Message = "import-row/column-missing"    // row, name
	ColumnTwice   Message = "import-row/column-twice"      // row, column, name
	TableEmpty    Message = "import-row/empty"
	TableNotText  Message = "import-row/not-text"
	TableNotCSV   Message = "import-row/not-csv"    // what it is
	TableTooLarge Message = "import-row/too-large"  // the most there may be, MB
	FileNotYAML   Message = "import-row/not-yaml"   // row, file
	FileNotSimple Message = "import-row/not-simple" // row, file
)

var importKinds = []kind{
	{
		code: "import-row", severity: Error, folder: workingFolder,
		meaning: translation{"Een rij in het bestand met voortgang is niet te verwerken. Dan wordt er niets veranderd.",
			"A row in the file of progress cannot be used. Then nothing is changed."},
		example: "sw-2011-014;31-02-2012;gerealiseerd",
		remedy: translation{"Verbeter de rij die de melding noemt, en lees het bestand opnieuw in.",
			"Fix the row that the message names, and import the file again."},
		messages: []message{
			{name: CellWrong, text: translation{"rij %d, kolom %s: %s", "row %d, column %s: %s"}},
			{name: RowWrong, text: translation{"rij %d: %s", "row %d: %s"}},
			{name: RowQuotes, text: translation{"rij %d: een aanhalingsteken staat los in een cel, of sluit niet",
				"row %d: a quotation mark stands on its own in a cell, or is not closed"}},
			{name: RowQuoteOpen, text: translation{"vanaf regel %d tot en met regel %d is alles één cel, want een aanhalingsteken sluit niet goed",
				"from line %d through line %d everything is one cell, as a quotation mark is not closed well"}},
			{name: CellElsewhere, text: translation{`rij %d, kolom %s: hier staat "%s", maar de toezegging hoort bij "%s"`,
				`row %d, column %s: it says "%s", but the commitment belongs to "%s"`}},
			{name: CellBeyond, text: translation{"rij %d, kolom %s: boven deze cel staat geen naam van een kolom",
				"row %d, column %s: there is no name of a column above this cell"}},
			{name: ColumnUnknown, text: translation{`rij %d, kolom %s: de kolom "%s" is onbekend`, `row %d, column %s: the column "%s" is not known`}},
			{name: ColumnMissing, text: translation{`rij %d: de kolom "%s" ontbreekt`, `row %d: the column "%s" is missing`}},
			{name: ColumnTwice, text: translation{`rij %d, kolom %s: de kolom "%s" is er al`, `row %d, column %s: the column "%s" is there already`}},
			{name: TableEmpty, text: translation{"het bestand is leeg: er is geen rij met de namen van de kolommen",
				"the file is empty: there is no row with the names of the columns"}},
			{name: TableNotText, text: translation{"dit is geen tekst, dus geen CSV-bestand", "this is no text, so no CSV file"}},
			{name: TableNotCSV, text: translation{"dit is geen CSV-bestand maar een bestand van %s", "this is no CSV file but a file of %s"}},
			{name: TableTooLarge, text: translation{"het bestand is groter dan %d MB", "the file is larger than %d MB"}},
			{name: FileNotYAML, text: translation{"rij %d: de gegevens in %s staan niet in YAML tussen ---, en import schrijft alleen YAML",
				"row %d: the data in %s are not in YAML between ---, and import writes YAML only"}},
			{name: FileNotSimple, text: translation{"rij %d: in %s is geen plek te vinden waar dit zonder schade bij kan",
				"row %d: no place can be found in %s where this can be added without harm"}},
		},
	},
}
