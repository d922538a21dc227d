package parse

import (
	"path"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// reader is one file being read into a record.
type reader struct {
	file     *source.File
	problems diag.List
	broken   bool
	cuts     []int // in problems, those of values that a # cut off
	// meant is, for each unknown key of the mapping whose requirements are checked, the
	// key that was probably meant, or the empty string.
	meant []string
	// folder is that of the files for which a row of a table is meant; empty of content.
	folder string
}

// linkBase returns the path of the file that links are relative to.
func (r *reader) linkBase() string {
	if r.folder != "" {
		return r.folder + "/" + path.Base(r.file.Path)
	}
	return r.file.Path
}

// page reads a file of Markdown with front matter. reserved returns, when the front
// matter has been read, the ids that headings in the body may not have.
func (r *reader) page(m *Mapping, rec *city.Record, into any, reserved func() []string) {
	rec.ID, rec.File, rec.FirstLine = strings.TrimSuffix(path.Base(r.file.Path), ".md"), r.file, r.file.Whole()
	if front, ok := r.frontMatter(rec.ID); ok {
		r.fileName(rec.ID)
		rec.FirstLine = front.At
		decoded, problems := front.Decode(r.file)
		if root, ok := r.decoded(m, decoded, problems); ok {
			rec.FirstLine = r.root(root, front.At, m, into)
		}
		r.adviseIn(front.Language)
		rec.Body = markdown.Parse(r.file.Pos(front.Body, len(r.file.Data)), markdown.Options{
			Reserved:   reserved(),
			NotePrefix: "wv-" + rec.ID + "-",
		})
	}
	rec.Broken = r.broken
}

// frontMatter finds the front matter, and reports what keeps the file from being read.
func (r *reader) frontMatter(id string) (decode.FrontMatter, bool) {
	if d, bad := decode.NotText(r.file); bad {
		return decode.FrontMatter{}, r.fail(d)
	}
	front, problem, ok := decode.Find(r.file)
	if all := decode.Conflicts(r.file, front.Body); len(all) > 0 {
		return front, r.fail(all...)
	}
	if !ok {
		r.fileName(id)
		return front, r.fail(problem)
	}
	return front, true
}

// decoded takes what a decoder returned of a file with the keys of m, and reports whether there is
// a tree to read.
func (r *reader) decoded(m *Mapping, root *tree.Node, problems diag.List) (*tree.Node, bool) {
	for _, d := range problems {
		d = r.advised(d, m)
		if d.Text.Message == diag.ValueTruncated {
			r.cuts = append(r.cuts, len(r.problems))
		}
		r.report(d)
	}
	r.broken = r.broken || problems.HasErrors()
	return root, root != nil || !problems.HasErrors()
}

// root reads the mapping that is a whole file and returns its first line.
func (r *reader) root(n *tree.Node, at source.Pos, m *Mapping, into any) source.Pos {
	switch {
	case n == nil || n.Kind == tree.Nothing:
		n = &tree.Node{Kind: tree.Mapping, Start: at.Start, End: at.End}
	case n.Kind != tree.Mapping:
		if n.Kind != tree.Faulty {
			d := diag.At(r.top(n), diag.NotAMapping)
			if parts := entryForm().FindStringSubmatch(string(d.Pos.Bytes())); parts != nil && m.Find(parts[1]) != nil {
				d = d.WithHint(diag.WriteAs, strings.TrimSpace(parts[1]+": "+parts[2]))
			}
			r.fail(d)
		}
		return r.top(n)
	}
	r.mapping(n, m, into)
	return r.top(n)
}

// fail reports what keeps the file from being read.
func (r *reader) fail(problems ...diag.Diagnostic) bool {
	r.problems = append(r.problems, problems...)
	r.broken = true
	return false
}

func (r *reader) report(d diag.Diagnostic) { r.problems = append(r.problems, d) }

// fileName reports a file name that is not an id.
func (r *reader) fileName(id string) {
	if validID(id) {
		return
	}
	r.broken = true
	d := diag.At(r.file.Whole(), diag.FileNameInvalid, path.Base(r.file.Path))
	if better := slug(id); better != "" && better != id {
		d = d.WithHint(diag.RenameFile, better+".md")
	}
	r.report(d)
}

// at returns the place of a node.
func (r *reader) at(n *tree.Node) source.Pos { return r.file.Pos(n.Start, n.End) }

// top returns the first line of a node: the place of a missing key.
func (r *reader) top(n *tree.Node) source.Pos {
	end, _ := decode.Line(r.file.Data[:n.End], n.Start)
	return r.file.Pos(n.Start, end)
}
