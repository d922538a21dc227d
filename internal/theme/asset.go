package theme

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"

	"wijkvisie/internal/parallel"
)

// Asset is a file of a theme that is published with the pages.
type Asset struct {
	Name      string // as the theme has it: style.css
	Published string // with a hash of Data: style-3f2a9c01.css
	Data      []byte // as it is published: stylesheets, scripts and drawings are minified
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

// readAssets reads the assets.
func (l *loader) readAssets() error {
	names, files, err := l.layered(assetFolder)
	if err != nil {
		return err
	}
	assets := make([]Asset, len(names))
	m := newMinifier()
	parallel.Each(len(names), func(i int) {
		name := names[i]
		data := minified(m, name, files[name].Data)
		assets[i] = Asset{name, hashed(name, data), data}
	})
	l.theme.assets = assets
	for _, name := range names {
		if path.Ext(name) == ".css" {
			l.checkStylesheet(files[name])
		}
	}
	return nil
}

// hashed returns a name with a hash of the bytes in it. The file can be cached for
// ever, as other bytes have another name.
func hashed(name string, data []byte) string {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "-" + hex.EncodeToString(sum[:4]) + ext
}
