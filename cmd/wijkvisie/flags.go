package main

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/starter"
)

// options are the flags of a command, read and checked.
type options struct {
	content string
	out     string
	theme   string
	baseURL string
	date    city.Day // zero when not given
	drafts  bool
	strict  bool
	format  diag.Format
	form    string // the format of diff and of report
	since   city.Day
	wijk    string   // an id; empty for all
	dienst  string   // an id; empty for all
	period  string   // of import, as it was given
	year    string   // likewise
	stand   city.Day // of import: of which day a document tells how things stand
	lang    diag.Lang
	verbose bool
	quiet   bool
	fix     bool
	dryRun  bool
	// onlyCheck is --check of fmt: say what would change, change nothing.
	onlyCheck    bool
	bundle       string
	addr         string
	share        bool
	edit         bool
	hosts        list
	poll         time.Duration
	open         bool
	editor       string
	municipality string   // of new site: its code or its name
	maps         []string // of new site: files with its wijken
	withProgram  bool
	cms          string // of new site and headers: a content management system
	repo         string // as it was typed
	branch       string
	login        string
	args         []string // the arguments that are no flags
	flags        []string // the names of the flags that were given, in alphabetical order
	table        string   // of import, with forward slashes
	file         string   // of export: where it writes; empty for a name of its own, - for standard output
}

// given returns which of some flags were given, with their dashes.
func (opt *options) given(names ...string) []string {
	var list []string
	for _, name := range opt.flags {
		if slices.Contains(names, name) {
			list = append(list, dashed(name))
		}
	}
	return list
}

// rawFlags are the flags that need more than package pflag does to read them.
type rawFlags struct{ date, since, stand, format, lang string }

// flagKind is a flag, of one or of several commands.
type flagKind struct {
	name, short string
	id          string // by which commands have it; empty for the name
	value       phrase // what stands for its value; empty when it has none
	about       phrase
	preset      string                   // what is meant without it, when that is worth saying
	values      func(c command) []string // what its value may be; nil for anything
	define      func(set *pflag.FlagSet, f flagKind, opt *options, raw *rawFlags)
}

