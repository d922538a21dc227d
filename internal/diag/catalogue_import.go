package diag

// What is wrong or doubtful in a table that is imported. Rows and cells are named as a spreadsheet
// does (PlaceCell and others), a cell with the name of its column behind it. The comments name the
// arguments.
const (
	CellWrong           Message = "import-row"                   // cell, what is wrong
	RowWrong            Message = "import-row/row"               // row, what is wrong
	RowQuotes           Message = "import-row/quotes"            // row
	RowQuoteOpen        Message = "import-row/quote-open"        // first line, last line
	CellElsewhere       Message = "import-row/belongs-elsewhere" // cell, value there, value here
	CellBeyond          Message = "import-row/beyond"            // cell
	ColumnUnknown       Message = "import-row/column-unknown"    // cell, name
	ColumnMissing       Message = "import-row/column-missing"    // row, name
	ColumnTwice         Message = "import-row/column-twice"      // cell, name
	TableEmpty          Message = "import-row/empty"
	TableNotText        Message = "import-row/not-text"
	TableNotSpreadsheet Message = "import-row/not-spreadsheet" // what it is
	TableOldExcel       Message = "import-row/old-excel"
	TableLocked         Message = "import-row/locked"
	TableBroken         Message = "import-row/broken"
	TableTooLarge       Message = "import-row/too-large"   // the most there may be, MB
	TableDerived        Message = "import-row/derived"     // table
	SheetTwice          Message = "import-row/sheet-twice" // sheet, sheet, table
	RowTwice            Message = "import-row/row-twice"   // row
	FileWrong           Message = "import-row/file-wrong"  // row, file, what is wrong
	FileNotYAML         Message = "import-row/not-yaml"    // row, file
	FileNotSimple       Message = "import-row/not-simple"  // row, file

	CellDerived Message = "import-doubt"         // cell, value there, value of the site
	CellKnown   Message = "import-doubt/known"   // cell, value that was sent, value there
	CellEmptied Message = "import-doubt/emptied" // cell, value of the site
	RowHidden   Message = "import-doubt/hidden"  // row
)

var importKinds = []kind{
	{
		code: "import-row", severity: Error, folder: workingFolder,
		meaning: translation{"Een rij in het rekenblad dat u inleest, is niet te verwerken. Dan wordt er niets veranderd.",
			"A row of the spreadsheet that is imported cannot be used. Then nothing is changed."},
		example: "sw-2011-014;31-02-2012;gerealiseerd",
		remedy: translation{"Verbeter de rij die de melding noemt, en lees het bestand opnieuw in.",
			"Fix the row that the message names, and import the file again."},
		messages: []message{
			{name: CellWrong, text: translation{"%s: %s", "%s: %s"}},
			{name: RowWrong, text: translation{"%s: %s", "%s: %s"}},
			{name: RowQuotes, text: translation{"%s: een aanhalingsteken staat los in een cel, of sluit niet",
				"%s: a quotation mark stands on its own in a cell, or is not closed"}},
			{name: RowQuoteOpen, text: translation{"vanaf regel %d tot en met regel %d is alles één cel, want een aanhalingsteken sluit niet goed",
				"from line %d through line %d everything is one cell, as a quotation mark is not closed well"}},
			{name: CellElsewhere, text: translation{`%s: hier staat "%s", maar dit hoort bij "%s"`,
				`%s: it says "%s", but this belongs to "%s"`}},
			{name: CellBeyond, text: translation{"%s: boven deze cel staat geen naam van een kolom",
				"%s: there is no name of a column above this cell"}},
			{name: ColumnUnknown, text: translation{`%s: de kolom "%s" is onbekend`, `%s: the column "%s" is not known`}},
			{name: ColumnMissing, text: translation{`%s: de kolom "%s" ontbreekt`, `%s: the column "%s" is missing`}},
			{name: ColumnTwice, text: translation{`%s: de kolom "%s" is er al`, `%s: the column "%s" is there already`}},
			{name: TableEmpty, text: translation{"het bestand is leeg: er is geen rij met de namen van de kolommen",
				"the file is empty: there is no row with the names of the columns"}},
			{name: TableNotText, text: translation{"dit is geen rekenblad en geen tekst", "this is no spreadsheet and no text"}},
			{name: TableNotSpreadsheet, text: translation{"dit is geen rekenblad, maar: %s", "this is no spreadsheet, but: %s"}},
			{name: TableOldExcel, text: translation{"dit is een werkmap in de oude vorm van Excel (.xls)", "this is a workbook in the old form of Excel (.xls)"}},
			{name: TableLocked, text: translation{"de werkmap is met een wachtwoord afgesloten", "the workbook is locked with a password"}},
			{name: TableBroken, text: translation{"de werkmap is beschadigd of niet compleet", "the workbook is damaged or not complete"}},
			{name: TableTooLarge, text: translation{"het bestand is groter dan %d MB", "the file is larger than %d MB"}},
			{name: TableDerived, text: translation{`de tabel "%s" telt de site zelf; er is niets in te lezen`, `the site counts the table "%s" itself; there is nothing to import`}},
			{name: SheetTwice, text: translation{`blad "%s" en blad "%s" zijn allebei een tabel van %s`, `sheet "%s" and sheet "%s" are both a table of %s`}},
			{name: RowTwice, text: translation{"%s: dezelfde rij staat hierboven ook al", "%s: the same row is above it already"}},
			{name: FileWrong, text: translation{"%s: daarmee klopt %s niet meer: %s", "%s: with this %s is wrong: %s"}},
			{name: FileNotYAML, text: translation{"%s: de gegevens in %s staan niet in YAML tussen ---, en import schrijft alleen YAML",
				"%s: the data in %s are not in YAML between ---, and import writes YAML only"}},
			{name: FileNotSimple, text: translation{"%s: in %s is geen plek te vinden waar dit zonder schade bij kan",
				"%s: no place can be found in %s where this can be added without harm"}},
		},
	},
	{
		code: "import-doubt", severity: Warning, folder: workingFolder,
		meaning: translation{"Iemand veranderde in het rekenblad iets dat niet wordt ingelezen: een kolom die de site zelf uitrekent, een grijze cel, of een cel die leeg werd. Of er werd een verborgen rij ingelezen.",
			"Somebody changed something in the spreadsheet that is not imported: a column that the site works out, a grey cell, or a cell that was made empty. Or a row was imported that is hidden."},
		example: "sw-2011-014;Plateau;gerealiseerd      # de status rekent de site uit",
		remedy: translation{"Kijk wat er bedoeld is, en zet dat in een cel die wel meetelt of in het bestand zelf.",
			"See what was meant, and put that into a cell that counts or into the file itself."},
		messages: []message{
			{name: CellDerived, text: translation{`%s: "%s" wordt niet ingelezen, want de site rekent deze kolom zelf uit: "%s"`,
				`%s: "%s" is not imported, as the site works out this column itself: "%s"`}},
			{name: CellKnown, text: translation{`%s: in deze cel was al ingevuld "%s"; dat er nu "%s" staat, wordt niet ingelezen`,
				`%s: this cell had "%s" filled in; that it says "%s" now is not imported`}},
			{name: CellEmptied, text: translation{`%s: de cel is leeg, maar "%s" blijft staan: import haalt niets weg`,
				`%s: the cell is empty, but "%s" stays: import takes nothing away`}},
			{name: RowHidden, text: translation{"%s: deze rij is verborgen, en toch ingelezen", "%s: this row is hidden, and was imported nevertheless"}},
		},
	},
}
