package city

import "wijkvisie/internal/source"

// Answer is an antwoord: what a department says to a need without committing.
type Answer struct {
	FirstLine source.Pos
	Need      source.Text // wijk/need
	Answer    source.Text // one of the Answer constants
	Reason    source.Text
	Date      Date
}

// What a department can answer.
const (
	AnswerNo            = "nee"
	AnswerInvestigating = "in-onderzoek"
	AnswerElsewhere     = "elders"
)