// flagKinds returns the flags that some commands have.
func flagKinds() []flagKind {
	text := func(at func(*options, *rawFlags) *string) func(*pflag.FlagSet, flagKind, *options, *rawFlags) {
		return func(set *pflag.FlagSet, f flagKind, opt *options, raw *rawFlags) {
			set.StringVar(at(opt, raw), f.name, f.preset, "")
		}
	}
	isSet := func(at func(*options) *bool) func(*pflag.FlagSet, flagKind, *options, *rawFlags) {
		return func(set *pflag.FlagSet, f flagKind, opt *options, _ *rawFlags) {
			set.BoolVarP(at(opt), f.name, f.short, false, "")
		}
	}
	day := phrase{"JJJJ-MM-DD", "YYYY-MM-DD"}
	folder := phrase{"MAP", "DIR"}
	name := phrase{"NAAM", "NAME"}
	return []flagKind{
		{name: "content", value: folder, preset: "content", about: phrase{"map met inhoud", "content folder"},
			define: text(func(o *options, _ *rawFlags) *string { return &o.content })},
		{name: "out", value: folder, preset: "public", about: phrase{"map voor de site", "folder for the site"},
			define: text(func(o *options, _ *rawFlags) *string { return &o.out })},
		{name: "out", id: "out-file", value: phrase{"NAAM.xlsx", "FILE.xlsx"}, about: phrase{"het bestand, dat er nog niet is; - is standaarduitvoer (zonder deze DIENST-DATUM.xlsx)", "the file, which is not there yet; - is standard output (without it DIENST-DATE.xlsx)"},
			define: text(func(o *options, _ *rawFlags) *string { return &o.file })},
		{name: "theme", value: name, preset: defaultTheme, about: phrase{"een map onder themes/, of een andere map", "a folder under themes/, or any folder"},
			define: text(func(o *options, _ *rawFlags) *string { return &o.theme })},
		{name: "base-url", value: same("URL"), about: phrase{"het adres van de site, in plaats van basis-url in site.yaml", "the address of the site, instead of basis-url in site.yaml"},
			define: text(func(o *options, _ *rawFlags) *string { return &o.baseURL })},
		{name: "date", value: day, about: phrase{"peildatum; zonder deze vandaag, in Nederland", "reference date; without it today, in the Netherlands"},
			define: text(func(_ *options, r *rawFlags) *string { return &r.date })},
		{name: "since", value: day, about: phrase{"wat er veranderde sinds de stand van die dag", "what changed since the state of that day"},
			define: text(func(_ *options, r *rawFlags) *string { return &r.since })},
		{name: "wijk", value: same("ID"), about: phrase{"van één wijk", "of one wijk"},
			define: text(func(o *options, _ *rawFlags) *string { return &o.wijk })},
		{name: "dienst", value: same("ID"), about: phrase{"van één dienst", "of one department"},
			define: text(func(o *options, _ *rawFlags) *string { return &o.dienst })},
		{name: "wijk", id: "document-wijk", value: same("ID"), about: phrase{"de wijk van de wijkvisie in een Word-document", "the wijk of the wijkvisie in a Word document"},
			define: text(func(o *options, _ *rawFlags) *string { return &o.wijk })},
		{name: "dienst", id: "document-dienst", value: same("ID"), about: phrase{"de dienst van het programma in een Word-document", "the department of the programme in a Word document"},
			define: text(func(o *options, _ *rawFlags) *string { return &o.dienst })},
		{name: "periode", value: same("2011-2014"), about: phrase{"de jaren van de wijkvisie in een Word-document", "the years of the wijkvisie in a Word document"},
			define: text(func(o *options, _ *rawFlags) *string { return &o.period })},
		{name: "jaar", value: same("2011"), about: phrase{"het jaar van het programma in een Word-document", "the year of the programme in a Word document"},
			define: text(func(o *options, _ *rawFlags) *string { return &o.year })},
		{name: "stand", value: day, about: phrase{"van welke dag het is wat een tabel in een Word-document over de stand zegt", "of which day it is what a table in a Word document says of how things stand"},
			define: text(func(_ *options, r *rawFlags) *string { return &r.stand })},
		{name: "drafts", about: phrase{"ook concepten en wat onder embargo staat, met een band erboven", "concepts and embargoed files too, each with a banner"},
			define: isSet(func(o *options) *bool { return &o.drafts })},
		{name: "strict", about: phrase{"waarschuwingen tellen als fouten", "warnings count as errors"},
			define: isSet(func(o *options) *bool { return &o.strict })},
		{name: "fix", about: phrase{"herstel wat maar op één manier kan, en laat het zien", "fix what has one safe fix, and show each"},
			define: isSet(func(o *options) *bool { return &o.fix })},
		{name: "check", about: phrase{"zeg alleen welke bestanden zouden veranderen", "only say which files would change"},
			define: isSet(func(o *options) *bool { return &o.onlyCheck })},
		{name: "dry-run", about: phrase{"laat de verandering zien en maak die niet", "show the change, make none"},
			define: isSet(func(o *options) *bool { return &o.dryRun })},
		{name: "bundle", value: phrase{"NAAM.zip", "FILE.zip"}, about: phrase{"ook één archief van de hele site", "also one archive of the whole site"},
			define: text(func(o *options, _ *rawFlags) *string { return &o.bundle })},
		{name: "format", value: phrase{"VORM", "FORMAT"}, preset: "text", about: phrase{"in welke vorm", "in which form"},
			values: func(c command) []string { return c.formats },
			define: text(func(_ *options, r *rawFlags) *string { return &r.format })},
		{name: "addr", value: phrase{"HOST:POORT", "HOST:PORT"}, preset: "127.0.0.1:4011", about: phrase{"waar te luisteren; poort 0 neemt een vrije", "where to listen; port 0 takes a free one"},
			define: text(func(o *options, _ *rawFlags) *string { return &o.addr })},
		{name: "share", about: phrase{"ook voor anderen, met een sleutel in de link", "for others too, with a key in the link"},
			define: isSet(func(o *options) *bool { return &o.share })},
		{name: "edit", about: phrase{"formulieren in het voorbeeld, die in de inhoud bewaren; alleen op deze computer", "forms in the preview that save into the content; on this machine only"},
			define: isSet(func(o *options) *bool { return &o.edit })},
		{name: "host", value: name, about: phrase{"nog een naam om op te antwoorden; mag vaker", "a further host name to answer to; may be repeated"},
			define: func(set *pflag.FlagSet, f flagKind, opt *options, _ *rawFlags) {
				set.Var(&opt.hosts, f.name, "")
			}},
		{name: "editor", value: name, about: phrase{"links bij meldingen openen deze editor op de regel", "links of diagnostics open this editor at the line"},
			values: func(command) []string { return editors() },
			define: text(func(o *options, _ *rawFlags) *string { return &o.editor })},
		{name: "poll", value: phrase{"DUUR", "DURATION"}, about: phrase{"zo vaak naar veranderingen kijken, voor netwerkschijven: 2s", "look for changes this often, for network drives: 2s"},
			define: func(set *pflag.FlagSet, f flagKind, opt *options, _ *rawFlags) {
				set.DurationVar(&opt.poll, f.name, 0, "")
			}},
		{name: "gemeente", value: phrase{"CODE of NAAM", "CODE or NAME"}, about: phrase{"van new site: begin met de wijken van deze gemeente, van de kaart", "of new site: begin with the wijken of this municipality, from the map"},
			define: text(func(o *options, _ *rawFlags) *string { return &o.municipality })},
		{name: "kaart", value: phrase{"BESTAND.geojson", "FILE.geojson"}, about: phrase{"van new site: de Wijk- en buurtkaart van CBS of PDOK; mag vaker", "of new site: the Wijk- en buurtkaart of CBS or PDOK; may be repeated"},
			define: func(set *pflag.FlagSet, f flagKind, opt *options, _ *rawFlags) {
				set.StringArrayVar(&opt.maps, f.name, nil, "")
			}},
		{name: "with-program", about: phrase{"van new site: met een kopie van dit programma (linux/amd64) erbij, zodat elke webhost de site kan maken", "of new site: with a copy of this program (linux/amd64), so that every web host can make the site"},
			define: isSet(func(o *options) *bool { return &o.withProgram })},
		{name: "cms", value: name, about: phrase{"met een pagina om te bewerken, van dit contentsysteem", "with a page to edit on, of this content management system"},
			values: func(command) []string { return starter.CMSNames() },
			define: text(func(o *options, _ *rawFlags) *string { return &o.cms })},
		{name: "repo", value: phrase{"EIGENAAR/NAAM", "OWNER/NAME"}, about: phrase{"met --cms: de repository bij GitHub, of het adres van een repository bij een GitLab", "with --cms: the repository at GitHub, or the address of one at a GitLab"},
			define: text(func(o *options, _ *rawFlags) *string { return &o.repo })},
		{name: "branch", value: name, preset: "main", about: phrase{"met --cms: de branch waarin bewaard wordt", "with --cms: the branch that is saved to"},
			define: text(func(o *options, _ *rawFlags) *string { return &o.branch })},
		{name: "login", value: phrase{"ADRES", "ADDRESS"}, about: phrase{"met --cms: bij GitHub het adres van uw OAuth-server, bij GitLab het id van de applicatie", "with --cms: at GitHub the address of your OAuth server, at GitLab the id of the application"},
			define: text(func(o *options, _ *rawFlags) *string { return &o.login })},
		{name: "open", about: phrase{"open de browser", "open the browser"},
			define: isSet(func(o *options) *bool { return &o.open })},
	}
}

