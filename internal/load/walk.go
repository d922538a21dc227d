package load

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/filename"
	"wijkvisie/internal/source"
)

// The folders and files of content.
const (
	siteFile         = "site.yaml"
	wijkFolder       = "wijken"
	visionFolder     = "wijkvisies"
	departmentFolder = "diensten"
	programmeFolder  = "programmas"
	pageFolder       = "paginas"
	mediaFolder      = "media"
	extraFolder      = "bestanden"
	mapFolder        = "kaart"
	mapFile          = "kaart/wijken.geojson"
	redirectsFile    = "bestanden/_redirects"
	namelessFile     = ".md" // as a content management system saves a record without a name
)

func folders() []string {
	return []string{wijkFolder, visionFolder, departmentFolder, programmeFolder, pageFolder, mediaFolder, extraFolder, mapFolder}
}

// walker lists a content folder. It fills the assets of the content, and collects the texts
// that are to be read.
type walker struct {
	fsys     fs.FS
	content  *Content
	texts    []textFile
	problems diag.List
}

// textFile is a file that is to be read, and adds it to the content.
type textFile struct {
	entry entry
	add   func(*source.File)
}

// entry is a regular file or a folder.
type entry struct {
	fs.DirEntry // of what a link leads to
	path        string
	linked      bool // it is a symbolic link
}

func (w *walker) report(d diag.Diagnostic) { w.problems = append(w.problems, d) }

