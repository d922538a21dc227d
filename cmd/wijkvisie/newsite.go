package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"wijkvisie/internal/cbsmap"
	"wijkvisie/internal/noun"
	"wijkvisie/internal/starter"
)

// ofSite reports whether a flag was given that only new site has.
func (opt *options) ofSite() bool {
	return len(opt.given("gemeente", "kaart", "with-program", "cms", "repo", "branch", "login")) > 0
}

// newSite writes a folder for a new site, which has to be empty.
func newSite(env environment, opt *options, dir string, year int) (int, error) {
	if entries, err := os.ReadDir(dir); err == nil && slices.ContainsFunc(entries, func(e os.DirEntry) bool { return e.Name() != ".git" }) {
		return 0, usageError{say(opt.lang, sayNewNotEmpty, dir)}
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return 0, usageError{say(opt.lang, sayNewNoFolder, dir)}
	}
	admin, err := adminFiles(opt, noun.Of(opt.lang.String(), nil))
	if err != nil {
		return 0, err
	}
	files, err := filesOfSite(env, opt, year)
	if err != nil {
		return 0, err
	}
	program, err := around(opt, files)
	if err != nil {
		return 0, err
	}
	maps.Copy(files, admin)
	if len(admin) > 0 {
		files[".gitignore"] += "/content/bestanden/admin/\n"
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return 0, usageError{say(opt.lang, sayNewNoFolder, dir)}
	}
	root, err := openRoot(dir)
	if err != nil {
		return 0, err
	}
	defer root.Close()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if i := strings.LastIndexByte(name, '/'); i > 0 {
			if err := root.MkdirAll(name[:i], 0o755); err != nil {
				return 0, err
			}
		}
		if err := create(env, opt, root, name, files[name]); errors.Is(err, fs.ErrPermission) {
			return 0, usageError{say(opt.lang, sayNewNoFolder, dir)}
		} else if err != nil {
			return 0, err
		}
	}
	fmt.Fprintln(env.stderr, say(opt.lang, sayNewSite, dir))
	if !program.Copied && program.Module == "" {
		fmt.Fprintln(env.stderr, say(opt.lang, sayProgramNone))
	}
	if len(admin) > 0 {
		fmt.Fprintln(env.stderr, say(opt.lang, sayCMSNext, filepath.Join(dir, "admin", "LEESMIJ.md")))
	}
	return statusDone, nil
}

// around adds the files around the content to those of a site, and the program when that was asked
// for.
func around(opt *options, files map[string]string) (starter.Program, error) {
	program := starter.Program{Version: versionText()}
	if info, ok := debug.ReadBuildInfo(); ok {
		program = thisProgram(info)
	}
	if opt.withProgram {
		if err := withProgram(opt, files); err != nil {
			return program, err
		}
		program.Copied = true
	}
	if system, remote, err := cmsOf(opt); err == nil && system.Name != "" {
		program.Admin = remote.Admin(system)
	}
	wijk := ""
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if id, ok := strings.CutPrefix(name, "content/wijken/"); ok && wijk == "" {
			wijk = strings.TrimSuffix(id, ".md")
		}
	}
	maps.Copy(files, starter.Repository(program, wijk))
	return program, nil
}

// filesOfSite returns the files of a new site: those of a municipality on a map, or else of an
// example.
func filesOfSite(env environment, opt *options, year int) (map[string]string, error) {
	told := noun.Of(opt.lang.String(), nil)
	switch {
	case len(opt.maps) == 0 && opt.municipality != "":
		return nil, usageError{say(opt.lang, sayNoMap)}
	case len(opt.maps) == 0:
		return starter.Site(year, told), nil
	}
	var files []cbsmap.File
	for _, name := range opt.maps {
		files = append(files, cbsmap.File{Name: name, Open: func() (io.ReadCloser, error) { return openMap(opt, name) }})
	}
	m, err := cbsmap.Read(files, opt.municipality)
	if problem := new(cbsmap.Problem); errors.As(err, &problem) {
		return nil, usageError{explainMap(opt.lang, problem)}
	}
	if err != nil {
		return nil, err
	}
	if !opt.quiet {
		sayMap(env.stderr, opt, m)
	}
	return starter.Municipality(m, year, told), nil
}

