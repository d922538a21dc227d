package theme

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"runtime"

	"wijkvisie/internal/theme/compile"
)

// keptFile is a file of the built-in theme: its templates as html/template has
// escaped them, which takes as long as rendering a hundred pages. It stands for the
// files that it was made of and for the Go that made it: for others, and so for a
// theme of one's own that replaces one of them, templates are parsed and escaped
// when they are needed. A test tells when it has to be made anew.
const keptFile = "templates.escaped"

// keptHead returns what the file begins with.
func (l *loader) keptHead(names []string) []byte {
	sum := sha256.New()
	for _, name := range names {
		data := l.theme.files[name].Data
		fmt.Fprintf(sum, "%q %d\n", name, len(data))
		sum.Write(data)
	}
	return sum.Sum([]byte(runtime.Version() + "\n"))
}

// kept returns the templates that the built-in theme keeps for the files that there
// are, or nil.
func (l *loader) kept(names []string) *compile.Pages {
	data, err := fs.ReadFile(l.layers[0], keptFile)
	if err != nil {
		return nil
	}
	trees, ok := bytes.CutPrefix(data, l.keptHead(names))
	if !ok {
		return nil
	}
	pages, err := compile.Kept(trees)
	if err != nil {
		return nil
	}
	return pages
}
