package diag

// Good to know. The comments name the arguments.
const (
	Unanswered Message = "need-unanswered"   // need
	Shifted    Message = "date-shifted"      // commitment, from, to
	Silent     Message = "no-progress"       // commitment, months
	Renamed    Message = "renamed-reference" // old, new
)

var informationTexts = map[Message]translation{
	Unanswered: {`Unanswered`, `Unanswered`},
	Shifted:    {`Shifted`, `Shifted`},
	Silent:     {`Silent`, `Silent`},
	Renamed:    {`Renamed`, `Renamed`},
}
