package diag

// Errors of a file as a whole. The comments name the arguments.
const (
	NoFrontMatter       Message = "front-matter-missing"
	EmptyFile           Message = "front-matter-missing/empty-file"
	NotClosed           Message = "front-matter-unclosed" // delimiter
	SyntaxError         Message = "front-matter-syntax"   // what the decoder said
	NotAMapping         Message = "front-matter-syntax/not-a-mapping"
	SecondDocument      Message = "front-matter-syntax/second-document"
	TextAfterObject     Message = "front-matter-syntax/text-after-object"
	TooIntricate        Message = "front-matter-syntax/too-intricate"
	TagUsed             Message = "front-matter-syntax/tag-used" // tag
	KeyNotText          Message = "front-matter-syntax/key-not-text"
	MergeWrong          Message = "front-matter-syntax/merge-wrong"
	SyntaxTab           Message = "front-matter-syntax/tab"
	SyntaxColon         Message = "front-matter-syntax/colon"
	SyntaxIndent        Message = "front-matter-syntax/indent"
	SyntaxQuote         Message = "front-matter-syntax/quote"
	SyntaxAfterQuote    Message = "front-matter-syntax/after-quote"
	SyntaxBracket       Message = "front-matter-syntax/bracket"
	SyntaxBehindBracket Message = "front-matter-syntax/behind-bracket"
	SyntaxNoColon       Message = "front-matter-syntax/no-colon"
	SyntaxHash          Message = "front-matter-syntax/hash"
	SyntaxNoEquals      Message = "front-matter-syntax/no-equals"
	SyntaxFirst         Message = "front-matter-syntax/first-character" // character
	SyntaxApostrophe    Message = "front-matter-syntax/apostrophe"
	SyntaxBracketInText Message = "front-matter-syntax/bracket-in-text"
	SyntaxAlias         Message = "front-matter-syntax/alias" // alias
	SyntaxItem          Message = "front-matter-syntax/item"
	SyntaxItemMark      Message = "front-matter-syntax/item-mark"
	SyntaxMarkTooMany   Message = "front-matter-syntax/mark-too-many"
	SyntaxEscape        Message = "front-matter-syntax/escape"
	SyntaxInvisible     Message = "front-matter-syntax/invisible"
	SyntaxComma         Message = "front-matter-syntax/comma"
	SyntaxCommaTooMany  Message = "front-matter-syntax/comma-too-many"
	SyntaxCommaDouble   Message = "front-matter-syntax/comma-double"
	SyntaxNoValue       Message = "front-matter-syntax/no-value"
	SyntaxColonMissing  Message = "front-matter-syntax/colon-missing"
	SyntaxUnquoted      Message = "front-matter-syntax/unquoted"
	SyntaxUnquotedKey   Message = "front-matter-syntax/unquoted-key"
	NotText             Message = "not-utf8" // encoding that it looks like
	NotTextUTF16        Message = "not-utf8/utf-16"
	NotTextNUL          Message = "not-utf8/nul"
	NotTextUnknown      Message = "not-utf8/unknown"
	NotTextOffice       Message = "not-utf8/office" // program or format
	MergeMarker         Message = "conflict-marker"
	TooLarge            Message = "file-too-large"                        // size, limit, in megabytes
	FrontMatterTooLarge Message = "file-too-large/front-matter-too-large" // size, limit, in kilobytes
	LeavesContent       Message = "outside-content"                       // path
	LinkOutside         Message = "outside-content/link"                  // target
	PictureOutside      Message = "outside-content/picture"               // path
	StyleOutside        Message = "outside-content/house-style"           // path
	ImageUnreadable     Message = "unreadable-image"                      // target
	ImageActive         Message = "unreadable-image/active"               // target
	MapNotJSON          Message = "invalid-map"
	MapNoCollection     Message = "invalid-map/no-collection"
	MapSystemUnknown    Message = "invalid-map/system-unknown" // coordinate system
	MapNoArea           Message = "invalid-map/no-area"
	MapRingShort        Message = "invalid-map/ring-short"
	MapElsewhere        Message = "invalid-map/elsewhere"    // coordinates
	MapDegrees          Message = "invalid-map/degrees"      // coordinate system, coordinates
	MapWebMercator      Message = "invalid-map/web-mercator" // coordinates
	MapSwapped          Message = "invalid-map/swapped"      // coordinates
	TemplateWrong       Message = "template-error"           // what the template package said
	WordsLineWrong      Message = "template-error/words-line-wrong"
	WordEmpty           Message = "template-error/word-empty"    // key
	WordUnknown         Message = "template-error/word-unknown"  // key
	WordUnfilled        Message = "template-error/word-unfilled" // key, name in braces
	TemplateWithoutMain Message = "template-error/without-main"  // name
	WordTwice           Message = "template-error/word-twice"    // key
	ThemeNotText        Message = "template-error/not-utf8"
	ScriptInline        Message = "template-error/script-inline"
	HandlerInline       Message = "template-error/handler-inline" // attribute
	StyleInline         Message = "template-error/style-inline"
	FetchedElsewhere    Message = "template-error/elsewhere"     // address
	ElementStopped      Message = "template-error/element"       // element
	AssetRenamed        Message = "template-error/asset-renamed" // address
	FontStopped         Message = "template-error/font"
)

