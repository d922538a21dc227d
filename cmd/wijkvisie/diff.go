package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"wijkvisie/internal/compare"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/escape"
	"wijkvisie/internal/noun"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/relate"
)

// The forms in which a difference is written.
const (
	diffText     = "text"
	diffMarkdown = "markdown"
	diffJSON     = "json"
)

// diffContent says what the difference means between the content and what it was in a
// revision, or in another folder.
func diffContent(ctx context.Context, env environment, opt *options) (int, error) {
	if len(opt.args) == 0 {
		return 0, usageError{say(opt.lang, sayDiffWhat)}
	}
	now, err := openContent(opt)
	if err != nil {
		return 0, err
	}
	defer now.Close()
	before, done, err := contentBefore(ctx, opt, regularFS{now})
	if err != nil {
		return 0, err
	}
	defer done()
	day, err := referenceDate(env, opt)
	if err != nil {
		return 0, err
	}
	old, err := new(pipeline.Pipeline).Prepare(pipeline.Input{Content: before, Date: day})
	if err != nil {
		return 0, err
	}
	present, err := new(pipeline.Pipeline).Prepare(pipeline.Input{Content: regularFS{now}, Date: day})
	if err != nil {
		return 0, err
	}
	if present.Diagnostics.HasErrors() {
		if err := report(env, opt, onlyErrors(present.Diagnostics), env.stderr); err != nil {
			return 0, err
		}
		fmt.Fprintln(env.stderr, diag.Summary(onlyErrors(present.Diagnostics), opt.lang), say(opt.lang, sayDiffBroken))
		return statusContent, nil
	}
	if old.Diagnostics.HasErrors() && !opt.quiet {
		fmt.Fprintln(env.stderr, say(opt.lang, sayDiffOldBroken, opt.args[0]))
	}
	files, err := pipeline.Compare(ctx, old, present)
	if err != nil {
		return 0, err
	}
	d := difference{lang: opt.lang, nouns: nounsOf(present.Site.Graph.Site, opt.lang), old: opt.args[0], date: day.String(), files: files}
	d.changes = withFiles(compare.Graphs(old.Site.Graph, present.Site.Graph), files)
	if err := d.write(env.stdout, opt.form); err != nil {
		return 0, err
	}
	if !opt.quiet {
		sayHiddenChanges(env.stderr, opt, before, regularFS{now}, present)
	}
	return statusDone, nil
}

// withFiles adds to changes of content what the bytes of the site tell besides: other files of
// the content and another look, addresses that lead nowhere now, and, when there would be
// nothing to say, every page and file that differs. When the bytes are the same there are no
// changes, whatever was written otherwise.
func withFiles(changes []compare.Change, files pipeline.Differences) []compare.Change {
	if files.None() {
		return nil
	}
	add := func(s compare.Subject, a compare.Aspect, ids []string) {
		for _, id := range ids {
			changes = append(changes, compare.Change{Subject: s, ID: id, Aspect: a})
		}
	}
	add(compare.File, compare.Added, files.Sources.Added)
	add(compare.File, compare.Gone, files.Sources.Gone)
	add(compare.File, compare.Contents, files.Sources.Changed)
	if files.Theme != "" {
		add(compare.Address, compare.Contents, []string{files.Theme})
	}
	isPage := func(path string) bool { return strings.HasSuffix(path, "index.html") }
	add(compare.Address, compare.Gone, addresses(files.Gone, isPage))
	if len(changes) == 0 {
		all := func(string) bool { return true }
		add(compare.Address, compare.Added, addresses(files.Added, all))
		add(compare.Address, compare.Gone, addresses(files.Gone, func(path string) bool { return !isPage(path) }))
		add(compare.Address, compare.Contents, addresses(files.Changed, all))
	}
	return changes
}

