package main

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestAnyBuildEqualsOneFromNothing edits everything that a build depends on at random, and
// the output folder too. After each step a build to one and the same folder prints and
// makes what a build to a new folder does, or refuses as that does and leaves the site as it
// was. WIJKVISIE_EDITS is the number of steps.
func TestAnyBuildEqualsOneFromNothing(t *testing.T) {
	steps := 25
	if n := os.Getenv("WIJKVISIE_EDITS"); n != "" {
		var err error
		if steps, err = strconv.Atoi(n); err != nil {
			t.Fatal(err)
		}
	}
	seed := uint64(steps)
	e := newEditor(t, rand.New(rand.NewPCG(2, seed)))
	site := map[string]string{} // the files in the output folder
	for step := range steps {
		var did []string
		for range 1 + e.IntN(3) {
			edit := randomEdits[e.IntN(len(randomEdits))]
			did = append(did, edit.name)
			edit.do(e)
		}
		if e.IntN(4) == 0 && len(site) > 0 {
			did = append(did, "the output folder meddled with")
			e.meddle(site)
		}
		fresh := filepath.Join(e.dir, "fresh")
		wantStatus, wantPrinted := e.build(fresh, filepath.Join(e.dir, fmt.Sprint("no-caches-", step)))
		status, printed := e.build(e.out, e.caches)
		if status != wantStatus || outcome(printed) != outcome(wantPrinted) {
			t.Fatalf("step %d of seed %d, %v: status %d, printed\n%s\nfrom nothing %d\n%s", step, seed, did, status, printed, wantStatus, wantPrinted)
		}
		if status == statusDone {
			site = e.tree(fresh)
			e.good = e.tree(e.content)
		} else {
			e.restore() // the next steps edit content that can be published
		}
		if difference := treeDifference(e.tree(e.out), site); difference != "" && status == statusDone {
			t.Fatalf("step %d of seed %d, %v: %s", step, seed, did, difference)
		}
		if err := os.RemoveAll(fresh); err != nil {
			t.Fatal(err)
		}
	}
	for name := range e.tree(e.caches) {
		if !strings.HasPrefix(name, "wijkvisie/pictures/") {
			t.Errorf("%s is in the user's caches", name)
		}
	}
}

// editor edits a copy of the example.
type editor struct {
	*rand.Rand
	t                                *testing.T
	dir, content, theme, out, caches string
	flags                            map[string]string
	good                             map[string]string // the content that was published last
	added                            int
}