// root lists the top of the folder.
func (w *walker) root() error {
	entries, err := w.list(".", isIgnored)
	if err != nil {
		return err
	}
	all := siblings(entries)
	for _, e := range entries {
		original, copied := filename.Original(e.path, all.has)
		switch {
		case e.IsDir():
			err = w.folder(e.path)
		case copied && (all.has(original) || original == siteFile):
			w.report(copyFound(e.path, original, all.has(original)))
		default:
			err = w.rootFile(e, all)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) rootFile(e entry, all siblings) error {
	c := w.content
	switch {
	case e.path == siteFile:
		w.texts = append(w.texts, textFile{e, func(f *source.File) { c.Site = f }})
	case isStylesheet(e.path):
		w.texts = append(w.texts, textFile{e, func(f *source.File) { c.Styles = append(c.Styles, f) }})
	case isPicture(e.path):
		return w.asset(e, &c.Pictures)
	default:
		w.report(unknownRootFile(e.path, all))
	}
	return nil
}

func (w *walker) folder(dir string) error {
	c := w.content
	switch dir {
	case wijkFolder:
		return w.records(dir, &c.Wijken)
	case visionFolder:
		return w.records(dir, &c.Visions)
	case departmentFolder:
		return w.records(dir, &c.Departments)
	case programmeFolder:
		return w.records(dir, &c.Programmes)
	case pageFolder:
		return w.records(dir, &c.Pages)
	case mediaFolder:
		return w.assets(dir, &c.Media, isIgnoredAt)
	case extraFolder:
		return w.assets(dir, &c.Extras, w.leavesOut)
	case mapFolder:
		return w.mapFolder()
	}
	w.report(w.unknownFolder(dir))
	return nil
}

// records lists the Markdown files of a folder.
func (w *walker) records(dir string, list *[]*source.File) error {
	entries, err := w.list(dir, func(name string) bool { return isIgnored(name) && name != namelessFile })
	if err != nil {
		return err
	}
	w.originals(entries, func(e entry, all siblings) {
		switch {
		case path.Base(e.path) == namelessFile:
			w.report(nameless(dir))
		case !isMarkdown(e.path):
			w.report(unknownExtension(e.path, all))
		default:
			w.texts = append(w.texts, textFile{e, func(f *source.File) { *list = append(*list, f) }})
		}
	})
	return nil
}

// mapFolder lists the folder with the boundaries.
func (w *walker) mapFolder() error {
	entries, err := w.list(mapFolder, isIgnored)
	if err != nil {
		return err
	}
	w.originals(entries, func(e entry, all siblings) {
		if e.path == mapFile {
			w.texts = append(w.texts, textFile{e, func(f *source.File) { w.content.Map = f }})
			return
		}
		w.report(unknownMapFile(e.path, all))
	})
	return nil
}

// originals calls add with each file of a folder that is no copy. It reports copies and folders.
func (w *walker) originals(entries []entry, add func(e entry, all siblings)) {
	all := siblings(entries)
	for _, e := range entries {
		original, copied := filename.Original(path.Base(e.path), all.has)
		switch {
		case e.IsDir():
			w.report(w.unknownFolder(e.path))
		case copied:
			w.report(copyFound(e.path, original, all.has(original)))
		default:
			add(e, all)
		}
	}
}

// leavesOut reports whether a file or a folder in bestanden/ is not published. What somebody
// may have meant to publish is kept for the summary.
func (w *walker) leavesOut(dir, name string) bool {
	switch {
	case filename.Leftover(name):
		return true
	case isPrivate(name):
		w.content.LeftOut = append(w.content.LeftOut, path.Join(dir, name))
		return true
	}
	return false
}

func isIgnoredAt(_, name string) bool { return isIgnored(name) }

// assets lists the files of a folder and of the folders in it, by path, without those that
// leavesOut reports.
func (w *walker) assets(dir string, list *[]Asset, leavesOut func(dir, name string) bool) error {
	entries, err := w.list(dir, func(name string) bool { return leavesOut(dir, name) })
	if err != nil {
		return err
	}
	w.clashes(entries)
	for _, e := range entries {
		if name := path.Base(e.path); !filename.Portable(name) {
			w.report(diag.InFile(e.path, diag.AssetNameInvalid, name).WithHint(diag.RenameFile, filename.Better(name)))
		}
		if e.IsDir() {
			if err := w.assets(e.path, list, leavesOut); err != nil {
				return err
			}
			continue
		}
		if e.path == redirectsFile {
			w.texts = append(w.texts, textFile{e, func(f *source.File) { w.content.Redirects = f }})
			continue
		}
		if err := w.asset(e, list); err != nil {
			return err
		}
	}
	slices.SortFunc(*list, func(a, b Asset) int { return strings.Compare(a.Path, b.Path) })
	return nil
}

// asset adds a file to a list, unless it went away while we looked.
func (w *walker) asset(e entry, list *[]Asset) error {
	info, err := e.Info()
	if gone(err) {
		return nil
	}
	if err != nil {
		return err
	}
	if info.Size() > LargeMedia {
		w.report(diag.InFile(e.path, diag.MediaLarge, megabytes(info.Size()), megabytes(LargeMedia)))
	}
	*list = append(*list, Asset{Path: e.path, Size: info.Size(), Time: info.ModTime()})
	return nil
}

// list returns the files and folders in a folder, by name, without those with a name that is
// ignored. It reports what is neither.
func (w *walker) list(dir string, ignored func(name string) bool) ([]entry, error) {
	found, err := fs.ReadDir(w.fsys, dir)
	if gone(err) && dir != "." {
		return nil, nil // removed since its parent was listed
	}
	if err != nil {
		return nil, err
	}
	var entries []entry
	for _, d := range found {
		if ignored(d.Name()) {
			continue
		}
		e := entry{DirEntry: d, path: path.Join(dir, d.Name())}
		if d.Type()&fs.ModeSymlink != 0 {
			info, err := w.follow(e.path)
			if err != nil {
				return nil, err
			}
			if info == nil {
				continue
			}
			e.DirEntry, e.linked = fs.FileInfoToDirEntry(info), true
		}
		if !e.IsDir() && !e.Type().IsRegular() {
			w.report(diag.InFile(e.path, diag.NotAFile)) // opening a pipe would wait for ever
			continue
		}
		entries = append(entries, e)
	}
	return entries, nil
}

// follow returns what a symbolic link leads to. It reports a link that leads to no file of the
// content, and returns nil.
func (w *walker) follow(name string) (fs.FileInfo, error) {
	info, err := fs.Stat(w.fsys, name)
	switch {
	case gone(err):
		w.report(diag.InFile(name, diag.LinkToNothing).WithHint(diag.ReplaceLink))
	case errors.Is(err, fs.ErrPermission):
		return nil, err
	case err != nil: // the FS refuses: the link leads out of the folder, or to itself
		w.report(diag.InFile(name, diag.LeavesContent, name).WithHint(diag.ReplaceLink))
	case info.IsDir():
		w.report(diag.InFile(name, diag.LinkToFolder).WithHint(diag.ReplaceLink))
	default:
		return info, nil
	}
	return nil, nil
}

func gone(err error) bool { return errors.Is(err, fs.ErrNotExist) }

// missingSite reports that there is no site.yaml, unless an error in it was reported.
func (w *walker) missingSite() {
	known := slices.ContainsFunc(w.problems, func(d diag.Diagnostic) bool { return d.Path() == siteFile && d.Severity() == diag.Error })
	if w.content.Site != nil || known {
		return
	}
	missing := diag.InFile(siteFile, diag.SiteMissing).WithHint(diag.MakeSite)
	i := slices.IndexFunc(w.problems, func(d diag.Diagnostic) bool {
		return d.Text.Message == diag.ExtensionUnknown && d.Hint().Message == diag.RenameFile && d.Hint().Args[0] == siteFile
	})
	if i >= 0 { // it is there, by another name
		missing = missing.WithHint(diag.RenameFileTo, w.problems[i].Path(), siteFile)
		w.problems = slices.Delete(w.problems, i, i+1)
	}
	w.report(missing)
}

// duplicates reports records whose names differ in capitals only: on many machines they are
// one file.
func (w *walker) duplicates() {
	c := w.content
	first := make(map[string]*source.File)
	for _, f := range slices.Concat(c.Wijken, c.Visions, c.Departments, c.Programmes, c.Pages) {
		folded := strings.ToLower(f.Path)
		if other, ok := first[folded]; ok {
			id := strings.TrimSuffix(path.Base(folded), ".md")
			w.report(diag.At(f.Whole(), diag.FileTwice, id).WithRelated(other.Whole(), diag.FirstHere))
			continue
		}
		first[folded] = f
	}
}

// clashes reports files and folders that are one on some machines, where one of them would be
// lost: their names differ in capitals, or in how accents are encoded.
func (w *walker) clashes(entries []entry) {
	first := make(map[string]entry, len(entries))
	for _, e := range entries {
		folded := filename.Folded(e.path)
		if other, ok := first[folded]; ok {
			w.report(diag.InFile(e.path, diag.AssetTwice, path.Base(other.path)).WithHint(diag.RenameFile, numbered(path.Base(e.path))))
			continue
		}
		first[folded] = e
	}
}

// numbered returns another name for a file, as in foto-2.jpg.
func numbered(name string) string {
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "-2" + ext
}
