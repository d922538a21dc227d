package diag

// Problems of a file as a whole. The comments name the arguments.
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
	SyntaxNoColon       Message = "front-matter-syntax/no-colon"
	SyntaxHash          Message = "front-matter-syntax/hash"
	SyntaxNoEquals      Message = "front-matter-syntax/no-equals"
	SyntaxFirst         Message = "front-matter-syntax/first-character" // character
	SyntaxAlias         Message = "front-matter-syntax/alias"           // alias
	SyntaxItem          Message = "front-matter-syntax/item"
	SyntaxEscape        Message = "front-matter-syntax/escape"
	SyntaxInvisible     Message = "front-matter-syntax/invisible"
	SyntaxComma         Message = "front-matter-syntax/comma"
	SyntaxCommaTooMany  Message = "front-matter-syntax/comma-too-many"
	SyntaxUnquoted      Message = "front-matter-syntax/unquoted"
	SyntaxUnquotedKey   Message = "front-matter-syntax/unquoted-key"
	NotText             Message = "not-utf8" // encoding that it looks like
	NotTextUTF16        Message = "not-utf8/utf-16"
	NotTextNUL          Message = "not-utf8/nul"
	NotTextUnknown      Message = "not-utf8/unknown"
	MergeMarker         Message = "conflict-marker"
	TooLarge            Message = "file-too-large"                        // size, limit, in megabytes
	FrontMatterTooLarge Message = "file-too-large/front-matter-too-large" // size, limit, in kilobytes
	LeavesContent       Message = "outside-content"                       // path
	LinkToNothing       Message = "unknown-file/link-to-nothing"
	LinkToFolder        Message = "unknown-file/link-to-folder"
	NotAFile            Message = "unknown-file/not-a-file"
	SiteMissing         Message = "missing-key/site"
)

