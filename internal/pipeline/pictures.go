package pipeline

import (
	"errors"
	"io"
	"io/fs"
	"time"

	"wijkvisie/internal/city"
	"wijkvisie/internal/load"
	"wijkvisie/internal/photo"
	"wijkvisie/internal/photo/cache"
	"wijkvisie/internal/plan"
)

// picture is what is known of a file that was read as a picture, until it changes.
type picture struct {
	size    int64
	time    time.Time
	sum     cache.Sum
	picture photo.Picture
	err     error
}

// readPictures reads the pictures in media/ that texts and progress show or link to. Those that did not
// change are not read again. The error is that of the system.
func (p *Pipeline) readPictures(content fs.FS, c *city.City, media []load.Asset) (map[string]picture, error) {
	used := make(map[string]bool)
	for r := range c.Records() {
		if r.Body == nil {
			continue
		}
		for i := range r.Body.Images {
			used[city.ParseTarget(r.File.Path, r.Body.Images[i].Dest.Value).Path] = true
		}
		for i := range r.Body.Links {
			used[city.ParseTarget(r.File.Path, r.Body.Links[i].Dest.Value).Path] = true
		}
	}
	for _, p := range c.Programmes {
		for _, commitment := range p.Commitments {
			for _, e := range commitment.Progress {
				for _, dest := range e.Evidence() {
					used[city.ParseTarget(p.File.Path, dest.Value).Path] = true
				}
			}
		}
	}
	found := make(map[string]picture)
	for _, a := range media {
		if !used[a.Path] || !city.IsImage(a.Path) {
			continue
		}
		known, ok := p.pictures[a.Path]
		if !ok || known.size != a.Size || !known.time.Equal(a.Time) {
			data, err := fs.ReadFile(content, a.Path)
			if errors.Is(err, fs.ErrNotExist) {
				continue // it went away while we looked
			}
			if err != nil {
				return nil, err
			}
			known = picture{size: a.Size, time: a.Time, sum: cache.SumOf(data)}
			known.picture, known.err = photo.Read(data)
		}
		found[a.Path] = known
	}
	p.pictures = found
	return found, nil
}

// plannedPictures returns what package plan needs to know of pictures.
func plannedPictures(pictures map[string]picture) map[string]plan.Picture {
	out := make(map[string]plan.Picture, len(pictures))
	for path, p := range pictures {
		out[path] = plan.Picture{Width: p.picture.Width, Height: p.picture.Height, Scales: p.picture.Scales(), Unreadable: p.err != nil}
	}
	return out
}

// unreadablePictures returns why pictures cannot be shown, by path.
func unreadablePictures(pictures map[string]picture) map[string]error {
	out := make(map[string]error)
	for path, p := range pictures {
		if p.err != nil {
			out[path] = p.err
		}
	}
	return out
}

// writePicture writes a picture of the content as it is published: upright, in the width
// that was planned, and without metadata.
func (r *Result) writePicture(w io.Writer, f plan.File) error {
	read := func() ([]byte, error) { return fs.ReadFile(r.in.Content, f.Source) }
	if width := r.pictureWidth(f); width > 0 {
		// One at a time: a photograph takes a hundred megabytes while it is decoded.
		r.resizing.Lock()
		defer r.resizing.Unlock()
		content, err := r.in.Pictures.Copy(r.pictures[f.Source].sum, width, r.pictureWidths(f.Source), read)
		if err == nil {
			_, err = w.Write(content)
			return err
		}
		if !errors.Is(err, photo.ErrUnreadable) {
			return err
		}
		// Damaged after its header: browsers show the part that is whole.
	}
	data, err := read()
	if err != nil {
		return err
	}
	return photo.Clean(w, data)
}

// pictureWidth returns the width in pixels that a picture is resized to; 0 when it is
// published as it is stored.
func (r *Result) pictureWidth(f plan.File) int {
	if p := r.pictures[f.Source].picture; f.Width == 0 && p.Turned {
		return p.Width
	}
	return f.Width
}

// pictureWidths returns the widths that a picture is resized to.
func (r *Result) pictureWidths(source string) []int {
	var widths []int
	for _, f := range r.Site.Files {
		if f.Source != source {
			continue
		}
		if width := r.pictureWidth(f); width > 0 {
			widths = append(widths, width)
		}
	}
	return widths
}
