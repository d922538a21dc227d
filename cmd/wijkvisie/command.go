package main

import (
	"context"
	"math"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/headers"
	"wijkvisie/internal/parse"
)

// command is one of the program's commands. Its help, what a shell completes and the manual
// page are made from it.
type command struct {
	name      string
	arguments phrase // as they stand behind its name
	purpose   phrase // in a line
	examples  []example
	run       func(ctx context.Context, env environment, opt *options) (status int, err error)
	// flags are the names of the flags it takes in addition to those of all commands.
	flags []string
	// most is the number of arguments that it takes at most, flags aside.
	most int
	// formats are the values of --format, of which the first is what is meant without it.
	formats []string
	// values returns what the next argument may be, behind those that are there.
	values func(args []string) []string
}

// example is a use of a command, and what it does.
type example struct{ line, about phrase }

func commands() []command {
	return []command{
		{
			name:    "build",
			purpose: phrase{"maakt van de inhoud een complete site op schijf", "makes a finished site of the content, on disk"},
			examples: []example{
				{same("wijkvisie build"), phrase{"de site, in de map public", "the site, in the folder public"}},
				{same("wijkvisie build --base-url https://wijk.example.nl --out /var/www/wijk"), phrase{"voor een eigen server", "for a server of your own"}},
				{same("wijkvisie build --bundle site.zip --strict"), phrase{"ook als één archief; een waarschuwing houdt de site tegen", "as one archive too; a warning keeps the site from being published"}},
			},
			run:     build,
			flags:   []string{"content", "out", "theme", "base-url", "date", "drafts", "strict", "format", "bundle"},
			formats: diag.Formats(),
		},
		{
			name:    "serve",
			purpose: phrase{"laat de site zien terwijl u schrijft: wat u bewaart, staat meteen op het scherm", "shows the site as you write: what you save is on the screen at once"},
			examples: []example{
				{same("wijkvisie serve --open"), phrase{"het voorbeeld, in uw browser", "the preview, in your browser"}},
				{same("wijkvisie serve --edit --open"), phrase{"ook met formulieren, die in de inhoud bewaren", "with forms too, which save into the content"}},
				{same("wijkvisie serve --share --addr 0.0.0.0:4011"), phrase{"ook voor collega’s, met een sleutel in de link", "for colleagues too, with a key in the link"}},
			},
			run:   serve,
			flags: []string{"content", "theme", "base-url", "date", "drafts", "addr", "share", "edit", "host", "editor", "poll", "open"},
		},
		{
			name:    "check",
			purpose: phrase{"noemt alles wat fout of twijfelachtig is in de inhoud; schrijft geen site", "names everything that is wrong or doubtful in the content; writes no site"},
			examples: []example{
				{same("wijkvisie check"), phrase{"alle meldingen, met wat u eraan doet", "everything that was found, and what to do about it"}},
				{same("wijkvisie check --fix"), phrase{"herstelt eerst wat maar op één manier kan", "first fixes what has one safe fix"}},
				{same("wijkvisie check --format github"), phrase{"als aantekeningen bij een wijziging op GitHub", "as annotations of a change on GitHub"}},
			},
			run:     check,
			flags:   []string{"content", "theme", "date", "drafts", "strict", "fix", "format"},
			formats: diag.Formats(),
		},
		{
			name:      "new",
			arguments: phrase{"site MAP | SOORT ID", "site DIR | KIND ID"},
			purpose:   phrase{"maakt een ingevuld bestand om mee te beginnen (wijk, wijkvisie, dienst, programma, pagina), of een hele site", "makes a filled-in file to start from (wijk, wijkvisie, dienst, programma, pagina), or a whole site"},
			examples: []example{
				{phrase{"wijkvisie new site mijn-gemeente", "wijkvisie new site my-municipality"}, phrase{"een map voor een nieuwe site", "a folder for a new site"}},
				{same("wijkvisie new site gouda --gemeente GM0513 --kaart wijken.geojson --kaart buurten.geojson"), phrase{"met de wijken van een gemeente", "with the wijken of a municipality"}},
				{phrase{"wijkvisie new site mijn-gemeente --cms sveltia --repo mijn-gemeente/wijken", "wijkvisie new site my-municipality --cms sveltia --repo my-municipality/wijken"}, phrase{"ook met een pagina om zonder Git te bewerken", "with a page to edit on without Git too"}},
				{same("wijkvisie new wijkvisie oost-2027-2030"), phrase{"een wijkvisie van wijk oost voor die jaren", "a wijkvisie of the wijk oost for those years"}},
			},
			run:    newFile,
			flags:  []string{"content", "gemeente", "kaart", "with-program", "cms", "repo", "branch", "login"},
			most:   2,
			values: func(args []string) []string { return first(args, kindNames()) },
		},
		{
			name:      "explain",
			arguments: phrase{"[CODE]", "[CODE]"},
			purpose:   phrase{"legt uit wat een melding betekent en wat u doet; zonder CODE noemt hij ze alle", "explains what a diagnostic means and how to mend it; without CODE it lists them all"},
			examples: []example{
				{same("wijkvisie explain unknown-need"), phrase{"de uitleg, met een voorbeeld", "the explanation, with an example"}},
				{same("wijkvisie explain"), phrase{"de lijst van alle meldingen", "the list of all diagnostics"}},
			},
			run:  explain,
			most: 1,
			values: func(args []string) []string {
				var codes []string
				for _, c := range diag.Codes() {
					codes = append(codes, string(c))
				}
				return first(args, codes)
			},
		},
		{
			name:      "import",
			arguments: phrase{"BESTAND", "FILE"},
			purpose:   phrase{"leest een rekenblad in (.xlsx, .ods of .csv): wat export maakte en is ingevuld, of een andere tabel, van de site of van een dienst; of maakt van een Word-document een concept; wat er stond, blijft zoals het was", "imports a spreadsheet (.xlsx, .ods or .csv): what export made and was filled in, or another table, of the site or of a department; or makes a draft of a Word document; what was there stays as it was"},
			examples: []example{
				{same("wijkvisie import stadswerken-2026-11-30.xlsx --dry-run"), phrase{"laat zien wat er zou veranderen", "shows what would change"}},
				{same("wijkvisie import stadswerken-2026-11-30.xlsx"), phrase{"en nu echt", "and does it"}},
				{phrase{"wijkvisie import visie.docx --wijk oost --periode 2011-2014", "wijkvisie import vision.docx --wijk oost --periode 2011-2014"}, phrase{"maakt een concept-wijkvisie van een Word-document", "makes a draft wijkvisie of a Word document"}},
				{phrase{"wijkvisie import actieplan.docx --dienst stadswerken --jaar 2011", "wijkvisie import plan.docx --dienst stadswerken --jaar 2011"}, phrase{"maakt een conceptprogramma van de tabellen met acties", "makes a draft programme of the tables of actions"}},
			},
			run:   importFile,
			flags: []string{"content", "date", "dry-run", "document-wijk", "periode", "document-dienst", "jaar", "stand"},
			most:  1,
		},
		{
			name:      "export",
			arguments: phrase{"DIENST | WIJK", "DIENST | WIJK"},
			purpose:   phrase{"maakt een rekenblad om in te vullen, met wat er op een dienst of een wijk wacht; import leest het weer in", "makes a spreadsheet to fill in, with what waits for a dienst or a wijk; import reads it back"},
			examples: []example{
				{same("wijkvisie export stadswerken"), phrase{"wat te laat is, lang niet bijgewerkt is of binnenkort klaar moet zijn, in stadswerken-2026-11-30.xlsx", "what is late, not updated for long or due soon, in stadswerken-2026-11-30.xlsx"}},
				{same("wijkvisie export overvecht --out oordelen.xlsx"), phrase{"wat er gedaan is en waar de wijk nog niets van zei", "what was done and the wijk has not judged yet"}},
			},
			run:   exportForm,
			flags: []string{"content", "out-file", "date", "wijk", "dienst"},
			most:  1,
		},
		{
			name:      "fmt",
			arguments: phrase{"[BESTAND…]", "[FILE…]"},
			purpose:   phrase{"brengt het blok bovenaan in één volgorde en opmaak; opmerkingen en woorden blijven", "writes front matter in one order and layout; comments and words stay"},
			examples: []example{
				{same("wijkvisie fmt"), phrase{"alle bestanden; hij noemt wat hij veranderde", "all files; it prints which it changed"}},
				{same("wijkvisie fmt --check"), phrase{"noemt alleen wat hij zou veranderen", "only prints which it would change"}},
			},
			run:   formatContent,
			flags: []string{"content", "check"},
			most:  math.MaxInt,
		},
		{
			name:    "report",
			purpose: phrase{"vertelt wat er gebeurde tussen twee dagen, wat te laat is en wat eraan komt, voor raad en college", "tells what happened between two days, what is late and what is to come, for council and college"},
			examples: []example{
				{same("wijkvisie report --since 2026-01-01"), phrase{"sinds 1 januari, van de hele gemeente", "since 1 January, of the whole municipality"}},
				{same("wijkvisie report --since 2026-01-01 --wijk oost --format html > oost.html"), phrase{"van één wijk, om te printen", "of one wijk, to print"}},
			},
			run:     writeReport,
			flags:   []string{"content", "date", "since", "wijk", "dienst", "format"},
			formats: []string{reportText, reportMarkdown, reportHTML},
		},
		{
			name:      "diff",
			arguments: phrase{"REVISIE | MAP", "REVISION | DIR"},
			purpose:   phrase{"vertelt wat een wijziging betekent: behoeften, toezeggingen, data, statussen", "tells what a change means: needs, commitments, dates, statuses"},
			examples: []example{
				{same("wijkvisie diff main"), phrase{"vergeleken met de revisie main", "compared with the revision main"}},
				{same("wijkvisie diff v1.0 --format markdown"), phrase{"als tekst voor een samenvatting", "as text for a summary"}},
			},
			run:     diffContent,
			flags:   []string{"content", "date", "format"},
			most:    1,
			formats: []string{diffText, diffMarkdown, diffJSON},
		},
		{
			name:    "lsp",
			purpose: phrase{"helpt in uw editor bij het schrijven: meldingen, aanvullen, uitleg, herstellen (Language Server Protocol)", "helps you write in your editor: diagnostics, completion, explanation, fixes (Language Server Protocol)"},
			examples: []example{
				{same("wijkvisie lsp"), phrase{"uw editor start dit, en vindt de inhoud bij het bestand dat u opent", "your editor starts this; it finds the content from the file that you open"}},
				{same("wijkvisie lsp --content inhoud --lang nl"), phrase{"voor één map, met meldingen in het Nederlands", "for one folder, with messages in Dutch"}},
			},
			run:   serveEditor,
			flags: []string{"content", "date", "drafts"},
		},
		{
			name:      "schema",
			arguments: phrase{"[SOORT]", "[KIND]"},
			purpose:   phrase{"schrijft het JSON Schema van een soort bestand, voor editors; zonder SOORT alle", "writes the JSON Schema of a kind of file, for editors; without KIND, all of them"},
			examples: []example{
				{same("wijkvisie schema wijkvisie > wijkvisie.schema.json"), phrase{"van een wijkvisie", "of a wijkvisie"}},
				{same("wijkvisie schema"), phrase{"van alle soorten, in één object", "of all kinds, in one object"}},
			},
			run:    writeSchema,
			most:   1,
			values: func(args []string) []string { return first(args, kindNames()) },
		},
		{
			name:      "headers",
			arguments: same(strings.Join(headers.Servers(), " | ")),
			purpose:   phrase{"schrijft de beveiligingsheaders van de site voor een server", "writes the security headers of the site for a server"},
			examples: []example{
				{same("wijkvisie headers nginx > wijkvisie.conf"), phrase{"voor nginx", "for nginx"}},
				{same("wijkvisie headers caddy --base-url https://example.nl/wijken"), phrase{"van een site met een pad in haar adres", "of a site with a path in its address"}},
				{phrase{"wijkvisie headers nginx --cms decap --repo mijn-gemeente/wijken", "wijkvisie headers nginx --cms decap --repo my-municipality/wijken"}, phrase{"met een eigen beleid voor /admin/, waar bewerkt wordt", "with a policy of its own for /admin/, where people edit"}},
			},
			run:    writeHeaders,
			flags:  []string{"base-url", "cms", "repo"},
			most:   1,
			values: func(args []string) []string { return first(args, headers.Servers()) },
		},
		{
			name:      "completion",
			arguments: same(strings.Join(shells(), " | ")),
			purpose:   phrase{"schrijft het script waarmee uw shell opdrachten en keuzes aanvult", "writes the script by which your shell completes commands and flags"},
			examples: []example{
				{same("source <(wijkvisie completion bash)"), phrase{"in dit venster van bash", "in this bash"}},
				{same("wijkvisie completion fish > ~/.config/fish/completions/wijkvisie.fish"), phrase{"voortaan in fish", "in fish from now on"}},
			},
			run:    writeCompletion,
			most:   1,
			values: func(args []string) []string { return first(args, shells()) },
		},
		{
			name:    "man",
			purpose: phrase{"schrijft de handleiding als manpagina", "writes the manual page"},
			examples: []example{
				{same("wijkvisie man | man -l -"), phrase{"om te lezen", "to read it"}},
				{same("wijkvisie man > /usr/local/share/man/man1/wijkvisie.1"), phrase{"zodat “man wijkvisie” die vindt", "so that \"man wijkvisie\" finds it"}},
			},
			run: writeManual,
		},
		{
			name:    "version",
			purpose: phrase{"zegt welke versie dit is", "says which version this is"},
			examples: []example{
				{same("wijkvisie version"), phrase{"de versie, en waarvan die gemaakt is", "the version, and what it was made of"}},
				{same("wijkvisie --version"), phrase{"hetzelfde", "the same"}},
			},
			run: version,
		},
	}
}

// same is what is the same in both languages.
func same(s string) phrase { return phrase{s, s} }

// first returns the values of the first argument when that is the next one.
func first(args, values []string) []string {
	if len(args) > 0 {
		return nil
	}
	return values
}

func kindNames() []string {
	var names []string
	for _, k := range parse.Kinds() {
		names = append(names, k.Name)
	}
	return names
}

func commandNames() []string {
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	return names
}
