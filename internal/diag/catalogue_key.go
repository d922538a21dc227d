package diag

// Errors in a key or a value. The comments name the arguments.
const (
	KeyTwice               Message = "duplicate-key"             // key
	KeyUnknown             Message = "unknown-key"               // key
	KeyUnknownEmpty        Message = "unknown-key/without-value" // key without a value, in {…}
	KeysOfOtherKind        Message = "unknown-key/other-kind"    // kind of file, its folder
	SiteMissing            Message = "missing-key/site"
	KeyMissing             Message = "missing-key"       // key
	KeyEmpty               Message = "missing-key/empty" // key
	ProgressEmpty          Message = "missing-key/progress-empty"
	ReasonMissingWithdrawn Message = "missing-reason/withdrawn"
	ReasonMissingProgramme Message = "missing-reason/programme-withdrawn"
	ReasonMissingNeed      Message = "missing-reason/need-dropped"
	ReasonMissingAnswer    Message = "missing-reason/answer"
	ReasonMissingDropped   Message = "missing-reason/dropped"
	ReasonMissingPostponed Message = "missing-reason/postponed"
	ReasonMissingDue       Message = "missing-reason/new-date"
	TypeWrong              Message = "wrong-type"                    // key, wanted, got
	ValueNotAllowed        Message = "invalid-value"                 // key, value
	ValueTooLittle         Message = "invalid-value/too-little"      // value, smallest
	ValueTooMuch           Message = "invalid-value/too-much"        // value, largest
	ValueNotWhole          Message = "invalid-value/not-whole"       // value
	ValueNotMoney          Message = "invalid-value/not-money"       // value
	ValueNotURL            Message = "invalid-value/not-url"         // value
	ValueNotLink           Message = "invalid-value/not-link"        // value
	ValueNotMedia          Message = "invalid-value/not-media"       // value
	ValueNotEmail          Message = "invalid-value/not-email"       // value
	ValueNotLanguage       Message = "invalid-value/not-language"    // value
	ValueNotYear           Message = "invalid-value/not-year"        // value
	ValueNotPeriod         Message = "invalid-value/not-period"      // value
	PeriodReversed         Message = "invalid-value/period-reversed" // value
	YearAndPeriod          Message = "invalid-value/year-and-period"
	ValueNotPoint          Message = "invalid-value/not-point"
	PointSwapped           Message = "invalid-value/point-swapped"
	ValueNotTile           Message = "invalid-value/not-tile"
	ValueInvisible         Message = "invalid-value/invisible" // key
	ToWithoutPostponed     Message = "invalid-value/to-without-status"
	TileTaken              Message = "invalid-value/tile-taken"        // wijk
	SharePictureUnfit      Message = "invalid-value/share-picture"     // path, format, width, height
	NoTokens               Message = "invalid-value/no-tokens"         // of the house style
	OnlyDarkTokens         Message = "invalid-value/only-dark-tokens"  // of the house style
	DateInvalid            Message = "invalid-date"                    // value
	PlannedDateInvalid     Message = "invalid-date/planned"            // value
	DateTwoWays            Message = "invalid-date/two-ways"           // value, day when the day comes first, day when the month does
	DateNotInMonth         Message = "invalid-date/not-in-month"       // value, month, days
	DateReversed           Message = "invalid-date/reversed"           // last, first
	IDInvalid              Message = "invalid-id"                      // id
	IDInvisible            Message = "invalid-id/invisible"            // id without it
	IDTooLong              Message = "invalid-id/too-long"             // most characters
	FileNameInvalid        Message = "invalid-id/file-name"            // file name
	AssetNameInvalid       Message = "invalid-id/asset-name"           // file name
	CodeInvalid            Message = "invalid-code"                    // code
	CodeOfOtherCity        Message = "invalid-code/code-of-other-city" // code, digits of the municipality
)

