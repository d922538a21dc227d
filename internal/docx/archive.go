package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"
)

// Limits of a document. A report of 300 pages with photographs is far below each.
const (
	MaxSize     = 256 << 20 // of the file
	maxParts    = 20_000
	maxXML      = 64 << 20  // of one part, unpacked
	maxAllXML   = 128 << 20 // of all parts together
	maxPicture  = 64 << 20
	maxPictures = 256 << 20
)

// archive is the parts of a document, by name.
type archive struct {
	parts         map[string]*zip.File
	xml, pictures int64 // unpacked so far
}

func openArchive(data []byte) (*archive, error) {
	if len(data) > MaxSize {
		return nil, &Error{TooLarge, fmt.Sprintf("%d MB", MaxSize>>20)}
	}
	if p, _ := Kind(data); p != 0 {
		return nil, &Error{p, "it begins as another kind of file"}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		if bytes.HasPrefix(data, []byte("PK")) {
			return nil, &Error{Damaged, err.Error()}
		}
		return nil, &Error{NotWord, err.Error()}
	}
	if len(z.File) > maxParts {
		return nil, &Error{TooLarge, fmt.Sprintf("%d parts", len(z.File))}
	}
	a := &archive{parts: make(map[string]*zip.File, len(z.File))}
	for _, f := range z.File {
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
		if a.parts[name] == nil {
			a.parts[name] = f
		}
		if f.Flags&1 != 0 {
			return nil, &Error{Locked, "an encrypted part"}
		}
	}
	return a, nil
}

// has reports whether there is a part.
func (a *archive) has(name string) bool { return a.parts[strings.ToLower(name)] != nil }

// read unpacks a part, which may have at most so many bytes. It is nil when there is no such
// part.
func (a *archive) read(name string, most int64) ([]byte, error) {
	f := a.parts[strings.ToLower(strings.TrimPrefix(name, "/"))]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, &Error{Damaged, err.Error()}
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	switch {
	case err != nil:
		return nil, &Error{Damaged, name + ": " + err.Error()}
	case int64(len(data)) > most:
		return nil, &Error{TooLarge, fmt.Sprintf("%s: %d MB", name, most>>20)}
	}
	return data, nil
}

// tree unpacks a part and reads it as XML. It is nil when there is no such part.
func (a *archive) tree(name string) (*node, error) {
	data, err := a.read(name, min(maxXML, maxAllXML-a.xml))
	if data == nil || err != nil {
		return nil, err
	}
	a.xml += int64(len(data))
	return parseXML(name, data)
}

// relation is what a part refers to by an id.
type relation struct {
	kind     string // the last word of its type: image, hyperlink, footnotes
	target   string // a part, or an address
	external bool
}

// relations returns what a part refers to.
func (a *archive) relations(part string) (map[string]relation, error) {
	root, err := a.tree(path.Join(path.Dir(part), "_rels", path.Base(part)+".rels"))
	if root == nil || err != nil {
		return nil, err
	}
	all := make(map[string]relation)
	for _, n := range root.children {
		r := relation{kind: path.Base(n.attr("Type")), target: n.attr("Target"), external: n.attr("TargetMode") == "External"}
		if !r.external {
			if !strings.HasPrefix(r.target, "/") {
				r.target = path.Join(path.Dir(part), r.target)
			}
			r.target = strings.TrimPrefix(path.Clean("/"+r.target), "/") // never outside the archive
		}
		all[n.attr("Id")] = r
	}
	return all, nil
}
