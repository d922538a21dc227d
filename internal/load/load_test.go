package load

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// lines returns problems one to a line.
func lines(problems diag.List) string {
	problems.Sort()
	var lines []string
	for _, d := range problems {
		line := d.Path() + " " + string(d.Text.Message)
		if !d.Hint().IsZero() {
			line += " → " + diag.Dutch.Say(diag.Text{Message: diag.FormOf, Args: append([]any{}, hintArg(d))})
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func hintArg(d diag.Diagnostic) string {
	s := strings.TrimPrefix(string(d.Hint().Message), "hint/")
	for _, a := range d.Hint().Args {
		s += " " + a.(string)
	}
	return s
}

func paths(files []*source.File) string {
	var all []string
	for _, f := range files {
		all = append(all, f.Path)
	}
	return strings.Join(all, " ")
}

func text(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

func TestAContentFolderIsReadWhole(t *testing.T) {
	content, problems, err := Read(fstest.MapFS{
		"site.yaml":               text("titel: A"),
		"huisstijl.css":           text("x"),
		"wijken/oost.md":          text("oost"),
		"wijken/noord.md":         text("noord"),
		"wijkvisies/oost-2011.md": text("a"),
		"diensten/a.md":           text("b"),
		"programmas/a-2011.md":    text("c"),
		"paginas/over.md":         text("d"),
		"kaart/wijken.geojson":    text("{}"),
		"media/a/plan.pdf":        text("12345"),
		"media/a.png":             text("1"),
		"bestanden/CNAME":         text("12"),
		".git/config":             text("x"),
		"_concepten/x.md":         text("x"),
		"wijken/.oost.md.swp":     text("x"),
		"wijken/oost.md~":         text("x"),
		"wijken/x.swp":            text("x"),
		"wijken/~$oost.docx":      text("x"),
		"wijken/.#oost.md":        text("x"),
		"wijken/#oost.md#":        text("x"),
		"wijken/_oost.md":         text("x"),
		"media/.DS_Store":         text("x"),
		"bestanden/.well-known/a": text("123"),
		"bestanden/_headers":      text("1234"),
		"bestanden/_redirects":    text("/a /b"),
		"bestanden/.env":          text("x"),
		"bestanden/.DS_Store":     text("x"),
		"bestanden/plan.orig":     text("x"),
		"media/desktop.ini":       text("x"),
		"media/@eaDir/a.jpg":      text("x"),
		"wijken/Icon\r":           text("x"),
		"wijken/oost.md.rej":      text("x"),
	})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, lines(problems))
	}
	for _, c := range [][2]string{
		{paths(content.Wijken), "wijken/noord.md wijken/oost.md"},
		{paths(content.Visions), "wijkvisies/oost-2011.md"},
		{paths(content.Departments), "diensten/a.md"},
		{paths(content.Programmes), "programmas/a-2011.md"},
		{paths(content.Pages), "paginas/over.md"},
		{string(content.Site.Data), "titel: A"},
		{string(content.Map.Data), "{}"},
		{string(content.Redirects.Data), "/a /b"},
	} {
		if c[0] != c[1] {
			t.Errorf("got %q, want %q", c[0], c[1])
		}
	}
	if len(content.Media) != 2 || content.Media[0] != (Asset{Path: "media/a.png", Size: 1}) || content.Media[1] != (Asset{Path: "media/a/plan.pdf", Size: 5}) {
		t.Errorf("media: %v", content.Media)
	}
	extras := []Asset{{Path: "bestanden/.well-known/a", Size: 3}, {Path: "bestanden/CNAME", Size: 2}, {Path: "bestanden/_headers", Size: 4}}
	if !slices.Equal(content.Extras, extras) {
		t.Errorf("extras: %v", content.Extras)
	}
	if got := strings.Join(content.LeftOut, " "); got != "bestanden/.env" {
		t.Errorf("left out: %s", got)
	}
}

func TestFilesThatAreNotReadAreReported(t *testing.T) {
	site := text("titel: A")
	for _, c := range []struct {
		name string
		fs   fstest.MapFS
		want string
	}{
		{"no site", fstest.MapFS{"wijken/a.md": text("")}, "site.yaml missing-key/site → schrijf het zoals make-site"},
		{"site.yml", fstest.MapFS{"site.yml": site}, "site.yaml missing-key/site → schrijf het zoals rename-file-to site.yml site.yaml"},
		{"a folder nearly right", fstest.MapFS{"site.yaml": site, "wijkvisie/a.md": text("")}, "wijkvisie unknown-file/folder-unread → schrijf het zoals rename-folder wijkvisie wijkvisies"},
		{"capitals", fstest.MapFS{"site.yaml": site, "Wijken/a.md": text("")}, "Wijken unknown-file/folder-unread → schrijf het zoals rename-folder Wijken wijken"},
		{"another folder", fstest.MapFS{"site.yaml": site, "vergaderstukken/a.md": text("")}, "vergaderstukken unknown-file/folder-unread"},
		{"a folder with nothing in it", fstest.MapFS{"site.yaml": site, "leeg/.gitkeep": text("")}, "leeg unknown-file"},
		{"a folder nearly right beside the right one", fstest.MapFS{"site.yaml": site, "Media/a.pdf": text(""), "media/b.pdf": text("")}, "Media unknown-file/folder-unread → schrijf het zoals move-contents media"},
		{"a folder that was put aside", fstest.MapFS{"site.yaml": site, "wijken-oud/a.md": text(""), "wijken/a.md": text("")}, "wijken-oud unknown-file/folder-unread"},
		{"a folder with more behind its name", fstest.MapFS{"site.yaml": site, "paginas (2)/a.md": text("")}, "paginas (2) unknown-file/folder-unread → schrijf het zoals rename-folder paginas (2) paginas"},
		{"a folder in a folder", fstest.MapFS{"site.yaml": site, "wijken/oud/a.md": text("")}, "wijken/oud unknown-file/folder-unread → schrijf het zoals leave-folder"},
		{"other files", fstest.MapFS{"site.yaml": site, "oost.md": text(""), "wijken": text("")}, "oost.md unknown-file/file-unknown → schrijf het zoals move-record\nwijken unknown-file/file-unknown"},
		{"extensions", fstest.MapFS{"site.yaml": site, "wijken/a.MD": text(""), "wijken/b.docx": text(""), "wijken/c.jpg": text(""), "wijken/d.txt": text("")},
			"wijken/a.MD unknown-file/extension-unknown → schrijf het zoals rename-file a.md\n" +
				"wijken/b.docx unknown-file/extension-unknown → schrijf het zoals use-markdown\n" +
				"wijken/c.jpg unknown-file/extension-unknown → schrijf het zoals move-file media/\n" +
				"wijken/d.txt unknown-file/extension-unknown → schrijf het zoals rename-file d.md"},
		{"an extension twice", fstest.MapFS{"site.yaml": site, "wijken/a.md.txt": text("")}, "wijken/a.md.txt unknown-file/extension-unknown → schrijf het zoals rename-file a.md"},
		{"copies, of one of which the original is gone", fstest.MapFS{"site.yaml": site, "wijken/oost.md": text(""), "wijken/oost (1).md": text(""), "wijken/West (1).md": text("")},
			"wijken/West (1).md copy-of-file → schrijf het zoals rename-file west.md\nwijken/oost (1).md copy-of-file"},
		{"beside the file of the right name", fstest.MapFS{"site.yaml": site, "site.yml": site, "wijken/oost.md": text(""), "wijken/oost.txt": text(""), "kaart/wijken.geojson": text(""), "kaart/wijken.json": text("")},
			"kaart/wijken.json copy-of-file\nsite.yml copy-of-file\nwijken/oost.txt copy-of-file"},
		{"copies of what is no text", fstest.MapFS{"site.yaml": site, "site (1).yaml": site, "kaart/wijken.geojson": text(""), "kaart/wijken - kopie.geojson": text(""), "huisstijl.css": text(""), "huisstijl (2).css": text("")},
			"huisstijl (2).css copy-of-file\nkaart/wijken - kopie.geojson copy-of-file\nsite (1).yaml copy-of-file"},
		{"a map by another name, and no other", fstest.MapFS{"site.yaml": site, "kaart/grenzen.geojson": text(""), "kaart/wijken.kml": text("")},
			"kaart/grenzen.geojson unknown-file/extension-unknown → schrijf het zoals rename-file wijken.geojson\nkaart/wijken.kml unknown-file/file-unknown → schrijf het zoals export-map"},
		{"a site of another kind", fstest.MapFS{"site.yaml": site, "site.docx": text("")}, "site.docx unknown-file/file-unknown"},
		{"a backup", fstest.MapFS{"site.yaml": site, "wijken/oost.md": text(""), "wijken/oost.md.bak": text("")}, "wijken/oost.md.bak copy-of-file"},
		{"a kind that is no text", fstest.MapFS{"site.yaml": site, "wijken/oost.ini": text("")}, "wijken/oost.ini unknown-file/extension-unknown"},
		{"no name", fstest.MapFS{"site.yaml": site, "wijken/.md": text("")}, "wijken/.md unknown-file/nameless → schrijf het zoals rename-file oost.md"},
		{"a map by another name", fstest.MapFS{"site.yaml": site, "kaart/wijken.json": text(""), "kaart/a.geojson": text("")},
			"kaart/a.geojson unknown-file/file-unknown → schrijf het zoals export-map\nkaart/wijken.json unknown-file/extension-unknown → schrijf het zoals rename-file wijken.geojson"},
		{"capitals only", fstest.MapFS{"site.yaml": site, "wijken/Oost.md": text("a"), "wijken/oost.md": text("b")}, "wijken/oost.md duplicate-id/file-twice"},
		{"too large", fstest.MapFS{"site.yaml": site, "wijken/a.md": {Data: make([]byte, MaxSize+1)}}, "wijken/a.md file-too-large → schrijf het zoals make-smaller"},
		{"just not too large", fstest.MapFS{"site.yaml": site, "wijken/a.md": {Data: make([]byte, MaxSize)}}, ""},
		{"a device", fstest.MapFS{"site.yaml": site, "wijken/a.md": {Mode: fs.ModeDevice}}, "wijken/a.md unknown-file/not-a-file"},
	} {
		content, problems, err := Read(c.fs)
		if err != nil || content == nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := lines(problems); got != c.want {
			t.Errorf("%s: reported\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// readRoot reads a folder of the disk as the program does.
func readRoot(t *testing.T, dir string) (*Content, diag.List, error) {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	return Read(root.FS())
}

func write(t *testing.T, name, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

func link(t *testing.T, to, name string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(to, name); err != nil {
		t.Skip("no symbolic links here:", err)
	}
}

func TestLinksLeadNowhereOutside(t *testing.T) {
	dir := t.TempDir()
	content := filepath.Join(dir, "content")
	write(t, filepath.Join(dir, "geheim.md"), "geheim")
	write(t, filepath.Join(dir, "map", "a.md"), "geheim")
	write(t, filepath.Join(content, "site.yaml"), "titel: A")
	write(t, filepath.Join(content, "wijken", "oost.md"), "oost")
	write(t, filepath.Join(content, "media", "a.png"), "1")
	at := func(name string) string { return filepath.Join(content, "wijken", name) }
	link(t, "oost.md", at("binnen.md"))
	link(t, "../../geheim.md", at("buiten.md"))
	link(t, filepath.Join(dir, "geheim.md"), at("absoluut.md"))
	link(t, "buiten.md", at("omweg.md"))
	link(t, "rond.md", at("rond.md"))
	link(t, "weg.md", at("stuk.md"))
	link(t, "../media", at("map"))
	link(t, "../../map", at("buitenmap"))
	link(t, "../map", filepath.Join(content, "diensten"))
	link(t, "../../geheim.md", filepath.Join(content, "media", "geheim.txt"))

	got, problems, err := readRoot(t, content)
	if err != nil {
		t.Fatal(err)
	}
	if p := paths(got.Wijken); p != "wijken/binnen.md wijken/oost.md" || string(got.Wijken[0].Data) != "oost" {
		t.Errorf("wijken: %s", p)
	}
	if len(got.Departments) > 0 || len(got.Media) != 1 {
		t.Errorf("outside the folder: %s %v", paths(got.Departments), got.Media)
	}
	const want = `diensten outside-content → schrijf het zoals replace-link
media/geheim.txt outside-content → schrijf het zoals replace-link
wijken/absoluut.md outside-content → schrijf het zoals replace-link
wijken/buiten.md outside-content → schrijf het zoals replace-link
wijken/buitenmap outside-content → schrijf het zoals replace-link
wijken/map unknown-file/link-to-folder → schrijf het zoals replace-link
wijken/omweg.md outside-content → schrijf het zoals replace-link
wijken/rond.md outside-content → schrijf het zoals replace-link
wijken/stuk.md unknown-file/link-to-nothing → schrijf het zoals replace-link`
	if s := lines(problems); s != want {
		t.Errorf("reported\n%s\nwant\n%s", s, want)
	}
}

func TestAFileThatMayNotBeReadIsAnErrorOfTheMachine(t *testing.T) {
	if os.Geteuid() <= 0 {
		t.Skip("may read everything, or has no such thing")
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "site.yaml"), "a")
	write(t, filepath.Join(dir, "wijken", "a.md"), "a")
	if err := os.Chmod(filepath.Join(dir, "wijken", "a.md"), 0); err != nil {
		t.Fatal(err)
	}
	_, _, err := readRoot(t, dir)
	if !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), "wijken/a.md") {
		t.Errorf("error %v", err)
	}
}

// failing is a folder in which one file cannot be opened.
type failing struct{ fs.FS }

func (f failing) Open(name string) (fs.File, error) {
	if name == "wijken/a.md" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return f.FS.Open(name)
}

func TestAnErrorOfTheMachineNamesTheFile(t *testing.T) {
	_, _, err := Read(failing{fstest.MapFS{"site.yaml": text("a"), "wijken/a.md": text("a")}})
	if !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), "wijken/a.md") {
		t.Errorf("error %v", err)
	}
}

func TestNoContentFolderIsAnErrorOfTheMachine(t *testing.T) {
	if _, _, err := Read(os.DirFS(filepath.Join(t.TempDir(), "weg"))); err == nil {
		t.Error("no error")
	}
}

func BenchmarkRead(b *testing.B) {
	dir := b.TempDir()
	for _, folder := range []string{wijkFolder, visionFolder, programmeFolder} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
			b.Fatal(err)
		}
		for i := range 340 {
			name := filepath.Join(dir, folder, "a"+string(rune('a'+i/26))+string(rune('a'+i%26))+".md")
			if err := os.WriteFile(name, make([]byte, 8000), 0o644); err != nil {
				b.Fatal(err)
			}
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer root.Close()
	for b.Loop() {
		if _, _, err := Read(root.FS()); err != nil {
			b.Fatal(err)
		}
	}
}

func TestAssetsThatNotEveryComputerCanHold(t *testing.T) {
	_, problems, err := Read(fstest.MapFS{
		"site.yaml":                text("a"),
		"media/plan: versie 2.pdf": text("a"),
		"media/Foto.jpg":           text("a"),
		"media/foto.jpg":           text("a"),
		"media/caf\u00e9.jpg":      text("a"),
		"media/cafe\u0301.jpg":     text("a"),
		"bestanden/con.txt":        text("a"),
		"bestanden/A/x":            text("a"),
		"bestanden/a/y":            text("a"),
	})
	if err != nil {
		t.Fatal(err)
	}
	const want = "bestanden/a url-clash/asset-twice → schrijf het zoals rename-file a-2\n" +
		"bestanden/con.txt invalid-id/asset-name → schrijf het zoals rename-file bestand-con.txt\n" +
		"media/caf\u00e9.jpg url-clash/asset-twice → schrijf het zoals rename-file caf\u00e9-2.jpg\n" +
		"media/foto.jpg url-clash/asset-twice → schrijf het zoals rename-file foto-2.jpg\n" +
		"media/plan: versie 2.pdf invalid-id/asset-name → schrijf het zoals rename-file plan- versie 2.pdf"
	if s := lines(problems); s != want {
		t.Errorf("reported\n%s\nwant\n%s", s, want)
	}
}

func TestLargeMedia(t *testing.T) {
	large := &fstest.MapFile{Data: make([]byte, LargeMedia+1)}
	_, problems, err := Read(fstest.MapFS{"site.yaml": text("a"), "media/foto.jpg": large, "media/klein.jpg": {Data: large.Data[1:]}})
	if err != nil {
		t.Fatal(err)
	}
	if len(problems) != 1 || problems[0].Code() != "large-file" || problems[0].Path() != "media/foto.jpg" {
		t.Errorf("reported %s", lines(problems))
	}
}

// changing is an FS whose files hold something else than when they were looked at.
type changing struct {
	fs.FS
	now fstest.MapFS
}

func (c changing) Open(name string) (fs.File, error) {
	if f, ok := c.now[name]; ok {
		return fstest.MapFS{name: f}.Open(name)
	}
	return c.FS.Open(name)
}

func TestAFileIsReadAsItIsNotAsItWas(t *testing.T) {
	for _, was := range []string{"", "a", "ab", "abc", "abcd"} {
		for _, is := range []string{"", "x", "xyz", strings.Repeat("wijk ", 3000)} {
			content, _, err := Read(changing{fstest.MapFS{"site.yaml": text(was)}, fstest.MapFS{"site.yaml": text(is)}})
			if err != nil || string(content.Site.Data) != is {
				t.Errorf("%q when it was looked at, read as %q, %v; want %q", was, content.Site.Data, err, is)
			}
		}
	}
}
