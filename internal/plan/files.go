package plan

import (
	"iter"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
)

// File is a file of the content that is published as it is.
type File struct {
	URL    string
	Path   string // in the output folder
	Source string // in the content folder
	// Width is that of a smaller copy of a picture, in pixels; 0 when the file is
	// published as large as it is.
	Width int
}

// addFiles plans the files that are published as they are: what pages use of
// media/, and all of bestanden/.
func (s *Site) addFiles(assets Assets) diag.List {
	var used map[string]bool
	if len(assets.Media) > 0 {
		used = s.usedMedia()
	}
	for _, path := range assets.Media {
		if used[path] && !isPicture(assets, path) {
			s.addFile(path, path)
			s.images[path] = Image{URL: s.ofFiles[path]}
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
			hint := diag.RemoveGenerated
			if url == SecurityURL {
				hint = diag.RemoveSecurity
			}
			list = append(list, diag.InFile(path, diag.URLTaken, url).WithHint(hint))
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
	s.ofFiles[from] = f.URL
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
		for _, p := range s.Pages() {
			if !yield(p.File(), p.URL) {
				return
			}
		}
		for _, files := range []map[string]string{s.byFile, s.generated().byFile} {
			for path, url := range files {
				if !yield(path, url) {
					return
				}
			}
		}
	}
}

// at returns the address of what is published at a path in lower case.
func (s *Site) at(path string) (url string, ok bool) {
	if p := s.Page("/" + strings.TrimSuffix(path, "index.html")); p != nil && p.File() == path {
		return p.URL, true
	}
	url = s.fileAt(path)
	return url, url != ""
}

// fileAt returns the address of the file, not a page, that is published at a path in lower case;
// empty when there is none.
func (s *Site) fileAt(path string) string {
	if url, ok := s.byFile[path]; ok {
		return url
	}
	return s.generated().byFile[path]
}

// claimed reports whether the site already has something at the path of an extra
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
	use := func(from, dest string) {
		if l := city.ParseTarget(from, dest); l.Kind == city.TargetContent {
			used[l.Path] = true
		}
	}
	for _, r := range s.records() {
		if r.Body == nil {
			continue
		}
		for i := range r.Body.Links {
			use(r.File.Path, r.Body.Links[i].Dest.Value)
		}
		for i := range r.Body.Images {
			use(r.File.Path, r.Body.Images[i].Dest.Value)
		}
	}
	for _, c := range s.Graph.Commitments {
		for _, e := range c.Progress {
			for _, dest := range e.Evidence() {
				use(c.Programme.File.Path, dest.Value)
			}
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
