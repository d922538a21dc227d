package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// must fails the test with an error.
func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// writeSite writes the small site to a folder, with the title of a page.
func writeSite(t *testing.T, dir, title string) {
	t.Helper()
	for name, text := range goodSite {
		writeFile(t, filepath.Join(dir, filepath.FromSlash(name)), text)
	}
	writePage(t, dir, title)
}

func writePage(t *testing.T, dir, title string) {
	t.Helper()
	writeFile(t, filepath.Join(dir, "paginas", "vers.md"), "---\ntitel: "+title+"\n---\nTekst.\n")
}

// until waits until a page has a text, or until it has it no more.
func (s *served) until(address, text string, has bool) {
	s.t.Helper()
	for {
		if _, page := s.get(address); strings.Contains(page, text) == has {
			return
		}
		s.next()
	}
}

// The content folder and those that it is in go, come back and become others, in one preview
// after another, with and without the events of the system.
func TestThePreviewFollowsTheContentFolder(t *testing.T) {
	for name, args := range map[string][]string{"events": nil, "polling": {"--poll", "20ms"}} {
		t.Run(name, func(t *testing.T) {
			home := t.TempDir()
			project := filepath.Join(home, "werk", "project")
			content := filepath.Join(project, "content")
			aside := func(name string) string { return filepath.Join(home, name) }
			writeSite(t, content, "Begin")
			s := serveFolder(t, content, args...)
			s.until("vers/", "Begin", true)
			const gone = "is er niet meer"
			for i, c := range []struct {
				name string
				do   func(title string) // after which the page has the title
			}{
				{"removed and made again", func(title string) {
					must(t, os.RemoveAll(content))
					s.until("vers/", gone, true)
					writeSite(t, content, title)
				}},
				{"removed and made again at once", func(title string) {
					must(t, os.RemoveAll(content))
					writeSite(t, content, title)
				}},
				{"renamed and back", func(title string) {
					must(t, os.Rename(content, aside("weg")))
					s.until("vers/", gone, true)
					writePage(t, aside("weg"), title)
					must(t, os.Rename(aside("weg"), content))
				}},
				{"another one in its place", func(title string) {
					writeSite(t, aside("ander"), title)
					must(t, os.Rename(content, aside("oud")))
					must(t, os.Rename(aside("ander"), content))
				}},
				{"its parent renamed and back", func(title string) {
					must(t, os.Rename(project, aside("project")))
					s.until("vers/", gone, true)
					writePage(t, aside("project/content"), title)
					must(t, os.Rename(aside("project"), project))
				}},
				{"another parent in its place", func(title string) {
					writeSite(t, aside("nieuw/project/content"), title)
					must(t, os.Rename(filepath.Dir(project), aside("werk-oud")))
					must(t, os.Rename(aside("nieuw"), filepath.Dir(project)))
				}},
				{"its parents removed and made again", func(title string) {
					must(t, os.RemoveAll(filepath.Dir(project)))
					s.until("vers/", gone, true)
					writeSite(t, content, title)
				}},
				{"a file, for a while", func(title string) {
					must(t, os.RemoveAll(content))
					writeFile(t, content, "geen map")
					s.until("vers/", "is nu geen map", true)
					must(t, os.Remove(content))
					writeSite(t, content, title)
				}},
				{"becomes a symbolic link", func(title string) {
					writeSite(t, aside("versie-1"), title)
					must(t, os.RemoveAll(content))
					must(t, os.Symlink(aside("versie-1"), content))
				}},
				{"the link leads elsewhere", func(title string) {
					writeSite(t, aside("versie-2"), title)
					must(t, os.Symlink(filepath.FromSlash("../../versie-2"), aside("werk/project/volgende")))
					must(t, os.Rename(aside("werk/project/volgende"), content))
				}},
				{"what the link leads to becomes another", func(title string) {
					writeSite(t, aside("versie-3"), title)
					must(t, os.Rename(aside("versie-2"), aside("versie-2-oud")))
					must(t, os.Rename(aside("versie-3"), aside("versie-2")))
				}},
				{"the link leads to nothing, for a while", func(title string) {
					must(t, os.Rename(aside("versie-2"), aside("versie-4")))
					s.until("vers/", gone, true)
					writePage(t, aside("versie-4"), title)
					must(t, os.Rename(aside("versie-4"), aside("versie-2")))
				}},
				{"its parent becomes a symbolic link", func(title string) {
					writeSite(t, aside("kopie/content"), title)
					must(t, os.Rename(project, aside("project-oud")))
					must(t, os.Symlink(aside("kopie"), project))
				}},
				{"becomes a folder again", func(title string) {
					must(t, os.Remove(project))
					writeSite(t, content, title)
				}},
			} {
				title := fmt.Sprintf("Versie %d", i)
				c.do(title)
				s.until("vers/", title, true)
				s.until("vers/", `role="status"`, false) // no notice of a folder
				writePage(t, content, title+" daarna")
				s.until("vers/", title+" daarna", true)
			}
		})
	}
}