// flagsOfAll returns the flags that every command has.
func flagsOfAll() []flagKind {
	return []flagKind{
		{name: "lang", value: phrase{"TAAL", "LANG"}, about: phrase{"taal van de meldingen", "language of messages"},
			values: func(command) []string { return []string{"nl", "en"} },
			define: func(set *pflag.FlagSet, f flagKind, _ *options, raw *rawFlags) {
				set.StringVar(&raw.lang, f.name, "", "")
			}},
		{name: "verbose", short: "v", about: phrase{"meer zeggen: welke bestanden veranderden, alle meldingen", "say more: which files changed, all diagnostics"},
			define: func(set *pflag.FlagSet, f flagKind, opt *options, _ *rawFlags) {
				set.BoolVarP(&opt.verbose, f.name, f.short, false, "")
			}},
		{name: "quiet", short: "q", about: phrase{"minder zeggen", "say less"},
			define: func(set *pflag.FlagSet, f flagKind, opt *options, _ *rawFlags) {
				set.BoolVarP(&opt.quiet, f.name, f.short, false, "")
			}},
	}
}

// flagsOf returns the flags of a command that not all have.
func flagsOf(c command) []flagKind {
	var list []flagKind
	for _, f := range flagKinds() {
		if slices.Contains(c.flags, cmp.Or(f.id, f.name)) {
			list = append(list, f)
		}
	}
	return list
}

