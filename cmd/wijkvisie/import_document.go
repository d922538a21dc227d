package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/docx"
	"wijkvisie/internal/docximport"
	"wijkvisie/internal/pipeline"
)

// isDocument reports whether a file that is to be imported is one of a word processor, by what
// is in it; of a file that is nothing that is known, by its name.
func isDocument(name string, data []byte) bool {
	kind, is := docx.Kind(data)
	return is || (kind == docx.NotWord || kind == docx.Locked) && docx.HasName(name)
}

// importDocument makes a concept wijkvisie, concept programmes or both of a Word document. A
// file that is there already stays as it is.
func importDocument(ctx context.Context, env environment, opt *options, document []byte) (int, error) {
	asked, err := documentOptions(opt)
	if err != nil {
		return 0, err
	}
	root, err := openContent(opt)
	if err != nil {
		return 0, err
	}
	defer root.Close()
	result, err := pipeline.ImportDocument(regularFS{root}, document, asked)
	if err != nil {
		return 0, documentError(err, opt)
	}
	if opt.dryRun {
		for _, f := range result.Files {
			name := filepath.ToSlash(filepath.Join(opt.content, filepath.FromSlash(f.Path)))
			if !strings.HasSuffix(name, ".md") {
				fmt.Fprintf(env.stdout, "+++ b/%s\n", name)
				continue
			}
			if _, err := env.stdout.Write(diff.Diff("a/"+name, nil, "b/"+name, f.Data)); err != nil {
				return 0, err
			}
		}
	} else if err := writeNew(root, result.Files, opt); err != nil {
		return 0, err
	}
	if !opt.quiet {
		printDocument(env.stderr, opt, result)
	}
	if opt.dryRun {
		return statusDone, nil
	}
	return statusDone, checkDrafts(ctx, env, opt, result)
}

// documentOptions reads what is to be made of the document.
func documentOptions(opt *options) (docximport.Options, error) {
	asked := docximport.Options{Wijk: opt.wijk, Department: opt.dienst, Day: opt.stand, English: opt.lang == diag.English}
	period := func(flag, text string) (p city.Period, err error) {
		if text == "" {
			return p, nil
		}
		p, ok := city.ParsePeriod(strings.ReplaceAll(text, "–", "-"))
		if !ok || flag == "jaar" && p.First != p.Last {
			return p, usageError{say(opt.lang, sayDocumentYears, flag, text)}
		}
		return p, nil
	}
	var err error
	if asked.Period, err = period("periode", opt.period); err != nil {
		return asked, err
	}
	if asked.Years, err = period("jaar", opt.year); err != nil {
		return asked, err
	}
	switch {
	case opt.wijk == "" && opt.dienst == "":
		return asked, usageError{say(opt.lang, sayDocumentWhose, opt.table)}
	case opt.wijk != "" && asked.Period.First == 0:
		return asked, usageError{say(opt.lang, sayDocumentPeriod, opt.table, opt.wijk)}
	case opt.wijk == "" && asked.Years.First == 0 && asked.Period.First == 0:
		return asked, usageError{say(opt.lang, sayDocumentYear, opt.table, opt.dienst)}
	}
	return asked, nil
}

// documentError says why nothing can be made of a document.
func documentError(err error, opt *options) error {
	var unread *docx.Error
	if errors.As(err, &unread) {
		text := sayDocument[unread.Problem]
		if text[0] == "" {
			return err
		}
		return usageError{say(opt.lang, text, visible(opt.table))}
	}
	var refused *docximport.Error
	if !errors.As(err, &refused) {
		return err
	}
	text := sayRefused[refused.Problem]
	switch refused.Problem {
	case docximport.UnknownWijk, docximport.UnknownDepartment:
		return usageError{say(opt.lang, text, refused.Name, strings.Join(refused.Choices, ", "))}
	case docximport.FileExists:
		return usageError{say(opt.lang, text, filepath.Join(opt.content, filepath.FromSlash(refused.Name)))}
	case docximport.NoSite:
		return usageError{say(opt.lang, text, opt.content)}
	}
	return usageError{say(opt.lang, text, visible(opt.table))}
}

// writeNew writes files that are not there yet. When one of them cannot be written, those
// before it are taken away again.
func writeNew(root *os.Root, files []docximport.File, opt *options) error {
	for i, f := range files {
		err := root.MkdirAll(path.Dir(f.Path), 0o755)
		if err == nil {
			err = createNew(root, f.Path, f.Data, 0o644)
		}
		if err == nil {
			continue
		}
		for _, done := range files[:i] {
			err = errors.Join(err, root.Remove(done.Path))
		}
		if errors.Is(err, fs.ErrExist) {
			return usageError{say(opt.lang, sayRefused[docximport.FileExists], filepath.Join(opt.content, filepath.FromSlash(f.Path)))}
		}
		return err
	}
	return nil
}

