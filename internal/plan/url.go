package plan

import (
	"net/url"
	"strconv"
	"strings"

	"wijkvisie/internal/relate"
)

// The pages of which there is one.
const (
	HomeURL        = "/"
	WijkenURL      = "/wijken/"
	DepartmentsURL = "/diensten/"
	ProgrammesURL  = "/programmas/"
	ThemesURL      = "/themas/"
	ProgressURL    = "/voortgang/"
	ChangesURL     = "/wijzigingen/"
	SearchURL      = "/zoeken/"
	DataURL        = "/gegevens/"
	NotFoundURL    = "/404.html"
	mediaURL       = "/media/"
)

// WijkTextPrefix goes before the ids of the headings in the text of a wijk, whose
// page has the needs of its vision and their headings too.
const WijkTextPrefix = "wv-wijk-"

// WijkURL returns the address of a wijk, where its current vision stands.
func WijkURL(w *relate.Wijk) string { return WijkenURL + w.ID + "/" }

// VisionURL returns the lasting address of a vision.
func VisionURL(v *relate.Vision) string {
	var room [120]byte
	return string(AppendVisionURL(room[:0], v))
}

// AppendVisionURL appends the lasting address of a vision.
func AppendVisionURL(dst []byte, v *relate.Vision) []byte {
	dst = append(append(append(dst, WijkenURL...), v.Wijk.ID...), '/')
	return append(append(dst, v.Period.String()...), '/')
}

// NeedURL returns the address of a need.
func NeedURL(n *relate.Need) string {
	var room [120]byte
	return string(AppendNeedURL(room[:0], n))
}

// AppendNeedURL appends the address of a need: every page links to many.
func AppendNeedURL(dst []byte, n *relate.Need) []byte {
	dst = append(append(append(dst, WijkenURL...), n.Wijk.ID...), "/behoeften/"...)
	return append(append(dst, n.Name...), '/')
}

// DepartmentURL returns the address of a department.
func DepartmentURL(d *relate.Department) string { return DepartmentsURL + d.ID + "/" }

// ProgrammeURL returns the address of a programme.
func ProgrammeURL(p *relate.Programme) string { return ProgrammesURL + p.ID + "/" }

// CommitmentURL returns the address of a commitment: its place on the page of
// its programme.
func CommitmentURL(c *relate.Commitment) string {
	var room [120]byte
	return string(AppendCommitmentURL(room[:0], c))
}

// AppendCommitmentURL appends the address of a commitment: every page links to many.
func AppendCommitmentURL(dst []byte, c *relate.Commitment) []byte {
	dst = append(append(append(dst, ProgrammesURL...), c.Programme.ID...), "/#"...)
	return append(dst, c.ID.Value...)
}

// ThemeURL returns the address of a theme.
func ThemeURL(t *relate.Theme) string { return ThemesURL + t.ID.Value + "/" }

// ChangesOfURL returns the address of what changed in a year.
func ChangesOfURL(year int) string { return ChangesURL + strconv.Itoa(year) + "/" }

// PageURL returns the address of a loose page.
func PageURL(p *relate.Page) string { return "/" + p.ID + "/" }

// fileURL returns the address of a file that is published as it is; path is
// its path in the output folder.
func fileURL(path string) string {
	parts := strings.Split(path, "/")
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	return "/" + strings.Join(parts, "/")
}
