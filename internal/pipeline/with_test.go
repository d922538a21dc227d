package pipeline_test

import (
	"io/fs"
	"testing"
	"testing/fstest"
	"time"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/pipeline"
)

// A file of which other bytes are tried is read again, although it did not change on the disk.
func TestOtherBytesAreReadEachTime(t *testing.T) {
	old := time.Now().Add(-time.Hour)
	content := fstest.MapFS{
		"site.yaml":      {Data: []byte("titel: T\ngemeente: G\nthemas: [{id: a, naam: A}]\n"), ModTime: old},
		"wijken/oost.md": {Data: []byte("---\nnaam: Oost\n---\n"), ModTime: old},
	}
	var p pipeline.Pipeline
	errors := func(content fs.FS) int {
		out, err := p.Prepare(pipeline.Input{Content: content})
		if err != nil {
			t.Fatal(err)
		}
		return out.Diagnostics.Count(diag.Error)
	}
	for range 2 {
		if n := errors(content); n != 0 {
			t.Errorf("%d errors in good content", n)
		}
		if n := errors(pipeline.With(content, "wijken/oost.md", []byte("---\nnaam: Oost\ncode: fout\n---\n"))); n != 1 {
			t.Errorf("%d errors with a wrong code", n)
		}
	}
}
