package plan

import (
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
)

// clashes reports addresses that two records claim, hidden records too: what
// clashes on the day of publication is wrong today.
func clashes(c *city.City) diag.List {
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
		case v.Status.Value != city.Adopted || f.Status.Value != city.Adopted: // two adopted ones overlap, which package check reports
			list = append(list, diag.At(v.Period.Pos, diag.PeriodTaken, v.Period.Years()).WithRelated(f.Period.Pos, diag.FirstHere))
		}
	}
	return list
}

// ownFolders returns the addresses of the site's own that a loose page may not take.
func ownFolders() []string {
	own := []string{mediaURL, themeURL}
	for _, k := range kinds() {
		if k.url != "" {
			own = append(own, k.url)
		}
	}
	return own
}
