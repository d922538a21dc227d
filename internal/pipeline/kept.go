package pipeline

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io/fs"
	"iter"

	"wijkvisie/internal/city"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/packed"
	"wijkvisie/internal/parallel"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/shelf"
	"wijkvisie/internal/source"
)

// What parsing comes to is kept for the next build, of the records of which nothing has to
// be said that only parsing finds: no mistakes in the file, and nothing in its texts. The
// words of their bodies are not kept; of the few that pages show anew the file is read and
// parsed after all.

// ErrOvertaken is of a build that goes on from the one before and finds content, or the
// site, changed since it looked: it has to be made whole.
var ErrOvertaken = errors.New("the content or the site changed in the meantime")

// keptTogether is of how many records a piece is: few enough that an edit writes little
// anew.
const keptTogether = 64

// keptKind is what kind of record is kept.
type keptKind byte

const (
	notKept keptKind = iota
	keptWijk
	keptVision
	keptDepartment
	keptProgramme
	keptPage
)

// keptKinds tells of each kind how an empty record of it is made, and what reads its files.
var keptKinds = [...]struct {
	empty func() city.Packable
	parse parser
}{
	keptWijk:       {func() city.Packable { return new(city.Wijk) }, as(parse.Wijk)},
	keptVision:     {func() city.Packable { return new(city.Vision) }, as(parse.Vision)},
	keptDepartment: {func() city.Packable { return new(city.Department) }, as(parse.Department)},
	keptProgramme:  {func() city.Packable { return new(city.Programme) }, as(parse.Programme)},
	keptPage:       {func() city.Packable { return new(city.Page) }, as(parse.Page)},
}

func kindOf(value any) keptKind {
	switch value.(type) {
	case *city.Wijk:
		return keptWijk
	case *city.Vision:
		return keptVision
	case *city.Department:
		return keptDepartment
	case *city.Programme:
		return keptProgramme
	case *city.Page:
		return keptPage
	default:
		return notKept
	}
}

// recordOf returns what a record of any kind has in common with all; value is none of the
// site or the map.
func recordOf(value any) *city.Record { return value.(city.Packable).Common() }

// keeper packs records.
type keeper struct {
	b, one []byte
	before string // the path of the last
}

// begin begins a piece, in the room of the one before.
func (k *keeper) begin() { k.b, k.before = k.b[:0], "" }

// add adds a record; one that is not to be kept when the value is nil.
func (k *keeper) add(path string, value any) {
	k.b = packed.AppendAfter(k.b, k.before, path)
	k.before = path
	kind := kindOf(value)
	if k.b = append(k.b, byte(kind)); kind == notKept {
		return
	}
	file := recordOf(value).File
	hash := file.Hash()
	k.b = append(packed.AppendNumber(k.b, file.Size()), hash[:]...)
	k.one = city.AppendRecord(k.one[:0], value.(city.Packable))
	k.b = packed.AppendText(k.b, k.one)
}

// keptFile is a record that was kept, and its file.
type keptFile struct {
	path string
	kind keptKind
	size int
	hash [sha256.Size]byte
	data []byte
}

// readKept reads the records of a piece.
func readKept(data []byte) (files []keptFile, ok bool) {
	r := packed.Read(data)
	paths := packed.NewTexts(32 * keptTogether)
	for r.More() {
		f := keptFile{path: paths.Next(r), kind: keptKind(r.Byte())}
		if f.kind != notKept {
			f.size = r.Number()
			copy(f.hash[:], r.Bytes(len(f.hash)))
			f.data = r.Part()
		}
		files = append(files, f)
	}
	return files, r.Done()
}

// withKept returns a piece in which some records, by their paths, are others. One that was
// not kept is not now: other words do not change why.
func withKept(data []byte, others map[string]any) (with []byte, ok bool) {
	files, ok := readKept(data)
	var k keeper
	for _, f := range files {
		if value, other := others[f.path]; other && f.kind != notKept {
			k.add(f.path, value)
			continue
		}
		k.b = append(packed.AppendAfter(k.b, k.before, f.path), byte(f.kind))
		if k.before = f.path; f.kind != notKept {
			k.b = append(packed.AppendNumber(k.b, f.size), f.hash[:]...)
			k.b = packed.AppendText(k.b, f.data)
		}
	}
	return k.b, ok
}

