package diag

// Warnings: the site is published, but somebody should have a look. The comments name the arguments.
const (
	HTMLFound          Message = "raw-html"          // tags
	AltMissing         Message = "image-without-alt" // image
	HeadingSkipped     Message = "heading-skip"      // from level, to level
	HeadingEmpty       Message = "heading-skip/empty"
	LinkTextEmpty      Message = "vague-link-text/empty"                // target
	LocalLink          Message = "local-link"                           // address
	LinkTextVague      Message = "vague-link-text"                      // text
	LinkUnpublished    Message = "unpublished-link"                     // target
	BSNFound           Message = "personal-data"                        // number
	MobileFound        Message = "personal-data/mobile"                 // number
	MailFound          Message = "personal-data/mail"                   // address
	NeedMissing        Message = "commitment-without-need"              // commitment
	OutsidePeriod      Message = "commitment-outside-period"            // commitment, year, period
	OutOfOrder         Message = "progress-out-of-order"                // date, earlier date
	CodeOfOtherWijk    Message = "code-name-mismatch"                   // code, name on the map, name of the wijk
	BuurtOfOtherWijk   Message = "code-name-mismatch/buurt"             // code, wijk, how it should begin
	SectionUnused      Message = "unused-need-section"                  // id
	SectionOfOther     Message = "unused-need-section/section-of-other" // id, file
	ValueTruncated     Message = "truncated-value"                      // what was kept, what was lost
	PropertyTruncated  Message = "truncated-value/property"             // what was lost, what was kept
	CommentAfterList   Message = "truncated-value/after-list"           // what was lost
	NoteUnused         Message = "dropped-text"
	AttributeDropped   Message = "dropped-text/attribute" // what was dropped
	WordDropped        Message = "dropped-text/word"      // the first word that was dropped
	TimesDropped       Message = "dropped-text/times"     // a product, such as 5*5
	TildeDropped       Message = "dropped-text/tilde"     // a formula, such as CO~2~
	MarkupLink         Message = "visible-markup"         // what stays visible
	MarkupReference    Message = "visible-markup/reference"
	MarkupNote         Message = "visible-markup/note"
	MarkupHeading      Message = "visible-markup/heading"
	MarkupID           Message = "visible-markup/id"
	MarkupBold         Message = "visible-markup/bold"
	MarkupUnclosed     Message = "visible-markup/unclosed"
	MarkupForeign      Message = "visible-markup/foreign"
	MarkupInText       Message = "visible-markup/in-text"
	MarkupTable        Message = "visible-markup/table"
	MarkupList         Message = "visible-markup/list"
	ValueWordQuotes    Message = "word-quotes"
	LinkToNothing      Message = "unknown-file/link-to-nothing"
	LinkToFolder       Message = "unknown-file/link-to-folder"
	NotAFile           Message = "unknown-file/not-a-file"
	FolderUnknown      Message = "unknown-file"                   // folder
	FolderUnread       Message = "unknown-file/folder-unread"     // folder, how many names are in it, the first of them
	ExtensionUnknown   Message = "unknown-file/extension-unknown" // file
	FileUnknown        Message = "unknown-file/file-unknown"      // file
	FileNameless       Message = "unknown-file/nameless"
	ThemeFolderUnknown Message = "unknown-file/theme-folder"        // folder
	ThemeFolderInside  Message = "unknown-file/theme-folder-inside" // folder, folder that it is in
	ThemeFileUnknown   Message = "unknown-file/theme-file"          // file
	ThemeNotAFile      Message = "unknown-file/theme-not-a-file"    // file
	ThemeNotAFolder    Message = "unknown-file/theme-not-a-folder"  // name
	ThemeEmpty         Message = "unknown-file/theme-empty"
	CopyFound          Message = "copy-of-file"                         // file, original
	ThemeCopyFound     Message = "copy-of-file/theme"                   // file, original
	MediaLarge         Message = "large-file"                           // size, limit
	AreaUnknown        Message = "area-without-wijk"                    // code
	AreasWithoutCode   Message = "area-without-wijk/no-code"            // how many
	AreasOtherCode     Message = "area-without-wijk/other-code"         // how many, one of their codes
	AreasOfOthers      Message = "area-without-wijk/other-municipality" // how many
	WijkUndrawn        Message = "wijk-without-area"                    // wijk, code
	WijkUncoded        Message = "wijk-without-area/no-code"            // wijk
	ContrastLow        Message = "low-contrast"                         // colour, ground, contrast
	ColorUnknown       Message = "low-contrast/color-unknown"           // token, value
	SemicolonMissing   Message = "low-contrast/semicolon-missing"       // token
	SecurityExpiring   Message = "security-contact-expiring"            // date
	NoBaseURL          Message = "missing-base-url"
	LostToOther        Message = "lost-commitment"              // commitment, successor, needs
	LostToHidden       Message = "lost-commitment/hidden"       // commitment, successor
	LostToEnded        Message = "lost-commitment/ended"        // commitment, successor
	LostInCircle       Message = "lost-commitment/circle"       // commitment, successor
	AnswerAgainst      Message = "contradicting-answer"         // department, need, commitment
	ProgressTwice      Message = "duplicate-progress"           // date
	AnswerTwice        Message = "duplicate-progress/answer"    // date
	JudgementTwice     Message = "duplicate-progress/judgement" // date
	DateUnlikely       Message = "unlikely-date"                // date, period of a programme
	JudgedUnlikely     Message = "unlikely-date/vision"         // date, period of a vision
	PeriodUnlikely     Message = "unlikely-date/period"         // period, year of the reference date
)