// openMap opens a map, which is a file that a person names.
func openMap(opt *options, name string) (io.ReadCloser, error) {
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, usageError{say(opt.lang, sayMapMissing, name)}
	}
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, usageError{say(opt.lang, sayMapFolder, name)}
	}
	return f, nil
}

// sayMap says what was taken from a map, and what could not be.
func sayMap(out io.Writer, opt *options, m *cbsmap.Map) {
	buurten, counted := 0, 0
	for _, w := range m.Wijken {
		buurten += len(w.Buurten)
		if w.Residents >= 0 {
			counted++
		}
	}
	fmt.Fprintln(out, say(opt.lang, sayMapTaken, m.Name, m.Code, len(m.Wijken), buurten))
	for _, w := range m.Water {
		fmt.Fprintln(out, say(opt.lang, sayMapWater, w.Name, w.Code))
	}
	switch {
	case counted > 0 && m.Year == "":
		fmt.Fprintln(out, say(opt.lang, sayMapYearless))
	case counted < len(m.Wijken):
		fmt.Fprintln(out, say(opt.lang, sayMapUncounted, len(m.Wijken)-counted))
	}
	if buurten == 0 {
		fmt.Fprintln(out, say(opt.lang, sayMapNoBuurten))
	}
}

var (
	sayNewNoFolder  = phrase{"de map %q is niet te maken of te gebruiken: er staat een bestand in de weg, of u mag daar niet schrijven; noem een andere map", "the folder %q cannot be made or used: a file is in the way, or you may not write there; name another folder"}
	sayNewNotEmpty  = phrase{"de map %s is niet leeg; er is niets veranderd", "the folder %s is not empty; nothing was changed"}
	sayNewSite      = phrase{"De site staat klaar. Ga naar de map %s en typ “wijkvisie serve --open”. Hoe de site op internet komt, staat daar in README.md.", "The site is ready. Go to the folder %s and type \"wijkvisie serve --open\". README.md there says how it gets onto the internet."}
	sayNewOfSite    = phrase{"--gemeente, --kaart, --with-program, --cms, --repo, --branch en --login horen bij “wijkvisie new site MAP”", "--gemeente, --kaart, --with-program, --cms, --repo, --branch and --login belong to \"wijkvisie new site DIR\""}
	sayNoMap        = phrase{"zeg met --kaart ook in welk bestand de wijken van de gemeente staan: de Wijk- en buurtkaart van CBS of PDOK, als GeoJSON", "also say with --kaart which file has the wijken of the municipality: the Wijk- en buurtkaart of CBS or PDOK, as GeoJSON"}
	sayMapMissing   = phrase{"het bestand %s bestaat niet", "there is no file %s"}
	sayMapFolder    = phrase{"%s is een map; noem het bestand met de kaart", "%s is a folder; name the file with the map"}
	sayMapTaken     = phrase{"%s (%s): wijken %d, buurten %d.", "%s (%s): wijken %d, buurten %d."}
	sayMapWater     = phrase{"Weggelaten: %s (%s), die alleen water is.", "Left out: %s (%s), which is nothing but water."}
	sayMapYearless  = phrase{"De aantallen inwoners zijn weggelaten: de kaart zegt niet van welk jaar zij is. Zet het jaar in de naam van het bestand, zoals wijken-2024.geojson, en begin opnieuw in een lege map.", "The numbers of residents were left out: the map does not say which year it is of. Put the year into the name of the file, as in wijken-2024.geojson, and start again in an empty folder."}
	sayMapUncounted = phrase{"Wijken waarvan de kaart niet zegt hoeveel mensen er wonen: %d; daar staat geen aantal.", "Wijken of which the map does not say how many people live there: %d; they have no number."}
	sayMapNoBuurten = phrase{"De kaart heeft geen buurten. Geef met nog een --kaart ook het bestand met buurten als u die wilt.", "The map has no buurten. Give the file with buurten too, with a second --kaart, if you want them."}
)
