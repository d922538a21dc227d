package diag

// Problems of a key or a value. The comments name the arguments.
const (
	KeyTwice               Message = "duplicate-key"                   // key
	KeyUnknown             Message = "unknown-key"                     // key
	KeyUnknownEmpty        Message = "unknown-key/without-value"       // key without a value, in {…}
	KeyMissing             Message = "missing-key"                     // key
	KeyEmpty               Message = "missing-key/empty"               // key
	ProgressEmpty          Message = "missing-key/progress-empty"      //
	ReasonMissingWithdrawn Message = "missing-reason/withdrawn"        //
	ReasonMissingAnswer    Message = "missing-reason/answer"           //
	ReasonMissingDropped   Message = "missing-reason/dropped"          //
	ReasonMissingPostponed Message = "missing-reason/postponed"        //
	ReasonMissingDue       Message = "missing-reason/new-date"         //
	TypeWrong              Message = "wrong-type"                      // key, wanted, got
	ValueNotAllowed        Message = "invalid-value"                   // key, value
	ValueTooLittle         Message = "invalid-value/too-little"        // value, smallest
	ValueTooMuch           Message = "invalid-value/too-much"          // value, largest
	ValueNotWhole          Message = "invalid-value/not-whole"         // value
	ValueNotMoney          Message = "invalid-value/not-money"         // value
	ValueNotURL            Message = "invalid-value/not-url"           // value
	ValueNotEmail          Message = "invalid-value/not-email"         // value
	ValueNotLanguage       Message = "invalid-value/not-language"      // value
	ValueNotYear           Message = "invalid-value/not-year"          // value
	ValueNotPeriod         Message = "invalid-value/not-period"        // value
	PeriodReversed         Message = "invalid-value/period-reversed"   // value
	YearAndPeriod          Message = "invalid-value/year-and-period"   //
	ValueNotPoint          Message = "invalid-value/not-point"         //
	PointSwapped           Message = "invalid-value/point-swapped"     //
	ValueNotTile           Message = "invalid-value/not-tile"          //
	ValueInvisible         Message = "invalid-value/invisible"         // key
	ToWithoutPostponed     Message = "invalid-value/to-without-status" //
	DateInvalid            Message = "invalid-date"                    // value
	PlannedDateInvalid     Message = "invalid-date/planned"            // value
	DateNotInMonth         Message = "invalid-date/not-in-month"       // value, month, days
	DateReversed           Message = "invalid-date/reversed"           // last, first
	IDInvalid              Message = "invalid-id"                      // id
	IDTooLong              Message = "invalid-id/too-long"             // most characters
	FileNameInvalid        Message = "invalid-id/file-name"            // file name
	AssetNameInvalid       Message = "invalid-id/asset-name"           // file name
	CodeInvalid            Message = "invalid-code"                    // code
	CodeOfOtherCity        Message = "invalid-code/code-of-other-city" // code, digits of the municipality
	ValueTruncated         Message = "truncated-value"                 // what was kept, what was lost
)

