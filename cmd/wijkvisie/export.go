package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/relate"
	reporting "wijkvisie/internal/report"
	"wijkvisie/internal/worksheet"
)

// exportForm writes the workbook in which a department reports, or a wijk judges. It is a new file,
// or standard output: what is there may have been filled in.
func exportForm(ctx context.Context, env environment, opt *options) (int, error) {
	if opt.file != "" && opt.file != "-" && !strings.EqualFold(filepath.Ext(opt.file), ".xlsx") {
		return 0, usageError{say(opt.lang, sayExportName, opt.file)}
	}
	content, err := openContent(opt)
	if err != nil {
		return 0, err
	}
	defer content.Close()
	day, err := referenceDate(env, opt)
	if err != nil {
		return 0, err
	}
	result, err := relatedContent(ctx, env, opt, regularFS{content}, day, sayNothingExported)
	if err != nil {
		return 0, err
	}
	if result == nil {
		return statusContent, nil
	}
	scope, err := exportScope(opt, result.Site.Graph)
	if err != nil {
		return 0, err
	}
	f := worksheet.Of(reporting.NewWorklist(result.Words(siteLanguage(result)), result.Site.Graph, scope))
	id, name, one, more := "", "", nounCommitment, nounCommitments
	if d := scope.Department; d != nil {
		id, name = d.ID, d.Name.Value
	} else {
		id, name, one, more = scope.Wijk.ID, scope.Wijk.Name.Value, nounNeed, nounNeeds
	}
	if len(f.Rows) == 0 {
		fmt.Fprintln(env.stderr, say(opt.lang, sayNothingWaits, name, day))
		return statusDone, nil
	}
	var data bytes.Buffer
	if err := f.Write(&data); err != nil {
		return 0, err
	}
	if opt.file == "-" {
		_, err := env.stdout.Write(data.Bytes())
		return statusDone, err
	}
	if opt.file == "" {
		opt.file = fmt.Sprintf("%s-%s.xlsx", id, day)
	}
	if err := writeForm(opt, opt.file, data.Bytes()); err != nil {
		return 0, err
	}
	if !opt.quiet {
		fmt.Fprintln(env.stderr, say(opt.lang, sayExported, opt.file, count(opt.lang, len(f.Rows), one, more), opt.file))
	}
	return statusDone, nil
}

// exportScope finds the department or the wijk that an argument or a flag names.
func exportScope(opt *options, g *relate.Graph) (reporting.Scope, error) {
	index := g.Index()
	if len(opt.args) > 0 {
		if opt.wijk != "" || opt.dienst != "" {
			return reporting.Scope{}, usageError{say(opt.lang, sayExportTwo)}
		}
		id := opt.args[0]
		_, _, isWijk := index.Wijken.Find(id)
		_, _, isDepartment := index.Departments.Find(id)
		switch {
		case isWijk && isDepartment:
			return reporting.Scope{}, usageError{say(opt.lang, sayExportBoth, id)}
		case isWijk:
			opt.wijk = id
		case isDepartment:
			opt.dienst = id
		default:
			return reporting.Scope{}, usageError{unknownID(opt, sayExportUnknown, id, append(index.Departments.IDs(), index.Wijken.IDs()...))}
		}
	}
	if (opt.wijk == "") == (opt.dienst == "") {
		return reporting.Scope{}, usageError{say(opt.lang, sayExportWhat)}
	}
	return reportScope(opt, g)
}

// siteLanguage returns the language of a site.
func siteLanguage(result *pipeline.Result) string {
	if result.Site.Graph.Site.Language.Value == "en" {
		return "en"
	}
	return "nl"
}

// writeForm writes a file that is not there yet. One that is there and is the same stays.
func writeForm(opt *options, name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	switch {
	case errors.Is(err, fs.ErrExist):
		if there, err := readAtMost(name, int64(len(data))+1); err == nil && bytes.Equal(there, data) {
			return nil
		}
		return usageError{say(opt.lang, sayExportThere, name)}
	case errors.Is(err, fs.ErrNotExist):
		return usageError{say(opt.lang, sayExportNoFolder, name)}
	case err != nil:
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(name))
	}
	return nil
}

var (
	sayExportWhat      = phrase{"zeg voor welke dienst of wijk: wijkvisie export stadswerken", "say for which dienst or wijk: wijkvisie export stadswerken"}
	sayExportTwo       = phrase{"noem de dienst of de wijk één keer", "name the dienst or the wijk once"}
	sayExportBoth      = phrase{"%q is een dienst en een wijk; schrijf --dienst %[1]s of --wijk %[1]s", "%q is a dienst and a wijk; write --dienst %[1]s or --wijk %[1]s"}
	sayExportUnknown   = phrase{"er is geen dienst of wijk %q", "there is no dienst or wijk %q"}
	sayExportName      = phrase{"export maakt een werkmap; geef een naam die op .xlsx eindigt, en niet %s", "export makes a workbook; give a name that ends in .xlsx, and not %s"}
	sayExportThere     = phrase{"%s is er al, en er kan iets in zijn ingevuld; geef met --out een andere naam, of haal het weg", "%s is there already, and may have been filled in; give another name with --out, or remove it"}
	sayExportNoFolder  = phrase{"de map voor %s is er niet", "the folder for %s does not exist"}
	sayNothingExported = phrase{"Er is geen bestand gemaakt.", "No file was made."}
	sayNothingWaits    = phrase{"Er wacht niets op %s, op %s; er is geen bestand gemaakt.", "Nothing waits for %s, on %s; no file was made."}
	sayExported        = phrase{"%s: %s om in te vullen. Is het terug, lees het dan in: wijkvisie import %s", "%s: %s to fill in. When it is back: wijkvisie import %s"}
)
