package diag

// The way out. The comments name the arguments.
const (
	DidYouMean           Message = "hint/did-you-mean" // what was meant
	Choose               Message = "hint/choose"       // the allowed values
	WriteAs              Message = "hint/write-as"     // the right form
	WriteDateAs          Message = "hint/write-date-as"
	WritePlannedAs       Message = "hint/write-planned-as"
	WriteIDAs            Message = "hint/write-id-as"
	QuoteValue           Message = "hint/quote-value" // the value, quoted
	QuoteInFlow          Message = "hint/quote-in-flow"
	AddKey               Message = "hint/add-key" // key, example
	AddReason            Message = "hint/add-reason"
	AddFrontMatter       Message = "hint/add-front-matter"
	CloseBlock           Message = "hint/close-block" // delimiter
	ResolveMerge         Message = "hint/resolve-merge"
	SaveAsUTF8           Message = "hint/save-as-utf8"
	MoveFile             Message = "hint/move-file" // folder
	RemoveOne            Message = "hint/remove-one"
	UseList              Message = "hint/use-list" // the list form
	UseText              Message = "hint/use-text"
	MakeSmaller          Message = "hint/make-smaller"
	NeedForm             Message = "hint/need-form"   // an example
	RenameFile           Message = "hint/rename-file" // new name
	MakeSite             Message = "hint/make-site"
	UseMarkdown          Message = "hint/use-markdown"
	DescribeImage        Message = "hint/describe-image"
	NameLink             Message = "hint/name-link"
	SaveImage            Message = "hint/save-image"
	SaveDrawing          Message = "hint/save-drawing"
	UseNewName           Message = "hint/use-new-name" // new id
	SafeLink             Message = "hint/safe-link"
	ReplaceLink          Message = "hint/replace-link"
	FormOf               Message = "hint/form-of"    // an example
	UsePeriod            Message = "hint/use-period" // the period
	RemoveSecondDocument Message = "hint/remove-second-document"
	QuoteText            Message = "hint/quote-text"
	UseSingleQuotes      Message = "hint/use-single-quotes"
	UseSpaces            Message = "hint/use-spaces"
	AlignLine            Message = "hint/align-line"
	CloseQuote           Message = "hint/close-quote" // the quote
	WriteKeyValue        Message = "hint/write-key-value"
	StartNewLine         Message = "hint/start-new-line"
)

