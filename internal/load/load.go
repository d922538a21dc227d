// Package load reads a content folder into files.
//
// It knows which folders hold what and which names are nobody's business
// (editors' leftovers, names that begin with a dot or an underscore), and says
// so of every other file that will not be read: nothing an author put in the
// folder is passed over in silence. It does not look inside a file.
//
// The folder is an fs.FS. Symbolic links are followed as that FS follows them;
// the FS of an os.Root refuses those that lead out of the folder, which is
// reported.
package load

import (
	"io/fs"
	"path"
	"time"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/filename"
	"wijkvisie/internal/source"
)

// MaxSize is the size in bytes of the largest Markdown, YAML or GeoJSON file
// that is read.
const MaxSize = 16 << 20

// LargeMedia is the size in bytes above which a picture or a document is large for
// the phones of those who read the site.
const LargeMedia = 16 << 20

// Content is what a content folder holds. Every list is sorted by path.
type Content struct {
	Site        *source.File // site.yaml, nil when missing
	Wijken      []*source.File
	Visions     []*source.File
	Departments []*source.File
	Programmes  []*source.File
	Pages       []*source.File
	Styles      []*source.File // *.css at the top; site.yaml names the one that is the house style
	Map         *source.File   // kaart/wijken.geojson, nil when there is none
	Media       []Asset        // media/…
	Extras      []Asset        // bestanden/…
}

// Asset is a file that is published as it is. It is not read here.
type Asset struct {
	Path string // from the content folder, as in media/plan.pdf
	Size int64
	Time time.Time // of the last change
}

// Read reads a content folder, once. The error is a broken machine; what is wrong
// with the content is in the list.
func Read(fsys fs.FS) (*Content, diag.List, error) {
	return new(Reader).Read(fsys, nil)
}

// reader is one reading of a folder, or of a part of it.
type reader struct {
	fsys     fs.FS
	content  *Content // of which each part fills another field
	problems diag.List
	kept     func(entry) *source.File // a file as it was, nil when it is to be read
	files    []taken
}

// taken is a file that was taken up in the content.
type taken struct {
	from entry
	file *source.File
}

func (r *reader) report(d diag.Diagnostic) { r.problems = append(r.problems, d) }

// The folders of content.
const (
	siteFile      = "site.yaml"
	mapFile       = "kaart/wijken.geojson"
	wijkFolder    = "wijken"
	visionFolder  = "wijkvisies"
	serviceFolder = "diensten"
	planFolder    = "programmas"
	pageFolder    = "paginas"
	mediaFolder   = "media"
	extraFolder   = "bestanden"
	mapFolder     = "kaart"
)

func folders() []string {
	return []string{wijkFolder, visionFolder, serviceFolder, planFolder, pageFolder, mediaFolder, extraFolder, mapFolder}
}

// root reads what stands at the top of the folder.
func (r *reader) root() error {
	entries, err := r.list(".")
	if err != nil {
		return err
	}
	folders, files := apart(entries)
	err = r.each(len(folders), func(one *reader, i int) error { return one.folder(folders[i]) })
	if err != nil {
		return err
	}
	for _, e := range files {
		if err := r.rootFile(e); err != nil {
			return err
		}
	}
	if r.content.Site == nil && !r.saidOf(siteFile) {
		r.report(diag.InFile(siteFile, diag.SiteMissing).WithHint(diag.MakeSite))
	}
	return nil
}

// apart returns the folders and the files among entries.
func apart(entries []entry) (folders, files []entry) {
	for _, e := range entries {
		if e.dir {
			folders = append(folders, e)
		} else {
			files = append(files, e)
		}
	}
	return folders, files
}

func (r *reader) folder(e entry) error {
	c := r.content
	switch e.path {
	case wijkFolder:
		return r.records(e.path, &c.Wijken)
	case visionFolder:
		return r.records(e.path, &c.Visions)
	case serviceFolder:
		return r.records(e.path, &c.Departments)
	case planFolder:
		return r.records(e.path, &c.Programmes)
	case pageFolder:
		return r.records(e.path, &c.Pages)
	case mediaFolder:
		return r.assets(e.path, &c.Media)
	case extraFolder:
		return r.assets(e.path, &c.Extras)
	case mapFolder:
		return r.mapFile(e.path)
	}
	r.report(unknownFolder(e.path))
	return nil
}

func (r *reader) rootFile(e entry) (err error) {
	switch {
	case e.path == siteFile:
		r.content.Site, err = r.file(e)
	case isStylesheet(e.path):
		var f *source.File
		if f, err = r.file(e); f != nil {
			r.content.Styles = append(r.content.Styles, f)
		}
	default:
		r.report(unknownRootFile(e.path))
	}
	return err
}

// records reads the Markdown files of a folder.
func (r *reader) records(dir string, into *[]*source.File) error {
	entries, err := r.list(dir)
	if err != nil {
		return err
	}
	texts := entries[:0]
	for _, e := range entries {
		switch {
		case e.dir:
			r.report(unknownFolder(e.path))
		case !isMarkdown(e.path):
			r.report(unknownExtension(e.path))
		default:
			texts = append(texts, e)
		}
	}
	if *into, err = r.readAll(texts); err != nil {
		return err
	}
	r.sameButForCase(*into)
	return nil
}

// assets lists the files of a folder and the folders in it.
func (r *reader) assets(dir string, into *[]Asset) error {
	entries, err := r.list(dir)
	if err != nil {
		return err
	}
	r.sameOnSome(entries)
	for _, e := range entries {
		if !filename.Portable(path.Base(e.path)) {
			r.report(diag.InFile(e.path, diag.AssetNameInvalid, path.Base(e.path)).WithHint(diag.RenameFile, filename.Better(path.Base(e.path))))
		}
		if e.dir {
			if err := r.assets(e.path, into); err != nil {
				return err
			}
			continue
		}
		a := Asset{Path: e.path, Size: e.info.Size(), Time: e.info.ModTime()}
		if a.Size > LargeMedia {
			r.report(diag.InFile(a.Path, diag.MediaLarge, megabytes(a.Size), megabytes(LargeMedia)))
		}
		*into = append(*into, a)
	}
	sortAssets(*into)
	return nil
}

// mapFile reads the boundaries.
func (r *reader) mapFile(dir string) error {
	entries, err := r.list(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		switch {
		case e.dir:
			r.report(unknownFolder(e.path))
		case e.path == mapFile:
			if r.content.Map, err = r.file(e); err != nil {
				return err
			}
		default:
			r.report(unknownMapFile(e.path))
		}
	}
	return nil
}
