package main

import (
	"errors"
	"flag"
	"io"
	"slices"
	"strings"
	"time"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
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
	wijk    string // an id; empty for all
	dienst  string // an id; empty for all
	lang    diag.Lang
	verbose bool
	quiet   bool
	fix     bool
	dryRun  bool
	// onlyCheck is --check of fmt: say what would change, change nothing.
	onlyCheck bool
	bundle    string
	addr      string
	share     bool
	hosts     list
	poll      time.Duration
	open      bool
	editor    string
	args      []string // the arguments that are no flags
	table     string   // of import, with forward slashes
}

var errHelp = errors.New("help asked for")

// rawFlags are the flags that need more than package flag does to read them.
type rawFlags struct{ date, since, format, lang string }

// parseFlags reads the arguments of a command. Whatever is wrong with them is a
// usageError.
func parseFlags(c command, args []string, lang diag.Lang) (*options, error) {
	opt := &options{lang: lang}
	var raw rawFlags
	set := flagSet(c, opt, &raw)
	for rest := args; ; {
		if err := set.Parse(rest); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, errHelp
			}
			return nil, usageError{flagProblem(c, args, err, lang)}
		}
		if set.NArg() == 0 {
			return opt, raw.read(opt, c)
		}
		// Flags may stand behind arguments too.
		opt.args = append(opt.args, set.Arg(0))
		if len(opt.args) > c.most {
			return nil, usageError{say(lang, sayExtraArgument, set.Arg(0), c.name)}
		}
		rest = set.Args()[1:]
	}
}

func flagSet(c command, opt *options, raw *rawFlags) *flag.FlagSet {
	set := flag.NewFlagSet(c.name, flag.ContinueOnError)
	set.SetOutput(io.Discard)
	define := map[string]func(){
		"content":  func() { set.StringVar(&opt.content, "content", "content", "") },
		"out":      func() { set.StringVar(&opt.out, "out", "public", "") },
		"theme":    func() { set.StringVar(&opt.theme, "theme", defaultTheme, "") },
		"base-url": func() { set.StringVar(&opt.baseURL, "base-url", "", "") },
		"date":     func() { set.StringVar(&raw.date, "date", "", "") },
		"drafts":   func() { set.BoolVar(&opt.drafts, "drafts", false, "") },
		"strict":   func() { set.BoolVar(&opt.strict, "strict", false, "") },
		"addr":     func() { set.StringVar(&opt.addr, "addr", "127.0.0.1:4011", "") },
		"share":    func() { set.BoolVar(&opt.share, "share", false, "") },
		"host":     func() { set.Var(&opt.hosts, "host", "") },
		"poll":     func() { set.DurationVar(&opt.poll, "poll", 0, "") },
		"editor":   func() { set.StringVar(&opt.editor, "editor", "", "") },
		"open":     func() { set.BoolVar(&opt.open, "open", false, "") },
		"fix":      func() { set.BoolVar(&opt.fix, "fix", false, "") },
		"bundle":   func() { set.StringVar(&opt.bundle, "bundle", "", "") },
		"check":    func() { set.BoolVar(&opt.onlyCheck, "check", false, "") },
		"dry-run":  func() { set.BoolVar(&opt.dryRun, "dry-run", false, "") },
		"since":    func() { set.StringVar(&raw.since, "since", "", "") },
		"wijk":     func() { set.StringVar(&opt.wijk, "wijk", "", "") },
		"dienst":   func() { set.StringVar(&opt.dienst, "dienst", "", "") },
		"format":   func() { set.StringVar(&raw.format, "format", "text", "") },
	}
	for _, name := range c.flags {
		define[name]()
	}
	set.StringVar(&raw.lang, "lang", "", "")
	set.BoolVar(&opt.verbose, "v", false, "")
	set.BoolVar(&opt.quiet, "q", false, "")
	return set
}

// read reads the values that package flag cannot.
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
	}{{"date", raw.date, &opt.date}, {"since", raw.since, &opt.since}} {
		day, ok := city.ParseDay(d.written)
		if !ok && d.written != "" {
			return usageError{say(opt.lang, sayBadDate, d.name, d.written)}
		}
		*d.day = day
	}
	return raw.readFormat(opt, c)
}

// readFormat reads the format: that of a difference, of a report or of diagnostics.
func (raw rawFlags) readFormat(opt *options, c command) error {
	if raw.format == "" {
		return nil
	}
	own := map[string][]string{
		"diff":   {diffText, diffMarkdown, diffJSON},
		"report": {reportText, reportMarkdown, reportHTML},
	}
	if formats := own[c.name]; formats != nil {
		opt.form = raw.format
		if !slices.Contains(formats, raw.format) {
			return usageError{say(opt.lang, sayBadFormat, raw.format, strings.Join(formats, ", "))}
		}
		return nil
	}
	format, ok := diag.ParseFormat(raw.format)
	if !ok {
		return usageError{say(opt.lang, sayBadFormat, raw.format, "text, json, github, sarif")}
	}
	opt.format = format
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

// flagProblem says what is wrong with the flags. Package flag has no typed
// errors, so an unknown flag is searched for here.
func flagProblem(c command, args []string, err error, lang diag.Lang) string {
	known := append(slices.Clone(c.flags), "lang", "v", "q")
	for _, arg := range args {
		name, _, _ := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		if arg == "--" || !strings.HasPrefix(arg, "-") || name == "" || slices.Contains(known, name) {
			continue
		}
		if near, ok := diag.Nearest(name, known); ok {
			return say(lang, sayUnknownFlagNear, name, c.name, near)
		}
		return say(lang, sayUnknownFlag, name, c.name)
	}
	return say(lang, sayBadFlags, err.Error())
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