// What is seen of the content folder is said once, in a line.
func TestThePreviewSaysThatTheContentFolderIsGone(t *testing.T) {
	content := filepath.Join(t.TempDir(), "content")
	writeSite(t, content, "Begin")
	s := serveFolder(t, content)
	must(t, os.Rename(content, content+"-weg"))
	s.until("", "is er niet meer", true)
	s.until("vers/", "Begin", true) // the last good page stays
	writeFile(t, filepath.Join(filepath.Dir(content), "iets-anders.md"), "a")
	must(t, os.Rename(content+"-weg", content))
	s.until("", "is er niet meer", false)
	want := "De map " + content + " is er niet meer. De laatste pagina’s blijven staan; zodra de map terug is, gaat het vanzelf verder.\n" +
		"De map " + content + " is er weer.\n"
	if got := s.errs.String(); got != want {
		t.Errorf("said\n%s\nwant\n%s", got, want)
	}
}

// A checkout of a revision without content takes the folder away, and one with content brings
// it back. The path of the folder is relative, as it is by default.
func TestThePreviewFollowsACheckout(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip(err)
	}
	for name, args := range map[string][]string{"events": nil, "polling": {"--poll", "20ms"}} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			git := func(args ...string) {
				t.Helper()
				c := exec.Command("git", append([]string{"-c", "user.name=T", "-c", "user.email=t@example.nl"}, args...)...)
				if out, err := c.CombinedOutput(); err != nil {
					t.Fatalf("git %q: %v\n%s", args, err, out)
				}
			}
			git("init", "-q", "-b", "leeg")
			writeFile(t, "README", "leeg")
			git("add", ".")
			git("commit", "-qm", "leeg")
			git("checkout", "-qb", "inhoud")
			writeSite(t, "content", "Begin")
			git("add", ".")
			git("commit", "-qm", "inhoud")
			s := serveFolder(t, "content", args...)
			for i := range 3 {
				git("checkout", "-q", "leeg")
				if i > 0 { // at once, the first time
					s.until("", "is er niet meer", true)
				}
				git("checkout", "-q", "inhoud")
				title := fmt.Sprintf("Vers %d", i)
				writePage(t, "content", title)
				s.until("vers/", title, true)
				git("checkout", "-q", ".")
			}
		})
	}
}

// The folder of a theme goes and comes back as the content does. One under themes/ that has
// the name of the built-in theme may come when there was none.
func TestThePreviewFollowsTheTheme(t *testing.T) {
	for name, args := range map[string][]string{"events": nil, "polling": {"--poll", "20ms"}} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			writeSite(t, "content", "Begin")
			words := func(dir, title string) {
				writeFile(t, filepath.Join(dir, "words", "nl.txt"), "skip: "+title+"\n")
			}
			words("eigen", "Kies uw buurt")
			s := serveFolder(t, "content", append(args, "--theme", "eigen")...)
			s.until("", "Kies uw buurt", true)
			must(t, os.Rename("eigen", "weg"))
			s.until("", "eigen is er niet meer", true)
			s.until("", "Kies uw buurt", true) // the last good page stays
			words("weg", "Kies een buurt")
			must(t, os.Rename("weg", "eigen"))
			s.until("", "Kies een buurt", true)
			words("ander", "Kies de wijk")
			must(t, os.Rename("eigen", "oud"))
			must(t, os.Symlink("ander", "eigen"))
			s.until("", "Kies de wijk", true)
			words("ander", "Kies nu")
			s.until("", "Kies nu", true)
			words(filepath.Join("themes", "eigen"), "Die gaat voor") // of two, this one is taken
			s.until("", "Die gaat voor", true)

			other := serveFolder(t, "content", args...)
			words(filepath.Join("themes", "default"), "Kies maar")
			other.until("", "Kies maar", true)
			must(t, os.RemoveAll("themes"))
			other.until("", "Kies maar", false)
		})
	}
}
