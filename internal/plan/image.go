package plan

import (
	"strconv"
	"strings"

	"wijkvisie/internal/city"
)

// Picture is a picture of the content.
type Picture struct {
	Width, Height int  // in pixels; 0 when not known
	Scales        bool // smaller copies can be made
	Unreadable    bool // it cannot be shown, and is not published
}

// Image is a picture as pages show it.
type Image struct {
	URL           string // of the copy for who cannot choose
	Width, Height int    // of the picture, in pixels; 0 when not known
	Copies        []Copy // narrowest first; none when there is one size
}

// Copy is a picture in one width.
type Copy struct {
	URL   string
	Width int // in pixels
}

// copyWidths returns how wide the copies of a picture are, in pixels: for a phone,
// for a column of text, and for that column on a sharp screen.
func copyWidths() []int { return []int{480, 800, 1280} }

// addPicture plans a picture of media/: the file itself, and the smaller copies
// that pages choose from.
func (s *Site) addPicture(path string, p Picture) {
	if p.Unreadable {
		return
	}
	s.addFile(path, path)
	image := Image{URL: s.ofFiles[path], Width: p.Width, Height: p.Height}
	if p.Scales {
		for _, width := range copyWidths() {
			target := "media/" + strconv.Itoa(width) + strings.TrimPrefix(path, "media")
			if width >= p.Width || s.byFile[strings.ToLower(target)] != "" {
				continue
			}
			f := File{URL: fileURL(target), Path: target, Source: path, Width: width}
			s.Files = append(s.Files, f)
			s.byFile[strings.ToLower(target)] = f.URL
			image.Copies = append(image.Copies, Copy{f.URL, width})
		}
	}
	if n := len(image.Copies); n > 0 {
		if widest := copyWidths()[len(copyWidths())-1]; p.Width <= widest*5/4 {
			image.Copies = append(image.Copies, Copy{image.URL, p.Width})
		} else {
			image.URL = image.Copies[n-1].URL
		}
	}
	s.images[path] = image
}

// ResolveImage returns the image that dest, as written in the content file at from, is.
func (s *Site) ResolveImage(from, dest string) (Image, bool) {
	l := city.ParseTarget(from, dest)
	if l.Kind != city.TargetContent {
		return Image{}, false
	}
	image, ok := s.images[l.Path]
	return image, ok
}