// folderNames says which folders are read, and what to do with another one.
var folderNames = translation{"de mappen heten wijken, wijkvisies, diensten, programmas, paginas, media, bestanden en kaart; begin de naam van een andere map met een _",
	"the folders are called wijken, wijkvisies, diensten, programmas, paginas, media, bestanden and kaart; begin the name of another folder with a _"}

var warningKinds = []kind{
	{
		code: "raw-html", severity: Warning,
		meaning: translation{"In de tekst staat HTML. De site laat de codes weg en houdt de tekst ertussen.",
			"There is HTML in the text. The site leaves the tags out and keeps the text between them."},
		example: "Dit is <b>belangrijk</b>.",
		remedy:  translation{"Gebruik Markdown: **vet**, *schuin*, [tekst](adres).", "Use Markdown: **bold**, *italic*, [text](address)."},
		messages: []message{
			{name: HTMLFound, text: translation{"HTML wordt niet overgenomen: %s", "HTML is left out: %s"}},
			{name: HTMLPasted, text: translation{"deze tekst is geplakt met de codes van %s erin, en die worden niet overgenomen: %s",
				"this text was pasted with the codes of %s in it, and those are left out: %s"},
				hint: translation{"plak de tekst opnieuw zonder opmaak (Ctrl+Shift+V), en schrijf wat vet of een link moet zijn in Markdown: **vet**, [tekst](adres)",
					"paste the text again without formatting (Ctrl+Shift+V), and write what has to be bold or a link in Markdown: **bold**, [text](address)"}},
		},
	},
	{
		code: "image-without-alt", severity: Warning,
		meaning: translation{"Wie de afbeelding niet ziet, hoort niet wat erop staat.", "People who cannot see the image are not told what is in it."},
		example: "![](../media/markt.jpg)",
		remedy:  translation{"Beschrijf tussen de rechte haken wat er te zien is.", "Describe between the square brackets what can be seen."},
		messages: []message{
			{name: AltMissing, text: translation{`bij de afbeelding "%s" staat niet wat er te zien is`, `the image "%s" has no description`}},
		},
	},
	{
		code: "heading-skip", severity: Warning,
		meaning: translation{"De koppen slaan een niveau over. Wie met een schermlezer leest, mist dan een stap.",
			"The headings skip a level. People who use a screen reader then miss a step."},
		example: "## Groen\n#### Bomen",
		remedy:  translation{"Gebruik na ## eerst ###, en dan pas ####.", "After ## use ### first, and only then ####."},
		messages: []message{
			{name: HeadingEmpty, text: translation{"deze kop heeft geen tekst", "this heading has no text"},
				hint: translation{"schrijf de tekst achter het hekje, of haal de regel weg", "write the text behind the number sign, or remove the line"}},
			{name: HeadingSkipped, text: translation{"de koppen slaan een niveau over: van %d naar %d", "the headings skip a level: from %d to %d"}},
		},
	},
	{
		code: "vague-link-text", severity: Warning,
		meaning: translation{"De tekst van de link zegt niet waar hij heen gaat. Veel mensen lezen alleen de links.",
			"The text of the link does not say where it goes. Many people read only the links."},
		example: "Lees [hier](plan.pdf) het plan.        # beter: Lees [het plan](plan.pdf).",
		remedy:  translation{"Maak van de woorden die het zeggen de link.", "Make the words that say it the link."},
		messages: []message{
			{name: LinkTextEmpty, text: translation{`de link naar "%s" heeft geen tekst, en is dus niet te zien`, `the link to "%s" has no text, and so cannot be seen`}},
			{name: LinkTextVague, text: translation{`de linktekst "%s" zegt niet waar de link heen gaat`,
				`the link text "%s" does not say where the link goes`}},
		},
	},
	{
		code: "unpublished-link", severity: Warning,
		meaning: translation{"De link gaat naar iets dat nog niet op de site staat: een concept, of iets onder embargo. Hij wordt gewone tekst.",
			"The link goes to something that is not on the site yet: a draft (concept), or something under embargo. It becomes plain text."},
		example: "[de nieuwe visie](../wijkvisies/oost-2015.md)",
		remedy: translation{"Niets, als dat de bedoeling is: de link komt vanzelf als de pagina er is.",
			"Nothing, if that is intended: the link appears by itself once the page is there."},
		messages: []message{
			{name: LinkUnpublished, text: translation{`de link naar "%s" wordt gewone tekst, want dat is nog niet gepubliceerd`,
				`the link to "%s" becomes plain text, because that is not published yet`}},
		},
	},
	{
		code: "personal-data", severity: Warning,
		meaning: translation{"Hier staat iets dat van een persoon is: een burgerservicenummer, een mobiel nummer of een mailadres van thuis.",
			"Here is something that belongs to a person: a citizen service number, a mobile number or a mail address at home."},
		example: "Bel Jan: 06-12345678",
		remedy: translation{"Laat het weg. Hoe iemand van de gemeente te bereiken is, hoort bij contact of wijkregisseur.",
			"Leave it out. How to reach somebody of the municipality belongs in contact or wijkregisseur."},
		messages: []message{
			{name: BSNFound, text: translation{`"%s" lijkt een burgerservicenummer; dat mag niet op een openbare pagina staan`,
				`"%s" looks like a citizen service number, which must not be on a public page`}},
			{name: MobileFound, text: translation{`"%s" is een mobiel nummer, misschien van een bewoner`,
				`"%s" is a mobile number, perhaps a resident's`}},
			{name: MailFound, text: translation{`"%s" lijkt het mailadres van een bewoner`, `"%s" looks like a resident's mail address`}},
		},
	},
	{
		code: "commitment-without-need", severity: Warning,
		meaning: translation{"De toezegging noemt geen behoefte. Op de site is dan niet te zien waarom de dienst dit doet.",
			"The commitment names no need. The site then cannot show why the department does this."},
		example: "- id: sw-2011-020\n  titel: Nieuwe stoeptegels",
		remedy:  translation{"Noem de behoefte bij behoeften, of de wijk bij wijken.", "Name the need at behoeften, or the wijk at wijken."},
		messages: []message{
			{name: NeedMissing, text: translation{`toezegging "%s" noemt geen behoefte`, `commitment "%s" names no need`}},
		},
	},
	{
		code: "commitment-outside-period", severity: Warning,
		meaning: translation{"De toezegging is van een jaar waarvoor de wijkvisie niet geldt.",
			"The commitment is for a year that the vision does not cover."},
		example: "jaar: 2016              # de wijkvisie is voor 2011–2014",
		remedy: translation{"Kijk of het jaar van het programma klopt, en of de behoefte die van de goede wijkvisie is.",
			"See whether the year of the programme is right, and whether the need is from the right vision."},
		messages: []message{
			{name: OutsidePeriod, text: translation{`toezegging "%s" is van %s, maar de wijkvisie geldt voor %s`,
				`commitment "%s" is for %s, but the vision is for %s`}},
		},
	},
	{
		code: "progress-out-of-order", severity: Warning,
		meaning: translation{"In de voortgang staat een oudere dag na een nieuwere. De nieuwste dag telt.",
			"In the log, an older day comes after a newer one. The newest day counts."},
		example: "- {datum: 2012-03-15, …}\n- {datum: 2011-04-11, …}",
		remedy:  translation{"Zet de regels op volgorde van datum, of verbeter de datum.", "Put the lines in order of date, or fix the date."},
		messages: []message{
			{name: OutOfOrder, text: translation{"%s staat na %s: de voortgang staat niet op volgorde van datum",
				"%s comes after %s: the log is not in order of date"}},
		},
	},
	{
		code: "code-name-mismatch", severity: Warning,
		meaning: translation{"De CBS-code is van een ander gebied dan de naam zegt.", "The CBS code belongs to a different area than the name says."},
		example: "naam: Overvecht\ncode: WK034404          # dat is Noordoost",
		remedy:  translation{"Zoek op welke van de twee klopt.", "Look up which of the two is right."},
		messages: []message{
			{name: CodeOfOtherWijk, text: translation{`de code %s is op de kaart van "%s", niet van "%s"`,
				`on the map, the code %s belongs to "%s", not to "%s"`}},
			{name: BuurtOfOtherWijk, text: translation{"de code %s is niet van een buurt in %s: die begint met %s",
				"the code %s is not that of a buurt in %s, which begins with %s"}},
		},
	},
	{
		code: "unused-need-section", severity: Warning,
		meaning: translation{"Een kop heeft tussen accolades een naam die op die van een behoefte lijkt, maar er geen is. Het stuk komt dan niet bij de behoefte te staan.",
			"A heading has a name in braces that looks like a need's but is not one. The passage is then not shown with the need."},
		example: "## Oversteken {#veilige-overstek}",
		remedy:  translation{"Schrijf de naam precies zoals bij de behoefte.", "Write the name exactly as it is at the need."},
		messages: []message{
			{name: SectionUnused, text: translation{"de kop {#%s} hoort bij geen behoefte van deze wijkvisie",
				"the heading {#%s} belongs to no need of this wijkvisie"}},
			{name: SectionOfOther, text: translation{"de kop {#%s} is van een behoefte in %s", "the heading {#%s} belongs to a need in %s"},
				hint: translation{"gebruik de naam van een behoefte van deze wijkvisie, of haal {#…} weg",
					"use the name of a need of this vision, or remove {#…}"}},
		},
	},
	{
		code: "truncated-value", severity: Warning,
		meaning: translation{"Een spatie met een # erna begint een opmerking. Wat daarachter staat, hoort niet bij de tekst.",
			"A space with a # after it begins a comment. What follows it is not part of the text."},
		example: "titel: Speelplek #2            # de titel is nu Speelplek\ntitel: \"Speelplek #2\"",
		remedy:  translation{"Zet de hele tekst tussen aanhalingstekens.", "Put the whole text in quotes."},
		messages: []message{
			{name: ValueTruncated, text: translation{`hier blijft alleen "%s" over: na een spatie is "%s" een opmerking die niemand ziet`,
				`only "%s" is left here: after a space, "%s" is a comment that nobody sees`}},
			{name: PropertyTruncated, text: translation{`"%s" komt niet op de site, alleen "%s": een woord dat met & of ! begint, is hier geen tekst`,
				`"%s" is not published, only "%s" is: here, a word that begins with & or ! is not text`}},
			{name: CommentAfterList, text: translation{`"%s" komt niet op de site: wat met # begint, is hier een opmerking die niemand ziet`,
				`"%s" is not published: what begins with # is a comment here that nobody sees`}},
		},
	},
	{
		code: "local-link", severity: Warning,
		meaning: translation{"Dit adres is er alleen op de computer van wie het schreef. Bezoekers komen er niet.",
			"This address exists only on the computer of whoever wrote it. Visitors cannot reach it."},
		example: "[de wijk](http://127.0.0.1:4011/wijken/oost/)     # [de wijk](../wijken/oost.md)",
		remedy: translation{"Verwijs naar het bestand, zoals ../wijken/oost.md, of naar een adres dat iedereen kan openen.",
			"Refer to the file, as in ../wijken/oost.md, or to an address that everybody can open."},
		messages: []message{
			{name: LocalLink, text: translation{`"%s" werkt alleen op uw eigen computer of in uw eigen netwerk`, `"%s" only works on your own computer or in your own network`}},
		},
	},
	{
		code: "dropped-text", severity: Warning,
		meaning: translation{"Wat hier staat, komt niet op de site: Markdown ziet het aan voor iets dat niet getoond wordt.",
			"What stands here is not published: Markdown takes it for something that is not shown."},
		example: "| Plein | Boom |\n|---|---|\n| Noord | 3 | 4 |      # de 4 valt buiten de tabel",
		remedy:  translation{"Schrijf het zo dat het te zien is, of haal het weg.", "Write it so that it can be seen, or remove it."},
		messages: []message{
			{name: NoteUnused, text: translation{"deze voetnoot komt niet op de site: nergens in de tekst staat een verwijzing ernaar",
				"this footnote is not published: nothing in the text refers to it"},
				hint: translation{"zet de verwijzing, zoals [^1], in de tekst, of haal de noot weg", "put the reference, such as [^1], in the text, or remove the note"}},
			{name: AttributeDropped, text: translation{`"%s" komt niet op de site: tussen de accolades van een kop telt alleen het id`,
				`"%s" is not published: in the braces of a heading only the id counts`},
				hint: translation{"laat alleen het id staan, zoals {#veilig-oversteken}", "leave only the id, such as {#veilig-oversteken}"}},
			{name: WordDropped, text: translation{`vanaf "%s" komt deze regel niet op de site`, `from "%s" on this line is not published`},
				hint: translation{`hoort een | in deze rij bij de tekst, schrijf die dan als \|; is het een cel te veel, geef dan ook de bovenste rij die kolom`,
					`if a | in this row is part of the text, write it as \|; if it is a cell too many, give the first row that column too`}},
			{name: TimesDropped, text: translation{`in "%s" komt het sterretje niet op de site: Markdown ziet het aan voor het begin of het einde van schuine tekst`,
				`in "%s" the asterisk is not published: Markdown takes it for the beginning or the end of italics`}},
			{name: TildeDropped, text: translation{`in "%s" komen de tildes niet op de site: Markdown streept door wat ertussen staat`,
				`in "%s" the tildes are not published: Markdown strikes out what stands between them`}},
		},
	},
	{
		code: "visible-markup", severity: Warning,
		meaning: translation{"Deze tekens waren anders bedoeld, meestal als opmaak, maar staan zo op de site.",
			"These characters were meant as something else, mostly as markup, but are shown as they are."},
		example: "[tekst] (https://example.nl)     # er hoort geen spatie tussen",
		remedy:  translation{"Schrijf de opmaak zoals Markdown haar leest.", "Write the markup as Markdown reads it."},
		messages: []message{
			{name: MarkupLink, text: translation{"dit wordt geen link, maar staat zo op de site: %s", "this becomes no link, but is shown as it is: %s"}},
			{name: MarkupReference, text: translation{"dit wordt geen link, maar staat zo op de site: %s", "this becomes no link, but is shown as it is: %s"},
				hint: translation{"schrijf het adres erachter: [tekst](adres)", "write the address behind it: [text](address)"}},
			{name: MarkupNote, text: translation{"%s staat zo op de site: er is geen voetnoot met deze naam", "%s is shown as it is: there is no footnote of this name"},
				hint: translation{"schrijf de noot op een eigen regel: [^1]: de tekst van de noot; of haal de verwijzing weg", "write the note on a line of its own: [^1]: the text of the note; or remove the reference"}},
			{name: MarkupHeading, text: translation{"dit wordt geen kop, maar staat zo op de site: %s", "this becomes no heading, but is shown as it is: %s"}},
			{name: MarkupID, text: translation{"%s staat zo op de site: het is geen id van een kop", "%s is shown as it is: it is no id of a heading"},
				hint: translation{"zet het id achter een kop, zonder spaties en punten: ## Kop {#mijn-id}", "put the id behind a heading, without spaces and points: ## Heading {#my-id}"}},
			{name: MarkupBold, text: translation{"dit wordt niet vet, maar staat zo op de site: %s", "this does not become bold, but is shown as it is: %s"},
				hint: translation{"zet een spatie achter de laatste sterretjes, en geen spatie binnen de sterretjes: **let op:** tekst", "put a space behind the last asterisks, and none inside them: **note:** text"}},
			{name: MarkupUnclosed, text: translation{"deze sterretjes worden niet gesloten en staan zo op de site: %s", "these asterisks are not closed and are shown as they are: %s"},
				hint: translation{`zet ook ** achter het laatste woord dat vet moet zijn; horen de sterretjes bij de tekst, schrijf dan \*\*`, `put ** behind the last word that should be bold too; if the asterisks are part of the text, write \*\*`}},
			{name: MarkupForeign, text: translation{"%s staat zo op de site: dit is opmaak van een ander programma", "%s is shown as it is: this is markup of another program"},
				hint: translation{"haal het weg; was het een link, schrijf dan [tekst](adres)", "remove it; if it was a link, write [text](address)"}},
			{name: MarkupInText, text: translation{"%s staat zo op de site: in deze tekst werkt geen opmaak", "%s is shown as it is: no markup works in this text"},
				hint: translation{"schrijf alleen de woorden; opmaak en links werken in de tekst onder het blok gegevens", "write the words alone; markup and links work in the text below the block of data"}},
			{name: MarkupTable, text: translation{"dit wordt geen tabel, maar staat zo op de site: %s", "this becomes no table, but is shown as it is: %s"}},
			{name: MarkupList, text: translation{"dit wordt geen lijst, maar staat zo op de site: %s", "this becomes no list, but is shown as it is: %s"}},
			{name: PageFoot, text: translation{`"%s" staat zo tussen de tekst: het is de voet van een bladzijde uit een ander document`,
				`"%s" is shown within the text: it is the foot of a page of another document`},
				hint: translation{"haal de regel weg", "remove the line"}},
			{name: Misread, text: translation{`"%s" staat zo op de site: dit is ooit met de verkeerde tekencodering gelezen`,
				`"%s" is shown as it is: it was once read in the wrong character encoding`},
				hint: translation{"typ het woord opnieuw", "type the word again"}},
			{name: MisreadMore, text: translation{"in deze tekst staan nog %d woorden die met de verkeerde tekencodering zijn gelezen",
				"this text has %d more words that were read in the wrong character encoding"},
				hint: translation{`plak de tekst opnieuw, of laat "wijkvisie check --fix" haar verbeteren`, `paste the text again, or have "wijkvisie check --fix" mend it`}},
		},
	},
	{
		code: "word-quotes", severity: Warning,
		meaning: translation{"De hele waarde staat tussen de aanhalingstekens van een tekstverwerker. Die horen voor de site bij de tekst; de rechte aanhalingstekens van een gewone tekst niet.",
			"The whole value stands in the quotes of a word processor. To the site those are part of the text; the straight quotes of an ordinary text are not."},
		example: "titel: “Oost vooruit”         # op de site staan de aanhalingstekens erbij\ntitel: \"Oost vooruit\"",
		remedy: translation{"Zet rechte aanhalingstekens om de waarde, of geen. Horen de aanhalingstekens erbij, zet dan rechte om het geheel: \"“Oost vooruit”\".",
			"Put straight quotes around the value, or none. When the quotes belong to it, put straight ones around the whole: \"“Oost vooruit”\"."},
		messages: []message{
			{name: ValueWordQuotes, text: translation{"om deze waarde staan de aanhalingstekens van een tekstverwerker, en die horen hier bij de tekst",
				"the quotes of a word processor stand around this value, and here they are part of the text"}},
		},
	},
	{
		code: "unknown-file", severity: Warning,
		meaning: translation{"Dit bestand of deze map wordt niet gelezen: de naam is anders dan de site verwacht.",
			"This file or folder is not read: its name is not what the site expects."},
		example: "wijkvisie/oost.MD       # wijkvisies/oost.md",
		remedy: translation{"Geef het de naam die de site verwacht, of haal het weg.",
			"Give it the name that the site expects, or remove it."},
		messages: []message{
			{name: LinkToNothing, text: translation{"dit is een snelkoppeling naar een bestand dat er niet is",
				"this is a link to a file that does not exist"}},
			{name: LinkToFolder, text: translation{"dit is een snelkoppeling naar een map, en die worden niet gevolgd",
				"this is a link to a folder, and those are not followed"}},
			{name: NotAFile, text: translation{"dit is geen gewoon bestand en wordt niet gelezen", "this is not an ordinary file and is not read"},
				hint: translation{"haal het weg, of zet er een gewoon bestand voor in de plaats", "remove it, or put an ordinary file in its place"}},
			{name: FolderUnknown, text: translation{`de map "%s" wordt niet gelezen`, `the folder "%s" is not read`},
				hint: folderNames},
			{name: FolderUnread, text: translation{`de map "%s" wordt niet gelezen; niet op de site (%d): %s`, `the folder "%s" is not read; not on the site (%d): %s`},
				hint: folderNames},
			{name: ExtensionUnknown, text: translation{`het bestand "%s" wordt niet gelezen: de naam eindigt niet zoals het hoort`,
				`the file "%s" is not read: its name does not end as it should`},
				hint: translation{"haal het weg, of zet het in media/ als een tekst ernaar verwijst", "remove it, or put it in media/ if a text refers to it"}},
			{name: FileUnknown, text: translation{`het bestand "%s" wordt niet gelezen`, `the file "%s" is not read`},
				hint: translation{"haal het weg, of zet het in bestanden/ als het op de site moet komen",
					"remove it, or put it in bestanden/ if it has to be on the site"}},
			{name: FileNameless, text: translation{"dit bestand wordt niet gelezen: het heeft geen naam, alleen een uitgang",
				"this file is not read: it has no name, only an extension"}},
			{name: ThemeFolderUnknown, folder: themeFolder, text: translation{`de map "%s" van het thema wordt niet gelezen`, `the folder "%s" of the theme is not read`}},
			{name: ThemeFolderInside, folder: themeFolder, text: translation{`de map "%s" van het thema wordt niet gelezen: alleen wat los in %s/ staat`,
				`the folder "%s" of the theme is not read: only what stands loose in %s/`},
				hint: translation{"zet de bestanden een map hoger, of haal de map weg", "put the files one folder up, or remove the folder"}},
			{name: ThemeFileUnknown, folder: themeFolder, text: translation{`het bestand "%s" van het thema wordt niet gelezen`, `the file "%s" of the theme is not read`},
				hint: translation{"haal het weg, of geef het een naam die wel gelezen wordt: die van een sjabloon van het gewone thema (page.html), een die met _ begint, nl.txt of en.txt",
					"remove it, or give it a name that is read: that of a template of the default theme (page.html), one that begins with _, nl.txt or en.txt"}},
			{name: ThemeNotAFile, folder: themeFolder, text: translation{`"%s" is geen gewoon bestand in het thema, en wordt niet gelezen`, `"%s" is not an ordinary file in the theme, and is not read`},
				hint: translation{"zet het bestand zelf op deze plek", "put the file itself in this place"}},
			{name: ThemeNotAFolder, folder: themeFolder, text: translation{`"%s" is geen map in het thema, en wordt niet gelezen`, `"%s" is not a folder in the theme, and is not read`},
				hint: translation{"zet de map zelf op deze plek", "put the folder itself in this place"}},
			{name: ThemeEmpty, folder: themeFolder, text: translation{"in deze map staat geen thema: er is geen map templates, words of assets",
				"there is no theme in this folder: it has no folder templates, words or assets"},
				hint: translation{"geef achter --theme de map waarin templates/, words/ of assets/ staat", "name the folder that has templates/, words/ or assets/ in it behind --theme"}},
		},
	},
	{
		code: "copy-of-file", severity: Warning,
		meaning: translation{"Dit bestand is een kopie van een ander. Een programma maakt zo'n kopie als twee mensen tegelijk iets veranderen, of als iets voor de tweede keer wordt bewaard. De site leest de kopie niet.",
			"This file is a copy of another one. A program makes such a copy when two people change something at the same time, or when something is saved a second time. The site does not read the copy."},
		example: "paginas/privacy.sync-conflict-20240115-103000-ABCDEFG.md",
		remedy: translation{"Vergelijk de twee. Neem in het gewone bestand over wat daar ontbreekt, en gooi de kopie weg.",
			"Compare the two. Put into the ordinary file what it lacks, and throw the copy away."},
		messages: []message{
			{name: CopyFound, text: translation{`"%s" is een kopie van %s en wordt niet gelezen`, `"%s" is a copy of %s and is not read`}},
			{name: ThemeCopyFound, folder: themeFolder, text: translation{`"%s" is een kopie van %s en wordt niet gelezen`, `"%s" is a copy of %s and is not read`}},
		},
	},
	{
		code: "large-file", severity: Warning,
		meaning: translation{"Het bestand is groot. Wie het op een telefoon opent, wacht lang en betaalt ervoor.",
			"The file is large. People who open it on a phone wait a long time and pay for it."},
		example: "media/wijkfeest.jpg     # 30 MB",
		remedy: translation{"Maak een foto kleiner voordat u haar plaatst, en bewaar een PDF voor het web.",
			"Make a photograph smaller before you place it, and save a PDF for the web."},
		messages: []message{
			{name: MediaLarge, text: translation{"dit bestand is groot: %d MB, meer dan %d MB", "this file is large: %d MB, more than %d MB"}},
		},
	},
	{
		code: "area-without-wijk", severity: Warning,
		meaning: translation{"Op de kaart staat een gebied waar geen wijk bij hoort.", "The map has an area that no wijk belongs to."},
		example: `"properties": {"statcode": "WK034411"}`,
		remedy: translation{"Geef de wijk de code van het gebied, of haal het gebied van de kaart.",
			"Give the wijk the code of the area, or take the area off the map."},
		messages: []message{
			{name: AreaUnknown, text: translation{"geen wijk heeft de code %s van dit gebied", "no wijk has the code %s of this area"}},
			{name: AreasWithoutCode, text: translation{"gebieden op de kaart zonder code, die niet worden getekend: %d",
				"areas of the map without a code, which are not drawn: %d"}},
			{name: AreasOtherCode, text: translation{"gebieden op de kaart met een andere code dan die van het CBS, die niet worden getekend: %d, zoals %q",
				"areas of the map with another code than that of CBS, which are not drawn: %d, such as %q"},
				hint: translation{"gebruik een bestand waarin ook de wijkcode van het CBS staat, zoals WK034403", "use a file that also has the code of CBS for a wijk, such as WK034403"}},
			{name: AreasOfOthers, text: translation{"gebieden op de kaart met een code van een andere gemeente, die niet worden getekend: %d",
				"areas of the map with a code of another municipality, which are not drawn: %d"},
				hint: translation{"niets, of gebruik een bestand met alleen de eigen gemeente", "nothing, or use a file of your own municipality only"}},
		},
	},
	{
		code: "wijk-without-area", severity: Warning,
		meaning: translation{"Een wijk staat niet op de kaart. In de lijst naast de kaart staat zij wel.",
			"A wijk is not on the map. It is in the list beside the map."},
		example: "code: WK034411",
		remedy: translation{"Kijk of de code van de wijk klopt, of voeg het gebied toe aan kaart/wijken.geojson.",
			"See whether the code of the wijk is right, or add the area to kaart/wijken.geojson."},
		messages: []message{
			{name: WijkUndrawn, text: translation{`wijk "%s" staat niet op de kaart: geen gebied heeft de code %s`,
				`wijk "%s" is not on the map: no area has the code %s`}},
			{name: WijkUncoded, text: translation{`wijk "%s" staat niet op de kaart, want zij heeft geen code`,
				`wijk "%s" is not on the map, because it has no code`},
				hint: translation{"zoek de wijkcode op bij het CBS, en voeg een regel toe zoals code: WK034403", "look up the code of the wijk at CBS, and add a line such as code: WK034403"}},
		},
	},
	{
		code: "low-contrast", severity: Warning,
		meaning: translation{"Twee kleuren van de huisstijl verschillen te weinig om te lezen, of hun verschil is niet te meten. De site kiest zelf een kleur.",
			"Two colours of the house style differ too little to be read, or their difference cannot be measured. The site chooses a colour itself."},
		example: "--utrecht-status-badge-success-color: #fff;",
		remedy: translation{"Kies in de huisstijl een kleur met meer contrast, ten minste 4,5 op 1.",
			"Choose a colour with more contrast in the house style, at least 4.5 to 1."},
		messages: []message{
			{name: ContrastLow, text: translation{"%s op %s is niet goed te lezen: het contrast is %s op 1",
				"%s on %s is hard to read: the contrast is %s to 1"}},
			{name: ColorUnknown, text: translation{`de site kent bij %s de kleur "%s" niet en gebruikt haar niet`,
				`the site does not know the colour at %s, "%s", and does not use it`},
				hint: translation{"schrijf de kleur als #1a3fa8, rgb(), hsl() of oklch()", "write the colour as #1a3fa8, rgb(), hsl() or oklch()"}},
			{name: SemicolonMissing, text: translation{"de waarde van %s loopt door in de volgende regel", "the value of %s continues on the next line"},
				hint: translation{"zet een puntkomma aan het eind van deze regel", "put a semicolon at the end of this line"}},
		},
	},
	{
		code: "security-contact-expiring", severity: Warning,
		meaning: translation{"Wie een lek in de site vindt, kijkt in security.txt bij wie hij dat meldt. Dat adres verloopt binnenkort, of is verlopen.",
			"People who find a security problem look in security.txt to see whom to tell. That address expires soon, or has expired."},
		example: "beveiliging: {contact: mailto:security@example.nl, verloopt: 2026-12-01}",
		remedy: translation{"Kijk of het adres nog klopt, en schrijf een nieuwe dag bij verloopt.",
			"See whether the address is still right, and write a new day at verloopt."},
		messages: []message{
			{name: SecurityExpiring, text: translation{"het contact voor beveiliging is geldig tot %s", "the contact for security is valid until %s"}},
		},
	},
	{
		code: "missing-base-url", severity: Warning,
		meaning: translation{"De site weet haar eigen adres niet. Vaste adressen, nieuwsfeeds en de sitemap worden weggelaten.",
			"The site does not know its own address. Permanent addresses, feeds and the sitemap are left out."},
		example: "basis-url: https://wijkvisies.example.nl",
		remedy:  translation{"Zet basis-url in site.yaml.", "Put basis-url in site.yaml."},
		messages: []message{
			{name: NoBaseURL, text: translation{"er is geen basis-url, dus de vaste adressen van de pagina's worden weggelaten",
				"there is no basis-url, so the permanent addresses of the pages are left out"}},
		},
	},
	{
		code: "lost-commitment", severity: Warning,
		meaning: translation{"Een toezegging is doorgeschoven naar een andere die haar niet overneemt. Voor de behoefte geldt zij dan als vervallen.",
			"A commitment was handed on to another that does not take it over. For the need it then counts as dropped."},
		example: "- {datum: 2012-01-10, status: doorgeschoven, naar: sw-2012-003, reden: …}    # sw-2012-003 noemt de behoefte niet",
		remedy: translation{"Noem de behoefte ook bij de toezegging die het overneemt, of schrijf bij naar een andere toezegging.",
			"Name the need at the commitment that takes over too, or write another commitment at naar."},
		messages: []message{
			{name: LostToOther, text: translation{`toezegging "%s" is doorgeschoven naar "%s", maar die noemt niet: %s`,
				`commitment "%s" was handed on to "%s", but that one does not name: %s`}},
			{name: LostToHidden, text: translation{`toezegging "%s" is doorgeschoven naar "%s", maar die staat niet op de site`,
				`commitment "%s" was handed on to "%s", but that one is not on the site`},
				hint: translation{"publiceer het programma dat het overneemt, of haal naar weg zolang dat er niet is",
					"publish the programme that takes over, or remove naar as long as there is none"}},
			{name: LostToEnded, text: translation{`toezegging "%s" is doorgeschoven naar "%s", maar die was toen al afgerond`,
				`commitment "%s" was handed on to "%s", but that one had ended by then`},
				hint: translation{"schrijf bij naar een toezegging die nog loopt, of haal naar weg", "write a commitment that has not ended at naar, or remove naar"}},
			{name: LostInCircle, text: translation{`toezegging "%s" is doorgeschoven naar "%s", en die op dezelfde dag weer terug`,
				`commitment "%s" was handed on to "%s", which was handed back on the same day`},
				hint: translation{"haal naar weg bij de toezegging die het overneemt", "remove naar from the commitment that takes over"}},
		},
	},
	{
		code: "contradicting-answer", severity: Warning,
		meaning: translation{"Wie nee zegt tegen een behoefte, heeft zelf een toezegging voor die behoefte nog lopen. Bewoners weten dan niet wat geldt.",
			"A department says no to a need while a commitment of its own to that need is still open. Residents then do not know which counts."},
		example: "toezeggingen:\n  - {id: sw-2011-014, behoeften: [oost/speelplek], …}\nantwoorden:\n  - {behoefte: oost/speelplek, antwoord: nee, …}",
		remedy: translation{"Haal het antwoord weg, of laat de toezegging vervallen met de reden. Kwam de toezegging na het antwoord, schrijf dan bij toegezegd-op wanneer.",
			"Remove the answer, or drop the commitment with the reason. If the commitment came after the answer, write when at toegezegd-op."},
		messages: []message{
			{name: AnswerAgainst, text: translation{`%s zegt nee tegen behoefte "%s", terwijl de eigen toezegging "%s" nog loopt`,
				`%s says no to need "%s", while its own commitment "%s" has not ended`}},
		},
	},
	{
		code: "duplicate-progress", severity: Warning,
		meaning: translation{"Dezelfde stap, hetzelfde antwoord of hetzelfde oordeel staat twee keer in een bestand, en zo ook op de site.",
			"The same step, answer or judgement is in a file twice, and so it is on the site."},
		example: "- {datum: 2011-04-11, status: in-uitvoering}\n- {datum: 2011-04-11, status: in-uitvoering}",
		remedy:  translation{"Haal een van de twee regels weg.", "Remove one of the two lines."},
		messages: []message{
			{name: ProgressTwice, text: translation{"de stap van %s staat er twee keer", "the step of %s is there twice"}},
			{name: AnswerTwice, text: translation{"het antwoord van %s staat er twee keer", "the answer of %s is there twice"}},
			{name: JudgementTwice, text: translation{"het oordeel van %s staat er twee keer", "the judgement of %s is there twice"}},
		},
	},
	{
		code: "unlikely-date", severity: Warning,
		meaning: translation{"De dag ligt jaren buiten de tijd waar het programma of de wijkvisie over gaat. Meestal is het jaar verkeerd getypt.",
			"The day is years away from the time that the programme or the vision is about. Usually the year was mistyped."},
		example: "datum: 2021-03-15      # in een programma van 2012",
		remedy:  translation{"Kijk of het jaar klopt.", "See whether the year is right."},
		messages: []message{
			{name: DateUnlikely, text: translation{"%s ligt ver buiten het programma, dat van %s is", "%s is far from the programme, which is for %s"}},
			{name: PeriodUnlikely, text: translation{"%s ligt ver van de dag waarop de site wordt gemaakt, in %d", "%s is far from the day of which the site is, in %d"}},
			{name: JudgedUnlikely, text: translation{"%s ligt ver buiten de wijkvisie, die van %s is", "%s is far from the vision, which is for %s"}},
		},
	},
}
