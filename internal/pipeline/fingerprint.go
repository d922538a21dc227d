package pipeline

import (
	"crypto/sha256"
	"fmt"
	"io/fs"

	"wijkvisie/internal/load"
	"wijkvisie/internal/source"
)

// Fingerprint tells versions of a site apart: two with the same were made of the
// same bytes, on the same date.
type Fingerprint [sha256.Size]byte

// fingerprint sums up everything that a site is made of. Pictures and documents
// count by their size and the time of their last change.
func fingerprint(in Input, files *load.Content) Fingerprint {
	sum := sha256.New()
	fmt.Fprintln(sum, in.Date, in.Drafts, in.BaseURL)
	add := func(list ...*source.File) {
		for _, f := range list {
			if f != nil {
				fmt.Fprintf(sum, "%q %x\n", f.Path, f.Hash())
			}
		}
	}
	add(files.Site, files.Map)
	for _, list := range [][]*source.File{files.Wijken, files.Visions, files.Departments, files.Programmes, files.Pages, files.Styles} {
		add(list...)
	}
	for _, list := range [][]load.Asset{files.Media, files.Extras} {
		for _, a := range list {
			fmt.Fprintf(sum, "%q %d %d\n", a.Path, a.Size, a.Time.UnixNano())
		}
	}
	if in.Theme != nil {
		// A theme that cannot be read is reported where it is read.
		_ = fs.WalkDir(in.Theme, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil
			}
			data, _ := fs.ReadFile(in.Theme, name)
			fmt.Fprintf(sum, "%q %x\n", name, sha256.Sum256(data))
			return nil
		})
	}
	return Fingerprint(sum.Sum(nil))
}
