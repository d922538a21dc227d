package plan

import (
	"iter"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
)

// Table is a table of the open data.
type Table string

// The tables, in the order in which the data page explains them.
const (
	WijkTable       Table = "wijken"
	VisionTable     Table = "wijkvisies"
	NeedTable       Table = "behoeften"
	CommitmentTable Table = "toezeggingen"
	ProgressTable   Table = "voortgang"
	AnswerTable     Table = "antwoorden"
	JudgementTable  Table = "oordelen"
)

// Tables returns all tables.
func Tables() []Table {
	return []Table{WijkTable, VisionTable, NeedTable, CommitmentTable, ProgressTable, AnswerTable, JudgementTable}
}

// JSON returns the address of the table as JSON.
func (t Table) JSON() string { return DataURL + string(t) + ".json" }

// CSV returns the address of the table as CSV.
func (t Table) CSV() string { return DataURL + string(t) + ".csv" }

// Schema returns the address of the JSON Schema of the table.
func (t Table) Schema() string { return DataURL + string(t) + ".schema.json" }

// ThemeFileURL returns the address of a file of the theme, a stylesheet or a script.
func ThemeFileURL(name string) string { return themeURL + name }

const themeURL = "/thema/"

// addFiles plans the files that are published as they are: what pages use of
// media/, and all of bestanden/.
func (s *Site) addFiles(assets Assets) diag.List {
	used := s.usedMedia()
	for _, path := range assets.Media {
		if used[path] && !isPicture(assets, path) {
			s.addFile(path, path)
			s.images[path] = Image{URL: s.bySource[path]}
		}
	}
	for _, path := range assets.Media {
		if used[path] && isPicture(assets, path) {
			s.addPicture(path, assets.Pictures[path])
		}
	}
	if len(assets.Extras) == 0 {
		return nil
	}
	taken := s.takenFolders()
	var list diag.List
	for _, path := range assets.Extras {
		target := strings.TrimPrefix(path, "bestanden/")
		if url, ok := s.claimed(target, taken); ok {
			list = append(list, diag.InFile(path, diag.URLTaken, url))
			continue
		}
		s.addFile(target, path)
	}
	return list
}

func isPicture(assets Assets, path string) bool {
	_, ok := assets.Pictures[path]
	return ok
}

func (s *Site) addFile(path, from string) {
	f := File{URL: fileURL(path), Path: path, Source: from}
	s.Files = append(s.Files, f)
	s.byFile[strings.ToLower(path)] = f.URL
	s.bySource[from] = f.URL
}

// takenFolders returns the folders of the site in lower case, so that none is
// claimed by a file, also where names that differ in case only are the same.
func (s *Site) takenFolders() map[string]string {
	folders := map[string]string{"media": "/media/", "thema": themeURL}
	for path, url := range s.paths() {
		for i := strings.LastIndexByte(path, '/'); i > 0; i = strings.LastIndexByte(path[:i], '/') {
			folders[strings.ToLower(path[:i])] = url[:min(len(url), i+2)]
		}
	}
	return folders
}

// paths yields the path and the address of every page and file so far.
func (s *Site) paths() iter.Seq2[string, string] {
	return func(yield func(path, url string) bool) {
		for _, p := range s.Pages {
			if !yield(p.File(), p.URL()) {
				return
			}
		}
		for path, url := range s.byFile {
			if !yield(path, url) {
				return
			}
		}
	}
}

// at returns the address of what is published at a path in lower case.
func (s *Site) at(path string) (url string, ok bool) {
	if p := s.Page("/" + strings.TrimSuffix(path, "index.html")); p != nil && p.File() == path {
		return p.URL(), true
	}
	url, ok = s.byFile[path]
	return url, ok
}

// claimed tells whether the site already has something at the path of an extra
// file, or whether that file lies in a folder of the program's own.
func (s *Site) claimed(path string, folders map[string]string) (url string, ok bool) {
	lower := strings.ToLower(path)
	if url, ok := s.at(lower); ok {
		return url, true
	}
	if url, ok := folders[lower]; ok {
		return url, true
	}
	for _, own := range []string{mediaURL, themeURL} {
		if strings.HasPrefix("/"+lower, own) {
			return own, true
		}
	}
	for i, c := range lower {
		if c != '/' {
			continue
		}
		if url, ok := s.at(lower[:i]); ok {
			return url, true
		}
	}
	return "", false
}

// usedMedia returns the paths of the media that visible pages link to or show.
func (s *Site) usedMedia() map[string]bool {
	used := make(map[string]bool)
	for _, r := range s.records() {
		if r.Body == nil {
			continue
		}
		use := func(dest string) {
			l := city.ParseLink(r.File.Path, dest)
			if l.Kind == city.LinkContent {
				used[l.Path] = true
			}
		}
		for i := range r.Body.Links {
			use(r.Body.Links[i].Dest.Value)
		}
		for i := range r.Body.Images {
			use(r.Body.Images[i].Dest.Value)
		}
	}
	return used
}

// records returns every visible record that has a body.
func (s *Site) records() []*city.Record {
	var all []*city.Record
	for _, w := range s.Graph.Wijken {
		all = append(all, &w.Record)
		for _, v := range w.Visions {
			all = append(all, &v.Record)
		}
	}
	for _, d := range s.Graph.Departments {
		all = append(all, &d.Record)
	}
	for _, p := range s.Graph.Programmes {
		all = append(all, &p.Record)
	}
	for _, p := range s.Graph.Pages {
		all = append(all, &p.Record)
	}
	return all
}

// clashes reports addresses that two records claim, hidden records too: what
// clashes on the day of publication is wrong today.
func (s *Site) clashes(c *city.City, assets Assets) diag.List {
	var list diag.List
	for _, p := range c.Pages {
		if url := "/" + p.ID + "/"; slices.Contains(ownFolders(), url) {
			list = append(list, diag.At(p.File.Whole(), diag.URLTaken, url).WithHint(diag.RenameFile, p.ID+"-2.md"))
		}
	}
	type claim struct{ wijk, period string }
	first := make(map[claim]*city.Vision)
	for _, v := range c.Visions {
		if v.Wijk.IsZero() || v.Period.IsZero() {
			continue
		}
		k := claim{v.Wijk.Value, v.Period.String()}
		f, taken := first[k]
		switch {
		case !taken:
			first[k] = v
		case v.Status.Value != city.Adopted || f.Status.Value != city.Adopted: // two adopted ones overlap, which says it all
			url := WijkenURL + k.wijk + "/" + k.period + "/"
			list = append(list, diag.At(v.Period.Pos, diag.URLTaken, url).WithRelated(f.Period.Pos, diag.FirstHere))
		}
	}
	return list
}

// ownFolders returns the addresses of the site's own that a loose page may not take.
func ownFolders() []string {
	return []string{WijkenURL, DepartmentsURL, ProgrammesURL, ThemesURL, ProgressURL, ChangesURL, SearchURL, DataURL, mediaURL, themeURL}
}
