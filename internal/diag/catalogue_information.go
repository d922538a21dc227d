package diag

// Good to know. The comments name the arguments.
const (
	Unanswered Message = "need-unanswered"   // need
	Shifted    Message = "date-shifted"      // commitment, from, to
	Silent     Message = "no-progress"       // commitment, months
	Renamed    Message = "renamed-reference" // old, new

	SentenceLong  Message = "long-sentence"  // its first words, words in it
	PassageHard   Message = "hard-to-read"   // heading or first words, score
	WordDifficult Message = "jargon"         // word, first words of its sentence
	PerhapsFor    Message = "possible-match" // commitment, need, words they share, how much

	SplitSentence Message = "hint/split-sentence"
	WritePlainly  Message = "hint/write-plainly"
	SimplerWord   Message = "hint/simpler-word" // words
	AddNeed       Message = "hint/add-need"     // need
)

func informationTexts() map[Message]translation {
	return map[Message]translation{
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
		SentenceLong: {
			`de zin "%s" heeft %d woorden`,
			`the sentence "%s" has %d words`,
		},
		SplitSentence: {
			`misschien zijn het er twee`,
			`perhaps it is two`,
		},
		PassageHard: {
			`"%s" is niet makkelijk te lezen: %d op een schaal tot 100 (Flesch-Douma)`,
			`"%s" is not easy to read: %d on a scale to 100 (Flesch-Douma)`,
		},
		WritePlainly: {
			`kortere zinnen en kortere woorden helpen`,
			`shorter sentences and shorter words help`,
		},
		WordDifficult: {
			`niet iedereen kent het woord "%s" (in "%s")`,
			`not everybody knows the word "%s" (in "%s")`,
		},
		SimplerWord: {
			`misschien past: %s`,
			`perhaps this fits: %s`,
		},
		PerhapsFor: {
			`toezegging "%s" noemt geen behoefte; misschien hoort zij bij "%s" (beide noemen %s: %s van de woorden)`,
			`commitment "%s" names no need; perhaps it belongs to "%s" (both mention %s: %s of the words)`,
		},
		AddNeed: {
			`als dat zo is, voeg toe: "behoeften: [%s]"`,
			`if so, add: "behoeften: [%s]"`,
		},
		Renamed: {
			`"%s" heet nu "%s"`,
			`"%s" is now called "%s"`,
		},
	}
}