// read reads the values that package pflag cannot.
func (raw rawFlags) read(opt *options, c command) error {
	if raw.lang != "" {
		lang, ok := diag.ParseLang(raw.lang)
		if !ok {
			return usageError{say(opt.lang, sayBadLang, raw.lang)}
		}
		opt.lang = lang
	}
	for _, d := range []struct {
		name, written string
		day           *city.Day
	}{{"date", raw.date, &opt.date}, {"since", raw.since, &opt.since}, {"stand", raw.stand, &opt.stand}} {
		day, ok := city.ParseDay(d.written)
		if !ok && d.written != "" {
			return usageError{say(opt.lang, sayBadDate, d.name, d.written)}
		}
		*d.day = day
	}
	return raw.readFormat(opt, c)
}

// readFormat reads the format, of those that the command has.
func (raw rawFlags) readFormat(opt *options, c command) error {
	if len(c.formats) == 0 {
		return nil
	}
	if !slices.Contains(c.formats, raw.format) {
		return usageError{say(opt.lang, sayBadFormat, raw.format, strings.Join(c.formats, ", "))}
	}
	opt.form = raw.format
	opt.format, _ = diag.ParseFormat(raw.format)
	return nil
}

// languageOf returns the language of messages before the flags are read, so
// that a mistake in the flags is reported in the language that was asked for.
func languageOf(env environment) diag.Lang {
	for i, arg := range env.args {
		name, value, joined := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		if name != "lang" || !strings.HasPrefix(arg, "-") {
			continue
		}
		if !joined && i+1 < len(env.args) {
			value = env.args[i+1]
		}
		if lang, ok := diag.ParseLang(value); ok {
			return lang
		}
	}
	return diag.LangFromEnv(env.getenv)
}

// referenceDate returns the date that everything is derived for: --date, else
// SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/),
// else today, both in the time zone of the Netherlands.
func referenceDate(env environment, opt *options) (city.Day, error) {
	if !opt.date.IsZero() {
		return opt.date, nil
	}
	amsterdam, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		return city.Day{}, err
	}
	now := env.now()
	if epoch := env.getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		now, err = parseEpoch(epoch)
		if err != nil {
			return city.Day{}, usageError{say(opt.lang, sayBadEpoch, epoch)}
		}
	}
	return city.DayOf(now.In(amsterdam)), nil
}
