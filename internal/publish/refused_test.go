package publish

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// folderOf writes files in a new folder; a name that ends in / is a folder, a value
// that begins with "-> " a symbolic link.
func folderOf(t *testing.T, files site) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if strings.HasSuffix(name, "/") {
			if err := os.MkdirAll(path, 0o755); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if to, ok := strings.CutPrefix(files[name], "-> "); ok {
			symlink(t, to, path)
			continue
		}
		if err := os.WriteFile(path, []byte(files[name]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestOutputFolderIsRefused(t *testing.T) {
	ours := published(site{"index.html": "x", "wijken/oost/index.html": "y"})
	in := func(dir string, s site, more ...string) site {
		files := site{}
		for path, content := range s {
			files[dir+"/"+path] = content
		}
		for i := 0; i < len(more); i += 2 {
			files[more[i]] = more[i+1]
		}
		return files
	}
	tests := []struct {
		name  string
		files site
		out   string
		want  Reason
		first []string // the foreign files it names
	}{
		{"a file of somebody's", site{"public/brief.txt": "x"}, "public", Foreign, []string{"brief.txt"}},
		{"a file deep in folders", site{"public/a/b/c/d.txt": "x"}, "public", Foreign, []string{"a/b/c/d.txt"}},
		{"a file beside ours", in("public", ours, "public/wijken/brief.txt", "x"), "public", Foreign, []string{"wijken/brief.txt"}},
		{"a git folder", in("public", ours, "public/.git/HEAD", "x"), "public", Foreign, []string{".git/HEAD"}},
		{"litter that is a folder with files", in("public", ours, "public/.DS_Store/x", "x"), "public", Foreign, []string{".DS_Store/x"}},
		{"our files without the marker", in("public", ours.without(markerName)), "public", Foreign, []string{"index.html", "wijken/oost/index.html"}},
		{"a marker of somebody else", in("public", ours.with(markerName, "thema: blauw\n")), "public", Foreign, []string{markerName, "index.html", "wijken/oost/index.html"}},
		{"a marker that lists what leaves the folder", in("public", ours.with(markerName, markerHeader+"../x\n")), "public", Foreign, []string{markerName, "index.html", "wijken/oost/index.html"}},
		{"a marker that is a link", in("public", ours.with(markerName, "-> ../marker"), "marker", ours[markerName]), "public", Foreign, []string{markerName, "index.html", "wijken/oost/index.html"}},
		{"a marker further down only", in("public", site{"sub/" + markerName: ours[markerName]}), "public", Foreign, []string{"sub/" + markerName}},
		{"a page replaced by a link", in("public", ours.with("index.html", "-> ../secret"), "secret", "s"), "public", Foreign, []string{"index.html"}},
		{"a page replaced by a link that leads nowhere", in("public", ours.with("index.html", "-> /nowhere/x")), "public", Foreign, []string{"index.html"}},
		{"a folder replaced by a link", in("public", ours.without("wijken/oost/index.html"), "public/wijken", "-> ../elders", "elders/oost/index.html", "y"), "public", Foreign, []string{"wijken"}},
		{"more than are named", site{"public/1": "", "public/2": "", "public/3": "", "public/4": "", "public/5": "", "public/6": ""}, "public", Foreign, []string{"1", "2", "3", "4", "5"}},
		{"the project folder", site{"site.txt": "x", "public/": ""}, ".", HoldsContent, nil},
		{"the content folder", site{}, "content", IsContent, nil},
		{"the content folder by a link", site{"public": "-> content"}, "public", IsContent, nil},
		{"in the content folder", site{"content/public/": ""}, "content/public", InContent, nil},
		{"in the content folder, not there yet", site{}, "content/een/twee", InContent, nil},
		{"in the content folder by a link", site{"uit": "-> content/wijken", "content/wijken/oost.md": ""}, "uit/public", InContent, nil},
		{"a folder that holds the content folder", site{}, ".", HoldsContent, nil},
		{"a file", site{"public": "x"}, "public", NotFolder, nil},
		{"below a file", site{"bestand": "x"}, "bestand/sub/public", NotFolder, nil},
		{"a link to a file", site{"bestand": "x", "public": "-> bestand"}, "public", NotFolder, nil},
		{"a link that leads nowhere", site{"public": "-> elders"}, "public", BrokenLink, nil},
		{"below a link that leads nowhere", site{"uit": "-> elders"}, "uit/public", BrokenLink, nil},
		{"a work folder of somebody's", site{".public.wijkvisie/brief.txt": "x"}, "public", Occupied, nil},
		{"a work folder without a lock", site{".public.wijkvisie/new/index.html": "x"}, "public", Occupied, nil},
		{"a work folder with more in it", site{".public.wijkvisie/lock": "", ".public.wijkvisie/brief.txt": "x"}, "public", Occupied, nil},
		{"a work folder that is a file", site{".public.wijkvisie": "x"}, "public", Occupied, nil},
		{"a work folder that is a link", site{".public.wijkvisie": "-> elders", "elders/lock": "", "elders/new/brief.txt": "x"}, "public", Occupied, nil},
		{"a lock that is a link", site{".public.wijkvisie/lock": "-> ../brief.txt", "brief.txt": "x"}, "public", Occupied, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := folderOf(t, test.files.with("content/site.yaml", "titel: x"))
			before := read(t, dir)
			opt := Options{Dir: filepath.Join(dir, test.out), Content: filepath.Join(dir, "content")}
			_, err := To(t.Context(), opt, example().pages())
			refused := new(Refused)
			if !errors.As(err, &refused) {
				t.Fatalf("not refused: %v", err)
			}
			if refused.Reason != test.want || !slices.Equal(refused.Files, test.first) {
				t.Errorf("refused with %d %q, want %d %q: %v", refused.Reason, refused.Files, test.want, test.first, err)
			}
			if refused.Dir != opt.Dir || refused.More != (test.name == "more than are named") {
				t.Errorf("got %+v", refused)
			}
			if !maps.Equal(read(t, dir), before) {
				t.Errorf("something was touched: %v, was %v", brief(read(t, dir)), brief(before))
			}
			if test.want == Occupied {
				return // what Check cannot see without making something
			}
			if err := Check(opt); !errors.As(err, &refused) || refused.Reason != test.want {
				t.Errorf("Check says %v", err)
			}
		})
	}
}

func TestRootOfADiskIsRefused(t *testing.T) {
	root := filepath.VolumeName(t.TempDir()) + string(filepath.Separator)
	refused := new(Refused)
	if err := Check(Options{Dir: root}); !errors.As(err, &refused) || refused.Reason != Immovable {
		t.Errorf("got %v", err)
	}
}

func TestFolderNotRefused(t *testing.T) {
	for name, files := range map[string]site{
		"missing":                       {},
		"empty":                         {"public/": ""},
		"only litter":                   {"public/.DS_Store": "x"},
		"empty folders":                 {"public/a/b/": ""},
		"ours":                          {"public/index.html": "x", "public/" + markerName: markerHeader + "index.html\n"},
		"ours, some of it gone":         {"public/" + markerName: markerHeader + "index.html\n"},
		"beside content":                {"contents/": ""},
		"link out of the content":       {"content/public": "-> ../elders", "elders/": ""},
		"left behind by a killed build": {".public.wijkvisie/lock": "", ".public.wijkvisie/new/x/y": "x", ".public.wijkvisie/old/index.html": "x", "public/": ""},
		"killed before the lock":        {".public.wijkvisie/": ""},
	} {
		t.Run(name, func(t *testing.T) {
			dir := folderOf(t, files.with("content/site.yaml", "titel: x"))
			opt := Options{Dir: filepath.Join(dir, "public"), Content: filepath.Join(dir, "content")}
			if name == "link out of the content" {
				opt.Dir = filepath.Join(dir, "content", "public")
			}
			if err := Check(opt); err != nil {
				t.Fatal(err)
			}
			if _, err := To(t.Context(), opt, example().pages()); err != nil {
				t.Fatal(err)
			}
			real, err := filepath.EvalSymlinks(opt.Dir)
			if err != nil {
				t.Fatal(err)
			}
			checkFolder(t, real, example())
			if _, err := os.Lstat(filepath.Join(dir, ".public.wijkvisie")); err == nil {
				t.Error("the work folder is still there")
			}
		})
	}
}

func TestEveryReasonHasWords(t *testing.T) {
	for reason := Foreign; reason <= Occupied; reason++ {
		text := (&Refused{Reason: reason, Dir: "public", Path: "p", Files: []string{"f"}}).Error()
		if strings.Contains(text, "unknown") {
			t.Errorf("reason %d: %s", reason, text)
		}
	}
}

func TestOldSiteSetAsideComesBack(t *testing.T) {
	dir := folderOf(t, site{".public.wijkvisie/lock": "", ".public.wijkvisie/new/index.html": "half"})
	out := filepath.Join(dir, "public")
	// As a build leaves it that was killed between the two renames.
	aside := filepath.Join(dir, ".public.wijkvisie", "old")
	mustPublish(t, filepath.Join(dir, "eerder"), example())
	if err := os.Rename(filepath.Join(dir, "eerder"), aside); err != nil {
		t.Fatal(err)
	}
	if _, err := To(t.Context(), Options{Dir: out}, slices.Values([]File{broken("x")})); !errors.Is(err, errRender) {
		t.Fatal(err)
	}
	checkFolder(t, out, example())
	checkAlone(t, out)
}

func TestPlantedLinksLeadNowhere(t *testing.T) {
	tests := map[string]site{
		"new is a link":           {".public.wijkvisie/lock": "", ".public.wijkvisie/new": "-> ../elders"},
		"old is a link":           {".public.wijkvisie/lock": "", ".public.wijkvisie/old": "-> ../elders", "public/": ""},
		"a link in new":           {".public.wijkvisie/lock": "", ".public.wijkvisie/new/wijken": "-> ../../elders"},
		"an absolute link in new": {".public.wijkvisie/lock": "", ".public.wijkvisie/new/index.html": "-> /etc/hostname"},
	}
	for name, files := range tests {
		t.Run(name, func(t *testing.T) {
			dir := folderOf(t, files.with("elders/index.html", "van mij").with("elders/oost/index.html", "van mij"))
			out := filepath.Join(dir, "public")
			mustPublish(t, out, example())
			checkFolder(t, out, example())
			if got := read(t, filepath.Join(dir, "elders")); !maps.Equal(got, site{"index.html": "van mij", "oost/index.html": "van mij"}) {
				t.Errorf("elsewhere became %v", brief(got))
			}
		})
	}
}