func keyTexts() map[Message]translation {
	return map[Message]translation{
		KeyTwice: {
			`"%s" staat er twee keer`,
			`"%s" is there twice`,
		},
		KeyUnknown: {
			`"%s" is hier niet bekend`,
			`"%s" is not known here`,
		},
		KeyUnknownEmpty: {
			`"%s" is hier niet bekend en heeft geen waarde`,
			`"%s" is not known here and has no value`,
		},
		KeyMissing: {
			`"%s" ontbreekt`,
			`"%s" is missing`,
		},
		KeyEmpty: {
			`bij "%s" is niets ingevuld`,
			`"%s" has not been filled in`,
		},
		ProgressEmpty: {
			`deze regel voortgang zegt niets: geef een status, een tekst of een nieuwe datum (gereed)`,
			`this entry of progress says nothing: give a status, a text (tekst) or a new date (gereed)`,
		},
		ReasonMissingWithdrawn: {
			`de reden ontbreekt: een wijkvisie die is ingetrokken, heeft er een nodig`,
			`the reason (reden) is missing: a vision that was withdrawn needs one`,
		},
		ReasonMissingAnswer: {
			`de reden ontbreekt: een antwoord zonder toezegging heeft er een nodig`,
			`the reason (reden) is missing: an answer without a commitment needs one`,
		},
		ReasonMissingDropped: {
			`de reden ontbreekt: een toezegging die vervalt, heeft er een nodig`,
			`the reason (reden) is missing: a commitment that is dropped needs one`,
		},
		ReasonMissingPostponed: {
			`de reden ontbreekt: een toezegging die wordt doorgeschoven, heeft er een nodig`,
			`the reason (reden) is missing: a commitment that is moved needs one`,
		},
		ReasonMissingDue: {
			`de reden ontbreekt: een nieuwe datum (gereed) heeft er een nodig`,
			`the reason (reden) is missing: a new date (gereed) needs one`,
		},
		TypeWrong: {
			`bij "%s" hoort %s, en hier staat %s`,
			`"%s" takes %s, and this is %s`,
		},
		ValueNotAllowed: {
			`"%s" kan niet "%s" zijn`,
			`"%s" cannot be "%s"`,
		},
		ValueTooLittle: {
			`%s is te weinig; %d is het minste`,
			`%s is too little; %d is the least`,
		},
		ValueTooMuch: {
			`%s is te veel; %d is het meeste`,
			`%s is too much; %d is the most`,
		},
		ValueNotWhole: {
			`"%s" is geen heel getal in alleen cijfers`,
			`"%s" is not a whole number in digits only`,
		},
		ValueNotMoney: {
			`"%s" is geen bedrag in hele euro's: schrijf alleen cijfers, zonder punten, komma of euroteken`,
			`"%s" is not an amount in whole euros: write digits only, without points, comma or euro sign`,
		},
		ValueNotURL: {
			`"%s" is geen volledig webadres`,
			`"%s" is not a whole web address`,
		},
		ValueNotEmail: {
			`"%s" is geen mailadres`,
			`"%s" is not a mail address`,
		},
		ValueNotLanguage: {
			`"%s" is geen code van een taal`,
			`"%s" is not the code of a language`,
		},
		ValueNotYear: {
			`"%s" is geen jaartal`,
			`"%s" is not a year`,
		},
		ValueNotPeriod: {
			`"%s" is geen periode: schrijf twee jaartallen met een streepje ertussen, of één jaartal`,
			`"%s" is not a period: write two years with a hyphen between, or one year`,
		},
		PeriodReversed: {
			`de periode "%s" eindigt voordat hij begint`,
			`the period "%s" ends before it begins`,
		},
		YearAndPeriod: {
			`hier staan een jaar en een periode; schrijf er een van de twee`,
			`there are a year (jaar) and a period (periode); write one of the two`,
		},
		ValueNotPoint: {
			`dit is geen plek op de kaart: schrijf lengtegraad en breedtegraad, in graden met een punt`,
			`this is no place on the map: write longitude and latitude, in degrees with a point`,
		},
		PointSwapped: {
			`de breedtegraad staat voorop; de lengtegraad hoort eerst`,
			`the latitude comes first here; it should be the longitude`,
		},
		ValueNotTile: {
			`dit is geen plaats op de tegelkaart: schrijf een kolom en een rij`,
			`this is no place in the tile map: write a column and a row`,
		},
		ValueInvisible: {
			`in de tekst bij "%s" staat een onzichtbaar teken dat niet in tekst thuishoort`,
			`the text at "%s" holds an invisible character that does not belong in text`,
		},
		ToWithoutPostponed: {
			`"naar" kan alleen bij de status doorgeschoven`,
			`"naar" only goes with the status doorgeschoven`,
		},
		DateInvalid: {
			`"%s" is geen datum van het soort 2011-05-19: jaar, maand, dag`,
			`"%s" is not a date like 2011-05-19: year, month, day`,
		},
		PlannedDateInvalid: {
			`"%s" is geen datum als 2011-05-19, 2011-10, 2011-Q3, 2011 of onbekend`,
			`"%s" is not a date like 2011-05-19, 2011-10, 2011-Q3, 2011 or onbekend`,
		},
		DateNotInMonth: {
			`de dag "%s" bestaat niet: de maand %s heeft %d dagen`,
			`there is no such day as "%s": the month %s has %d days`,
		},
		DateReversed: {
			`de laatste dag (%s) is voor de eerste (%s)`,
			`the last day (%s) is before the first (%s)`,
		},
		IDInvalid: {
			`"%s" is geen goed id: gebruik kleine letters (a–z), cijfers en losse streepjes ertussen`,
			`"%s" is not a valid id: use small letters (a–z), digits and single hyphens in between`,
		},
		AssetNameInvalid: {
			`"%s" is geen goede bestandsnaam: niet elke computer kan er een bestand onder bewaren`,
			`"%s" is not a good file name: not every computer can keep a file under it`,
		},
		IDTooLong: {
			`dit id is te lang: %d tekens is het meeste`,
			`this id is too long: %d characters is the most`,
		},
		FileNameInvalid: {
			`de bestandsnaam "%s" is geen goed id: gebruik kleine letters (a–z), cijfers en losse streepjes ertussen`,
			`the file name "%s" is not a valid id: use small letters (a–z), digits and single hyphens in between`,
		},
		CodeInvalid: {
			`"%s" is geen code van het CBS voor dit soort gebied`,
			`"%s" is not a CBS code for this kind of area`,
		},
		CodeOfOtherCity: {
			`de code "%s" is van een andere gemeente: na de letters hoort %s te staan`,
			`the code "%s" is of another municipality: %s should follow the letters`,
		},
		ValueTruncated: {
			`hier blijft alleen "%s" over: na een spatie is "%s" een opmerking die niemand ziet`,
			`only "%s" is left here: after a space, "%s" is a comment that nobody sees`,
		},
	}
}