func fileTexts() map[Message]translation {
	return map[Message]translation{
		NoFrontMatter: {
			`dit bestand begint niet met een blok gegevens tussen twee regels met ---`,
			`this file does not begin with a block of data between two lines of ---`,
		},
		EmptyFile: {
			`dit bestand is leeg`,
			`this file is empty`,
		},
		NotClosed: {
			`het blok gegevens dat hier begint, eindigt nergens: er is geen regel met alleen %s`,
			`the block of data that begins here ends nowhere: there is no line with only %s`,
		},
		SyntaxError: {
			`de gegevens zijn hier niet te lezen (%s)`,
			`the data cannot be read here (%s)`,
		},
		NotAMapping: {
			`hier horen gegevens te staan als "titel: Wijkvisie Oost": een naam, een dubbele punt, een spatie en een waarde`,
			`this should be data like "titel: Wijkvisie Oost": a name, a colon, a space and a value`,
		},
		SecondDocument: {
			`hier begint een tweede blok gegevens, en een bestand heeft er maar één`,
			`a second block of data begins here, and a file has only one`,
		},
		TextAfterObject: {
			`na de } die het blok gegevens afsluit, staat nog tekst op dezelfde regel; zet die op een nieuwe regel`,
			`there is text on the same line after the } that ends the block of data; put it on a new line`,
		},
		TooIntricate: {
			`deze gegevens zijn te ingewikkeld: er zitten te veel lijsten in elkaar, of er wordt te vaak naar dezelfde gegevens verwezen`,
			`these data are too intricate: too many lists inside lists, or too many references to the same data`,
		},
		TagUsed: {
			`een waarde kan hier niet beginnen met %s; met een ! voorop hoort een tekst tussen aanhalingstekens`,
			`a value cannot begin with %s here; a text that begins with ! needs quotes`,
		},
		KeyNotText: {
			`voor de dubbele punt hoort een naam te staan, geen lijst of blok; { en [ hebben hier een bijzondere betekenis`,
			`before the colon there should be a name, not a list or a block; { and [ have a special meaning here`,
		},
		MergeWrong: {
			`<< kan alleen een blok met namen en waarden overnemen`,
			`<< can only take over a block of names and values`,
		},
		SyntaxTab: {
			`deze regel springt in met een tab, en dat mag alleen met spaties`,
			`this line is indented with a tab, and only spaces may do that`,
		},
		SyntaxColon: {
			`in deze tekst staat een dubbele punt met een spatie erachter, en dan hoort de tekst tussen aanhalingstekens`,
			`this text has a colon followed by a space, and then it needs quotes`,
		},
		SyntaxIndent: {
			`deze regel springt anders in dan de regels waar hij bij hoort`,
			`this line is not indented like the lines it belongs with`,
		},
		SyntaxQuote: {
			`het aanhalingsteken waarmee deze tekst begint, wordt nergens gesloten`,
			`the quote that begins this text is never closed`,
		},
		SyntaxAfterQuote: {
			`na het aanhalingsteken dat de tekst afsluit, staat nog meer tekst`,
			`there is more text after the quote that ends this text`,
		},
		SyntaxBracket: {
			`in deze lijst ontbreekt een komma, of hij wordt niet gesloten met ] of }`,
			`this list lacks a comma, or is not closed by ] or }`,
		},
		SyntaxNoColon: {
			`op deze regel staat geen naam met een dubbele punt, een spatie en een waarde`,
			`this line has no name with a colon, a space and a value`,
		},
		SyntaxHash: {
			`na een spatie is alles vanaf # een opmerking, en zo wordt deze lijst nergens gesloten`,
			`after a space everything from # on is a comment, so that this list is never closed`,
		},
		SyntaxNoEquals: {
			`op deze regel staat geen naam met een = en een waarde`,
			`this line has no name with an = and a value`,
		},
		SyntaxFirst: {
			`een tekst die met %s begint, hoort tussen aanhalingstekens`,
			`a text that begins with %s needs quotes`,
		},
		SyntaxAlias: {
			`een tekst die met * begint, zoals %s, hoort tussen aanhalingstekens`,
			`a text that begins with *, like %s, needs quotes`,
		},
		SyntaxItem: {
			`een streepje voor een onderdeel van een lijst hoort op een nieuwe regel te staan`,
			`the dash of a list item should begin on a new line`,
		},
		SyntaxEscape: {
			`tussen dubbele aanhalingstekens heeft een \ een bijzondere betekenis, en wat er hier achter staat is er geen`,
			`between double quotes a \ has a special meaning, and what follows it here is none`,
		},
		SyntaxInvisible: {
			`hier staat een onzichtbaar teken dat niet in tekst thuishoort`,
			`there is an invisible character here that does not belong in text`,
		},
		SyntaxComma: {
			`hiervoor ontbreekt een komma`,
			`a comma is missing before this`,
		},
		SyntaxCommaTooMany: {
			`na de laatste waarde hoort geen komma`,
			`there should be no comma after the last value`,
		},
		SyntaxUnquoted: {
			`een tekst hoort hier tussen dubbele aanhalingstekens`,
			`a text needs double quotes here`,
		},
		SyntaxUnquotedKey: {
			`een naam hoort hier tussen dubbele aanhalingstekens, zoals "titel"`,
			`a name needs double quotes here, like "titel"`,
		},
		NotText: {
			`dit bestand is niet opgeslagen als UTF-8, maar zo te zien als %s`,
			`this file was not saved as UTF-8, but as %s by the look of it`,
		},
		NotTextUTF16: {
			`dit bestand is opgeslagen als UTF-16 (in Windows "Unicode") in plaats van UTF-8`,
			`this file was saved as UTF-16 ("Unicode" on Windows) instead of UTF-8`,
		},
		NotTextNUL: {
			`dit bestand is geen tekst: er staan NUL-tekens in`,
			`this file is no text: it holds NUL characters`,
		},
		NotTextUnknown: {
			`dit bestand is niet opgeslagen als UTF-8`,
			`this file was not saved as UTF-8`,
		},
		MergeMarker: {
			`hier staan twee versies van dezelfde tekst, achtergelaten bij het samenvoegen`,
			`there are two versions of the same text here, left by a merge`,
		},
		TooLarge: {
			`dit bestand is te groot: %d MB, en %d MB is het meeste`,
			`this file is too large: %d MB, and %d MB is the most`,
		},
		FrontMatterTooLarge: {
			`het blok gegevens bovenaan is te groot: %d kB, en %d kB is het meeste`,
			`the block of data at the top is too large: %d kB, and %d kB is the most`,
		},
		LeavesContent: {
			`%s leidt naar een plek buiten de map met inhoud`,
			`%s leads out of the content folder`,
		},
		LinkToNothing: {
			`dit is een snelkoppeling naar een bestand dat er niet is`,
			`this is a link to a file that does not exist`,
		},
		LinkToFolder: {
			`dit is een snelkoppeling naar een map, en die worden niet gevolgd`,
			`this is a link to a folder, and those are not followed`,
		},
		NotAFile: {
			`dit is geen gewoon bestand en wordt niet gelezen`,
			`this is no ordinary file and is not read`,
		},
		SiteMissing: {
			`het bestand site.yaml ontbreekt`,
			`the file site.yaml is missing`,
		},
	}
}
