package cache

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"wijkvisie/internal/photo"
)

// photograph is a picture of which copies are made, and counts how often it is read.
type photograph struct {
	data  []byte
	reads int
}

func newPhotograph(t *testing.T) *photograph {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, 96, 64))
	for i := range m.Pix {
		m.Pix[i] = uint8(i * 7)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return &photograph{data: b.Bytes()}
}

func (p *photograph) read() ([]byte, error) {
	p.reads++
	return p.data, nil
}

func widths() []int { return []int{24, 48} }

// copyOf returns a copy from a cache, and fails the test if it is not what Resize makes.
func copyOf(t *testing.T, c *Cache, p *photograph, width int) {
	t.Helper()
	want, err := photo.Resize(p.data, width)
	if err != nil {
		t.Fatal(err)
	}
	got, err := c.Copy(SumOf(p.data), width, widths(), p.read)
	if err != nil || !bytes.Equal(got, want[0]) {
		t.Errorf("a copy of %d pixels wide has other bytes, or %v", width, err)
	}
}

var day = time.Date(2013, time.March, 1, 12, 0, 0, 0, time.UTC)

func at(now time.Time) func() time.Time { return func() time.Time { return now } }

// newCache returns a cache and its folder.
func newCache(t *testing.T) (*Cache, string) {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "wijkvisie", "pictures")
	return New(folder, at(day)), folder
}

func names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	var list []string
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

func TestAPictureIsReadOnceForAllItsCopies(t *testing.T) {
	c, folder := newCache(t)
	p := newPhotograph(t)
	for range 2 {
		for _, width := range widths() {
			copyOf(t, c, p, width)
		}
	}
	if p.reads != 1 || len(names(t, folder)) != 2 {
		t.Errorf("it was read %d times and %d copies are stored", p.reads, len(names(t, folder)))
	}
	copyOf(t, New(folder, at(day)), p, 48) // of another build
	if p.reads != 1 {
		t.Error("another build reads it again")
	}
}

func TestCopiesAreMadeWithoutACache(t *testing.T) {
	p := newPhotograph(t)
	copyOf(t, nil, p, 24)
	(*Cache)(nil).Trim()
}

func TestDamagedAndForeignFilesAreReplaced(t *testing.T) {
	c, folder := newCache(t)
	p := newPhotograph(t)
	copyOf(t, c, p, 24)
	file := filepath.Join(folder, nameOf(SumOf(p.data), 24))
	other := filepath.Join(folder, nameOf(SumOf(p.data), 48))
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	foreign, err := os.ReadFile(other)
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(whole)
	flipped[len(flipped)/2] ^= 1
	for name, content := range map[string][]byte{
		"flipped": flipped, "short": whole[:len(whole)-1], "empty": nil, "longer": append(bytes.Clone(whole), 0), "a copy of another width": foreign, "text": []byte("niet van ons"),
	} {
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		reads := p.reads
		copyOf(t, c, p, 24)
		if now, err := os.ReadFile(file); p.reads != reads+1 || err != nil || !bytes.Equal(now, whole) {
			t.Errorf("%s: the file is not replaced", name)
		}
	}
}

func TestAFileThatCannotBeReplacedIsIgnored(t *testing.T) {
	c, folder := newCache(t)
	p := newPhotograph(t)
	if err := os.MkdirAll(filepath.Join(folder, nameOf(SumOf(p.data), 24), "in the way"), 0o700); err != nil {
		t.Fatal(err)
	}
	copyOf(t, c, p, 24)
	copyOf(t, c, p, 48)
	c.Trim()
	if list := names(t, folder); slices.ContainsFunc(list, isTemporary) {
		t.Errorf("temporary files stay: %s", list)
	}
}

func TestAFolderThatCannotBeWrittenIsNoError(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	readOnly := t.TempDir()
	if err := os.Chmod(readOnly, 0o500); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{filepath.Join(file, "below a file"), readOnly, filepath.Join(readOnly, "pictures")} {
		c := New(folder, at(day))
		for _, width := range widths() {
			copyOf(t, c, newPhotograph(t), width)
		}
		c.Trim()
	}
}

