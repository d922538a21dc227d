package pipeline

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"sync"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/theme"
	"wijkvisie/themes"
)

// cachedTheme is the theme as it was read, until a file of it changes.
type cachedTheme struct {
	read     bool
	sum      [sha256.Size]byte // of the files of a theme over the built-in one
	theme    *theme.Theme
	mistakes diag.List
}

// startTheme starts to read the theme and returns what waits for it. The error is that of the
// system.
func (p *Pipeline) startTheme(own fs.FS) (wait func() (cachedTheme, error)) {
	failed := make(chan error, 1)
	go func() { failed <- p.readTheme(own) }()
	return sync.OnceValues(func() (cachedTheme, error) {
		err := <-failed
		return p.theme, err
	})
}

// readTheme reads the theme, unless it did not change.
func (p *Pipeline) readTheme(own fs.FS) error {
	sum := themeSum(own)
	if p.theme.read && p.theme.sum == sum {
		return nil
	}
	read, mistakes, err := theme.Load(themes.Default(), own)
	if err == nil {
		p.theme = cachedTheme{true, sum, read, mistakes}
	}
	return err
}

// themeSum returns a digest of the files of a theme. One that cannot be read is reported where
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
