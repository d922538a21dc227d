package diag

// Problems of a table of progress that is imported. Rows and columns are named as a
// spreadsheet does, a column with the name in its first row behind it. The comments
// name the arguments.
const (
	CellWrong     Message = "import-row"                   // row, column, what is wrong
	RowWrong      Message = "import-row/row"               // row, what is wrong
	RowQuotes     Message = "import-row/quotes"            // row
	CellElsewhere Message = "import-row/belongs-elsewhere" // row, column, value there, value here
	CellBeyond    Message = "import-row/beyond"            // row, column
	ColumnUnknown Message = "import-row/column-unknown"    // column, name
	ColumnMissing Message = "import-row/column-missing"    // name
	ColumnTwice   Message = "import-row/column-twice"      // column, name
	TableEmpty    Message = "import-row/empty"
	TableNotText  Message = "import-row/not-text"
	TableNotCSV   Message = "import-row/not-csv"    // what it is
	TableTooLarge Message = "import-row/too-large"  // the most there may be, MB
	FileNotYAML   Message = "import-row/not-yaml"   // row, file
	FileNotSimple Message = "import-row/not-simple" // row, file

	SaveAsCSV    Message = "hint/save-as-csv"
	DoubleQuotes Message = "hint/double-quotes"
	AddColumn    Message = "hint/add-column" // name
	FillCell     Message = "hint/fill-cell"  // column, example
	FillReason   Message = "hint/fill-reason"
	AddByHand    Message = "hint/add-by-hand"

	WordCellEmpty Message = "word/cell-empty"
)

func tableTexts() map[Message]translation {
	return map[Message]translation{
		CellWrong: {
			`rij %d, kolom %s: %s`,
			`row %d, column %s: %s`,
		},
		RowWrong: {
			`rij %d: %s`,
			`row %d: %s`,
		},
		RowQuotes: {
			`rij %d: een aanhalingsteken staat los in een cel, of sluit niet`,
			`row %d: a quotation mark stands on its own in a cell, or is not closed`,
		},
		CellElsewhere: {
			`rij %d, kolom %s: hier staat "%s", maar de toezegging hoort bij "%s"`,
			`row %d, column %s: it says "%s", but the commitment belongs to "%s"`,
		},
		CellBeyond: {
			`rij %d, kolom %s: boven deze cel staat geen naam van een kolom`,
			`row %d, column %s: there is no name of a column above this cell`,
		},
		ColumnUnknown: {
			`rij 1, kolom %s: de kolom "%s" is onbekend`,
			`row 1, column %s: the column "%s" is not known`,
		},
		ColumnMissing: {
			`rij 1: de kolom "%s" ontbreekt`,
			`row 1: the column "%s" is missing`,
		},
		ColumnTwice: {
			`rij 1, kolom %s: de kolom "%s" is er al`,
			`row 1, column %s: the column "%s" is there already`,
		},
		TableEmpty: {
			`het bestand is leeg: er is geen rij met de namen van de kolommen`,
			`the file is empty: there is no row with the names of the columns`,
		},
		TableNotText: {
			`dit is geen tekst, dus geen CSV-bestand`,
			`this is no text, so no CSV file`,
		},
		TableNotCSV: {
			`dit is geen CSV-bestand maar een bestand van %s`,
			`this is no CSV file but a file of %s`,
		},
		TableTooLarge: {
			`het bestand is groter dan %d MB`,
			`the file is larger than %d MB`,
		},
		FileNotYAML: {
			`rij %d: de gegevens in %s staan niet in YAML tussen ---, en import schrijft alleen YAML`,
			`row %d: the data in %s are not in YAML between ---, and import writes YAML only`,
		},
		FileNotSimple: {
			`rij %d: in %s is geen plek te vinden waar dit zonder schade bij kan`,
			`row %d: no place can be found in %s where this can be added without harm`,
		},
		SaveAsCSV: {
			`sla het blad op als CSV (UTF-8) en lees dat bestand in`,
			`save the sheet as CSV (UTF-8) and import that file`,
		},
		DoubleQuotes: {
			`sla het blad opnieuw op als CSV, of zet de hele cel tussen aanhalingstekens met elk teken daarbinnen dubbel`,
			`save the sheet as CSV again, or put the whole cell in quotes with each one inside doubled`,
		},
		AddColumn: {
			`zet boven de kolom waarin het staat: %s`,
			`put above the column that holds it: %s`,
		},
		FillCell: {
			`vul de kolom "%s" in, bijvoorbeeld: %s`,
			`fill in the column "%s", for instance: %s`,
		},
		FillReason: {
			`zet in een kolom "reden" waarom`,
			`say why in a column "reden"`,
		},
		AddByHand: {
			`zet deze regels er zelf bij, onderaan voortgang`,
			`add these entries yourself, at the end of voortgang`,
		},
		WordCellEmpty: {
			`hier moet iets staan`,
			`something has to stand here`,
		},
	}
}
