package diag

// Hints say what to do about one diagnostic, with what WithHint is given as arguments. What to
// do about every diagnostic of a message stands in the row of that message, as its hint, or in
// that of its code, as the remedy. The comments name the arguments.
const (
	DidYouMean           Message = "hint/did-you-mean"  // what was meant
	Choose               Message = "hint/choose"        // the allowed values
	WriteAs              Message = "hint/write-as"      // the right form
	SerialDay            Message = "hint/serial-day"    // the number, the day
	ShortYear            Message = "hint/short-year"    // the day with the year in full
	LastOfMonth          Message = "hint/last-of-month" // the last day of the month
	WriteDateAs          Message = "hint/write-date-as"
	WritePlannedAs       Message = "hint/write-planned-as"
	WriteIDAs            Message = "hint/write-id-as"
	QuoteValue           Message = "hint/quote-value" // the value, quoted
	QuoteInFlow          Message = "hint/quote-in-flow"
	SpaceAfterHash       Message = "hint/space-after-hash" // the comment
	AddKey               Message = "hint/add-key"          // key, example
	AddReason            Message = "hint/add-reason"
	AddFrontMatter       Message = "hint/add-front-matter"
	CloseBlock           Message = "hint/close-block"     // delimiter
	DelimitInstead       Message = "hint/delimit-instead" // line, what it is, delimiter
	BlockFirst           Message = "hint/block-first"     // line of the delimiter
	ResolveMerge         Message = "hint/resolve-merge"
	SaveAsUTF8           Message = "hint/save-as-utf8"
	MoveFile             Message = "hint/move-file" // folder
	RemoveOne            Message = "hint/remove-one"
	EscapeLabel          Message = "hint/escape-label"
	BreakBlock           Message = "hint/break-block"
	BelowFence           Message = "hint/below-fence"
	UseList              Message = "hint/use-list"      // the list form
	InsertDashes         Message = "hint/insert-dashes" // the line of dashes below the first row of a table
	MakeSmaller          Message = "hint/make-smaller"
	NeedForm             Message = "hint/need-form"   // an example
	RenameFile           Message = "hint/rename-file" // new name
	MakeSite             Message = "hint/make-site"
	UseMarkdown          Message = "hint/use-markdown"
	ImportVision         Message = "hint/import-vision"
	ImportProgramme      Message = "hint/import-programme"
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
	FillKey              Message = "hint/fill-key"       // key, example
	FillKeyTOML          Message = "hint/fill-key-toml"  // key, example in TOML
	AddKeyTOML           Message = "hint/add-key-toml"   // key, example in TOML
	RenameFolder         Message = "hint/rename-folder"  // name, name that it has to have
	MoveContents         Message = "hint/move-contents"  // folder
	RenameFileTo         Message = "hint/rename-file-to" // name, name that it has to have
	MoveRecord           Message = "hint/move-record"
	PutInExtras          Message = "hint/put-in-extras" // name
	AddKeyJSON           Message = "hint/add-key-json"  // key, example in JSON
	FillKeyJSON          Message = "hint/fill-key-json" // key, example in JSON
	PutInMedia           Message = "hint/put-in-media"
	RemoveRow            Message = "hint/remove-row"
	UseOwnMap            Message = "hint/use-own-map"
	ExportMap            Message = "hint/export-map"
	RemoveSystem         Message = "hint/remove-system"
	RemoveGenerated      Message = "hint/remove-generated"
	RemoveSecurity       Message = "hint/remove-security"
	RemoveFormer         Message = "hint/remove-former"
	Because              Message = "hint/because" // what is wrong elsewhere, what to do about it
	LeaveFolder          Message = "hint/leave-folder"
	KeepOldID            Message = "hint/keep-old-id"           // what was meant, its file, id before
	KeepOldIDSomewhere   Message = "hint/keep-old-id-somewhere" // id before
	WriteTOML            Message = "hint/write-toml"
	IndentText           Message = "hint/indent-text"
	UseBlock             Message = "hint/use-block"
	RemoveEntry          Message = "hint/remove-entry"
	IndentBelow          Message = "hint/indent-below" // key
	RetypeAs             Message = "hint/retype-as"    // text
	BeginItem            Message = "hint/begin-item"   // the beginning of an item
	SplitSentence        Message = "hint/split-sentence"
	WritePlainly         Message = "hint/write-plainly"
	SimplerWord          Message = "hint/simpler-word" // words
	AddNeed              Message = "hint/add-need"     // need
	MapAgain             Message = "hint/map-again"
	MapSystems           Message = "hint/map-systems"
	AddAreaCode          Message = "hint/add-area-code"
	SwapCoordinates      Message = "hint/swap-coordinates" // coordinates in the right order
	SaveAsXLSX           Message = "hint/save-as-xlsx"
	RemovePassword       Message = "hint/remove-password"
	HideSheet            Message = "hint/hide-sheet"
	OneRowTogether       Message = "hint/one-row-together"
	AskSpreadsheet       Message = "hint/ask-spreadsheet"
	NewFileFirst         Message = "hint/new-file-first" // kind, id
	ReportStep           Message = "hint/report-step"
	DoubleQuotes         Message = "hint/double-quotes"
	AddColumn            Message = "hint/add-column" // name
	FillCell             Message = "hint/fill-cell"  // column, example
	FillReason           Message = "hint/fill-reason"
	AddByHand            Message = "hint/add-by-hand"
	ContrastRepaired     Message = "hint/contrast-repaired" // colour, contrast
	LeaveOut             Message = "hint/leave-out"
	RenewContact         Message = "hint/renew-contact"
)