// addresses returns the addresses of some of the files of a site.
func addresses(paths []string, some func(path string) bool) []string {
	var list []string
	for _, path := range paths {
		if some(path) {
			list = append(list, "/"+strings.TrimSuffix(path, "index.html"))
		}
	}
	return list
}

// contentBefore opens what the content is compared with: a folder with content, else
// a revision of git. done puts away what was made for it.
func contentBefore(ctx context.Context, opt *options, now fs.FS) (content fs.FS, done func(), err error) {
	other := *opt
	other.content = opt.args[0]
	contentFolder(&other)
	if _, err := os.Stat(filepath.Join(other.content, "site.yaml")); err == nil {
		root, err := openRoot(other.content)
		if err != nil {
			return nil, nil, err
		}
		return regularFS{root}, func() { root.Close() }, nil
	}
	if _, err := exec.LookPath("git"); err != nil {
		return nil, nil, usageError{say(opt.lang, sayDiffNoGit, opt.args[0])}
	}
	dir, err := os.MkdirTemp("", "wijkvisie-")
	if err != nil {
		return nil, nil, err
	}
	remove := func() { os.RemoveAll(dir) }
	root, err := openRoot(dir)
	if err != nil {
		remove()
		return nil, nil, err
	}
	done = func() { root.Close(); remove() }
	switch same, found, err := contentAt(ctx, root, opt.content, opt.args[0]); {
	case err != nil:
		done()
		return nil, nil, err
	case !found:
		done()
		if shallow(ctx, opt.content) {
			return nil, nil, usageError{say(opt.lang, sayDiffShallow, opt.args[0])}
		}
		return nil, nil, usageError{say(opt.lang, sayDiffUnknown, opt.args[0], opt.content)}
	default:
		return sharedFS{regularFS{root}, now, same}, done, nil
	}
}

// sharedFS is a file system that has some of its files in another.
type sharedFS struct {
	regularFS
	other  fs.FS
	shared map[string]bool // by name
}

// Open implements fs.FS.
func (f sharedFS) Open(name string) (fs.File, error) {
	if f.shared[name] {
		return f.other.Open(name)
	}
	return f.regularFS.Open(name)
}

// sayHiddenChanges names the files that changed and that nobody can see yet: what
// they say is in no comparison.
func sayHiddenChanges(w io.Writer, opt *options, before, now fs.FS, present *pipeline.Result) {
	first := true
	for _, h := range present.Site.Graph.Hidden {
		old, _ := fs.ReadFile(before, h.Path)
		if data, err := fs.ReadFile(now, h.Path); err != nil || string(data) == string(old) {
			continue
		}
		if first {
			fmt.Fprintln(w, say(opt.lang, sayDiffHidden))
		}
		first = false
		fmt.Fprintf(w, "  %s: %s\n", h.Path, whyHidden(h, opt.lang))
	}
}

// difference is what changed, to be written.
type difference struct {
	lang    diag.Lang
	nouns   *noun.Nouns
	old     string // what it was compared with
	date    string
	files   pipeline.Differences
	changes []compare.Change
}

func (d difference) write(w io.Writer, format string) error {
	if format == diffJSON {
		return d.writeJSON(w)
	}
	var b strings.Builder
	markdown := format == diffMarkdown
	var subject compare.Subject
	for i := 0; i < len(d.changes); {
		c := d.changes[i]
		if c.Subject != subject {
			subject = c.Subject
			d.heading(&b, subject, markdown)
		}
		var parts []string
		for ; i < len(d.changes) && d.changes[i].Subject == c.Subject && d.changes[i].ID == c.ID; i++ {
			parts = append(parts, d.phrase(d.changes[i], markdown))
		}
		switch {
		case markdown && c.Title == "":
			fmt.Fprintf(&b, "- `%s`: %s\n", c.ID, strings.Join(parts, "; "))
		case markdown:
			fmt.Fprintf(&b, "- %s (`%s`): %s\n", escape.Markdown(c.Title), c.ID, strings.Join(parts, "; "))
		case c.Title == "":
			fmt.Fprintf(&b, "  %s %s: %s\n", mark(c.Aspect), visible(c.ID), strings.Join(parts, "; "))
		default:
			fmt.Fprintf(&b, "  %s %s – %s: %s\n", mark(c.Aspect), c.ID, escape.Line(c.Title), strings.Join(parts, "; "))
		}
	}
	head := say(d.lang, sayDiffHead, d.old, d.date)
	if d.files.None() {
		head = say(d.lang, sayDiffNothing, d.old, d.date)
	}
	_, err := fmt.Fprintf(w, "%s\n%s", head, b.String())
	return err
}