var fileKinds = []kind{
	{
		code: "front-matter-missing", severity: Error,
		meaning: translation{"Een bestand begint met een blok gegevens tussen twee regels met drie streepjes. Dat blok ontbreekt hier.",
			"A file begins with a block of data between two lines of three dashes. That block is missing here."},
		example: "Overvecht is een groene wijk.",
		remedy: translation{"Zet bovenaan een regel met ---, dan de gegevens, dan weer een regel met ---.",
			"Put a line of --- at the top, then the data, then another line of ---."},
		messages: []message{
			{name: NoFrontMatter, text: translation{"dit bestand begint niet met een blok gegevens tussen twee regels met ---",
				"this file does not begin with a block of data between two lines of ---"}},
			{name: EmptyFile, text: translation{"dit bestand is leeg", "this file is empty"}},
		},
	},
	{
		code: "front-matter-unclosed", severity: Error,
		meaning: translation{"Het blok gegevens begint met ---, maar er is geen tweede regel met --- die het afsluit. Zo is niet te zien waar de tekst begint.",
			"The block of data begins with ---, but no second line of --- closes it. So nobody can see where the text begins."},
		example: "---\nnaam: Overvecht\nOvervecht is een groene wijk.",
		remedy:  translation{"Zet een regel met alleen --- tussen de gegevens en de tekst.", "Put a line of only --- between the data and the text."},
		messages: []message{
			{name: NotClosed, text: translation{"het blok gegevens dat hier begint, eindigt nergens: er is geen regel met alleen %s",
				"the block of data that begins here ends nowhere: there is no line with only %s"}},
		},
	},
	{
		code: "front-matter-syntax", severity: Error,
		meaning: translation{"Het blok gegevens is niet te lezen. Vaak staat er een dubbele punt of een aanhalingsteken in een tekst, of springt een regel verkeerd in.",
			"The block of data cannot be read. Often there is a colon or a quote in a text, or a line is indented wrongly."},
		example: "titel: Overvecht: een visie        # fout\ntitel: \"Overvecht: een visie\"      # goed",
		remedy: translation{"Zet een tekst waar een dubbele punt in staat tussen aanhalingstekens, en laat regels die bij elkaar horen evenveel inspringen.",
			"Put a text that has a colon in it in quotes, and indent lines that belong together by the same amount."},
		messages: []message{
			{name: SyntaxError, text: translation{"de gegevens zijn hier niet te lezen (%s)", "the data cannot be read here (%s)"},
				hint: translation{"kijk of in deze regel of de regel erboven een aanhalingsteken, haakje of komma mist, en zet een tekst met vreemde tekens tussen aanhalingstekens",
					"see whether a quote, a bracket or a comma is missing in this line or the one above, and put a text with odd characters in quotes"}},
			{name: NotAMapping, text: translation{`hier horen gegevens te staan als "titel: Wijkvisie Oost": een naam, een dubbele punt, een spatie en een waarde`,
				`this should be data like "titel: Wijkvisie Oost": a name, a colon, a space and a value`}},
			{name: SecondDocument, text: translation{"hier begint een tweede blok gegevens, en een bestand heeft er maar één",
				"a second block of data begins here, and a file has only one"}},
			{name: TextAfterObject, text: translation{"na de } die het blok gegevens afsluit, staat nog tekst op dezelfde regel; zet die op een nieuwe regel",
				"there is text on the same line after the } that ends the block of data; put it on a new line"}},
			{name: TooIntricate, text: translation{"deze gegevens zijn te ingewikkeld: er zitten te veel lijsten in elkaar, of er wordt te vaak naar dezelfde gegevens verwezen",
				"these data are too intricate: too many lists inside lists, or too many references to the same data"},
				hint: translation{"schrijf de gegevens uit, zonder ankers (&) en zonder lijsten in lijsten in lijsten",
					"write the data out, without anchors (&) and without lists in lists in lists"}},
			{name: TagUsed, text: translation{"een waarde kan hier niet beginnen met %s; met een ! voorop hoort een tekst tussen aanhalingstekens",
				"a value cannot begin with %s here; a text that begins with ! needs quotes"}},
			{name: KeyNotText, text: translation{"voor de dubbele punt hoort een naam te staan, geen lijst of blok; { en [ hebben hier een bijzondere betekenis",
				"before the colon there should be a name, not a list or a block; { and [ have a special meaning here"}},
			{name: MergeWrong, text: translation{"<< kan alleen een blok met namen en waarden overnemen",
				"<< can only take over a block of names and values"}},
			{name: SyntaxTab, text: translation{"deze regel springt in met een tab, en dat mag alleen met spaties",
				"this line is indented with a tab, and only spaces may do that"}},
			{name: SyntaxColon, text: translation{"in deze tekst staat een dubbele punt met een spatie erachter, en dan hoort de tekst tussen aanhalingstekens",
				"this text has a colon followed by a space, and then it needs quotes"}},
			{name: SyntaxIndent, text: translation{"deze regel springt anders in dan de regels waar hij bij hoort",
				"this line is not indented like the lines it belongs with"}},
			{name: SyntaxQuote, text: translation{"het aanhalingsteken waarmee deze tekst begint, wordt nergens gesloten",
				"the quote that begins this text is never closed"},
				hint: translation{"zet ook achter de tekst een aanhalingsteken", "put a quote behind the text too"}},
			{name: SyntaxAfterQuote, text: translation{"na het aanhalingsteken dat de tekst afsluit, staat nog meer tekst",
				"there is more text after the quote that ends this text"}},
			{name: SyntaxApostrophe, text: translation{"een tekst die met een apostrof begint, hoort tussen dubbele aanhalingstekens",
				"a text that begins with an apostrophe needs double quotes"}},
			{name: SyntaxBracketInText, text: translation{"in deze tekst staat een teken dat hier iets anders betekent, en dan hoort de tekst tussen aanhalingstekens",
				"this text has a character that means something else here, and then it needs quotes"}},
			{name: SyntaxBracket, text: translation{"in deze lijst ontbreekt een komma, of hij wordt niet gesloten met ] of }",
				"this list lacks a comma, or is not closed by ] or }"},
				hint: translation{"sluit de lijst af met ], of een groep met }, en zet tussen de delen een komma",
					"close the list with ], or a group with }, and put a comma between its parts"}},
			{name: SyntaxBehindBracket, text: translation{"achter de ] of } die dit afsluit, hoort niets meer te staan",
				"nothing should follow the ] or } that ends this"}},
			{name: SyntaxNoColon, text: translation{"op deze regel staat geen naam met een dubbele punt, een spatie en een waarde",
				"this line has no name with a colon, a space and a value"}},
			{name: SyntaxHash, text: translation{"na een spatie is alles vanaf # een opmerking, en zo wordt deze lijst nergens gesloten",
				"after a space everything from # on is a comment, so that this list is never closed"}},
			{name: SyntaxNoEquals, text: translation{"op deze regel staat geen naam met een = en een waarde",
				"this line has no name with an = and a value"}},
			{name: SyntaxFirst, text: translation{"een tekst die met %s begint, hoort tussen aanhalingstekens",
				"a text that begins with %s needs quotes"}},
			{name: SyntaxAlias, text: translation{"een tekst die met * begint, zoals %s, hoort tussen aanhalingstekens",
				"a text that begins with *, like %s, needs quotes"}},
			{name: SyntaxItemMark, text: translation{"dit deel van een lijst begint niet met een streepje en een spatie",
				"this item of a list does not begin with a hyphen and a space"}},
			{name: SyntaxItem, text: translation{"een streepje voor een onderdeel van een lijst hoort op een nieuwe regel te staan",
				"the dash of a list item should begin on a new line"}},
			{name: SyntaxMarkTooMany, text: translation{"hier hoort geen streepje: deze regel is geen deel van een lijst",
				"there should be no hyphen here: this line is no item of a list"}},
			{name: SyntaxEscape, text: translation{"tussen dubbele aanhalingstekens heeft een \\ een bijzondere betekenis, en wat er hier achter staat is er geen",
				"between double quotes a \\ has a special meaning, and what follows it here is none"}},
			{name: SyntaxInvisible, text: translation{"hier staat een onzichtbaar teken dat niet in tekst thuishoort",
				"there is an invisible character here that does not belong in text"},
				hint: translation{"haal het onzichtbare teken weg, of typ de spatie opnieuw",
					"remove the invisible character, or type the space again"}},
			{name: SyntaxComma, text: translation{"hiervoor ontbreekt een komma", "a comma is missing before this"},
				hint: translation{"zet een komma achter de vorige waarde", "put a comma behind the value before"}},
			{name: SyntaxCommaTooMany, text: translation{"na de laatste waarde hoort geen komma", "there should be no comma after the last value"},
				hint: translation{"haal de komma weg", "remove the comma"}},
			{name: SyntaxCommaDouble, text: translation{"voor deze komma staat niets", "there is nothing before this comma"},
				hint: translation{"haal de komma weg", "remove the comma"}},
			{name: SyntaxNoValue, text: translation{"achter de dubbele punt hiervoor ontbreekt een waarde", "there is no value behind the colon before this"},
				hint: translation{"zet er een waarde achter, of haal de sleutel weg", "put a value behind it, or remove the key"}},
			{name: SyntaxColonMissing, text: translation{"hiervoor ontbreekt een dubbele punt", "a colon is missing before this"},
				hint: translation{"zet een dubbele punt tussen de sleutel en de waarde", "put a colon between the key and the value"}},
			{name: SyntaxUnquoted, text: translation{"een tekst hoort hier tussen dubbele aanhalingstekens", "a text needs double quotes here"},
				hint: translation{"zet de tekst tussen dubbele aanhalingstekens", "put the text in double quotes"}},
			{name: SyntaxUnquotedKey, text: translation{`een naam hoort hier tussen dubbele aanhalingstekens, zoals "titel"`,
				`a name needs double quotes here, like "titel"`},
				hint: translation{"zet de sleutel tussen dubbele aanhalingstekens", "put the key in double quotes"}},
		},
	},
	{
		code: "not-utf8", severity: Error,
		meaning: translation{"De letters in dit bestand zijn niet bewaard als UTF-8. Een é of een ’ zou op de site een raar teken worden.",
			"The letters in this file were not saved as UTF-8. An é or a ’ would become a strange character on the site."},
		example: "caf\\xe9 in plaats van café",
		remedy: translation{"Bewaar het bestand opnieuw met de codering UTF-8, of laat “wijkvisie check --fix” het doen.",
			"Save the file again with the encoding UTF-8, or let “wijkvisie check --fix” do it."},
		messages: []message{
			{name: NotText, text: translation{"dit bestand is niet opgeslagen als UTF-8, maar zo te zien als %s",
				"this file was not saved as UTF-8, but as %s by the look of it"}},
			{name: NotTextUTF16, text: translation{`dit bestand is opgeslagen als UTF-16 (in Windows "Unicode") in plaats van UTF-8`,
				`this file was saved as UTF-16 ("Unicode" on Windows) instead of UTF-8`}},
			{name: NotTextNUL, text: translation{"dit bestand is geen tekst: er staan NUL-tekens in", "this file is not text: it holds NUL characters"}},
			{name: NotTextOffice, text: translation{"dit is een %s-bestand, en geen tekst", "this is a %s file, not text"},
				hint: translation{`maak een gewoon tekstbestand ("wijkvisie new" begint er een) en plak daar de tekst in zonder opmaak`,
					`make an ordinary text file ("wijkvisie new" begins one) and paste the text into it without formatting`}},
			{name: NotTextUnknown, text: translation{"dit bestand is niet opgeslagen als UTF-8", "this file was not saved as UTF-8"}},
		},
	},
	{
		code: "conflict-marker", severity: Error,
		meaning: translation{"Twee mensen hebben hetzelfde stuk veranderd, en Git heeft beide versies laten staan. Iemand moet kiezen.",
			"Two people changed the same passage, and Git left both versions in place. Somebody has to choose."},
		example: "<<<<<<< HEAD\ntitel: Veilig oversteken\n=======\ntitel: Veilige oversteek\n>>>>>>> overvecht",
		remedy: translation{"Kies een van de twee stukken, en haal de regels met <<<<<<<, ======= en >>>>>>> weg.",
			"Choose one of the two passages, and remove the lines of <<<<<<<, ======= and >>>>>>>."},
		messages: []message{
			{name: MergeMarker, text: translation{"hier staan twee versies van dezelfde tekst, achtergelaten bij het samenvoegen",
				"there are two versions of the same text here, left by a merge"}},
		},
	},
	{
		code: "file-too-large", severity: Error,
		meaning: translation{"Het bestand is groter dan een tekst ooit is. Waarschijnlijk staat er iets anders in.",
			"The file is larger than a text ever is. Probably there is something else in it."},
		example: "een foto die in de tekst is geplakt",
		remedy: translation{"Splits de tekst, of haal eruit wat er niet in hoort. Een plaatje hoort in media/.",
			"Split the text, or take out what does not belong. A picture belongs in media/."},
		messages: []message{
			{name: TooLarge, text: translation{"dit bestand is te groot: %d MB, en %d MB is het meeste",
				"this file is too large: %d MB, and %d MB is the limit"}},
			{name: FrontMatterTooLarge, text: translation{"het blok gegevens bovenaan is te groot: %d kB, en %d kB is het meeste",
				"the block of data at the top is too large: %d kB, and %d kB is the limit"}},
		},
	},
	{
		code: "outside-content", severity: Error,
		meaning: translation{"Een pad of een snelkoppeling leidt naar een plek buiten de map met inhoud. Die wordt niet gelezen.",
			"A path or a link leads to a place outside the content folder. It is not read."},
		example: "[plan](../../documenten/plan.pdf)",
		remedy: translation{"Zet het bestand zelf in de map met inhoud, en verwijs daarnaar.",
			"Put the file itself in the content folder, and refer to it there."},
		messages: []message{
			{name: LeavesContent, text: translation{"%s leidt naar een plek buiten de map met inhoud", "%s leads out of the content folder"}},
			{name: LinkOutside, text: translation{`de link naar "%s" gaat buiten de map met inhoud`,
				`the link to "%s" leads out of the content folder`},
				hint: translation{"zet het bestand in media/ en verwijs daarnaar", "put the file in media/ and refer to it there"}},
			{name: PictureOutside, text: translation{`de afbeelding "%s" staat niet in de map met inhoud`,
				`the picture "%s" is not in the content folder`},
				hint: translation{"zet de afbeelding in media/ en noem haar zo: media/logo.svg", "put the picture in media/ and name it so: media/logo.svg"}},
			{name: StyleOutside, text: translation{`de huisstijl "%s" staat niet in de map met inhoud`,
				`the house style "%s" is not in the content folder`},
				hint: translation{"zet het bestand in de map met inhoud", "put the file in the content folder"}},
		},
	},
	{
		code: "unreadable-image", severity: Error,
		meaning: translation{"De afbeelding is beschadigd, is van een soort die browsers niet tonen, of is een tekening met een script erin.",
			"The image is damaged, is of a kind that browsers do not show, or is a drawing with a script in it."},
		example: "![De markt](../media/markt.heic)",
		remedy:  translation{"Bewaar haar opnieuw als JPG, PNG, GIF, WebP of gewone SVG.", "Save it again as JPG, PNG, GIF, WebP or plain SVG."},
		messages: []message{
			{name: ImageUnreadable, text: translation{`de afbeelding "%s" is niet te lezen`, `the image "%s" cannot be read`}},
			{name: ImageActive, text: translation{`de tekening "%s" bevat een script of een verwijzing en wordt niet gepubliceerd`,
				`the drawing "%s" holds a script or a reference and is not published`}},
		},
	},
	{
		code: "invalid-map", severity: Error,
		meaning: translation{"Het bestand kaart/wijken.geojson is geen kaart met gebieden in Nederland.",
			"The file kaart/wijken.geojson is not a map of areas in the Netherlands."},
		example: `{"type": "FeatureCollection", "features": [ … `,
		remedy: translation{"Exporteer de grenzen als GeoJSON, in graden (WGS84) of in het Rijksdriehoeksstelsel. Zonder het bestand tekent de site een tegelkaart.",
			"Export the boundaries as GeoJSON, in degrees (WGS84) or in the Dutch grid. Without the file the site draws a tile map."},
		messages: []message{
			{name: MapNotJSON, text: translation{"hier houdt de kaart op GeoJSON te zijn", "from here on the map is not GeoJSON"}},
			{name: MapNoCollection, text: translation{"de kaart is geen lijst van gebieden (een FeatureCollection)",
				"the map is not a list of areas (a FeatureCollection)"}},
			{name: MapSystemUnknown, text: translation{"de coördinaten van de kaart zijn in een onbekend stelsel: %s",
				"the coordinates of the map are in an unknown system: %s"}},
			{name: MapNoArea, text: translation{"dit is geen gebied: er hoort een Polygon of een MultiPolygon te staan",
				"this is not an area: a Polygon or a MultiPolygon belongs here"}},
			{name: MapRingShort, text: translation{"de omtrek van dit gebied heeft minder dan drie punten",
				"the outline of this area has fewer than three points"}},
			{name: MapDegrees, text: translation{"de kaart noemt bij crs het stelsel %s, maar haar coördinaten zijn graden: %s", "the map names the system %s at crs, but its coordinates are degrees: %s"}},
			{name: MapWebMercator, text: translation{"de coördinaten van de kaart zijn die van webkaarten (Web Mercator, EPSG:3857): %s", "the coordinates of the map are those of web maps (Web Mercator, EPSG:3857): %s"}},
			{name: MapSwapped, text: translation{"de coördinaten staan in de verkeerde volgorde: %s", "the coordinates are in the wrong order: %s"}},
			{name: MapElsewhere, text: translation{"dit gebied ligt niet in Nederland: %s", "this area does not lie in the Netherlands: %s"}},
		},
	},
	{
		code: "template-error", severity: Error, folder: themeFolder,
		meaning: translation{"In een bestand van het thema staat iets dat niet kan. Dit is werk voor wie het thema maakte.",
			"A file of the theme holds something that is not possible. This is for whoever made the theme."},
		example: "{{.Titel}}",
		remedy: translation{"Herstel de regel in het thema, of bouw met --theme default.",
			"Fix the line in the theme, or build with --theme default."},
		messages: []message{
			{name: TemplateWrong, text: translation{"dit sjabloon van het thema klopt niet: %s", "this template of the theme is wrong: %s"}},
			{name: WordUnknown, text: translation{"geen sjabloon gebruikt de tekst %s", "no template uses the text %s"},
				hint: translation{"haal de regel weg, of gebruik een sleutel uit de woorden van het gewone thema", "remove the line, or use a key of the words of the default theme"}},
			{name: WordUnfilled, text: translation{"in de tekst %s wordt %s niet ingevuld", "in the text %s, %s is not filled in"},
				hint: translation{"gebruik wat in die tekst van het gewone thema tussen accolades staat", "use what stands in braces in that text of the default theme"}},
			{name: TemplateWithoutMain, text: translation{`in %s ontbreekt het deel "main", dat op de pagina komt`, `%s lacks the part "main", which comes on the page`},
				hint: translation{`zet {{define "main"}} voor wat op de pagina hoort, en {{end}} erachter`, `put {{define "main"}} before what belongs on the page, and {{end}} behind it`}},
			{name: WordTwice, text: translation{"de tekst %s staat er twee keer in", "the text %s is there twice"}},
			{name: ThemeNotText, text: translation{"dit bestand van het thema is niet opgeslagen als UTF-8", "this file of the theme was not saved as UTF-8"}},
			{name: ScriptInline, text: translation{"browsers voeren dit script niet uit: de site staat alleen scripts toe die in een eigen bestand staan",
				"browsers do not run this script: the site allows scripts in files of their own only"},
				hint: translation{"zet het script in een bestand in assets/, en laad het met src", "put the script in a file in assets/, and load it with src"}},
			{name: HandlerInline, text: translation{"browsers voeren %s niet uit: de site staat alleen scripts toe die in een eigen bestand staan",
				"browsers do not run %s: the site allows scripts in files of their own only"},
				hint: translation{"haal het attribuut weg, en doe het met addEventListener in een bestand in assets/", "remove the attribute, and use addEventListener in a file in assets/"}},
			{name: StyleInline, text: translation{"browsers volgen deze opmaak niet: de site staat alleen opmaak toe die in een eigen bestand staat",
				"browsers do not follow this style: the site allows styles in files of their own only"},
				hint: translation{"geef het element een class, en zet de opmaak daarvan in een bestand in assets/ (.css)", "give the element a class, and put its style in a file in assets/ (.css)"}},
			{name: FetchedElsewhere, text: translation{`browsers halen "%s" niet op: de site staat alleen bestanden toe die op de site zelf staan`,
				`browsers do not fetch "%s": the site allows files of the site itself only`},
				hint: translation{"zet een stylesheet of een script in assets/ en een plaatje in bestanden/ bij de inhoud, of haal de verwijzing weg",
					"put a stylesheet or a script in assets/ and a picture in bestanden/ of the content, or remove the reference"}},
			{name: ElementStopped, text: translation{"browsers laten %s niet zien: de site staat dat niet toe", "browsers do not show %s: the site does not allow it"},
				hint: translation{"haal het element weg, of zet er een gewone link voor in de plaats", "remove the element, or put an ordinary link in its place"}},
			{name: AssetRenamed, text: translation{`"%s" is op de site niet te vinden: bestanden van een thema krijgen daar een andere naam`,
				`"%s" cannot be found on the site: files of a theme get another name there`}},
			{name: FontStopped, text: translation{"browsers halen dit lettertype niet op: de site staat dat niet toe", "browsers do not fetch this font: the site does not allow it"},
				hint: translation{"haal het blok weg, en noem bij font-family lettertypen die lezers zelf hebben", "remove the block, and name fonts that readers have with font-family"}},
			{name: WordsLineWrong, text: translation{"deze regel is geen tekst van het thema", "this line is not a text of the theme"},
				hint: translation{`schrijf een sleutel, een dubbele punt, een spatie en de tekst, zoals "home.choose: Kies uw wijk"; een opmerking begint met #`,
					`write a key, a colon, a space and the text, as in "home.choose: Choose your wijk"; a comment begins with #`}},
			{name: WordEmpty, text: translation{"achter %s staat geen tekst", "there is no text behind %s"},
				hint: translation{"zet er een tekst achter, of haal de regel weg: dan geldt die van het gewone thema", "put a text behind it, or remove the line: then that of the default theme holds"}},
		},
	},
}
