package browsertest

import (
	"bytes"
	"context"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"

	"wijkvisie/internal/city"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/starter"
)

// desk is the page on which the example is edited, open in a tab, and the repository that it
// edits.
type desk struct {
	*tab
	cms     starter.CMS
	program string
	dir     string // the repository
	url     string // of the page
	forms   forms
	extra   map[string][]byte // what is served in addition, by path
}

// forms is how the forms of a content management system are filled in. Fields are named by
// their path: behoeften.0.titel.
type forms interface {
	// signIn opens the page and signs in.
	signIn(d *desk)
	// entry opens the form of a file, add that of a new one.
	entry(d *desk, collection, id string)
	add(d *desk, collection string)
	// item adds an item to a list.
	item(d *desk, list string)
	// write replaces the text of a field, choose what is chosen in it by what is shown of it.
	write(d *desk, path, text string)
	choose(d *desk, path, text string)
	// save saves the form and waits until that is done.
	save(d *desk)
	// content returns the files of the content as they are saved.
	content(d *desk) map[string]string
}

// The packages of which Decap CMS and Sveltia CMS are made are in what they publish: package.json has
// another, small one in their place (overrides).

// newDesk lays down a site with a content management system and has it edit the example. local
// is an origin that the page may ask in addition.
func newDesk(t *testing.T, name, local string, f forms) *desk {
	t.Helper()
	program, err := program()
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{tab: open(t), program: program, dir: filepath.Join(t.TempDir(), "site"), forms: f, extra: make(map[string][]byte)}
	d.cms, _ = starter.CMSOf(name)
	d.wijkvisie("new", "site", d.dir, "--cms", name, "--repo", "gemeente/wijken")
	content := filepath.Join(d.dir, "content")
	d.must(os.RemoveAll(content))
	d.must(os.CopyFS(content, os.DirFS("../../content")))
	repository := starter.Remote{Host: "github.com", Path: "gemeente/wijken"}
	page := http.StripPrefix("/admin/", http.FileServer(http.Dir(filepath.Join(d.dir, "admin"))))
	bundle := http.StripPrefix("/admin/cms/", http.FileServer(http.Dir(filepath.Join("node_modules", d.cms.Package))))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, h := range repository.Admin(d.cms).Published() {
			w.Header().Set(h.Name, strings.Replace(h.Value, "connect-src 'self'", "connect-src 'self' "+local, 1))
		}
		if strings.HasPrefix(r.URL.Path, "/admin/cms/") {
			more(d.extra, bundle).ServeHTTP(w, r)
		} else {
			page.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(server.Close)
	d.url = server.URL + "/admin/"
	return d
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// wijkvisie runs the program, which must succeed.
func (d *desk) wijkvisie(args ...string) string {
	d.t.Helper()
	out, err := exec.Command(d.program, args...).CombinedOutput()
	if err != nil {
		d.t.Fatalf("wijkvisie %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// insert types a text where the keyboard is.
func (d *desk) insert(text string) {
	d.t.Helper()
	call(d.tab, input.InsertText, input.InsertTextParams{Text: text})
}

// textFiles returns the files below a folder, by path.
func textFiles(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := make(map[string]string)
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// builtOf returns the files of the site that some content makes.
func builtOf(t *testing.T, content map[string]string) map[string]string {
	t.Helper()
	out, err := new(pipeline.Pipeline).Prepare(pipeline.Input{Content: memory(content), Date: city.Day{Year: 2013, Month: 3, Day: 1}, Drafts: true})
	if err != nil {
		t.Fatal(err)
	}
	files := make(map[string]string)
	for f := range out.Files() {
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		files[f.Path] = b.String()
	}
	return files
}

// differing returns the names of the files that differ, with the first line that does.
func differing(got, want map[string]string) []string {
	var names []string
	for name, text := range got {
		if other, ok := want[name]; !ok || other != text {
			names = append(names, name+": "+difference(other, text))
		}
	}
	for name := range want {
		if _, ok := got[name]; !ok {
			names = append(names, name+" is not there")
		}
	}
	slices.Sort(names)
	return names
}

// fieldEdit is a change of one field of a file of the example.
type fieldEdit struct{ collection, id, file, field, from, to string }

func fieldEdits() []fieldEdit {
	return []fieldEdit{
		{"wijken", "overvecht", "wijken/overvecht.md", "volgorde", "3", "30"},
		{"wijkvisies", "overvecht-2004", "wijkvisies/overvecht-2004.md", "vastgesteld-door", "", "de gemeenteraad: unaniem"},
		{"diensten", "stadswerken", "diensten/stadswerken.md", "omschrijving", "", "Onderhoudt straten, pleinen en groen."},
		{"programmas", "stadswerken-2006", "programmas/stadswerken-2006.md", "titel", "", "Wat Stadswerken doet in 2006"},
		{"paginas", "privacy", "paginas/privacy.md", "titel", "", "Uw gegevens"},
		{"site", "site", "site.yaml", "mededeling", "", "Dit is een proef."},
	}
}

// newFiles are the files that are made, as fmt leaves them.
func newFiles() map[string]string {
	return map[string]string{
		"wijken/de-meern-een-t-goy.md": "---\nnaam: De Meern-Één ’t Goy\ncode: WK034499\n---\n",
		"diensten/stads-groen.md":      "---\nnaam: Stads & Groen\nomschrijving: \"Wij doen: groen.\"\n---\n",
		"wijkvisies/oost-2031-2034.md": "---\ntitel: Wijkvisie Oost 2031–2034\nwijk: oost\nperiode: 2031-2034\nstatus: concept\n" +
			"behoeften:\n  - id: \"0110\"\n    titel: \"Eerste: wens\"\n    thema: verkeer\n---\n",
		"programmas/stadswerken-2031.md": "---\ntitel: Programma 2031\ndienst: stadswerken\njaar: 2031\nstatus: concept\n" +
			"toezeggingen:\n  - id: sw-2031-001\n    titel: Wij doen het\n    behoeften: [overvecht/minder-zwerfvuil]\n    gereed: 2031-10\n    budget: 1000\n---\n",
		"paginas/hoe-werkt-dit.md": "---\ntitel: Hoe werkt dit?\n---\n",
	}
}

// make fills in the forms of the new files.
func (d *desk) make() {
	f := d.forms
	f.add(d, "wijken")
	f.write(d, "naam", "De Meern-Één ’t Goy")
	f.write(d, "code", "WK034499")
	f.save(d)
	f.add(d, "diensten")
	f.write(d, "naam", "Stads & Groen")
	f.write(d, "omschrijving", "Wij doen: groen.")
	f.save(d)
	f.add(d, "wijkvisies")
	f.write(d, "titel", "Wijkvisie Oost 2031–2034")
	f.choose(d, "wijk", "Oost")
	f.write(d, "periode", "2031-2034")
	f.choose(d, "status", "Concept")
	f.item(d, "behoeften")
	f.write(d, "behoeften.0.id", "0110")
	f.write(d, "behoeften.0.titel", "Eerste: wens")
	f.choose(d, "behoeften.0.thema", "Verkeer en bereikbaarheid")
	f.save(d)
	f.add(d, "programmas")
	f.write(d, "titel", "Programma 2031")
	f.choose(d, "dienst", "Stadswerken")
	f.write(d, "jaar", "2031")
	f.choose(d, "status", "Concept")
	f.item(d, "toezeggingen")
	f.write(d, "toezeggingen.0.id", "sw-2031-001")
	f.write(d, "toezeggingen.0.titel", "Wij doen het")
	f.choose(d, "toezeggingen.0.behoeften", "Minder zwerfvuil rond de flats")
	f.write(d, "toezeggingen.0.gereed", "2031-10")
	f.write(d, "toezeggingen.0.budget", "1000")
	f.save(d)
	f.add(d, "paginas")
	f.write(d, "titel", "Hoe werkt dit?")
	f.save(d)
}

// testTasks edits a field of a file of each kind and makes a file of each. What the site shows of it
// is what it would show had somebody written it by hand, and once fmt has been over it the files
// are the same, to the byte.
func (d *desk) testTasks() {
	t := d.t.(*testing.T)
	before := textFiles(t, "../../content")
	want := make(map[string]string)
	for name, text := range before {
		want[name] = text
	}
	d.forms.signIn(d)
	for _, e := range fieldEdits() {
		old := want[e.file]
		if e.from == "" {
			e.from = valueOf(old, e.field)
		}
		want[e.file] = strings.Replace(old, e.field+": "+e.from+"\n", e.field+": "+quotedIfNeeded(e.to)+"\n", 1)
		if want[e.file] == old {
			t.Fatalf("%s has no %s: %s", e.file, e.field, e.from)
		}
		d.forms.entry(d, e.collection, e.id)
		d.forms.write(d, e.field, e.to)
		d.forms.save(d)
	}
	for name, text := range newFiles() {
		want[name] = text
	}
	d.make()
	got := d.forms.content(d)
	if names := differing(builtOf(t, got), builtOf(t, want)); len(names) > 0 {
		t.Errorf("the site is another: %s", strings.Join(names, "\n"))
	}
	dir := filepath.Join(t.TempDir(), "content")
	d.must(os.CopyFS(dir, memory(got)))
	d.wijkvisie("check", "--content", dir, "--date", "2013-03-01")
	d.wijkvisie("fmt", "--content", dir)
	if names := differing(textFiles(t, dir), want); len(names) > 0 {
		t.Errorf("files differ once they are formatted:\n%s", strings.Join(names, "\n"))
	}
	for _, wrong := range d.complaints() {
		if strings.Contains(wrong, "Content Security Policy") && !isKeptOut(wrong) {
			t.Errorf("the policy is broken: %s", wrong)
		}
	}
}

// isKeptOut reports whether a text has an address that Sveltia CMS asks for, and that the policy keeps
// it from: letters, which it has itself, and whether GitHub works.
func isKeptOut(text string) bool {
	return strings.Contains(text, "https://cdn.jsdelivr.net/fontsource/") || strings.Contains(text, "https://www.githubstatus.com/")
}

// valueOf returns what stands behind a key at the top of a file.
func valueOf(text, key string) string {
	for line := range strings.Lines(text) {
		if value, ok := strings.CutPrefix(strings.TrimRight(line, "\n"), key+": "); ok {
			return value
		}
	}
	return ""
}

func quotedIfNeeded(s string) string {
	if strings.Contains(s, ": ") {
		return `"` + s + `"`
	}
	return s
}

// startServer runs a program until the test ends, and waits until an address answers.
func startServer(t *testing.T, address string, c *exec.Cmd) {
	t.Helper()
	var out strings.Builder
	c.Stdout, c.Stderr = &out, &out
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	gone, stopped := context.WithCancel(context.Background())
	go func() { _ = c.Wait(); stopped() }()
	t.Cleanup(func() { _ = c.Process.Kill(); <-gone.Done() })
	for {
		if answer, err := http.Get(address); err == nil {
			answer.Body.Close()
			return
		}
		if gone.Err() != nil {
			t.Fatalf("%s stopped: %s", c.Path, out.String())
		}
	}
}