// meaning returns what differs between two states of the content, in Dutch, a line for each thing.
func meaning(old, now *relate.Graph) []string {
	d := difference{lang: diag.Dutch, nouns: nounsOf(now.Site, diag.Dutch)}
	changes := compare.Graphs(old, now)
	var lines []string
	for i := 0; i < len(changes); {
		c := changes[i]
		var parts []string
		for ; i < len(changes) && changes[i].Subject == c.Subject && changes[i].ID == c.ID; i++ {
			parts = append(parts, d.phrase(changes[i], false))
		}
		name := c.ID
		if c.Title != "" {
			name += " – " + escape.Line(c.Title)
		}
		lines = append(lines, name+": "+strings.Join(parts, "; "))
	}
	return lines
}

func (d difference) heading(b *strings.Builder, s compare.Subject, markdown bool) {
	heading := d.nouns.Fill(say(d.lang, diffHeadings[s]))
	if markdown {
		fmt.Fprintf(b, "\n### %s\n\n", escape.Markdown(heading))
	} else {
		fmt.Fprintf(b, "\n%s\n", escape.Line(heading))
	}
}

// mark shows at the start of a line whether something came, went or changed.
func mark(a compare.Aspect) string {
	switch a {
	case compare.Added:
		return "+"
	case compare.Gone:
		return "-"
	default:
		return "~"
	}
}

// phrase says a change: gereed 2012-03 (was 2011-10).
func (d difference) phrase(c compare.Change, markdown bool) string {
	value := escape.Line
	if markdown {
		value = func(s string) string { return "**" + escape.Markdown(s) + "**" }
	}
	from, to := excerpts(escape.Line(c.Old), escape.Line(c.New))
	was := say(d.lang, sayDiffWas, from)
	if markdown {
		was = say(d.lang, sayDiffWas, escape.Markdown(from))
	}
	switch {
	case c.Aspect == compare.Added:
		return say(d.lang, sayDiffNew)
	case c.Aspect == compare.Gone:
		return say(d.lang, sayDiffGone)
	case c.Aspect == compare.Renamed:
		return say(d.lang, sayDiffRenamed, c.Old)
	case c.Old == "" && c.New == "":
		return say(d.lang, sayDiffOther, c.Aspect)
	case c.New == "":
		return say(d.lang, sayDiffNoMore, c.Aspect, was)
	case c.Old == "":
		return fmt.Sprintf("%s %s", c.Aspect, value(to))
	default:
		return fmt.Sprintf("%s %s (%s)", c.Aspect, value(to), was)
	}
}

// excerptRunes is about how many characters of a long text are shown.
const excerptRunes = 160

// excerpts returns two texts as they are shown beside each other: of long ones the part where
// they begin to differ.
func excerpts(old, now string) (from, to string) {
	a, b := []rune(old), []rune(now)
	same := 0
	for same < len(a) && same < len(b) && a[same] == b[same] {
		same++
	}
	begin := 0
	if max(len(a), len(b)) > excerptRunes {
		begin = max(0, same-excerptRunes/4)
	}
	return excerpt(a, begin), excerpt(b, begin)
}

