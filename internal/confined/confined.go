// Package confined reads a folder on disk out of which no path and no symbolic link
// leads, whoever changes it meanwhile, with as few calls of the system as that takes.
package confined

import (
	"io/fs"
	"os"
)

// FS returns root.FS(), which opens files faster where the system knows how. When it is
// not read any more, it is to be closed, before root is.
func FS(root *os.Root) (fsys fs.FS, closeFS func()) {
	if quick, ok := quickly(root); ok {
		return quick, quick.close
	}
	return root.FS(), func() {}
}
