package pipeline

import (
	"bytes"
	"testing"
	"testing/fstest"

	"wijkvisie/internal/shelf"
	"wijkvisie/internal/source"
)

// FuzzReadKept checks that anything can be read without harm, and that what is read is
// packed again as it was.
func FuzzReadKept(f *testing.F) {
	var k keeper
	for path, text := range map[string]string{
		"programmas/a-2011.md": "---\ntitel: A\ndienst: a\njaar: 2011\nstatus: vastgesteld\ntoezeggingen:\n  - {id: a-1, titel: T, behoeften: [oost/b], gereed: 2012, voortgang: [{datum: 2011-03-01, gereed: 2013, reden: R}]}\n---\nTekst.\n",
		"wijkvisies/oost.md":   "---\ntitel: V\nwijk: oost\nperiode: 2011-2014\nstatus: vastgesteld\nbehoeften:\n  - {id: b, titel: B, thema: verkeer}\n---\n# Kop {#b}\n\n[hier](../wijken/oost.md)\n",
		"wijken/oost.md":       "---\nnaam: Oost\n---\n",
	} {
		kind := keptPage
		switch path[:7] {
		case "program":
			kind = keptProgramme
		case "wijkvis":
			kind = keptVision
		case "wijken/":
			kind = keptWijk
		}
		value, _ := keptKinds[kind].parse(source.NewFile(path, []byte(text)))
		k.add(path, value)
		k.add(path+"~", nil)
	}
	f.Add(k.b)
	f.Fuzz(func(t *testing.T, data []byte) {
		files, ok := readKept(data)
		for i := range files {
			_, _ = files[i].record(fstest.MapFS{}, new(shelf.Shelf))
		}
		if !ok {
			return
		}
		with, ok := withKept(data, nil)
		again, ok2 := withKept(with, nil)
		if !ok || !ok2 || !bytes.Equal(with, again) {
			t.Errorf("%q is packed again as %q", with, again)
		}
	})
}
