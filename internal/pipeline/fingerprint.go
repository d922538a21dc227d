package pipeline

import (
	"crypto/sha256"
	"fmt"

	"wijkvisie/internal/load"
	"wijkvisie/internal/source"
)

// Fingerprint tells versions of a site apart: two with the same were made of the
// same bytes, on the same date.
type Fingerprint [sha256.Size]byte

// fingerprint sums up everything that a site is made of. Pictures and documents
// count by their size and the time of their last change.
func (p *Pipeline) fingerprint(in Input, files *load.Content) Fingerprint {
	sum := sha256.New()
	fmt.Fprintln(sum, in.Date, in.Drafts, in.BaseURL)
	var line []byte
	add := func(list ...*source.File) {
		for _, f := range list {
			if f != nil {
				hash := f.Hash()
				line = append(append(line[:0], f.Path...), 0)
				sum.Write(append(line, hash[:]...))
			}
		}
	}
	add(files.Site, files.Map, files.Redirects)
	for _, list := range [][]*source.File{files.Wijken, files.Visions, files.Departments, files.Programmes, files.Pages, files.Styles} {
		add(list...)
	}
	for _, list := range [][]load.Asset{files.Pictures, files.Media, files.Extras} {
		for _, a := range list {
			fmt.Fprintf(sum, "%q %d %d\n", a.Path, a.Size, a.Time.UnixNano())
		}
	}
	sum.Write(p.theme.sum[:])
	return Fingerprint(sum.Sum(nil))
}
