package diag

import (
	"sync"
	"unicode"
	"unicode/utf8"
)

// WayOut returns what to do about a diagnostic: its own hint; else what fits every
// problem of its message, or of its code.
func (lang Lang) WayOut(d Diagnostic) string {
	if !d.Hint().IsZero() {
		return lang.Say(d.Hint())
	}
	if t, ok := waysOut()[d.Text.Message]; ok {
		return t[lang]
	}
	mend := explanations()[d.Code()].mend[lang]
	first, size := utf8.DecodeRuneInString(mend)
	return string(unicode.ToLower(first)) + mend[size:]
}

// waysOut is the way out of messages for which that of their code says too little.
var waysOut = sync.OnceValue(func() map[Message]translation {
	return map[Message]translation{
		SyntaxError: {
			`kijk of in deze regel of de regel erboven een aanhalingsteken, haakje of komma mist, en zet een tekst met vreemde tekens tussen aanhalingstekens`,
			`see whether a quote, a bracket or a comma is missing in this line or the one above, and put a text with odd characters in quotes`,
		},
		SyntaxBracket: {
			`sluit de lijst af met ], of een groep met }, en zet tussen de delen een komma`,
			`close the list with ], or a group with }, and put a comma between its parts`,
		},
		SyntaxComma: {
			`zet een komma achter de vorige waarde`,
			`put a comma behind the value before`,
		},
		SyntaxCommaTooMany: {
			`haal de komma weg`,
			`remove the comma`,
		},
		SyntaxQuote: {
			`zet ook achter de tekst een aanhalingsteken`,
			`put a quote behind the text too`,
		},
		SyntaxUnquoted: {
			`zet de tekst tussen dubbele aanhalingstekens`,
			`put the text in double quotes`,
		},
		SyntaxUnquotedKey: {
			`zet de sleutel tussen dubbele aanhalingstekens`,
			`put the key in double quotes`,
		},
		SyntaxInvisible: {
			`haal het onzichtbare teken weg, of typ de spatie opnieuw`,
			`remove the invisible character, or type the space again`,
		},
		TooIntricate: {
			`schrijf de gegevens uit, zonder ankers (&) en zonder lijsten in lijsten in lijsten`,
			`write the data out, without anchors (&) and without lists in lists in lists`,
		},
		WijkUnknown: {
			`schrijf de naam van een bestand in wijken/, zonder .md`,
			`write the name of a file in wijken/, without .md`,
		},
		BuurtUnknown: {
			`schrijf de id van een buurt uit het bestand van de wijk, of voeg de buurt daar toe`,
			`write the id of a buurt of the file of the wijk, or add the buurt there`,
		},
		ThemeUnknown: {
			`schrijf de id van een thema uit site.yaml, of voeg het thema daar toe`,
			`write the id of a theme of site.yaml, or add the theme there`,
		},
		DepartmentUnknown: {
			`schrijf de naam van een bestand in diensten/, zonder .md`,
			`write the name of a file in diensten/, without .md`,
		},
		NeedUnknown: {
			`schrijf de wijk, een schuine streep en de id van een behoefte uit een wijkvisie van die wijk`,
			`write the wijk, a slash and the id of a need in a vision of that wijk`,
		},
		NeedOfUnknownWijk: {
			`schrijf eerst de naam van een bestand in wijken/, dan een schuine streep en de id van de behoefte`,
			`write the name of a file in wijken/ first, then a slash and the id of the need`,
		},
		CommitmentUnknown: {
			`schrijf de id van een toezegging uit een programma`,
			`write the id of a commitment in a programme`,
		},
		ValueTooLittle: {
			`schrijf een groter getal`,
			`write a larger number`,
		},
		ValueTooMuch: {
			`schrijf een kleiner getal`,
			`write a smaller number`,
		},
		DateReversed: {
			`verbeter een van de twee dagen`,
			`mend one of the two days`,
		},
		CodeOfOtherCity: {
			`zoek de code op bij het CBS, of verbeter gemeentecode in site.yaml`,
			`look the code up at CBS, or mend gemeentecode in site.yaml`,
		},
		CodeTwice: {
			`zoek bij het CBS op welke van de twee klopt`,
			`look up at CBS which of the two is right`,
		},
		FileTwice: {
			`houd één van de twee bestanden over`,
			`keep one of the two files`,
		},
		TileTaken: {
			`kies een andere kolom of rij`,
			`choose another column or row`,
		},
		NoTokens: {
			`noem bij huisstijl het bestand met de tokens (--utrecht-…, --basis-…)`,
			`name at huisstijl the file with the tokens (--utrecht-…, --basis-…)`,
		},
		StyleMissing: {
			`zet het bestand in de map met inhoud, of haal huisstijl weg`,
			`put the file in the content folder, or remove huisstijl`,
		},
		StyleOutside: {
			`zet het bestand in de map met inhoud`,
			`put the file in the content folder`,
		},
		LinkToContentFolder: {
			`verwijs naar een bestand, zoals ../wijken/oost.md, of naar een pagina, zoals /wijken/`,
			`refer to a file, as in ../wijken/oost.md, or to a page, as in /wijken/`,
		},
		ImageMissing: {
			`zet de afbeelding in media/, en kijk of de naam precies klopt`,
			`put the image in media/, and see whether the name is exactly right`,
		},
		LinkOutside: {
			`zet het bestand in media/ en verwijs daarnaar`,
			`put the file in media/ and refer to it there`,
		},
		AreasOfOthers: {
			`niets, of gebruik een bestand met alleen de eigen gemeente`,
			`nothing, or use a file of the own municipality only`,
		},
		FolderUnknown: {
			`de mappen heten wijken, wijkvisies, diensten, programmas, paginas, media, bestanden en kaart`,
			`the folders are called wijken, wijkvisies, diensten, programmas, paginas, media, bestanden and kaart`,
		},
		FileUnknown: {
			`haal het weg, of zet het in bestanden/ als het op de site moet komen`,
			`remove it, or put it in bestanden/ when it has to be on the site`,
		},
		SectionOfOther: {
			`gebruik de naam van een behoefte van deze wijkvisie, of haal {#…} weg`,
			`use the name of a need of this vision, or remove {#…}`,
		},
	}
})
