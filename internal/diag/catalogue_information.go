package diag

// Good to know. The comments name the arguments.
const (
	Unanswered Message = "need-unanswered"   // need
	Shifted    Message = "date-shifted"      // commitment, from, to
	Silent     Message = "no-progress"       // commitment, months
	Renamed    Message = "renamed-reference" // old, new
)

var informationTexts = map[Message]translation{
	Unanswered: {
		`op behoefte "%s" heeft nog geen dienst geantwoord`,
		`no department has answered need "%s" yet`,
	},
	Shifted: {
		`toezegging "%s" is verschoven van %s naar %s`,
		`commitment "%s" was moved from %s to %s`,
	},
	Silent: {
		`over toezegging "%s" is al %d maanden niets gemeld`,
		`nothing was reported of commitment "%s" for %d months`,
	},
	Renamed: {
		`"%s" heet nu "%s"`,
		`"%s" is now called "%s"`,
	},
}
