package plan

// Table is a table of the open data.
type Table string

// The tables, in the order in which the data page explains them.
const (
	WijkTable       Table = "wijken"
	VisionTable     Table = "wijkvisies"
	NeedTable       Table = "behoeften"
	CommitmentTable Table = "toezeggingen"
	ProgressTable   Table = "voortgang"
	AnswerTable     Table = "antwoorden"
	JudgementTable  Table = "oordelen"
	DemandTable     Table = "vraaggericht"
)

// Tables returns all tables.
func Tables() []Table {
	return []Table{WijkTable, VisionTable, NeedTable, CommitmentTable, ProgressTable, AnswerTable, JudgementTable, DemandTable}
}

// JSON returns the address of the table as JSON.
func (t Table) JSON() string { return DataURL + string(t) + ".json" }

// CSV returns the address of the table as CSV.
func (t Table) CSV() string { return DataURL + string(t) + ".csv" }

// Schema returns the address of the JSON Schema of the table.
func (t Table) Schema() string { return DataURL + string(t) + ".schema.json" }
