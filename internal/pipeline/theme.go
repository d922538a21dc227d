package pipeline

import (
	"crypto/sha256"
	"fmt"
	"io/fs"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/theme"
	"wijkvisie/themes"
)

// themeCache is the theme as it was read, until a file of it changes.
type themeCache struct {
	read     bool
	sum      [sha256.Size]byte // of the files of a theme beside the built-in one
	look     *theme.Theme
	mistakes diag.List
}

// theme reads the theme, when it is another than before. The error is a broken
// machine.
func (p *Pipeline) theme(own fs.FS) (*theme.Theme, diag.List, error) {
	sum := themeSum(own)
	if p.themes.read && p.themes.sum == sum {
		return p.themes.look, p.themes.mistakes, nil
	}
	look, mistakes, err := theme.Load(themes.Default(), own)
	if err != nil {
		return nil, nil, err
	}
	p.themes = themeCache{true, sum, look, mistakes}
	return look, mistakes, nil
}

// themeSum sums up the files of a theme. One that cannot be read is reported where
// it is read.
func themeSum(own fs.FS) [sha256.Size]byte {
	sum := sha256.New()
	if own != nil {
		_ = fs.WalkDir(own, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil
			}
			data, _ := fs.ReadFile(own, name)
			fmt.Fprintf(sum, "%q %x\n", name, sha256.Sum256(data))
			return nil
		})
	}
	return [sha256.Size]byte(sum.Sum(nil))
}