func hintTexts() map[Message]translation {
	return map[Message]translation{
		SafeLink: {
			`verwijs naar een gewoon webadres (https://…), een mailadres of een bestand`,
			`link to a plain web address (https://…), a mail address or a file`,
		},
		DidYouMean: {
			`bedoelde u "%s"?`,
			`did you mean "%s"?`,
		},
		Choose: {
			`kies uit: %s`,
			`choose one of: %s`,
		},
		WriteAs: {
			`schrijf: %s`,
			`write: %s`,
		},
		WriteDateAs: {
			`schrijf een datum als jaar-maand-dag, zoals 2011-05-19`,
			`write a date as year-month-day, as in 2011-05-19`,
		},
		WritePlannedAs: {
			`schrijf 2011-05-19, 2011-10, 2011-Q3, 2011 of onbekend`,
			`write 2011-05-19, 2011-10, 2011-Q3, 2011 or onbekend`,
		},
		WriteIDAs: {
			`gebruik alleen kleine letters, cijfers en losse streepjes, zoals veilige-oversteek`,
			`use only small letters, digits and single hyphens, as in veilige-oversteek`,
		},
		QuoteValue: {
			`zet de tekst tussen aanhalingstekens: %s`,
			`put the text in quotes: %s`,
		},
		QuoteInFlow: {
			`staat er een komma in de tekst, zet de hele tekst dan tussen aanhalingstekens: "…"`,
			`when the text holds a comma, put all of it in quotes: "…"`,
		},
		AddKey: {
			`voeg een regel toe: %s: %s`,
			`add a line: %s: %s`,
		},
		AddReason: {
			`schrijf de reden erbij: reden: "…"`,
			`add the reason: reden: "…"`,
		},
		AddFrontMatter: {
			`begin het bestand met een regel ---, dan de gegevens, dan weer een regel ---`,
			`begin the file with a line ---, then the data, then a line --- again`,
		},
		CloseBlock: {
			`zet onder de gegevens een regel met alleen %s`,
			`put a line with only %s below the data`,
		},
		ResolveMerge: {
			`kies welke tekst blijft en haal de regels met <<<<<<<, ======= en >>>>>>> weg`,
			`choose which text stays and remove the lines with <<<<<<<, ======= and >>>>>>>`,
		},
		SaveAsUTF8: {
			`sla het bestand in uw tekstprogramma op als UTF-8`,
			`save the file as UTF-8 in your editor`,
		},
		MoveFile: {
			`verplaats het bestand naar %s`,
			`move the file to %s`,
		},
		RemoveOne: {
			`laat er één staan`,
			`keep one of them`,
		},
		UseList: {
			`schrijf een lijst: [%s]`,
			`write a list: [%s]`,
		},
		UseText: {
			`schrijf hier één tekst, zonder lijst en zonder onderdelen`,
			`write one text here, no list and no parts`,
		},
		MakeSmaller: {
			`maak het bestand kleiner of splits het`,
			`make the file smaller or split it`,
		},
		NeedForm: {
			`schrijf eerst de wijk, dan een schuine streep, dan de behoefte, zoals %s`,
			`write the wijk first, then a slash, then the need, as in %s`,
		},
		RenameFile: {
			`geef het bestand een andere naam, zoals %s`,
			`give the file another name, such as %s`,
		},
		MakeSite: {
			`maak in de map met inhoud een bestand site.yaml met titel, gemeente en themas`,
			`make a file site.yaml in the content folder with titel, gemeente and themas`,
		},
		UseMarkdown: {
			`gebruik Markdown: **vet**, *schuin*, [tekst](adres)`,
			`use Markdown: **bold**, *italic*, [text](address)`,
		},
		DescribeImage: {
			`beschrijf tussen de rechte haken wat er te zien is: ![…](…)`,
			`describe between the square brackets what can be seen: ![…](…)`,
		},
		SaveImage: {
			`bewaar de afbeelding opnieuw, als JPG, PNG, GIF of WebP`,
			`save the image again, as JPG, PNG, GIF or WebP`,
		},
		SaveDrawing: {
			`bewaar de tekening als gewone SVG, of als PNG`,
			`save the drawing as plain SVG, or as PNG`,
		},
		NameLink: {
			`zeg in de linktekst waar de link heen gaat`,
			`say in the link text where the link goes`,
		},
		UseNewName: {
			`schrijf voortaan "%s"`,
			`write "%s" from now on`,
		},
		ReplaceLink:          {`zet het bestand zelf op deze plek`, `put the file itself in this place`},
		FormOf:               {`schrijf het zoals %s`, `write it like %s`},
		UsePeriod:            {`schrijf "periode: %s"`, `write "periode: %s"`},
		RemoveSecondDocument: {`haal de regel met --- of ... weg die hierboven staat`, `remove the line of --- or ... above this`},
		QuoteText:            {`zet de hele tekst tussen aanhalingstekens`, `put the whole text in quotes`},
		UseSingleQuotes:      {`zet de tekst tussen enkele aanhalingstekens (')`, `put the text in single quotes (')`},
		UseSpaces:            {`vervang de tab door spaties`, `replace the tab by spaces`},
		AlignLine:            {`laat de regel evenveel inspringen als de regels ervoor of erna die bij hetzelfde horen`, `indent the line as much as the lines around it that belong to the same thing`},
		CloseQuote:           {`sluit de tekst af met %s`, `close the text with %s`},
		WriteKeyValue:        {`schrijf het zoals "titel: Wijkvisie Oost"`, `write it like "titel: Wijkvisie Oost"`},
		StartNewLine:         {`begin na de dubbele punt een nieuwe regel, en zet daar het streepje`, `begin a new line after the colon, and put the dash there`},
	}
}
