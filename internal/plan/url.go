package plan

import (
	"net/url"
	"strconv"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// The folders of files that are no pages.
const (
	mediaURL = "/media/"
	themeURL = "/thema/"
)

// needsFolder is where the needs of a wijk stand, under its own address.
const needsFolder = "behoeften/"

// WijkTextPrefix goes before the ids of the headings in the text of a wijk, whose
// page has the needs of its vision and their headings too.
const WijkTextPrefix = "wv-wijk-"

// WijkURL returns the address of a wijk, where its current vision stands.
func WijkURL(w *relate.Wijk) string { return WijkenURL + w.ID + "/" }

// VisionURL returns the lasting address of a vision.
func VisionURL(v *relate.Vision) string { return PeriodURL(v.Wijk, v.Period) }

// PeriodURL returns the lasting address of the vision of a wijk for a period.
func PeriodURL(w *relate.Wijk, p city.Period) string { return WijkURL(w) + p.String() + "/" }

// NeedURL returns the address of a need.
func NeedURL(n *relate.Need) string {
	return WijkenURL + n.Wijk.ID + "/" + needsFolder + n.Name() + "/"
}

// DepartmentURL returns the address of a department.
func DepartmentURL(d *relate.Department) string { return DepartmentsURL + d.ID + "/" }

// ProgrammeURL returns the address of a programme.
func ProgrammeURL(p *relate.Programme) string { return ProgrammesURL + p.ID + "/" }

// CommitmentURL returns the address of a commitment: its place on the page of
// its programme.
func CommitmentURL(c *relate.Commitment) string {
	return ProgrammesURL + c.Programme.ID + "/#" + c.ID.Value
}

// WijkPlanningURL returns the address of what is planned for a wijk.
func WijkPlanningURL(w *relate.Wijk) string { return PlanningURL + w.ID + "/" }

// departmentPlanningFolder is where the planning of departments stands: a wijk and a
// department may have the same id.
const departmentPlanningFolder = PlanningURL + "diensten/"

// DepartmentPlanningURL returns the address of what a department planned.
func DepartmentPlanningURL(d *relate.Department) string {
	return departmentPlanningFolder + d.ID + "/"
}

// ThemeURL returns the address of a theme.
func ThemeURL(t *relate.Theme) string { return ThemesURL + t.ID.Value + "/" }

// ChangesOfURL returns the address of what changed in a year.
func ChangesOfURL(year int) string { return ChangesURL + strconv.Itoa(year) + "/" }

// ThemeFileURL returns the address of a file of the theme, a stylesheet or a script.
func ThemeFileURL(name string) string { return themeURL + name }

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
