package docximport

import (
	"fmt"

	"wijkvisie/internal/docx"
	"wijkvisie/internal/photo"
)

// extensions are the ends of the names of pictures, by their formats.
var extensions = map[photo.Format]string{photo.JPEG: "jpg", photo.PNG: "png", photo.GIF: "gif", photo.WebP: "webp", photo.SVG: "svg"}

// picturePath returns the path of the file that a picture becomes; empty when no browser shows
// it, which is then listed. Its name is made of that of the record, and never of one in the
// document.
func (im *importer) picturePath(p *docx.Picture, paragraph int) string {
	key := string(p.Data)
	if name, known := im.pictures[key]; known {
		return name
	}
	about, err := photo.Read(p.Data)
	if err != nil {
		text := p.Alt
		if text == "" {
			text = fmt.Sprintf("%d KB", (len(p.Data)+1023)/1024)
		}
		im.leave(Reason(docx.BadPicture), text, paragraph)
		im.pictures[key] = ""
		return ""
	}
	name := ""
	for n := len(im.pictures) + 1; name == "" || im.opt.Exists(name) || im.hasFile(name); n++ {
		name = fmt.Sprintf("media/%s-%d.%s", im.pictureBase, n, extensions[about.Format])
	}
	im.pictures[key] = name
	im.result.Files = append(im.result.Files, File{name, p.Data})
	return name
}

func (im *importer) hasFile(name string) bool {
	for _, f := range im.result.Files {
		if f.Path == name {
			return true
		}
	}
	return false
}

// picture returns a picture as Markdown.
func (b *body) picture(p *docx.Picture) string {
	name := b.picturePath(p, 0)
	if name == "" {
		return ""
	}
	return "![" + escapeText(spaced(p.Alt), form{heading: true}) + "](../" + name + ")"
}
