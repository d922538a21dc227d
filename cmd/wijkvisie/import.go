package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/docx"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/spreadsheet"
	"wijkvisie/internal/tableimport"
)

// importFile brings the tables of a spreadsheet into the content, all of it or nothing, or makes
// drafts of a Word document.
func importFile(ctx context.Context, env environment, opt *options) (int, error) {
	if len(opt.args) == 0 {
		return 0, usageError{say(opt.lang, sayImportWhat)}
	}
	day, err := referenceDate(env, opt)
	if err != nil {
		return 0, err
	}
	table, err := readAtMost(opt.args[0], max(spreadsheet.MaxSize, docx.MaxSize)+1) // a byte more than it may have
	if err != nil {
		return 0, usageError{say(opt.lang, sayImportUnread, opt.args[0])}
	}
	opt.table = filepath.ToSlash(opt.args[0])
	if isDocument(opt.table, table) {
		return importDocument(ctx, env, opt, table)
	}
	if asked := opt.given("wijk", "periode", "dienst", "jaar", "stand"); len(asked) > 0 {
		return 0, usageError{say(opt.lang, sayImportTable, strings.Join(asked, ", "), visible(opt.table))}
	}
	root, err := openContent(opt)
	if err != nil {
		return 0, err
	}
	defer root.Close()
	result, problems, err := pipeline.Import(regularFS{root}, opt.table, table, day)
	if err == nil && !problems.HasErrors() {
		var wrong diag.List
		wrong, err = pipeline.CheckImport(ctx, pipeline.Input{Content: regularFS{root}, Date: day}, result)
		problems = append(problems, wrong...)
	}
	if err != nil {
		return 0, err
	}
	if problems.HasErrors() {
		if err := report(env, opt, problems, env.stderr); err != nil {
			return 0, err
		}
		if !opt.quiet {
			fmt.Fprintln(env.stderr, diag.Summary(problems, opt.lang), say(opt.lang, sayImportNothing))
		}
		return statusContent, nil
	}
	if err := report(env, opt, problems, env.stderr); err != nil {
		return 0, err
	}
	if opt.dryRun {
		if err := showChange(env.stdout, opt, result); err != nil {
			return 0, err
		}
	} else if err := writeImport(root, opt, result); err != nil {
		return 0, err
	}
	if !opt.quiet {
		summariseImport(env.stderr, opt, result)
	}
	return statusDone, nil
}

// showChange writes what would change as a unified diff, with paths as seen from the
// working directory.
func showChange(w io.Writer, opt *options, result tableimport.Result) error {
	for _, f := range result.Files {
		name := filepath.ToSlash(filepath.Join(opt.content, filepath.FromSlash(f.Old.Path)))
		if _, err := w.Write(diff.Diff("a/"+name, f.Old.Data, "b/"+name, f.Data)); err != nil {
			return err
		}
	}
	return nil
}

// writeImport puts the files in place. When one of them cannot be, those before it
// become what they were.
func writeImport(root *os.Root, opt *options, result tableimport.Result) error {
	for i, f := range result.Files {
		now, err := root.ReadFile(f.Old.Path)
		if err == nil && !bytes.Equal(now, f.Old.Data) {
			err = errors.New(say(opt.lang, sayImportChanged, f.Old.Path))
		}
		if err == nil {
			err = replace(root, f.Old.Path, f.Data)
		}
		if err == nil {
			continue
		}
		for _, done := range result.Files[:i] {
			err = errors.Join(err, replace(root, done.Old.Path, done.Old.Data))
		}
		return err
	}
	return nil
}

func summariseImport(w io.Writer, opt *options, result tableimport.Result) {
	lang := opt.lang
	if !opt.dryRun {
		for _, f := range result.Files {
			fmt.Fprintf(w, "%s: %s\n", filepath.Join(opt.content, filepath.FromSlash(f.Old.Path)), say(lang, sayImportFile, f.Added, f.Changed))
		}
	}
	if len(result.Own) > 0 {
		fmt.Fprintln(w, say(lang, sayImportOwn, visible(strings.Join(result.Own, ", "))))
	}
	if len(result.OtherSheets) > 0 {
		fmt.Fprintln(w, say(lang, sayImportSheets, visible(strings.Join(result.OtherSheets, ", "))))
	}
	text := sayImported
	if opt.dryRun {
		text = sayWouldImport
	}
	fmt.Fprintln(w, say(lang, text, count(lang, result.Added, nounRow, nounRows), count(lang, result.Changed, nounCell, nounCells),
		count(lang, len(result.Files), nounContentFile, nounContentFiles), result.Known))
}

var (
	sayImportWhat    = phrase{"zeg welk bestand: wijkvisie import voortgang.xlsx", "say which file: wijkvisie import progress.xlsx"}
	sayImportUnread  = phrase{"het bestand %q is niet te lezen", "the file %q cannot be read"}
	sayImportTable   = phrase{"%s: alleen bij een Word-document, en %s is dat niet; is het een rekenblad, laat dit dan weg, en anders: bewaar het als .docx", "%s: only of a Word document, and %s is none; leave this out of a spreadsheet, and save anything else as .docx"}
	sayImportNothing = phrase{"Er is niets ingelezen.", "Nothing was imported."}
	sayImportChanged = phrase{"%s veranderde ondertussen; er is niets ingelezen, probeer het opnieuw", "%s changed in the meantime; nothing was imported, try again"}
	sayImportFile    = phrase{"%d erbij, %d veranderd", "%d added, %d changed"}
	sayImportOwn     = phrase{"Niet ingelezen, want deze kolommen kent de site niet: %s.", "Not imported, as the site does not know these columns: %s."}
	sayImportSheets  = phrase{"Niet ingelezen, want dit is geen tabel om in te lezen: blad %s.", "Not imported, as this is no table to import: sheet %s."}
	sayImported      = phrase{"%s toegevoegd en %s veranderd in %s; %d stonden er al.", "Added %s and changed %s in %s; %d were already there."}
	sayWouldImport   = phrase{"Hiermee komen erbij: %s; en veranderen: %s, in %s; %d staan er al. Er is niets veranderd.", "This would add %s and change %s in %s; %d are already there. Nothing was changed."}
	nounRow          = phrase{"rij", "row"}
	nounRows         = phrase{"rijen", "rows"}
	nounCell         = phrase{"cel", "cell"}
	nounCells        = phrase{"cellen", "cells"}
)
