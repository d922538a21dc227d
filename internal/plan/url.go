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

// needsFolder is where the needs of a wijk stand, under its own address.
const needsFolder = "behoeften/"

// WijkTextPrefix goes before the ids of the headings in the text of a wijk, whose
// page has the needs of its vision and their headings too.
const WijkTextPrefix = "wv-wijk-"

// Every page links to many wijken, needs and commitments, so that their addresses can
// be appended to what the page has already. lengthOfURL is room for most of them.
const lengthOfURL = 120

// WijkURL returns the address of a wijk, where its current vision stands.
func WijkURL(w *relate.Wijk) string { return string(AppendWijkURL(make([]byte, 0, lengthOfURL), w)) }

// AppendWijkURL appends the address of a wijk.
func AppendWijkURL(dst []byte, w *relate.Wijk) []byte { return appendFolder(dst, WijkenURL, w.ID) }

// VisionURL returns the lasting address of a vision.
func VisionURL(v *relate.Vision) string {
	return string(AppendVisionURL(make([]byte, 0, lengthOfURL), v))
}

// AppendVisionURL appends the lasting address of a vision.
func AppendVisionURL(dst []byte, v *relate.Vision) []byte {
	return append(v.Period.Append(AppendWijkURL(dst, v.Wijk)), '/')
}

// NeedURL returns the address of a need.
func NeedURL(n *relate.Need) string { return string(AppendNeedURL(make([]byte, 0, lengthOfURL), n)) }

// AppendNeedURL appends the address of a need.
func AppendNeedURL(dst []byte, n *relate.Need) []byte {
	return appendFolder(AppendWijkURL(dst, n.Wijk), needsFolder, n.Name())
}

// DepartmentURL returns the address of a department.
func DepartmentURL(d *relate.Department) string {
	return string(AppendDepartmentURL(make([]byte, 0, lengthOfURL), d))
}

// AppendDepartmentURL appends the address of a department.
func AppendDepartmentURL(dst []byte, d *relate.Department) []byte {
	return appendFolder(dst, DepartmentsURL, d.ID)
}

// ProgrammeURL returns the address of a programme.
func ProgrammeURL(p *relate.Programme) string {
	return string(AppendProgrammeURL(make([]byte, 0, lengthOfURL), p))
}

// AppendProgrammeURL appends the address of a programme.
func AppendProgrammeURL(dst []byte, p *relate.Programme) []byte {
	return appendFolder(dst, ProgrammesURL, p.ID)
}

// CommitmentURL returns the address of a commitment: its place on the page of
// its programme.
func CommitmentURL(c *relate.Commitment) string {
	return string(AppendCommitmentURL(make([]byte, 0, lengthOfURL), c))
}

// AppendCommitmentURL appends the address of a commitment.
func AppendCommitmentURL(dst []byte, c *relate.Commitment) []byte {
	return append(append(AppendProgrammeURL(dst, c.Programme), '#'), c.ID.Value...)
}

// ThemeURL returns the address of a theme.
func ThemeURL(t *relate.Theme) string { return string(AppendThemeURL(make([]byte, 0, lengthOfURL), t)) }

// AppendThemeURL appends the address of a theme.
func AppendThemeURL(dst []byte, t *relate.Theme) []byte {
	return appendFolder(dst, ThemesURL, t.ID.Value)
}

// appendFolder appends the address of a page under another.
func appendFolder(dst []byte, under, name string) []byte {
	return append(append(append(dst, under...), name...), '/')
}

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
