package shelf

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func open(t *testing.T) *Shelf {
	t.Helper()
	s := new(Shelf)
	if err := s.Open(t.TempDir()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// Whether it is in memory or not, a text is read back as it was put, in any part.
func TestTextsAreReadBackAsTheyWerePut(t *testing.T) {
	for name, s := range map[string]*Shelf{"nil": nil, "zero": new(Shelf), "file": open(t)} {
		t.Run(name, func(t *testing.T) {
			var all sync.WaitGroup
			for worker := range 4 {
				all.Go(func() {
					rnd := rand.New(rand.NewPCG(7, uint64(worker)))
					for range 200 {
						want := strings.Repeat(fmt.Sprint(rnd.Int()), rnd.IntN(20))
						source := []byte(want)
						text := s.Put(source)
						clear(source)
						start := rnd.IntN(len(want) + 1)
						end := start + rnd.IntN(len(want)-start+1)
						if text.Len() != len(want) {
							t.Errorf("length %d of %q", text.Len(), want)
						}
						if got := string(text.Append([]byte("voor"), start, end)); got != "voor"+want[start:end] {
							t.Errorf("appended %q of %q", got, want)
						}
						text.Lend(start, end, func(part string) {
							text.Lend(0, text.Len(), func(whole string) {
								if part != want[start:end] || whole != want {
									t.Errorf("lent %q and %q of %q", part, whole, want)
								}
							})
						})
					}
				})
			}
			all.Wait()
			if err := s.Err(); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestKeptTextsStayWhatTheyAre(t *testing.T) {
	s := open(t)
	var all sync.WaitGroup
	for worker := range 4 {
		all.Go(func() {
			kept := make(map[string]string)
			for i := range 5000 {
				source := []byte(strings.Repeat(fmt.Sprintf("%d van %d. ", i, worker), i%7+i/4999*1000))
				kept[string(source)] = s.Keep(string(source))
			}
			for want, got := range kept {
				if got != want {
					t.Errorf("%q is %q", want, got)
				}
			}
		})
	}
	all.Wait()
}

func TestTheShortestTextsAreKeptOnce(t *testing.T) {
	p := newPiece()
	for range 1000 {
		for _, text := range []string{"in-uitvoering", "gerealiseerd", "verkeer", "", strings.Repeat("é", mostAgain/2)} {
			if got := p.keep(strings.Clone(text)); got != text {
				t.Fatalf("%q is %q", text, got)
			}
		}
	}
	if len(p.b) > 10*mostAgain {
		t.Errorf("five texts that come again take %d bytes", len(p.b))
	}
}

func BenchmarkKeep(b *testing.B) {
	s := new(Shelf)
	var texts []string
	for i := range 1000 {
		texts = append(texts, "in-uitvoering", "verkeer", fmt.Sprintf("t-%06d", i), fmt.Sprintf("Veilig oversteken bij de school aan weg %d", i))
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			s.Keep(text)
		}
	}
}

func TestNothingIsLeftInTheFolder(t *testing.T) {
	dir := t.TempDir()
	s := new(Shelf)
	if err := s.Open(dir); err != nil {
		t.Fatal(err)
	}
	s.Put([]byte("tekst"))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if left, err := filepath.Glob(filepath.Join(dir, "*")); err != nil || len(left) > 0 {
		t.Error("left", left, err)
	}
}

func TestWithoutAFolderTextsStayInMemory(t *testing.T) {
	s := new(Shelf)
	if err := s.Open(filepath.Join(t.TempDir(), "nergens")); err == nil {
		t.Fatal("opened in no folder")
	}
	if text := s.Put([]byte("tekst")); !s.InMemory() || string(text.Append(nil, 0, 5)) != "tekst" || s.Close() != nil {
		t.Error("the text is lost")
	}
}

func TestATextThatCannotBeWrittenStaysInMemory(t *testing.T) {
	s := open(t)
	name := filepath.Join(t.TempDir(), "gesloten")
	if err := os.WriteFile(name, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	read, err := os.Open(name) // cannot be written
	if err != nil {
		t.Fatal(err)
	}
	s.file.Close()
	s.file = read
	text := s.Put([]byte("tekst"))
	if got := string(text.Append(nil, 0, 5)); got != "tekst" || s.Err() != nil {
		t.Errorf("%q, %v", got, s.Err())
	}
}

func TestATextThatCannotBeReadIsNoted(t *testing.T) {
	s := open(t)
	text := s.Put([]byte("tekst"))
	if err := s.file.Truncate(2); err != nil {
		t.Fatal(err)
	}
	if got := text.Append(nil, 0, 5); !bytes.Equal(got, []byte("te\x00\x00\x00")) || s.Err() == nil {
		t.Errorf("%q, %v", got, s.Err())
	}
}

// Another file may have got the name of the shelf's, which has none any more.
func TestClosingRemovesNoFileOfOthers(t *testing.T) {
	s := open(t)
	if s.named {
		t.Skip("this system keeps the name of a file that is open")
	}
	if err := os.WriteFile(s.file.Name(), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(s.file.Name()); err != nil {
		t.Error(err)
	}
}