// record reads the record of a file of the content; not ok when it is none.
func (k *keptFile) record(content fs.FS, texts *shelf.Shelf) (r record, ok bool) {
	if k.kind == notKept || int(k.kind) >= len(keptKinds) {
		return r, false
	}
	value := keptKinds[k.kind].empty()
	path, hash := k.path, k.hash
	file := source.Known(path, hash, texts.Later(k.size, func() ([]byte, error) {
		data, err := fs.ReadFile(content, path)
		if err != nil || sha256.Sum256(data) != hash {
			return nil, ErrOvertaken
		}
		return data, nil
	}))
	reader := packed.Read(k.data)
	city.ReadRecord(reader, file, value)
	return record{file: file, value: value, kept: true}, reader.Done()
}

// resume has the pipeline go on from what another one left at the build before, but for
// the files that changed since.
func (p *Pipeline) resume(in Input) {
	before := in.Since.Before
	if before == nil || in.Shelf == nil || in.Advice || p.records != nil {
		return
	}
	changed := make(map[string]bool, len(in.Since.Changed))
	for _, path := range in.Since.Changed {
		changed[path] = true
	}
	pieces := make([][]record, keptPieces(before.count))
	parallel.Each(len(pieces), func(i int) {
		data, ok := before.keptPiece(i)
		files, whole := readKept(data)
		if !ok || !whole {
			return
		}
		for j := range files {
			f := &files[j]
			if changed[f.path] {
				continue
			}
			if r, ok := f.record(in.Content, in.Shelf); ok {
				pieces[i] = append(pieces[i], r)
			}
		}
	})
	p.records = make(map[string]record)
	files := make(map[string]*source.File)
	var silent []*city.Record
	for _, records := range pieces {
		for _, r := range records {
			p.records[r.file.Path], files[r.file.Path] = r, r.file
			silent = append(silent, recordOf(r.value))
		}
	}
	p.known = before.pictures
	p.content.Know(files)
	p.texts.Know(silent)
}

// hollow tells whether a page shows a text of which the words were not read.
func hollow(p *plan.Page) bool {
	for r := range p.Texts() {
		if r.Body != nil && r.Body.IsOutline() {
			return true
		}
	}
	return false
}

// fill reads the words of all texts that some pages show. Nobody else may use the site
// while it does.
func (o *Output) fill(pages []*plan.Page) {
	var records []*city.Record
	seen := make(map[*city.Record]bool)
	for _, p := range pages {
		for r := range p.Texts() {
			if r.Body != nil && r.Body.IsOutline() && !seen[r] {
				records = append(records, r)
				seen[r] = true
			}
		}
	}
	bodies := make([]*markdown.Document, len(records))
	parallel.Each(len(records), func(i int) {
		file := source.NewFile(records[i].File.Path, records[i].File.All())
		file.Shelf = o.shelf
		value, _ := keptKinds[kindOf(o.parsed[file.Path].value)].parse(file)
		bodies[i] = recordOf(value).Body
		file.SetAside()
	})
	for i, r := range records {
		r.Body = bodies[i]
	}
}

// keep packs the records for the next build, in pieces; those that are as they were kept
// are nil, which they can be when the same records are there as were.
func (o *Output) keep(records []*city.Record, shown []shownRecord, same bool) [][]byte {
	pieces := make([][]byte, keptPieces(len(records)))
	parallel.Share(len(pieces), func(mine iter.Seq[int]) {
		var k keeper
		for i := range mine {
			from, to := i*keptTogether, min((i+1)*keptTogether, len(records))
			again := same
			for j, r := range records[from:to] {
				again = again && o.parsed[r.File.Path].kept && !shown[from+j].remarked
			}
			if again {
				continue
			}
			k.begin()
			for j, r := range records[from:to] {
				one := o.parsed[r.File.Path]
				if len(one.problems) > 0 || shown[from+j].remarked || !o.texts.Silent(r) {
					one.value = nil
				}
				k.add(r.File.Path, one.value)
			}
			pieces[i] = bytes.Clone(k.b)
		}
	})
	return pieces
}
