package theme

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"
)

// Asset is a file of a theme that is published beside the pages.
type Asset struct {
	Name      string // as the theme has it: style.css
	Published string // with a hash of its bytes: style-3f2a9c01.css
	Data      []byte
}

// Assets returns the assets, by name.
func (t *Theme) Assets() []Asset { return t.assets }

// Asset returns the asset of a name.
func (t *Theme) Asset(name string) (Asset, bool) {
	for _, a := range t.assets {
		if a.Name == name {
			return a, true
		}
	}
	return Asset{}, false
}

func (l *loader) readAssets() error {
	names, files, err := l.layered("assets")
	if err != nil {
		return err
	}
	for _, name := range names {
		data := files[name].Data
		l.theme.assets = append(l.theme.assets, Asset{name, hashed(name, data), data})
	}
	return nil
}

// hashed puts a hash of the bytes in a name, so that the file can be cached for
// ever: other bytes have another name.
func hashed(name string, data []byte) string {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "-" + hex.EncodeToString(sum[:4]) + ext
}