func newEditor(t *testing.T, rnd *rand.Rand) *editor {
	dir := t.TempDir()
	e := &editor{Rand: rnd, t: t, dir: dir, content: filepath.Join(dir, "content"), theme: filepath.Join(dir, "thema"),
		out: filepath.Join(dir, "public"), caches: filepath.Join(dir, "caches"), flags: map[string]string{"--date": "2013-03-01"}}
	if err := os.CopyFS(e.content, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(e.theme, 0o755); err != nil {
		t.Fatal(err)
	}
	e.good = e.tree(e.content)
	return e
}

// build builds the site and returns the exit status and what was printed on standard error.
func (e *editor) build(out, caches string) (status int, printed string) {
	var errs strings.Builder
	args := []string{"build", "--content", e.content, "--out", out}
	for name, value := range e.flags {
		if value == "" {
			args = append(args, name)
		} else {
			args = append(args, name, value)
		}
	}
	status = run(context.Background(), environment{
		args: args, stdout: io.Discard, stderr: &errs, getenv: func(string) string { return "" }, now: time.Now,
		caches: func() (string, error) { return caches, nil },
	})
	return status, errs.String()
}

// outcome returns what a build printed, without the output folder, the time it took and
// what it changed.
func outcome(printed string) string {
	return regexp.MustCompile(`(?m)^.* geschreven naar .*\n.* veranderd, .*\n`).ReplaceAllString(printed, "")
}

// tree reads every file below a folder that authors or readers see.
func (e *editor) tree(dir string) map[string]string {
	e.t.Helper()
	files := make(map[string]string)
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == ".DS_Store" {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		files[name] = string(data)
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		e.t.Fatal(err)
	}
	return files
}

// treeDifference returns how two trees differ, empty when they do not.
func treeDifference(got, want map[string]string) string {
	for name := range want {
		if _, ok := got[name]; !ok {
			return name + " is missing"
		}
		if got[name] != want[name] {
			return name + " has other bytes"
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			return name + " should not be there"
		}
	}
	return ""
}

// restore makes the content what was published last.
func (e *editor) restore() {
	e.t.Helper()
	for name := range e.tree(e.content) {
		if _, ok := e.good[name]; !ok {
			e.remove(filepath.Join(e.content, name))
		}
	}
	for name, text := range e.good {
		e.write(filepath.Join(e.content, name), text)
	}
}

func (e *editor) write(file, text string) {
	e.t.Helper()
	writeFile(e.t, file, text)
}

func (e *editor) remove(file string) {
	e.t.Helper()
	if err := os.RemoveAll(file); err != nil {
		e.t.Fatal(err)
	}
}

// file returns a random file of the content below a folder, and its text; empty when there
// is none.
func (e *editor) file(folder string) (name, text string) {
	files := e.tree(filepath.Join(e.content, folder))
	names := make([]string, 0, len(files))
	for name := range files {
		if !strings.HasSuffix(name, ".jpg") {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return "", ""
	}
	slices.Sort(names)
	name = names[e.IntN(len(names))]
	return filepath.Join(e.content, folder, name), files[name]
}

// replace replaces one random occurrence of a text in a file of a folder, in the way that
// editors save: by a new file that is renamed.
func (e *editor) replace(folder, old, text string) {
	file, data := e.file(folder)
	n := strings.Count(data, old)
	if n == 0 {
		return
	}
	parts := strings.SplitAfterN(data, old, 1+e.IntN(n)+1)
	last := len(parts) - 2
	parts[last] = strings.TrimSuffix(parts[last], old) + text
	e.write(file+".new", strings.Join(parts, ""))
	if err := os.Rename(file+".new", file); err != nil {
		e.t.Fatal(err)
	}
}

func (e *editor) appendText(folder, text string) {
	if file, data := e.file(folder); file != "" {
		e.write(file, data+text)
	}
}

func (e *editor) name() string {
	e.added++
	return fmt.Sprint("nieuw-", e.added)
}

// randomEdits are what people do to what a site is made of.
var randomEdits = []struct {
	name string
	do   func(e *editor)
}{
	{"a paragraph more", func(e *editor) { e.appendText("wijkvisies", "\n\nNog een alinea.\n") }},
	{"a section more", func(e *editor) { e.appendText("paginas", "\n\n## Wat we nog zeggen\n\nDit.\n") }},
	{"a word less", func(e *editor) { e.replace("wijkvisies", " de ", " ") }},
	{"a link", func(e *editor) { e.appendText("wijken", "\n\nZie [de wijken](/wijken/).\n") }},
	{"a broken link", func(e *editor) { e.appendText("wijken", "\n\nZie [niets](/bestaat-niet/).\n") }},
	{"a mobile number", func(e *editor) { e.appendText("paginas", "\n\nBel 06 12345678.\n") }},
	{"markup", func(e *editor) { e.appendText("paginas", "\n\nDit is <b>vet</b>.\n") }},
	{"a footnote", func(e *editor) { e.appendText("paginas", "\n\nEen noot.[^n]\n\n[^n]: Deze.\n") }},
	{"another title", func(e *editor) { e.replace("wijkvisies", "titel: ", fmt.Sprintf("titel: Nummer %d, ", e.IntN(99))) }},
	{"another title of a commitment", func(e *editor) { e.replace("programmas", "titel: ", fmt.Sprintf("titel: Nummer %d, ", e.IntN(99))) }},
	{"another reason of an answer", func(e *editor) { e.replace("programmas", "reden: ", fmt.Sprintf("reden: Want %d, ", e.IntN(99))) }},
	{"a step more", func(e *editor) {
		e.replace("programmas", "    voortgang:\n", fmt.Sprintf("    voortgang:\n      - {datum: 2012-06-%02d, status: gerealiseerd, tekst: Klaar.}\n", 1+e.IntN(28)))
	}},
	{"another planned date", func(e *editor) {
		e.replace("programmas", "    gereed: 20", fmt.Sprintf("    gereed: 20%02d # 20", 11+e.IntN(9)))
	}},
	{"another status", func(e *editor) {
		e.replace("programmas", "status: in-uitvoering", []string{"status: gerealiseerd", "status: in-voorbereiding", "status: klaar"}[e.IntN(3)])
	}},
	{"another name", func(e *editor) { e.replace("wijken", "naam: ", "naam: Nieuw ") }},
	{"another priority", func(e *editor) {
		e.replace("wijkvisies", fmt.Sprint("prioriteit: ", 1+e.IntN(9)), fmt.Sprint("prioriteit: ", 20+e.IntN(900)))
	}},
	{"a concept", func(e *editor) { e.replace("wijkvisies", "status: vastgesteld", "status: concept") }},
	{"another site title", func(e *editor) { e.replace("../content/", "gemeente: ", "gemeente: Nieuw-") }},
	{"a notice", func(e *editor) {
		file := filepath.Join(e.content, "site.yaml")
		data, err := os.ReadFile(file)
		if err != nil {
			e.t.Fatal(err)
		}
		text := regexp.MustCompile(`(?m)^mededeling:.*\n`).ReplaceAllString(string(data), "")
		e.write(file, fmt.Sprintf("%s\nmededeling: Nummer %d.\n", strings.TrimRight(text, "\n"), e.IntN(99)))
	}},
	{"a page comes", func(e *editor) {
		e.write(filepath.Join(e.content, "paginas", e.name()+".md"), "---\ntitel: Nieuw\n---\nEen pagina.\n")
	}},
	{"a page goes", func(e *editor) {
		if file, _ := e.file("paginas"); strings.Contains(file, "nieuw-") {
			e.remove(file)
		}
	}},
	{"a file goes", func(e *editor) {
		if e.IntN(5) == 0 {
			file, _ := e.file([]string{"programmas", "wijkvisies", "wijken"}[e.IntN(3)])
			e.remove(file)
		}
	}},
	{"a photograph comes", func(e *editor) {
		name := e.name()
		e.write(filepath.Join(e.content, "media", name+".jpg"), e.photograph())
		e.appendText("paginas", fmt.Sprintf("\n\n![Een vlak](../media/%s.jpg)\n", name))
	}},
	{"a photograph changes", func(e *editor) {
		files, _ := filepath.Glob(filepath.Join(e.content, "media", "*.jpg"))
		if len(files) > 0 {
			e.write(files[e.IntN(len(files))], e.photograph())
		}
	}},
	{"the map changes", func(e *editor) { e.replace("kaart", "5.1", "5.2") }},
	{"the map goes", func(e *editor) {
		if e.IntN(5) == 0 {
			e.remove(filepath.Join(e.content, "kaart"))
		}
	}},
	{"the map comes back", func(e *editor) {
		if err := os.CopyFS(filepath.Join(e.content, "kaart"), os.DirFS("../../content/kaart")); err != nil && !os.IsExist(err) {
			e.t.Fatal(err)
		}
	}},
	{"a verification file", func(e *editor) { e.write(filepath.Join(e.content, "bestanden", e.name()+".txt"), "x") }},
	{"words of the theme", func(e *editor) {
		e.write(filepath.Join(e.theme, "words", "nl.txt"), fmt.Sprintf("home.choose: Waar woont u, %d?\n", e.IntN(9)))
	}},
	{"a stylesheet of the theme", func(e *editor) {
		e.write(filepath.Join(e.theme, "assets", "extra.css"), fmt.Sprintf("p { margin: %dpx; }\n", e.IntN(9)))
	}},
	{"a template of the theme", func(e *editor) {
		e.write(filepath.Join(e.theme, "templates", "notfound.html"), fmt.Sprintf("{{define \"main\"}}<h1>Weg %d</h1>{{end}}\n", e.IntN(9)))
	}},
	{"another date", func(e *editor) {
		e.flags["--date"] = fmt.Sprintf("20%02d-%02d-15", 10+e.IntN(5), 1+e.IntN(12))
	}},
	{"with or without drafts", func(e *editor) { e.toggle("--drafts", "") }},
	{"with or without a theme", func(e *editor) { e.toggle("--theme", e.theme) }},
	{"with or without a base URL", func(e *editor) { e.toggle("--base-url", "https://stad.example/wijken") }},
	{"with or without --strict", func(e *editor) { e.toggle("--strict", "") }},
	{"nothing", func(*editor) {}},
}

func (e *editor) toggle(flag, value string) {
	if _, ok := e.flags[flag]; ok {
		delete(e.flags, flag)
	} else {
		e.flags[flag] = value
	}
}

// photograph returns a JPEG that is wide enough to be published in several widths.
func (e *editor) photograph() string {
	m := image.NewRGBA(image.Rect(0, 0, 600, 60))
	for x := range 600 {
		for y := range 60 {
			m.Set(x, y, color.RGBA{uint8(x), uint8(y * e.IntN(5)), uint8(x * y), 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		e.t.Fatal(err)
	}
	return b.String()
}

// meddle does to the output folder what people and programs do to files that are not
// theirs: a build puts all of it right.
func (e *editor) meddle(site map[string]string) {
	names := make([]string, 0, len(site))
	for name := range site {
		if name != ".wijkvisie" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	file := filepath.Join(e.out, names[e.IntN(len(names))])
	switch e.IntN(5) {
	case 0:
		e.write(file, "Van mij.")
	case 1:
		e.remove(file)
	case 2: // keeping its size and time
		info, err := os.Stat(file)
		if err != nil {
			e.t.Fatal(err)
		}
		e.write(file, strings.Repeat("x", int(info.Size())))
		if err := os.Chtimes(file, info.ModTime(), info.ModTime()); err != nil {
			e.t.Fatal(err)
		}
	case 3:
		e.write(filepath.Join(filepath.Dir(file), ".DS_Store"), "")
	default:
		if err := os.Mkdir(filepath.Join(filepath.Dir(file), "leeg"), 0o755); err != nil && !os.IsExist(err) {
			e.t.Fatal(err)
		}
	}
}