var hints = []message{
	{name: DidYouMean, text: translation{`bedoelde u "%s"?`, `did you mean "%s"?`}},
	{name: Choose, text: translation{"kies uit: %s", "choose one of: %s"}},
	{name: WriteAs, text: translation{"schrijf: %s", "write: %s"}},
	{name: SerialDay, text: translation{"%s is het nummer van een dag in Excel, van %[2]s; bedoelde u die dag, schrijf dan %[2]s", "%s is the number of a day in Excel, of %[2]s; if you meant that day, write %[2]s"}},
	{name: LastOfMonth, text: translation{"vul de goede dag in; de laatste van die maand is %s", "fill in the right day; the last of that month is %s"}},
	{name: ShortYear, text: translation{"bedoelde u %s? Schrijf het jaar met vier cijfers", "did you mean %s? Write the year in four digits"}},
	{name: WriteDateAs, text: translation{"schrijf een datum als jaar-maand-dag, zoals 2011-05-19",
		"write a date as year-month-day, as in 2011-05-19"}},
	{name: WritePlannedAs, text: translation{"schrijf 2011-05-19, 2011-10, 2011-Q3, 2011, onbekend of doorlopend",
		"write 2011-05-19, 2011-10, 2011-Q3, 2011, onbekend or doorlopend"}},
	{name: WriteIDAs, text: translation{"gebruik alleen kleine letters, cijfers en losse streepjes, zoals veilige-oversteek",
		"use only small letters, digits and single hyphens, as in veilige-oversteek"}},
	{name: QuoteValue, text: translation{"zet de tekst tussen aanhalingstekens: %s", "put the text in quotes: %s"}},
	{name: QuoteInFlow, text: translation{`staat er een komma in de tekst, zet de hele tekst dan tussen aanhalingstekens: "…"`,
		`when the text holds a comma, put all of it in quotes: "…"`}},
	{name: AddKey, text: translation{"voeg een regel toe: %s: %s", "add a line: %s: %s"}},
	{name: AddReason, text: translation{`schrijf de reden erbij: reden: "…"`, `add the reason: reden: "…"`}},
	{name: AddFrontMatter, text: translation{"begin het bestand met een regel ---, dan de gegevens, dan weer een regel ---",
		"begin the file with a line ---, then the data, then a line --- again"}},
	{name: CloseBlock, text: translation{"zet onder de gegevens een regel met alleen %s", "put a line with only %s below the data"}},
	{name: DelimitInstead, text: translation{"maak van regel %d, nu “%s”, een regel met alleen %s", "make line %d, now “%s”, a line with only %s"}},
	{name: BlockFirst, text: translation{"begin het bestand met de regel --- die nu op regel %d staat, en zet wat erboven staat in de tekst onder het blok",
		"begin the file with the line --- that is line %d now, and put what stands above it in the text below the block"}},
	{name: ResolveMerge, text: translation{"kies welke tekst blijft en haal de regels met <<<<<<<, ======= en >>>>>>> weg",
		"choose which text stays and remove the lines with <<<<<<<, ======= and >>>>>>>"}},
	{name: SaveAsUTF8, text: translation{"sla het bestand in uw tekstprogramma op als UTF-8", "save the file as UTF-8 in your editor"}},
	{name: MoveFile, text: translation{"verplaats het bestand naar %s", "move the file to %s"}},
	{name: RemoveOne, text: translation{"laat er één staan", "keep one of them"}},
	{name: InsertDashes, text: translation{"zet onder deze regel een regel met streepjes: %s", "put a line of dashes below this line: %s"}},
	{name: BreakBlock, text: translation{"begin achter dit eerste teken een nieuwe regel, die evenveel inspringt als de regel eronder",
		"begin a new line behind this first character, indented like the line below it"}},
	{name: EscapeLabel, text: translation{`hoort dit bij de tekst, zet dan een \ voor de [; is het een adres waar niets naar verwijst, haal de regel dan weg`,
		`if this is part of the text, put a \ before the [; if it is an address that nothing refers to, remove the line`}},
	{name: BelowFence, text: translation{"zet deze tekst op een eigen regel, onder de regel waar zij nu staat", "put this text on a line of its own, below the line where it stands now"}},
	{name: UseList, text: translation{"schrijf een lijst: [%s]", "write a list: [%s]"}},
	{name: MakeSmaller, text: translation{"maak het bestand kleiner of splits het", "make the file smaller or split it"}},
	{name: NeedForm, text: translation{"schrijf eerst de wijk, dan een schuine streep, dan de behoefte, zoals %s",
		"write the wijk first, then a slash, then the need, as in %s"}},
	{name: RenameFile, text: translation{"geef het bestand een andere naam, zoals %s", "give the file another name, such as %s"}},
	{name: MakeSite, text: translation{"maak in de map met inhoud een bestand site.yaml met titel, gemeente en themas",
		"make a file site.yaml in the content folder with titel, gemeente and themas"}},
	{name: SpaceAfterHash, text: translation{`is het een opmerking, zet dan een spatie achter het hekje: %s; is het tekst, zet die dan tussen aanhalingstekens waar ze hoort`,
		`if it is a comment, put a space behind the number sign: %s; if it is text, put it in quotes where it belongs`}},
	{name: ImportVision, text: translation{"zet het document buiten deze map en maak er een concept van: wijkvisie import visie.docx --wijk ID --periode 2011-2014",
		"put the document outside this folder and make a draft of it: wijkvisie import vision.docx --wijk ID --periode 2011-2014"}},
	{name: ImportProgramme, text: translation{"zet het document buiten deze map en maak er een concept van: wijkvisie import actieplan.docx --dienst ID --jaar 2011",
		"put the document outside this folder and make a draft of it: wijkvisie import plan.docx --dienst ID --jaar 2011"}},
	{name: UseMarkdown, text: translation{"gebruik Markdown: **vet**, *schuin*, [tekst](adres)", "use Markdown: **bold**, *italic*, [text](address)"}},
	{name: DescribeImage, text: translation{"beschrijf tussen de rechte haken wat er te zien is: ![…](…)",
		"describe between the square brackets what can be seen: ![…](…)"}},
	{name: NameLink, text: translation{"zeg in de linktekst waar de link heen gaat", "say in the link text where the link goes"}},
	{name: SaveImage, text: translation{"bewaar de afbeelding opnieuw, als JPG, PNG, GIF of WebP", "save the image again, as JPG, PNG, GIF or WebP"}},
	{name: SaveDrawing, text: translation{"bewaar de tekening als gewone SVG, of als PNG", "save the drawing as plain SVG, or as PNG"}},
	{name: UseNewName, text: translation{`schrijf voortaan "%s"`, `write "%s" from now on`}},
	{name: SafeLink, text: translation{"verwijs naar een gewoon webadres (https://…), een mailadres of een bestand",
		"link to a plain web address (https://…), a mail address or a file"}},
	{name: ReplaceLink, text: translation{"zet het bestand zelf op deze plek", "put the file itself in this place"}},
	{name: FormOf, text: translation{"schrijf het zoals %s", "write it like %s"}},
	{name: UsePeriod, text: translation{`schrijf "periode: %s"`, `write "periode: %s"`}},
	{name: RemoveSecondDocument, text: translation{"haal de regel met --- of ... weg die hierboven staat", "remove the line of --- or ... above this"}},
	{name: QuoteText, text: translation{"zet de hele tekst tussen aanhalingstekens", "put the whole text in quotes"}},
	{name: UseSingleQuotes, text: translation{"zet de tekst tussen enkele aanhalingstekens (')", "put the text in single quotes (')"}},
	{name: UseSpaces, text: translation{"vervang de tab door spaties", "replace the tab by spaces"}},
	{name: AlignLine, text: translation{"laat de regel evenveel inspringen als de regels ervoor of erna die bij hetzelfde horen",
		"indent the line as much as the lines around it that belong to the same thing"}},
	{name: CloseQuote, text: translation{"sluit de tekst af met %s", "close the text with %s"}},
	{name: WriteKeyValue, text: translation{`schrijf het zoals "titel: Wijkvisie Oost"`, `write it like "titel: Wijkvisie Oost"`}},
	{name: FillKey, text: translation{"vul in: %s: %s", "fill in: %s: %s"}},
	{name: FillKeyTOML, text: translation{"vul in: %s = %s", "fill in: %s = %s"}},
	{name: AddKeyJSON, text: translation{`zet achter de {: "%s": %s,`, `put behind the {: "%s": %s,`}},
	{name: FillKeyJSON, text: translation{`vul in: "%s": %s`, `fill in: "%s": %s`}},
	{name: AddKeyTOML, text: translation{"voeg een regel toe: %s = %s", "add a line: %s = %s"}},
	{name: RenameFolder, text: translation{`noem de map "%s" voortaan "%s"`, `call the folder "%s" "%s" from now on`}},
	{name: MoveContents, text: translation{"verplaats wat erin staat naar %s/", "move what is in it to %s/"}},
	{name: RenameFileTo, text: translation{`noem het bestand "%s" voortaan "%s"`, `call the file "%s" "%s" from now on`}},
	{name: MoveRecord, text: translation{"zet het in de map waar het bij hoort: wijken, wijkvisies, diensten, programmas of paginas; begin de naam met een _ als het niet op de site hoort",
		"put it in the folder that it belongs to: wijken, wijkvisies, diensten, programmas or paginas; begin its name with a _ if it does not belong on the site"}},
	{name: PutInExtras, text: translation{"zet het bestand in bestanden/ bij de inhoud, en verwijs ernaar met ../%s", "put the file in bestanden/ of the content, and refer to it as ../%s"}},
	{name: PutInMedia, text: translation{"zet het bestand in media/ en verwijs daarnaar, zoals ../media/plan.pdf", "put the file in media/ and refer to it there, as in ../media/plan.pdf"}},
	{name: RemoveRow, text: translation{"haal de rij weg als zij geen voortgang meldt", "remove the row if it reports no progress"}},
	{name: UseOwnMap, text: translation{"gebruik een bestand met de grenzen van de eigen gemeente, of verbeter de codes", "use a file with the boundaries of your own municipality, or correct the codes"}},
	{name: ExportMap, text: translation{"haal het weg; de grenzen horen als GeoJSON in kaart/wijken.geojson", "remove it; the boundaries belong in kaart/wijken.geojson, as GeoJSON"}},
	{name: RemoveSystem, text: translation{"haal crs weg uit het bestand", "remove crs from the file"}},
	{name: RemoveGenerated, text: translation{"wat daar staat, maakt de site zelf: haal dit bestand weg, of geef het een andere naam",
		"the site makes what is there itself: remove this file, or give it another name"}},
	{name: RemoveSecurity, text: translation{"de site maakt dit bestand van beveiliging in site.yaml: haal een van de twee weg",
		"the site makes this file of beveiliging in site.yaml: remove one of the two"}},
	{name: RemoveFormer, text: translation{"haal dit weg bij voorheen: op dat adres staat nu iets anders", "remove this from voorheen: there is something else at that address now"}},
	{name: Because, text: translation{"%s; %s", "%s; %s"}},
	{name: LeaveFolder, text: translation{"zet de bestanden een map hoger, of begin de naam van de map met een _", "put the files one folder up, or begin the name of the folder with a _"}},
	{name: KeepOldID, text: translation{`bedoelde u "%s"? Is dat de nieuwe naam, zet dan in %s de regel voorheen: [%s]`,
		`did you mean "%s"? If that is its new name, put the line voorheen: [%[3]s] in %[2]s`}},
	{name: KeepOldIDSomewhere, text: translation{"is het bestand hernoemd, zet dan daarin de regel voorheen: [%s]; verbeter anders de naam op al deze plaatsen",
		"if the file was renamed, put the line voorheen: [%s] in it; else correct the name in all these places"}},
	{name: WriteTOML, text: translation{`schrijf op de regel een naam, een = en een waarde, met een tekst tussen dubbele aanhalingstekens: naam = "Stadswerken"`,
		`write a name, an = and a value on the line, with a text between double quotation marks: naam = "Stadswerken"`}},
	{name: IndentText, text: translation{"hoort dit bij de tekst erboven, laat de regel dan verder inspringen dan de sleutel van die tekst; anders hoort er een sleutel met een dubbele punt voor",
		"if this belongs to the text above it, indent the line further than the key of that text; if not, a key with a colon belongs before it"}},
	{name: UseBlock, text: translation{"zet een | achter de dubbele punt, en begin daarna een nieuwe regel: dan is het een tekst van meer regels",
		"put a | behind the colon, and begin a new line after it: then it is a text of several lines"}},
	{name: RemoveEntry, text: translation{"haal de regel weg zolang het niet bekend is", "remove the line as long as it is not known"}},
	{name: IndentBelow, text: translation{`laat wat bij "%s" hoort twee spaties verder inspringen`, `indent what belongs to "%s" by two more spaces`}},
	{name: RetypeAs, text: translation{"typ het opnieuw: %s", "type it again: %s"}},
	{name: BeginItem, text: translation{"schrijf een streepje en een spatie voor elk deel van de lijst: %s", "write a hyphen and a space before every item of the list: %s"}},
	{name: StartNewLine, text: translation{"begin na de dubbele punt een nieuwe regel, en zet daar het streepje",
		"begin a new line after the colon, and put the dash there"}},
	{name: SplitSentence, text: translation{"misschien zijn het er twee", "perhaps it is two"}},
	{name: WritePlainly, text: translation{"kortere zinnen en kortere woorden helpen", "shorter sentences and shorter words help"}},
	{name: SimplerWord, text: translation{"misschien past: %s", "perhaps this fits: %s"}},
	{name: AddNeed, text: translation{`als dat zo is, voeg toe: "behoeften: [%s]"`, `if so, add: "behoeften: [%s]"`}},
	{name: MapAgain, text: translation{"exporteer de grenzen opnieuw als GeoJSON, of haal het bestand weg: dan tekent de site een tegelkaart",
		"export the boundaries as GeoJSON again, or remove the file: the site then draws a tile map"}},
	{name: MapSystems, text: translation{"schrijf lengte en breedte in graden (WGS84), of x en y in meters in het Rijksdriehoeksstelsel (EPSG:28992)",
		"write longitude and latitude in degrees (WGS84), or x and y in metres of the Dutch grid (EPSG:28992)"}},
	{name: SwapCoordinates, text: translation{"schrijf in het hele bestand eerst de lengte (of x) en dan de breedte (of y), zoals %s",
		"write longitude (or x) before latitude (or y) in the whole file, such as %s"}},
	{name: AddAreaCode, text: translation{`geef het gebied bij properties een code, statcode of wijkcode, zoals "WK034403"`,
		`give the area a code, statcode or wijkcode in its properties, such as "WK034403"`}},
	{name: SaveAsXLSX, text: translation{"open het in Excel of LibreOffice, kies “Opslaan als”, dan “Excel-werkmap (.xlsx)”, en lees dat bestand in",
		"open it in Excel or LibreOffice, choose “Save as”, then “Excel workbook (.xlsx)”, and import that file"}},
	{name: AskSpreadsheet, text: translation{"lees het rekenblad zelf in (.xlsx, .ods of .csv); vraag erom bij wie dit stuurde", "import the spreadsheet itself (.xlsx, .ods or .csv); ask for it whoever sent this"}},
	{name: OneRowTogether, text: translation{"kijk welke van de twee bedoeld is, en sorteer een blad met alle kolommen tegelijk", "see which of the two is meant, and sort a sheet with all of its columns"}},
	{name: HideSheet, text: translation{"verberg het blad dat niet mee hoeft te doen, of haal het weg", "hide the sheet that should be left alone, or remove it"}},
	{name: NewFileFirst, text: translation{"maak eerst het bestand: wijkvisie new %s %s", "make the file first: wijkvisie new %s %s"}},
	{name: ReportStep, text: translation{"zet in de tabel voortgang een rij met de dag, de nieuwe datum (gereed) en de reden", "put a row into the table voortgang with the day, the new date (gereed) and the reason"}},
	{name: RemovePassword, text: translation{"open het, haal het wachtwoord eraf (Bestand, Info, Werkmap beveiligen) en bewaar het", "open it, remove the password (File, Info, Protect workbook) and save it"}},
	{name: DoubleQuotes, text: translation{"sla het blad opnieuw op als CSV, of zet de hele cel tussen aanhalingstekens met elk teken daarbinnen dubbel",
		"save the sheet as CSV again, or put the whole cell in quotes with each one inside doubled"}},
	{name: AddColumn, text: translation{"zet boven de kolom waarin het staat: %s", "put above the column that holds it: %s"}},
	{name: FillCell, text: translation{`vul de kolom "%s" in, bijvoorbeeld: %s`, `fill in the column "%s", for instance: %s`}},
	{name: FillReason, text: translation{`zet in een kolom "reden" waarom`, `say why in a column "reden"`}},
	{name: AddByHand, text: translation{"zet het er zelf in", "put it in yourself"}},
	{name: ContrastRepaired, text: translation{"de site gebruikt hier %s (%s op 1); kies zelf een kleur met meer contrast",
		"the site uses %s here (%s to 1); choose a colour with more contrast"}},
	{name: LeaveOut, text: translation{"laat het weg, of noem een adres of nummer van de gemeente of de wijkraad",
		"leave it out, or name an address or a number of the municipality or the wijkraad"}},
	{name: RenewContact, text: translation{"kijk na of het adres nog klopt, en schrijf dan bij verloopt een latere dag",
		"see whether the address is still right, and then write a later day at verloopt"}},
}
