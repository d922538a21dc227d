// Package load reads a content folder into files.
//
// It knows which folders hold what and which names it ignores (what editors and systems leave
// behind, and names that begin with a dot or an underscore). It reports every other file that is
// not read. In bestanden/ names may begin with an underscore, and a few that web servers look
// for, such as .well-known, with a dot.
// It does not look inside a file.
//
// The folder is an fs.FS. Symbolic links are followed as that FS follows them; the FS of an
// os.Root refuses those that lead out of the folder, which is reported.
package load

import (
	"io/fs"
	"time"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// MaxSize is the size in bytes of the largest Markdown, YAML, CSS or GeoJSON file that is read.
const MaxSize = 16 << 20

// LargeMedia is the size in bytes above which a picture or a document is reported as large
// for readers with a phone.
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
	Pictures    []Asset        // at the top; site.yaml names the logo and the picture of shared links
	Media       []Asset        // media/…
	Extras      []Asset        // bestanden/…
	Redirects   *source.File   // bestanden/_redirects, nil when there is none
	LeftOut     []string       // files and folders in bestanden/ that are not published, by path
}

// Asset is a file that is published as it is. It is not read here.
type Asset struct {
	Path string // from the content folder, as in media/plan.pdf
	Size int64
	Time time.Time // of the last change
}

// Read reads a content folder, once. The error is that of the system; what is wrong with the
// content is in the list.
func Read(fsys fs.FS) (*Content, diag.List, error) {
	return new(Reader).Read(fsys, nil)
}
