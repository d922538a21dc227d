package theme

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
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

// kept returns what reads the templates that the built-in theme keeps for the files that
// there are, or nil when it keeps none. They are read when a page needs them: a check
// renders none. What that returns is nil when what is kept is damaged.
func (l *loader) kept(names []string) func() *compile.Pages {
	builtin, head := l.layers[0], l.keptHead(names)
	if !begins(builtin, keptFile, head) {
		return nil
	}
	return func() *compile.Pages {
		data, err := fs.ReadFile(builtin, keptFile)
		if err != nil {
			return nil
		}
		pages, err := compile.Kept(data[len(head):])
		if err != nil {
			return nil
		}
		return pages
	}
}

// begins tells whether a file begins with what is wanted.
func begins(fsys fs.FS, name string, want []byte) bool {
	f, err := fsys.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	got := make([]byte, len(want))
	_, err = io.ReadFull(f, got)
	return err == nil && bytes.Equal(got, want)
}