func TestAReadOnlyFolderIsStillRead(t *testing.T) {
	c, folder := newCache(t)
	p := newPhotograph(t)
	copyOf(t, c, p, 24)
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	copyOf(t, New(folder, at(day)), p, 48)
	if p.reads != 1 {
		t.Error("the picture is read again")
	}
}

func TestAPictureThatChangesMeanwhileIsNotStored(t *testing.T) {
	c, folder := newCache(t)
	p := newPhotograph(t)
	if _, err := c.Copy(SumOf([]byte("as it was")), 24, widths(), p.read); err != nil {
		t.Fatal(err)
	}
	if list := names(t, folder); list != nil {
		t.Errorf("%s is stored", list)
	}
}

func TestPicturesThatCannotBeReadAreErrors(t *testing.T) {
	c, _ := newCache(t)
	broken := newPhotograph(t).data[:400]
	if _, err := c.Copy(SumOf(broken), 24, widths(), func() ([]byte, error) { return broken, nil }); !errors.Is(err, photo.ErrUnreadable) {
		t.Errorf("of a broken picture the error is %v", err)
	}
	gone := errors.New("gone")
	if _, err := c.Copy(SumOf(broken), 24, widths(), func() ([]byte, error) { return nil, gone }); !errors.Is(err, gone) {
		t.Errorf("of a picture that is gone the error is %v", err)
	}
}

func TestCopiesThatAreNotUsedAreRemoved(t *testing.T) {
	_, folder := newCache(t)
	p := newPhotograph(t)
	copyOf(t, New(folder, at(day)), p, 24)
	for _, name := range names(t, folder) {
		if err := os.Chtimes(filepath.Join(folder, name), day, day); err != nil {
			t.Fatal(err)
		}
	}
	copyOf(t, New(folder, at(day.AddDate(0, 0, 60))), p, 48) // is used now
	New(folder, at(day.AddDate(0, 0, 89))).Trim()
	if list := names(t, folder); len(list) != 2 {
		t.Errorf("after 89 days there are %s", list)
	}
	New(folder, at(day.AddDate(0, 0, 91))).Trim()
	if list := names(t, folder); len(list) != 1 || list[0] != nameOf(SumOf(p.data), 48) {
		t.Errorf("after 91 days there are %s", list)
	}
}

// sized makes a file of some size in a folder, last used at some time.
func sized(t *testing.T, folder, name string, size int64, used time.Time) {
	t.Helper()
	path := filepath.Join(folder, name)
	err := errors.Join(os.MkdirAll(folder, 0o700), os.WriteFile(path, nil, 0o600), os.Truncate(path, size), os.Chtimes(path, used, used))
	if err != nil {
		t.Fatal(err)
	}
}

func TestTheLeastRecentlyUsedAreRemovedFromAFolderThatIsTooLarge(t *testing.T) {
	c, folder := newCache(t)
	copies := []string{nameOf(Sum{1}, 1), nameOf(Sum{2}, 2), nameOf(Sum{3}, 3), nameOf(Sum{4}, 4)}
	for i, name := range copies {
		sized(t, folder, name, maxBytes/3, day.Add(-time.Duration(i)*time.Hour))
	}
	sized(t, folder, "123.tmp", 1, day.Add(-2*time.Hour)) // of a build that was killed
	sized(t, folder, "456.tmp", 0, day.Add(-time.Minute))
	sized(t, folder, "notes.txt", maxBytes, day.AddDate(-1, 0, 0))
	c.Trim()
	want := append(slices.Clone(copies[:3]), "456.tmp", "notes.txt")
	slices.Sort(want)
	if got := names(t, folder); !slices.Equal(got, want) {
		t.Errorf("there are %s, not %s", got, want)
	}
}

func TestSeveralBuildsUseOneFolderAtTheSameTime(t *testing.T) {
	_, folder := newCache(t)
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			c := New(folder, at(day))
			p := newPhotograph(t)
			for range 5 {
				copyOf(t, c, p, widths()[i%2])
				if i == 0 {
					os.Remove(filepath.Join(folder, nameOf(SumOf(p.data), 24)))
				}
				c.Trim()
			}
		})
	}
	group.Wait()
	if list := names(t, folder); slices.ContainsFunc(list, isTemporary) {
		t.Errorf("temporary files stay: %s", list)
	}
}