// createNew writes a file that is not there yet, all of it or nothing.
func createNew(root *os.Root, name string, data []byte, mode fs.FileMode) error {
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, root.Remove(name))
	}
	return nil
}

// checkDrafts prints what check says of the new files.
func checkDrafts(ctx context.Context, env environment, opt *options, result *docximport.Result) error {
	in, closeInput, err := input(env, &options{content: opt.content, theme: defaultTheme, lang: opt.lang})
	if err != nil {
		return err
	}
	defer closeInput()
	in.Drafts = true
	var list diag.List
	found, err := pipeline.CheckFiles(ctx, in)
	if err != nil {
		return err
	}
	for _, d := range found {
		for _, f := range result.Files {
			if d.Path() == f.Path && d.Severity() != diag.Info {
				list = append(list, d)
			}
		}
	}
	opt.table = ""
	var errs diag.List
	for _, d := range list {
		if d.Severity() == diag.Error {
			errs = append(errs, d)
		}
	}
	if err := report(env, opt, errs, env.stderr); err != nil || opt.quiet || len(list) == 0 {
		return err
	}
	_, err = fmt.Fprintln(env.stderr, "\n"+diag.Summary(list, opt.lang), say(opt.lang, sayDocumentCheck))
	return err
}

// printDocument prints what was made, what to look at and what was left out.
func printDocument(w io.Writer, opt *options, result *docximport.Result) {
	lang := opt.lang
	text := sayDocumentFile
	if opt.dryRun {
		text = sayWouldFile
	}
	for _, f := range result.Files {
		var parts []string
		if n := foundIn(result.Needs, f.Path); n > 0 {
			parts = append(parts, count(lang, n, nounNeed, nounNeeds))
		}
		if n := foundIn(result.Actions, f.Path); n > 0 {
			parts = append(parts, count(lang, n, nounCommitment, nounCommitments))
		}
		if len(parts) == 0 && strings.HasSuffix(f.Path, ".md") {
			parts = append(parts, say(lang, sayDocumentText))
		}
		name := filepath.Join(opt.content, filepath.FromSlash(f.Path))
		if len(parts) == 0 {
			fmt.Fprintln(w, say(lang, text, name, say(lang, sayDocumentPicture)))
		} else {
			fmt.Fprintln(w, say(lang, text, name, strings.Join(parts, ", ")))
		}
	}
	printQuestions(w, opt, result)
	printLeftOut(w, lang, result)
}

func foundIn(all []docximport.Found, path string) int {
	n := 0
	for _, f := range all {
		if f.File == path {
			n++
		}
	}
	return n
}

// printQuestions prints what the author has to look at.
func printQuestions(w io.Writer, opt *options, result *docximport.Result) {
	lang := opt.lang
	last := docximport.Ask(-1)
	if len(result.Questions) > 0 {
		fmt.Fprintln(w, "\n"+say(lang, sayLookAt))
	}
	for _, q := range result.Questions {
		if q.Ask != last {
			fmt.Fprintln(w, "  "+say(lang, sayAsk[q.Ask]))
			last = q.Ask
		}
		if q.Text != "" {
			fmt.Fprintln(w, "    - "+withPlace(lang, q.Text, q.Paragraph))
		}
	}
}

// printLeftOut prints what is in no file, by why.
func printLeftOut(w io.Writer, lang diag.Lang, result *docximport.Result) {
	last := docximport.Reason(-1)
	if len(result.LeftOut) > 0 {
		fmt.Fprintln(w, "\n"+say(lang, sayLeftOut))
	} else {
		fmt.Fprintln(w, "\n"+say(lang, sayNothingLeftOut))
	}
	for i, l := range result.LeftOut {
		begins := l.Reason != last
		if begins {
			fmt.Fprintln(w, "  "+say(lang, sayReason[l.Reason]))
			last = l.Reason
		}
		if l.Reason != docximport.Columns && l.Reason != docximport.Bullets {
			fmt.Fprintln(w, "    - "+withPlace(lang, l.Text, l.Paragraph))
			continue
		}
		if begins { // a few words each, on one line
			fmt.Fprint(w, "    - ", visible(l.Text))
		} else {
			fmt.Fprint(w, "; ", visible(l.Text))
		}
		if i+1 == len(result.LeftOut) || result.LeftOut[i+1].Reason != l.Reason {
			fmt.Fprintln(w)
		}
	}
}

func withPlace(lang diag.Lang, text string, paragraph int) string {
	if paragraph == 0 {
		return visible(text)
	}
	return visible(text) + " " + say(lang, sayParagraph, paragraph)
}
