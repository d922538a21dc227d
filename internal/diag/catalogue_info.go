package diag

// Information: good to know. The comments name the arguments.
const (
	VisionOver    Message = "period-over"           // period
	ProgrammeOver Message = "period-over/programme" // period
	Outdated      Message = "judgement-outdated"    // who, need, date
	Unanswered    Message = "need-unanswered"       // need
	Shifted       Message = "date-shifted"          // commitment, from, to
	Silent        Message = "no-progress"           // commitment, months
	Renamed       Message = "renamed-reference"     // old, new
	SentenceLong  Message = "long-sentence"         // its first words, words in it
	PassageHard   Message = "hard-to-read"          // heading or first words, score
	WordDifficult Message = "jargon"                // word, first words of its sentence
	PerhapsFor    Message = "possible-match"        // commitment, need, words they share, how much
)

var infoKinds = []kind{
	{
		code: "period-over", severity: Info,
		meaning: translation{"De periode van een wijkvisie of programma is voorbij, en er is nog geen nieuwer. De site blijft dit tonen als wat nu geldt.",
			"The period of a vision or a programme is over, and there is no newer one yet. The site goes on showing it as current."},
		example: "periode: 2011-2014     # en het is 2015",
		remedy: translation{"Niets, als er een nieuwe aankomt. Geldt dit langer, verleng dan de periode.",
			"Nothing, if a new one is on its way. If this one holds longer, extend the period."},
		messages: []message{
			{name: VisionOver, text: translation{"de periode %s is voorbij, en een nieuwere wijkvisie is er niet", "the period %s is over, and there is no newer vision"}},
			{name: ProgrammeOver, text: translation{"de periode %s is voorbij, en een nieuwer programma is er niet", "the period %s is over, and there is no newer programme"}},
		},
	},
	{
		code: "judgement-outdated", severity: Info,
		meaning: translation{"Na het nieuwste oordeel van de wijk is er nieuws gekomen. De site zegt bij het oordeel dat het van daarvóór is.",
			"There has been news since the newest judgement of the wijk. The site says that the judgement is older."},
		example: "oordelen:\n  - {datum: 2012-01-01, door: Wijkraad Oost, oordeel: niet}    # en het plateau kwam in maart",
		remedy: translation{"Vraag de wijk wat zij er nu van vindt, en voeg dat oordeel toe.",
			"Ask the wijk what it thinks now, and add that judgement."},
		messages: []message{
			{name: Outdated, text: translation{`na het oordeel van %s over behoefte "%s" kwam er op %s nieuws`,
				`there was news after the judgement of %s on need "%s": on %s`}},
		},
	},
	{
		code: "need-unanswered", severity: Info,
		meaning: translation{"Geen enkele dienst heeft op deze behoefte geantwoord. De site laat dat zien.",
			"No department has answered this need. The site shows it."},
		example: "- id: zwemles",
		remedy: translation{"Niets, als u de wijk bent. Een dienst antwoordt met een toezegging of met een antwoord.",
			"Nothing, if you are the wijk. A department answers with a commitment or an answer."},
		messages: []message{
			{name: Unanswered, text: translation{`op behoefte "%s" heeft nog geen dienst geantwoord`, `no department has answered need "%s" yet`}},
		},
	},
	{
		code: "date-shifted", severity: Info,
		meaning: translation{"De datum van een toezegging is verschoven. De site toont beide.",
			"The date of a commitment was moved. The site shows both."},
		example: "- {datum: 2011-09-30, gereed: 2012-03, reden: …}",
		remedy:  translation{"U hoeft niets te doen: beide datums staan op de site.", "There is nothing to do: both dates are on the site."},
		messages: []message{
			{name: Shifted, text: translation{`toezegging "%s" is verschoven van %s naar %s`, `commitment "%s" was moved from %s to %s`}},
		},
	},
	{
		code: "no-progress", severity: Info,
		meaning: translation{"Over een toezegging is lang niets gemeld.", "Nothing has been reported about a commitment for a long time."},
		example: "voortgang:\n  - {datum: 2011-04-11, status: in-uitvoering}",
		remedy:  translation{"Voeg bij voortgang een regel toe, ook als er niets veranderde.", "Add a line to voortgang, even if nothing changed."},
		messages: []message{
			{name: Silent, text: translation{`over toezegging "%s" is al %d maanden niets gemeld`,
				`nothing has been reported about commitment "%s" for %d months`}},
		},
	},
	{
		code: "renamed-reference", severity: Info,
		meaning: translation{"Iets heeft een nieuwe naam gekregen. De oude werkt nog.", "Something got a new name. The old one still works."},
		example: "dienst: openbare-werken        # heet nu stadswerken",
		remedy:  translation{"Schrijf voortaan de nieuwe naam.", "Write the new name from now on."},
		messages: []message{
			{name: Renamed, text: translation{`"%s" heet nu "%s"`, `"%s" is now called "%s"`}},
		},
	},
	{
		code: "long-sentence", severity: Info,
		meaning: translation{"Deze zin heeft meer dan 25 woorden. Veel mensen zijn het begin dan kwijt.",
			"This sentence has more than 25 words. Many people have lost the thread by then."},
		example: "Omdat de oversteek bij de school, waar elke dag honderden kinderen …",
		remedy:  translation{"Maak er twee van, als dat kan.", "Split it in two, if you can."},
		messages: []message{
			{name: SentenceLong, text: translation{`de zin "%s" heeft %d woorden`, `the sentence "%s" has %d words`}},
		},
	},
	{
		code: "hard-to-read", severity: Info,
		meaning: translation{"Dit stuk heeft lange woorden en lange zinnen. De formule van Flesch-Douma geeft minder dan 45 van de 100.",
			"This passage has long words and long sentences. The formula of Flesch-Douma gives less than 45 of 100."},
		example: "De implementatie van de gebiedsgerichte beleidsvoornemens …",
		remedy: translation{"Kortere zinnen en kortere woorden helpen. Lees het eens hardop.",
			"Shorter sentences and shorter words help. Try reading it aloud."},
		messages: []message{
			{name: PassageHard, text: translation{`"%s" is niet makkelijk te lezen: %d op een schaal tot 100 (Flesch-Douma)`,
				`"%s" is not easy to read: %d on a scale to 100 (Flesch-Douma)`}},
		},
	},
	{
		code: "jargon", severity: Info,
		meaning: translation{"Niet iedereen kent dit woord.", "Not everyone knows this word."},
		example: "Wij faciliteren bewoners.      # Wij helpen bewoners.",
		remedy:  translation{"Gebruik het woord dat de melding noemt, als dat past.", "Use the word that the message names, if it fits."},
		messages: []message{
			{name: WordDifficult, text: translation{`niet iedereen kent het woord "%s" (in "%s")`, `not everyone knows the word "%s" (in "%s")`}},
		},
	},
	{
		code: "possible-match", severity: Info,
		meaning: translation{"Een toezegging noemt geen behoefte, en een behoefte in dezelfde wijk kreeg geen antwoord. Ze lijken over hetzelfde te gaan.",
			"A commitment names no need, and a need in the same wijk got no answer. They seem to be about the same thing."},
		example: "behoeften: [oost/speelplek]",
		remedy: translation{"Horen ze bij elkaar, noem dan de behoefte bij de toezegging.",
			"If they belong together, name the need at the commitment."},
		messages: []message{
			{name: PerhapsFor, text: translation{`toezegging "%s" noemt geen behoefte; misschien hoort zij bij "%s" (beide noemen %s: %s van de woorden)`,
				`commitment "%s" names no need; perhaps it belongs to "%s" (both mention %s: %s of the words)`}},
		},
	},
}
