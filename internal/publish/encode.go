package publish

import (
	"bytes"
	"errors"
	"iter"
	"maps"
	"slices"
	"strings"
	"unsafe"

	"wijkvisie/internal/identity"
	"wijkvisie/internal/packed"
	"wijkvisie/internal/parallel"
)

// errRecord is for bytes that are no record.
var errRecord = errors.New("this is no record of a site")

// Pieces returns the record as bytes, for ReadRecord. All but the first are batches of
// folders, most of which are as they were after an edit.
func (r *Record) Pieces() [][]byte {
	b := append(make([]byte, 0, 4<<10), r.key[:]...)
	b = append(b, asByte(r.spare))
	b = packed.AppendNumber(b, len(r.differ))
	for _, p := range slices.Sorted(maps.Keys(r.differ)) {
		b = append(packed.AppendText(b, p), asByte(bool(r.differ[p])))
	}
	for s := range r.fresh {
		b = packed.AppendNumber(b, len(r.fresh[s]))
		for _, dir := range r.fresh[s] {
			b = packed.AppendText(b, dir)
		}
	}
	pieces := [][]byte{b}
	for _, b := range r.batches {
		pieces = append(pieces, b)
	}
	return pieces
}

// ReadRecord reads what Pieces returned. The bytes must not change any more. What the
// batches hold is read when it is asked for.
func ReadRecord(pieces [][]byte) (*Record, error) {
	if len(pieces) == 0 {
		return nil, errRecord
	}
	d := packed.Read(pieces[0])
	r := &Record{differ: make(map[string]inSpare)}
	copy(r.key[:], d.Bytes(tagSize))
	r.spare = d.Byte() != 0
	for range d.Count(2) {
		p := d.Text()
		r.differ[p] = d.Byte() != 0
	}
	for s := range r.fresh {
		for range d.Count(1) {
			r.fresh[s] = append(r.fresh[s], d.Text())
		}
	}
	if !d.Done() {
		return nil, errRecord
	}
	for _, b := range pieces[1:] {
		r.batches = append(r.batches, b)
	}
	return r, nil
}