// excerpt returns the part of a text that begins at a character or at the word before it.
func excerpt(text []rune, begin int) string {
	for begin > 0 && begin <= len(text) && text[begin-1] != ' ' {
		begin--
	}
	begin = min(begin, len(text))
	end := min(len(text), begin+excerptRunes)
	s := string(text[begin:end])
	if begin > 0 {
		s = "…" + s
	}
	if end < len(text) {
		s += "…"
	}
	return s
}

func (d difference) writeJSON(w io.Writer) error {
	type change struct {
		Subject string  `json:"subject"`
		ID      string  `json:"id"`
		Title   string  `json:"title"`
		Change  string  `json:"change"`
		Old     *string `json:"old"`
		New     *string `json:"new"`
	}
	all := make([]change, len(d.changes))
	for i, c := range d.changes {
		all[i] = change{string(c.Subject), c.ID, c.Title, string(c.Aspect), orNull(c.Old), orNull(c.New)}
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(all)
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// diffHeadings are the nouns above what changed of a kind.
var diffHeadings = map[compare.Subject]phrase{
	compare.Wijk:       {"{Wijken}", "{Wijken}"},
	compare.Vision:     {"{Wijkvisies}", "{Wijkvisies}"},
	compare.Need:       {"{Behoeften}", "{Behoeften}"},
	compare.Department: {"{Diensten}", "{Diensten}"},
	compare.Programme:  {"{Programma's}", "{Programma's}"},
	compare.Commitment: {"{Toezeggingen}", "{Toezeggingen}"},
	compare.Page:       {"Pagina’s", "Pages"},
	compare.Site:       {"De site als geheel", "The site as a whole"},
	compare.File:       {"Bestanden", "Files"},
	compare.Address:    {"Adressen op de site", "Addresses on the site"},
}

var (
	sayDiffWhat      = phrase{"zeg waarmee: wijkvisie diff main, of wijkvisie diff MAP", "say what to compare with: wijkvisie diff main, or wijkvisie diff DIR"}
	sayDiffUnknown   = phrase{"%q is geen map met inhoud, en ook geen revisie van git waarin de map %s staat", "%q is neither a content folder nor a git revision that has the folder %s"}
	sayDiffNoGit     = phrase{"%q is geen map met inhoud; om het als revisie te lezen is het programma git nodig", "%q is not a content folder; to read it as a revision, the program git is needed"}
	sayDiffBroken    = phrase{"Er is niets vergeleken.", "Nothing was compared."}
	sayDiffOldBroken = phrase{"De inhoud van %s heeft fouten; wat daar niet te lezen was, lijkt nu nieuw.", "The content of %s has errors; anything that could not be read there looks new here."}
	sayDiffHidden    = phrase{"Ook veranderd, maar nog niet gepubliceerd en dus niet vergeleken:", "Also changed, but not published yet and so not compared:"}
	sayDiffHead      = phrase{"Wat er anders is dan in %s, stand van zaken per %s.", "What differs from %s, as of %s."}
	sayDiffNothing   = phrase{"Voor bezoekers is er niets anders dan in %s, stand van zaken per %s.", "Nothing that visitors see differs from %s, as of %s."}
	sayDiffShallow   = phrase{"%q is hier niet te vinden: deze kloon van git is ondiep (shallow) en heeft niet de hele geschiedenis. Haal de rest op met “git fetch --unshallow” en probeer het opnieuw", "%q cannot be found here: this git clone is shallow and does not have the whole history. Fetch the rest with \"git fetch --unshallow\" and try again"}
	sayDiffNew       = phrase{"nieuw", "new"}
	sayDiffGone      = phrase{"weg", "gone"}
	sayDiffOther     = phrase{"%s anders", "%s differs"}
	sayDiffRenamed   = phrase{"heette %s", "was called %s"}
	sayDiffWas       = phrase{"was %s", "was %s"}
	sayDiffNoMore    = phrase{"geen %s meer (%s)", "no longer any %s (%s)"}
)
