package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/noun"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/schema"
	"wijkvisie/internal/starter"
)

var idForm = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(schema.IDPattern)
})

// newFile writes a file to start from, or a folder for a new site. What is there
// already is never touched.
func newFile(_ context.Context, env environment, opt *options) (int, error) {
	if len(opt.args) < 2 {
		return 0, usageError{say(opt.lang, sayNewWhat)}
	}
	kind, ok := starter.KindOf(opt.args[0])
	if !ok {
		return 0, unknownKind(opt, opt.args[0])
	}
	today, err := referenceDate(env, opt)
	if err != nil {
		return 0, err
	}
	if kind.Folder == "" {
		return newSite(env, opt, opt.args[1], int(today.Year))
	}
	if opt.ofSite() {
		return 0, usageError{say(opt.lang, sayNewOfSite)}
	}
	id := opt.args[1]
	if !idForm().MatchString(id) || len(id) > 100 {
		return 0, usageError{say(opt.lang, sayNewID, id)}
	}
	if starter.YearsGoBack(id) && (kind.Name == "wijkvisie" || kind.Name == "programma") {
		return 0, usageError{say(opt.lang, sayNewYears, id)}
	}
	return newOfKind(env, opt, kind, id, today)
}

func newOfKind(env environment, opt *options, kind parse.Kind, id string, today city.Day) (int, error) {
	root, err := openContent(opt)
	if err != nil {
		return 0, err
	}
	defer root.Close()
	out, err := new(pipeline.Pipeline).Prepare(pipeline.Input{Content: regularFS{root}, Date: today, Drafts: true})
	if err != nil {
		return 0, err
	}
	known := knownOf(out.Site.Graph, opt.lang, today)
	content, missing := starter.File(kind, id, known)
	switch {
	case missing != nil && len(missing.Choices) == 0:
		return 0, usageError{known.Told.Fill(say(opt.lang, sayNewFirst, missing.Kind))}
	case missing != nil:
		example := missing.Choices[0].ID + "-" + strings.TrimLeft(fileYears().FindString(id), "-")
		if !fileYears().MatchString(id) {
			example = fmt.Sprintf("%s-%d", missing.Choices[0].ID, today.Year)
		}
		return 0, usageError{known.Told.Fill(say(opt.lang, sayNewWhose, missing.Kind, id, choices(missing.Choices), kind.Name, example))}
	}
	if err := root.MkdirAll(kind.Folder, 0o755); err != nil {
		return 0, err
	}
	return statusDone, create(env, opt, root, kind.Folder+"/"+id+".md", content)
}

// fileYears is the end of an id with years.
var fileYears = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`-\d{4}(-\d{4})?$`) })

// mostChoices is how many ids a question names at most.
const mostChoices = 20

// choices returns the ids to choose from.
func choices(all []starter.Named) string {
	ids := make([]string, 0, len(all))
	for _, n := range all {
		ids = append(ids, n.ID)
	}
	if len(ids) > mostChoices {
		ids = append(ids[:mostChoices], "…")
	}
	return strings.Join(ids, ", ")
}

// knownOf returns what a new file may refer to.
func knownOf(g *relate.Graph, lang diag.Lang, today city.Day) starter.Known {
	known := starter.Known{Year: int(today.Year), Site: noun.Of("nl", nil), Told: nounsOf(g.Site, lang)}
	if s := g.Site; s != nil {
		known.Municipality, known.Code = s.Municipality.Value, s.MunicipalityCode.Value
		if s.Language.Value == diag.English.String() {
			known.Site = nounsOf(s, diag.English)
		} else {
			known.Site = nounsOf(s, diag.Dutch)
		}
	}
	for _, w := range g.Wijken {
		known.Wijken = append(known.Wijken, starter.Named{ID: w.ID, Name: w.Name.Value})
		known.Codes, known.Tiles = append(known.Codes, w.Code.Value), append(known.Tiles, w.Tile)
		for _, v := range w.Visions {
			known.Periods = append(known.Periods, w.ID+"/"+v.Period.String())
		}
		for _, b := range w.Buurten {
			known.Buurten = append(known.Buurten, b.ID.Value)
		}
	}
	for _, d := range g.Departments {
		known.Departments = append(known.Departments, starter.Named{ID: d.ID, Name: d.Name.Value})
	}
	for _, t := range g.Themes {
		known.Themes = append(known.Themes, t.ID.Value)
	}
	for _, n := range g.Needs {
		if known.Need == "" || n.Status == relate.NeedUnanswered {
			known.Need = n.ID
		}
	}
	return known
}

// nounsOf returns the nouns of a site in a language of messages. The municipality's own words
// are among them when its site is in that language.
func nounsOf(s *city.Site, lang diag.Lang) *noun.Nouns {
	return noun.Of(lang.String(), noun.OwnOf(s, lang.String()))
}

// create writes a file that is not there yet.
func create(env environment, opt *options, root *os.Root, name, content string) error {
	mode := fs.FileMode(0o644)
	if name == starter.ProgramScript || name == starter.ProgramCopy {
		mode = 0o755
	}
	err := createNew(root, name, []byte(content), mode)
	if errors.Is(err, fs.ErrExist) {
		return usageError{say(opt.lang, sayNewExists, filepath.Join(root.Name(), filepath.FromSlash(name)))}
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(env.stdout, filepath.Join(root.Name(), filepath.FromSlash(name)))
	return err
}

// contentFolder makes a folder with a folder content in it, as new site lays down,
// stand for that.
func contentFolder(opt *options) {
	inside := filepath.Join(opt.content, "content")
	if _, err := os.Stat(filepath.Join(opt.content, "site.yaml")); err == nil {
		return
	}
	if _, err := os.Stat(filepath.Join(inside, "site.yaml")); err == nil {
		opt.content = inside
	}
}

var (
	sayNewWhat   = phrase{"zeg wat u wilt maken: wijkvisie new site MAP, of wijkvisie new wijk overvecht (of wijkvisie, dienst, programma, pagina)", "say what to make: wijkvisie new site DIR, or wijkvisie new wijk overvecht (or wijkvisie, dienst, programma, pagina)"}
	sayNewYears  = phrase{"de jaren aan het eind van %q lopen terug; zet het eerste jaar voorop, zoals oost-2027-2030", "the years at the end of %q go back; put the first year first, as in oost-2027-2030"}
	sayNewID     = phrase{"%q kan geen naam van een bestand zijn: gebruik kleine letters, cijfers en streepjes, zoals leidsche-rijn", "%q cannot be the name of a file: use lower-case letters, digits and hyphens, as in leidsche-rijn"}
	sayNewFirst  = phrase{"maak eerst een {%s}, met “wijkvisie new %[1]s ID”: daar verwijst het nieuwe bestand naar", "first make {a/an %s}, with \"wijkvisie new %[1]s ID\": the new file refers to one"}
	sayNewWhose  = phrase{"van {welke/welk %s} is %[2]q? Begin met de id, zoals in “wijkvisie new %[4]s %[5]s”; kies uit: %[3]s", "which {%s} does %[2]q belong to? Begin with its id, as in \"wijkvisie new %[4]s %[5]s\"; choose one of: %[3]s"}
	sayNewExists = phrase{"%s is er al; er is niets veranderd", "%s already exists; nothing was changed"}
)
