package diag

// Said at a second place. The comments name the arguments.
const (
	FirstHere     Message = "related/first-here"
	DefinedHere   Message = "related/defined-here"
	SuccessorHere Message = "related/successor-here"
	NULHere       Message = "related/nul-here"
	InvalidHere   Message = "related/invalid-here"
)

func relatedTexts() map[Message]translation {
	return map[Message]translation{
		FirstHere: {
			`hier staat de eerste`,
			`the first one is here`,
		},
		DefinedHere: {
			`hier staat het`,
			`it is here`,
		},
		SuccessorHere: {
			`hier staat de opvolger`,
			`the successor is here`,
		},
		NULHere:     {`hier staat het eerste`, `the first is here`},
		InvalidHere: {`hier staat het eerste teken dat niet te lezen is`, `the first character that cannot be read is here`},
	}
}