var keyKinds = []kind{
	{
		code: "duplicate-key", severity: Error,
		meaning: translation{"Een sleutel staat twee keer in hetzelfde blok. Niemand weet dan welke telt.",
			"A key stands twice in one block. Nobody can tell which one counts."},
		example: "titel: Wijkvisie Oost\ntitel: Wijkvisie Oost 2011",
		remedy:  translation{"Haal een van de twee weg.", "Remove one of the two."},
		messages: []message{
			{name: KeyTwice, text: translation{`"%s" staat er twee keer`, `"%s" is there twice`}},
		},
	},
	{
		code: "unknown-key", severity: Error,
		meaning: translation{"Deze sleutel kent de site niet, en wat erachter staat zou nergens te zien zijn.",
			"The site does not know this key, and what follows it would not be shown anywhere."},
		example: "titl: Wijkvisie Oost",
		remedy: translation{"Kijk of het een tikfout is. Staat de sleutel er niet voor niets, dan hoort de inhoud misschien in de tekst.",
			"See whether it is a typing error. If it is intended, perhaps it belongs in the text."},
		messages: []message{
			{name: KeyUnknown, text: translation{`"%s" is hier niet bekend`, `"%s" is not known here`}},
			{name: KeysOfOtherKind, text: translation{"dit zijn de gegevens van een %s, en zo'n bestand hoort in %s/", "these are the data of a %s, and such a file belongs in %s/"}},
			{name: KeyUnknownEmpty, text: translation{`"%s" is hier niet bekend en heeft geen waarde`, `"%s" is not known here and has no value`}},
		},
	},
	{
		code: "missing-key", severity: Error,
		meaning: translation{"Hier ontbreekt een gegeven dat de site nodig heeft.", "Something that the site needs is missing here."},
		example: "---\nwijk: oost\n---        # titel ontbreekt",
		remedy:  translation{"Voeg de regel toe die de melding noemt.", "Add the line that the message names."},
		messages: []message{
			{name: SiteMissing, text: translation{"het bestand site.yaml ontbreekt", "the file site.yaml is missing"}},
			{name: KeyMissing, text: translation{`"%s" ontbreekt`, `"%s" is missing`}},
			{name: KeyEmpty, text: translation{`bij "%s" is niets ingevuld`, `"%s" has not been filled in`}},
			{name: ProgressEmpty, text: translation{"deze regel voortgang zegt niets: geef een status, een tekst of een nieuwe datum (gereed)",
				"this entry of progress says nothing: give a status, a text (tekst) or a new date (gereed)"}},
		},
	},
	{
		code: "missing-reason", severity: Error,
		meaning: translation{"Wie nee zegt, iets laat vervallen of een datum verschuift, zegt waarom. De bewoners mogen dat weten.",
			"Whoever says no, drops something or moves a date says why. Residents have a right to know."},
		example: "- {datum: 2012-05-14, gereed: 2013-05}",
		remedy:  translation{"Voeg reden: toe, met één of twee zinnen.", "Add reden:, with a sentence or two."},
		messages: []message{
			{name: ReasonMissingWithdrawn, text: translation{"de reden ontbreekt: een wijkvisie die is ingetrokken, heeft er een nodig",
				"the reason (reden) is missing: a vision that was withdrawn needs one"}},
			{name: ReasonMissingProgramme, text: translation{"de reden ontbreekt: een programma dat is ingetrokken, heeft er een nodig",
				"the reason (reden) is missing: a programme that was withdrawn needs one"}},
			{name: ReasonMissingNeed, text: translation{"de reden ontbreekt: een behoefte die vervalt, heeft er een nodig",
				"the reason (reden) is missing: a need that is dropped needs one"}},
			{name: ReasonMissingAnswer, text: translation{"de reden ontbreekt: een antwoord zonder toezegging heeft er een nodig",
				"the reason (reden) is missing: an answer without a commitment needs one"}},
			{name: ReasonMissingDropped, text: translation{"de reden ontbreekt: een toezegging die vervalt, heeft er een nodig",
				"the reason (reden) is missing: a commitment that is dropped needs one"}},
			{name: ReasonMissingPostponed, text: translation{"de reden ontbreekt: een toezegging die wordt doorgeschoven, heeft er een nodig",
				"the reason (reden) is missing: a commitment that is moved needs one"}},
			{name: ReasonMissingDue, text: translation{"de reden ontbreekt: een latere datum (gereed) heeft er een nodig",
				"the reason (reden) is missing: a later date (gereed) needs one"}},
		},
	},
	{
		code: "wrong-type", severity: Error,
		meaning: translation{"Er staat een ander soort waarde dan hier hoort: een lijst waar een tekst hoort, of een woord waar een getal hoort.",
			"This is not the kind of value that belongs here: a list where a text belongs, or a word where a number belongs."},
		example: "prioriteit: hoog        # fout\nprioriteit: 1           # goed",
		remedy:  translation{"Schrijf het zoals de melding voordoet.", "Write it as the message shows."},
		messages: []message{
			{name: TypeWrong, text: translation{`bij "%s" hoort %s, en hier staat %s`, `"%s" takes %s, and this is %s`}},
		},
	},
	{
		code: "invalid-value", severity: Error,
		meaning: translation{"De waarde is van de goede soort, maar kan hier niet.", "The value is of the right kind, but cannot stand here."},
		example: "status: klaar           # kies gerealiseerd",
		remedy:  translation{"Schrijf een waarde die hier kan. De melding zegt wat u schrijft, of hoe het eruitziet.", "Write a value that can stand here. The message says what to write, or what it looks like."},
		messages: []message{
			{name: ValueNotAllowed, text: translation{`"%s" kan niet "%s" zijn`, `"%s" cannot be "%s"`}},
			{name: ValueTooLittle, text: translation{"%s is te weinig; %d is het minste", "%s is too little; %d is the least"},
				hint: translation{"schrijf een groter getal", "write a larger number"}},
			{name: ValueTooMuch, text: translation{"%s is te veel; %d is het meeste", "%s is too much; %d is the most"},
				hint: translation{"schrijf een kleiner getal", "write a smaller number"}},
			{name: ValueNotWhole, text: translation{`"%s" is geen heel getal in alleen cijfers`, `"%s" is not a whole number in digits only`}},
			{name: ValueNotMoney, text: translation{`"%s" is geen bedrag in hele euro's: schrijf alleen cijfers, zonder punten, komma of euroteken`,
				`"%s" is not an amount in whole euros: write digits only, without points, comma or euro sign`}},
			{name: ValueNotURL, text: translation{`"%s" is geen volledig webadres`, `"%s" is not a whole web address`}},
			{name: ValueNotLink, text: translation{`"%s" is geen volledig webadres en geen bestand in media/`,
				`"%s" is neither a whole web address nor a file in media/`}},
			{name: ValueNotMedia, text: translation{`"%s" is geen bestand in media/`, `"%s" is not a file in media/`}},
			{name: ValueNotEmail, text: translation{`"%s" is geen mailadres`, `"%s" is not a mail address`}},
			{name: ValueNotLanguage, text: translation{`"%s" is geen code van een taal`, `"%s" is not the code of a language`}},
			{name: ValueNotYear, text: translation{`"%s" is geen jaartal`, `"%s" is not a year`}},
			{name: ValueNotPeriod, text: translation{`"%s" is geen periode: schrijf twee jaartallen met een streepje ertussen, of één jaartal`,
				`"%s" is not a period: write two years with a hyphen between, or one year`}},
			{name: PeriodReversed, text: translation{`de periode "%s" eindigt voordat hij begint`, `the period "%s" ends before it begins`}},
			{name: YearAndPeriod, text: translation{"hier staan een jaar en een periode; schrijf er een van de twee",
				"there are a year (jaar) and a period (periode); write one of the two"}},
			{name: ValueNotPoint, text: translation{"dit is geen plek op de kaart: schrijf lengtegraad en breedtegraad, in graden met een punt",
				"this is no place on the map: write longitude and latitude, in degrees with a point"}},
			{name: PointSwapped, text: translation{"de breedtegraad staat voorop; de lengtegraad hoort eerst",
				"the latitude comes first here; it should be the longitude"}},
			{name: ValueNotTile, text: translation{"dit is geen plaats op de tegelkaart: schrijf een kolom en een rij",
				"this is no place in the tile map: write a column and a row"}},
			{name: ValueInvisible, text: translation{`in de tekst bij "%s" staat een onzichtbaar teken dat niet in tekst thuishoort`,
				`the text at "%s" holds an invisible character that does not belong in text`}},
			{name: ToWithoutPostponed, text: translation{`"naar" kan alleen bij de status doorgeschoven`,
				`"naar" only goes with the status doorgeschoven`}},
			{name: TileTaken, text: translation{`op deze plaats van de tegelkaart staat wijk "%s" al`,
				`wijk "%s" already has this place in the tile map`},
				hint: translation{"kies een andere kolom of rij", "choose another column or row"}},
			{name: SharePictureUnfit, text: translation{`het deelplaatje "%s" is een %s van %d × %d`, `the picture for shared links "%s" is a %s of %d × %d`},
				hint: translation{"bewaar het als PNG van 1200 × 630 pixels", "save it as a PNG of 1200 × 630 pixels"}},
			{name: NoTokens, text: translation{"in dit bestand staan geen kleuren of letters van het NL Design System die de site kent",
				"this file holds no colours or fonts of the NL Design System that the site knows"},
				hint: translation{"noem bij huisstijl het bestand met de tokens (--utrecht-…, --basis-…)",
					"name at huisstijl the file with the tokens (--utrecht-…, --basis-…)"}},
			{name: OnlyDarkTokens, text: translation{"in dit bestand staan alleen kleuren voor een donkere pagina",
				"this file holds only colours for a dark page"},
				hint: translation{"noem bij huisstijl het bestand met de kleuren voor een lichte pagina",
					"name at huisstijl the file with the colours for a light page"}},
		},
	},
	{
		code: "invalid-date", severity: Error,
		meaning: translation{"Deze dag bestaat niet, of staat er niet als jaar-maand-dag.",
			"This day does not exist, or is not written as year-month-day."},
		example: "datum: 19 mei 2011      # fout\ndatum: 2011-05-19       # goed",
		remedy: translation{"Schrijf eerst het jaar, dan de maand en dan de dag, met streepjes ertussen.",
			"Write the year first, then the month and then the day, with dashes between them."},
		messages: []message{
			{name: DateInvalid, text: translation{`"%s" is geen datum van het soort 2011-05-19: jaar, maand, dag`,
				`"%s" is not a date like 2011-05-19: year, month, day`}},
			{name: DateTwoWays, text: translation{`"%s" kan %s of %s zijn: in deze tabel komt ook wel eens de maand eerst`,
				`"%s" can be %s or %s: in this table the month comes first at times`}},
			{name: PlannedDateInvalid, text: translation{`"%s" is geen datum als 2011-05-19, 2011-10, 2011-Q3, 2011, onbekend of doorlopend`,
				`"%s" is not a date like 2011-05-19, 2011-10, 2011-Q3, 2011, onbekend or doorlopend`}},
			{name: DateNotInMonth, text: translation{`de dag "%s" bestaat niet: de maand %s heeft %d dagen`,
				`there is no such day as "%s": the month %s has %d days`}},
			{name: DateReversed, text: translation{"de laatste dag (%s) is voor de eerste (%s)", "the last day (%s) is before the first (%s)"},
				hint: translation{"verbeter een van de twee dagen", "fix one of the two days"}},
		},
	},
	{
		code: "invalid-id", severity: Error,
		meaning: translation{"Een naam waarmee de site iets aanwijst, heeft alleen kleine letters, cijfers en streepjes. De naam van het bestand is er ook een.",
			"A name by which the site points at something has only small letters, digits and dashes. The name of a file is one too."},
		example: "Overvecht (1).md        # fout\novervecht.md            # goed",
		remedy:  translation{"Gebruik de naam die de melding voorstelt.", "Use the name that the message suggests."},
		messages: []message{
			{name: IDInvalid, text: translation{`"%s" is geen goed id: gebruik kleine letters (a–z), cijfers en losse streepjes ertussen`,
				`"%s" is not a valid id: use small letters (a–z), digits and single hyphens in between`}},
			{name: IDInvisible, text: translation{`in "%s" staat een teken dat u niet ziet, en dat er niet in hoort`,
				`"%s" holds a character that you do not see, and that does not belong there`}},
			{name: IDTooLong, text: translation{"dit id is te lang: %d tekens is het meeste", "this id is too long: %d characters is the most"}},
			{name: FileNameInvalid, text: translation{`de bestandsnaam "%s" is geen goed id: gebruik kleine letters (a–z), cijfers en losse streepjes ertussen`,
				`the file name "%s" is not a valid id: use small letters (a–z), digits and single hyphens in between`}},
			{name: AssetNameInvalid, text: translation{`"%s" is geen goede bestandsnaam: niet elke computer kan er een bestand onder bewaren`,
				`"%s" is not a good file name: not every computer can keep a file under it`}},
		},
	},
	{
		code: "invalid-code", severity: Error,
		meaning: translation{"De CBS-code klopt niet: zij heeft een andere vorm, of is van een andere gemeente.",
			"The CBS code is wrong: it has another form, or is of another municipality."},
		example: "code: WK34403           # fout\ncode: WK034403          # goed",
		remedy: translation{"Zoek de code op bij het CBS. Een wijk heeft WK en zes tekens, een buurt BU en acht, een gemeente GM en vier.",
			"Look the code up at CBS. A wijk has WK and six characters, a buurt BU and eight, a municipality GM and four."},
		messages: []message{
			{name: CodeInvalid, text: translation{`"%s" is geen code van het CBS voor dit soort gebied`,
				`"%s" is not a CBS code for this kind of area`}},
			{name: CodeOfOtherCity, text: translation{`de code "%s" is van een andere gemeente: na de letters hoort %s te staan`,
				`the code "%s" is of another municipality: %s should follow the letters`},
				hint: translation{"zoek de code op bij het CBS, of verbeter gemeentecode in site.yaml",
					"look the code up at CBS, or fix gemeentecode in site.yaml"}},
		},
	},
}