func asByte(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// batch is some folders that stand behind each other, sorted by path, each with its files,
// sorted by name, as bytes. To look whether they are as they were, it is read from one end
// to the other, and nothing of it is kept: a record of the whole country would take five
// times as much memory, and memory that is new takes longer than to read it.
type batch []byte

// batchSize is how many folders are in a batch: few enough that to write one anew is
// nothing, and many enough that they have much in common.
const batchSize = 256

// commonName is the name of most files, which is not written down.
const commonName = "index.html"

// What a folder takes at least in a batch, and a file.
const (
	leastFolder = 4
	leastFile   = 1 + tagSize + identity.Least
)

// noteFresh notes a folder that is fresh.
func (f *folderRecord) noteFresh(fresh *[2][]string) {
	for s, state := range f.sides {
		if state.there && state.fresh {
			fresh[s] = append(fresh[s], f.path)
		}
	}
}

// byFolder sorts paths by the folder they are in, then by name.
func byFolder(a, b string) int {
	inA, nameA := split(a)
	inB, nameB := split(b)
	if inA != inB {
		return strings.Compare(inA, inB)
	}
	return strings.Compare(nameA, nameB)
}

// packer packs batches, one after the other in the same room.
type packer struct{ room []byte }

// pack packs folders, and their files.
func (p *packer) pack(folders []folderRecord, files []fileRecord) batch {
	b := append(slices.Grow(p.room[:0], 40*(len(folders)+len(files))), 0)
	b = packed.AppendNumber(b, len(folders))
	b = packed.AppendNumber(b, len(files))
	var sides [2]identity.Packer
	var ofFiles identity.Packer
	before := ""
	for i := range folders {
		f := &folders[i]
		b = packed.AppendAfter(b, before, f.path)
		before = f.path
		b = append(b, f.flags())
		for s := range f.sides {
			if f.sides[s].there {
				b = sides[s].Append(b, f.sides[s].id)
			}
		}
		n := 0
		for n < len(files) && isIn(files[n].path, f.path) {
			n++
		}
		b = packed.AppendNumber(b, n)
		for j := range files[:n] {
			b = files[j].append(b, &ofFiles)
			b[0] |= asByte(files[j].fresh)
		}
		files = files[n:]
	}
	p.room = b
	return bytes.Clone(b)
}

// isIn tells whether a file is in a folder, not below it.
func isIn(file, dir string) bool {
	in, _ := split(file)
	return in == dir
}

// What is set of a side of a folder; two bits for each.
const (
	isThere byte = 1 << iota
	isFresh
)

func (f *folderRecord) flags() (b byte) {
	for s, state := range f.sides {
		b |= (asByte(state.there)*isThere | asByte(state.fresh)*isFresh) << (2 * s)
	}
	return b
}

func (f *fileRecord) append(b []byte, ids *identity.Packer) []byte {
	_, name := split(f.path)
	if name == commonName {
		name = ""
	}
	b = packed.AppendNumber(b, len(name)<<1|int(asByte(f.fresh)))
	b = append(append(b, name...), f.tag[:]...)
	return ids.Append(b, f.id)
}

// batchReader reads a batch. What it returns is as it is until it is asked for the next.
type batchReader struct {
	atFolder folderRecord
	atFile   fileRecord

	d         *packed.Reader
	nFolders  int // in all
	nFiles    int
	folders   int // that are left
	filesLeft int
	files     int // of the folder at hand, that are left
	path      []byte
	dir       int // of the path, how much is that of the folder
	sides     [2]identity.Unpacker
	ofFiles   identity.Unpacker
}

// hasFresh tells whether one of the files is fresh.
func (b batch) hasFresh() bool { return len(b) > 0 && b[0] != 0 }

func (b batch) read() *batchReader {
	r := &batchReader{d: packed.Read(b)}
	r.d.Byte() // see hasFresh
	r.nFolders, r.nFiles = r.d.Count(leastFolder), r.d.Count(leastFile)
	r.folders, r.filesLeft = r.nFolders, r.nFiles
	return r
}

// first returns the path of the first folder.
func (b batch) first() string {
	if f := b.read().folder(); f != nil {
		return f.path
	}
	return ""
}

// folder returns the next folder; nil when there are no more.
func (r *batchReader) folder() *folderRecord {
	for r.files > 0 {
		r.file() // nobody asked for it
	}
	if r.folders == 0 {
		return nil
	}
	r.folders--
	shared, rest := r.d.Number(), r.d.Part()
	if shared > r.dir || r.folders < r.nFolders-1 && bytes.Compare(rest, r.path[shared:r.dir]) <= 0 {
		r.d.Fail() // they are sorted
		return nil
	}
	r.path = append(r.path[:shared], rest...)
	r.dir = len(r.path)
	f := &r.atFolder
	f.path = text(r.path)
	flags := r.d.Byte()
	for s := range f.sides {
		state := folderState{there: flags&isThere != 0, fresh: flags&isFresh != 0}
		if flags >>= 2; state.there {
			state.id = r.sides[s].Read(r.d)
		}
		f.sides[s] = state
	}
	if flags != 0 {
		r.d.Fail()
	}
	r.files = r.d.Count(leastFile)
	return f
}

// file returns the next file of the folder; nil when there are no more.
func (r *batchReader) file() *fileRecord {
	if r.files == 0 {
		return nil
	}
	r.files--
	r.filesLeft--
	n := r.d.Number()
	name := r.d.Bytes(n >> 1)
	if bytes.IndexByte(name, '/') >= 0 || string(name) == commonName {
		r.d.Fail()
	}
	r.path = r.path[:r.dir]
	if r.dir > 0 {
		r.path = append(r.path, '/')
	}
	if n>>1 == 0 {
		r.path = append(r.path, commonName...)
	} else {
		r.path = append(r.path, name...)
	}
	f := &r.atFile
	f.path, f.fresh = text(r.path), n&1 != 0
	copy(f.tag[:], r.d.Bytes(tagSize))
	f.id = r.ofFiles.Read(r.d)
	return f
}

// text returns bytes as a string, which changes when they do.
func text(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// done tells whether all was as it can be, and was read.
func (r *batchReader) done() bool { return r.d.Done() && r.folders == 0 && r.filesLeft == 0 }

// sound tells whether all of a batch can be read.
func (b batch) sound() bool {
	r := b.read()
	for r.folder() != nil {
		for r.file() != nil {
		}
	}
	return r.done()
}

// unpack reads all of a batch into room for it. folders is nil when nobody asks for them.
func (b batch) unpack(folders []folderRecord, files []fileRecord, paths *texts) bool {
	r, n, m := b.read(), 0, 0
	for f := r.folder(); f != nil; f = r.folder() {
		if n < len(folders) {
			folders[n] = *f
			paths.add(&folders[n].path)
		}
		n++
		for f := r.file(); f != nil && m < len(files); f = r.file() {
			files[m] = *f
			paths.add(&files[m].path)
			m++
		}
	}
	paths.settle()
	return r.done() && (folders == nil || n == len(folders)) && m == len(files)
}

// all returns all that a batch holds.
func (b batch) all() (folders []folderRecord, files []fileRecord, ok bool) {
	r := b.read()
	folders, files = make([]folderRecord, r.nFolders), make([]fileRecord, r.nFiles)
	return folders, files, b.unpack(folders, files, new(texts))
}

// texts gives texts that will change memory of their own: one piece for all of them, of
// just their size.
type texts struct {
	room []byte
	of   []*string
}

// add adds a text. It may change from then on, but not in length.
func (t *texts) add(of *string) {
	t.room = append(t.room, *of...)
	t.of = append(t.of, of)
}

// settle makes the texts what they were when they were added.
func (t *texts) settle() {
	all, at := string(t.room), 0
	for _, of := range t.of {
		end := at + len(*of)
		*of = all[at:end]
		at = end
	}
	t.room, t.of = t.room[:0], t.of[:0]
}

// sound tells whether the record can be read. When it cannot, nothing is known.
func (r *Record) sound() bool {
	r.looked.Do(func() {
		if !parallel.All(r.batches, func(b *batch) bool { return b.sound() }) {
			r.batches, r.spare = nil, false
		}
	})
	return len(r.batches) > 0
}

// unpack reads the files of all batches, once.
func (r *Record) unpack() {
	r.unpacking.Do(func() {
		if !r.sound() {
			return
		}
		from := make([]int, len(r.batches)+1)
		for i, b := range r.batches {
			from[i+1] = from[i] + b.read().nFiles
		}
		r.files = make([]fileRecord, from[len(r.batches)])
		parallel.Share(len(r.batches), func(mine iter.Seq[int]) {
			var paths texts
			for i := range mine {
				r.batches[i].unpack(nil, r.files[from[i]:from[i+1]], &paths)
			}
		})
	})
}
