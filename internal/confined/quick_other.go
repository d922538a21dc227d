//go:build !linux

package confined

import (
	"io/fs"
	"os"
)

type quick struct{ fs.FS }

func quickly(*os.Root) (quick, bool) { return quick{}, false }

func (quick) close() {}
