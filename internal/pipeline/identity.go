package pipeline

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"time"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/load"
	"wijkvisie/internal/photo"
	"wijkvisie/internal/render"
	"wijkvisie/internal/source"
	"wijkvisie/internal/theme"
)

// The size in pixels of the picture for shared links, as those who show it ask for.
const (
	shareWidth  = 1200
	shareHeight = 630
)

// maxLogoHeight is the height in pixels of a logo, enough for a sharp screen and for paper. A
// larger one is made smaller where that can be done.
const maxLogoHeight = 240

// ownPictures is the pictures of a municipality, as they are published.
type ownPictures struct{ logo, shared identityPicture }

// identityPicture is a picture that site.yaml names, until its file changes.
type identityPicture struct {
	path    string // empty when there is none
	size    int64
	time    time.Time
	picture photo.Picture
	data    []byte
	err     error // why it cannot be shown
}

// logoOf returns what pages know of the logo.
func (i ownPictures) logoOf() render.Logo {
	if i.logo.data == nil {
		return render.Logo{}
	}
	ext := string(i.logo.picture.Format)
	if i.logo.picture.Format == photo.JPEG {
		ext = "jpg"
	}
	return render.Logo{Name: "logo." + ext, Width: i.logo.picture.Width, Height: i.logo.picture.Height}
}

// over returns a theme with the pictures of the municipality among its files.
func (i ownPictures) over(t *theme.Theme) *theme.Theme {
	if i.logo.data != nil {
		t = t.With(i.logoOf().Name, i.logo.data)
	}
	if i.shared.data != nil {
		t = t.With(render.SharePictureName, i.shared.data)
	}
	return t
}

// readIdentity reads the logo and the picture for shared links. Pictures at the top of the
// content folder that nobody named are reported. The error is that of the system.
func (p *Pipeline) readIdentity(content fs.FS, site *city.Site, files *load.Content) (ownPictures, diag.List, error) {
	if site == nil {
		return ownPictures{}, nil, nil
	}
	var problems diag.List
	read := func(named source.Text, before identityPicture, smaller bool) (identityPicture, error) {
		if named.IsZero() {
			return identityPicture{}, nil
		}
		asset, d := findPicture(named, files)
		if d != nil {
			problems = append(problems, *d)
			return identityPicture{}, nil
		}
		if before.path == asset.Path && before.size == asset.Size && before.time.Equal(asset.Time) {
			return before, nil
		}
		return readIdentityPicture(content, asset, smaller)
	}
	var found ownPictures
	var err, sharedErr error
	found.logo, err = read(site.Logo, p.identity.logo, true)
	found.shared, sharedErr = read(site.SharePicture, p.identity.shared, false)
	if err := errors.Join(err, sharedErr); err != nil {
		return ownPictures{}, nil, err
	}
	p.identity = found
	for _, a := range files.Pictures {
		if a.Path != found.logo.path && a.Path != found.shared.path && !site.Broken {
			d := diag.InFile(a.Path, diag.FileUnknown, a.Path)
			if site.Logo.IsZero() && strings.Contains(strings.ToLower(a.Path), "logo") {
				d = d.WithHint(diag.WriteAs, "logo: "+a.Path)
			} else {
				d = d.WithHint(diag.MoveFile, "media/")
			}
			problems = append(problems, d)
		}
	}
	problems = append(problems, found.logo.unusable(site.Logo)...)
	if wrong := found.shared.unusable(site.SharePicture); len(wrong) > 0 {
		problems = append(problems, wrong...)
	} else if is := found.shared.picture; found.shared.path != "" && (is.Format != photo.PNG || is.Width != shareWidth || is.Height != shareHeight) {
		problems = append(problems, diag.At(site.SharePicture.Pos, diag.SharePictureUnfit, site.SharePicture.Value, strings.ToUpper(string(is.Format)), is.Width, is.Height))
	}
	return found, problems, nil
}

// findPicture returns the file of a picture that site.yaml names, or what is wrong with the
// name.
func findPicture(named source.Text, files *load.Content) (load.Asset, *diag.Diagnostic) {
	to := city.ParseTarget("site.yaml", named.Value)
	d := diag.At(named.Pos, diag.ImageMissing, named.Value)
	switch to.Kind {
	case city.TargetUnsafe:
		d = diag.At(named.Pos, diag.LinkUnsafe, named.Value, to.Scheme+":")
	case city.TargetExternal:
		d = diag.At(named.Pos, diag.ImageOfOthers, named.Value).WithHint(diag.MoveFile, "media/")
	case city.TargetOutside:
		d = diag.At(named.Pos, diag.PictureOutside, named.Value)
	default:
		all := slices.Concat(files.Pictures, files.Media)
		if i := slices.IndexFunc(all, func(a load.Asset) bool { return a.Path == to.Path && city.IsImage(a.Path) }); i >= 0 {
			return all[i], nil
		}
		if near, ok := diag.Nearest(to.Path, slices.DeleteFunc(paths(all), func(path string) bool { return !city.IsImage(path) })); ok {
			d = d.WithHint(diag.DidYouMean, near)
		}
	}
	return load.Asset{}, &d
}

// readIdentityPicture reads a picture, without what is stored in it besides, and if asked
// for no larger than a logo has to be. The error is that of the system.
func readIdentityPicture(content fs.FS, a load.Asset, smaller bool) (identityPicture, error) {
	read := identityPicture{path: a.Path, size: a.Size, time: a.Time}
	data, err := fs.ReadFile(content, a.Path)
	if errors.Is(err, fs.ErrNotExist) { // it went away while we looked
		return identityPicture{}, nil
	}
	if err != nil {
		return identityPicture{}, err
	}
	if read.picture, read.err = photo.Read(data); read.err != nil {
		return read, nil
	}
	if p := read.picture; smaller && p.Scales() && p.Height > maxLogoHeight {
		width := max(1, p.Width*maxLogoHeight/p.Height)
		if copies, err := photo.Resize(data, width); err == nil {
			read.data, read.picture.Width, read.picture.Height = copies[0], width, maxLogoHeight
			return read, nil
		}
	}
	var b bytes.Buffer
	read.err = photo.Clean(&b, data)
	read.data = b.Bytes()
	return read, nil
}

// unusable reports a picture that cannot be shown, at its name.
func (i identityPicture) unusable(named source.Text) diag.List {
	switch {
	case i.err == nil:
		return nil
	case errors.Is(i.err, photo.ErrActive):
		return diag.List{diag.At(named.Pos, diag.ImageActive, named.Value).WithHint(diag.SaveDrawing)}
	default:
		return diag.List{diag.At(named.Pos, diag.ImageUnreadable, named.Value).WithHint(diag.SaveImage)}
	}
}
