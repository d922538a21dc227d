package browsertest

import (
	"io/fs"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"wijkvisie/internal/sample"
)

// once returns what builds a site of some content once.
func once(content func() (fs.FS, error)) func() (*site, error) {
	return sync.OnceValues(func() (*site, error) {
		c, err := content()
		if err != nil {
			return nil, err
		}
		return build(c)
	})
}

// namedSite is a site that several tests look at, built when one does.
type namedSite struct {
	name  string
	built func() (*site, error)
}

func (n namedSite) get(t *testing.T) *site {
	t.Helper()
	s, err := n.built()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var (
	// exampleNamed is the example.
	exampleNamed = namedSite{"example", once(func() (fs.FS, error) { return os.DirFS("../../content"), nil })}
	// englishNamed is the example in English, as far as the words of the theme go.
	englishNamed = namedSite{"english", once(english)}
	// everyStatusNamed is a municipality in which there is one of every status of needs and
	// of commitments that a bar shows.
	everyStatusNamed = namedSite{"every status", once(everyStatus)}
	// randomNamed is a municipality in which anything may have happened.
	randomNamed = namedSite{"random", once(func() (fs.FS, error) { return memory(sample.Random(7)), nil })}
)

// allNamed are sites that show the templates with different things in them.
func allNamed() []namedSite {
	return []namedSite{exampleNamed, englishNamed, everyStatusNamed, randomNamed}
}

func exampleSite(t *testing.T) *site {
	t.Helper()
	return exampleNamed.get(t)
}

func english() (fs.FS, error) {
	content := make(map[string]string)
	example := os.DirFS("../../content")
	err := fs.WalkDir(example, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(example, name)
		content[name] = string(text)
		return err
	})
	content["site.yaml"] = strings.Replace(content["site.yaml"], "taal: nl", "taal: en", 1)
	return memory(content), err
}

func everyStatus() (fs.FS, error) {
	archive, err := txtar.ParseFile("testdata/every-status.txtar")
	if err != nil {
		return nil, err
	}
	content := make(map[string]string)
	for _, f := range archive.Files {
		content[f.Name] = string(f.Data)
	}
	return memory(content), nil
}

func memory(content map[string]string) fs.FS {
	files := make(fstest.MapFS)
	for name, text := range content {
		files[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
	}
	return files
}
