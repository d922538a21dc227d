package pipeline

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"maps"
	"slices"
	"time"

	"wijkvisie/internal/city"
	"wijkvisie/internal/load"
	"wijkvisie/internal/packed"
	"wijkvisie/internal/photo"
	"wijkvisie/internal/plan"
)

// picture is what is known of a file that was read as a picture, until it changes.
type picture struct {
	size    int64
	time    time.Time
	picture photo.Picture
	err     error
}

// pictures looks at the pictures in media/ that texts show or link to. Those that
// did not change are not read again. The error is a broken machine.
func (p *Pipeline) pictures(content fs.FS, c *city.City, media []load.Asset) (map[string]picture, error) {
	used := make(map[string]bool)
	for r := range c.Records() {
		if r.Body == nil {
			continue
		}
		for i := range r.Body.Images {
			used[city.ParseLink(r.File.Path, r.Body.Images[i].Dest.Value).Path] = true
		}
		for i := range r.Body.Links {
			used[city.ParseLink(r.File.Path, r.Body.Links[i].Dest.Value).Path] = true
		}
	}
	found := make(map[string]picture)
	for _, a := range media {
		if !used[a.Path] || !city.IsImage(a.Path) {
			continue
		}
		known, ok := p.known[a.Path]
		if !ok || known.size != a.Size || !known.time.Equal(a.Time) {
			data, err := fs.ReadFile(content, a.Path)
			if errors.Is(err, fs.ErrNotExist) {
				continue // it went away while we looked
			}
			if err != nil {
				return nil, err
			}
			known = picture{size: a.Size, time: a.Time}
			known.picture, known.err = photo.Read(data)
		}
		found[a.Path] = known
	}
	p.known = found
	return found, nil
}

// packPictures packs what is known of pictures that can be shown, for the next build.
func packPictures(b []byte, pictures map[string]picture) []byte {
	readable := slices.DeleteFunc(slices.Sorted(maps.Keys(pictures)), func(path string) bool { return pictures[path].err != nil })
	b = packed.AppendNumber(b, len(readable))
	for _, path := range readable {
		p := pictures[path]
		b = packed.AppendNumber(packed.AppendText(b, path), int(p.size))
		b = binary.AppendVarint(b, p.time.UnixNano())
		b = packed.AppendText(b, string(p.picture.Format))
		b = packed.AppendNumber(packed.AppendNumber(b, p.picture.Width), p.picture.Height)
		turned := 0
		if p.picture.Turned {
			turned = 1
		}
		b = packed.AppendNumber(b, turned)
	}
	return b
}

// readPictures reads what packPictures packed.
func readPictures(r *packed.Reader) map[string]picture {
	const least = 7 // bytes of each
	n := r.Count(least)
	pictures := make(map[string]picture, n)
	for range n {
		path := r.Text()
		p := picture{size: int64(r.Number()), time: time.Unix(0, r.Signed())}
		p.picture.Format = photo.Format(r.Text())
		p.picture.Width, p.picture.Height, p.picture.Turned = r.Number(), r.Number(), r.Number() != 0
		pictures[path] = p
	}
	return pictures
}

// planned returns what package plan needs to know of pictures.
func planned(pictures map[string]picture) map[string]plan.Picture {
	out := make(map[string]plan.Picture, len(pictures))
	for path, p := range pictures {
		out[path] = plan.Picture{Width: p.picture.Width, Height: p.picture.Height, Scales: p.picture.Scales(), Unreadable: p.err != nil}
	}
	return out
}

// unreadable returns why pictures cannot be shown, by path.
func unreadable(pictures map[string]picture) map[string]error {
	out := make(map[string]error)
	for path, p := range pictures {
		if p.err != nil {
			out[path] = p.err
		}
	}
	return out
}

// picture writes a picture of the content as it is published: without what is
// stored beside it, and as wide as was planned.
func (o *Output) picture(w io.Writer, f plan.File) error {
	data, err := fs.ReadFile(o.content, f.Source)
	if err != nil {
		return err
	}
	if f.Width > 0 {
		// One at a time: a photograph takes a hundred megabytes while it is made smaller.
		o.oneByOne.Lock()
		defer o.oneByOne.Unlock()
		var small bytes.Buffer
		err = photo.Resize(&small, data, f.Width)
		if err == nil {
			_, err = w.Write(small.Bytes())
			return err
		}
		if !errors.Is(err, photo.ErrUnreadable) {
			return err
		}
		// Damaged further on than was looked: browsers show the part that is whole.
	}
	return photo.Clean(w, data)
}
