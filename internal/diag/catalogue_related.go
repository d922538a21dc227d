package diag

// Notes at a related place. The comments name the arguments.
const (
	FirstHere      Message = "related/first-here"
	AlsoHere       Message = "related/also-here"
	MonthFirstHere Message = "related/month-first-here"
	DefinedHere    Message = "related/defined-here"
	NULHere        Message = "related/nul-here"
	InvalidHere    Message = "related/invalid-here"
)

var notes = []message{
	{name: AlsoHere, text: translation{"hier staat het ook", "it is here too"}},
	{name: MonthFirstHere, text: translation{"hier staat de maand eerst", "the month comes first here"}},
	{name: FirstHere, text: translation{"hier staat de eerste", "the first one is here"}},
	{name: DefinedHere, text: translation{"hier staat het", "it is here"}},
	{name: NULHere, text: translation{"hier staat het eerste", "the first is here"}},
	{name: InvalidHere, text: translation{"hier staat het eerste teken dat niet te lezen is", "the first character that cannot be read is here"}},
}
