package pipeline

import (
	"path"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
)

// withoutEffects leaves out what follows from a mistake in the same file, or in the file that a link
// leads to: what is derived from progress of which a part could not be read, and links to what is
// not published because its day is mistyped.
func withoutEffects(list diag.List, c *city.City) diag.List {
	wrong, unlikely, mistyped, unpublished := make(map[string]bool), make(map[string]bool), make(map[string]bool), make(map[string]bool)
	for _, d := range list {
		folder, _, _ := strings.Cut(d.Path(), "/")
		if isUnread(d.Code()) {
			wrong[d.Path()], wrong[folder] = true, true
		}
		if d.Text.Message == diag.PeriodUnlikely {
			mistyped[folder] = true
		}
		if d.Code() != "unlikely-date" {
			continue
		}
		unlikely[d.Path()] = true
		for r := range c.Records() {
			if r.File == d.Pos.File && publishes(c, r, d) {
				unpublished[d.Path()] = true
			}
		}
	}
	return slices.DeleteFunc(list, func(d diag.Diagnostic) bool {
		folder, _, _ := strings.Cut(d.Path(), "/")
		switch d.Code() {
		case "date-shifted", "no-progress":
			return wrong[d.Path()] || unlikely[d.Path()] || d.Code() == "no-progress" && wrong["site.yaml"]
		case "period-over":
			return wrong[folder] || mistyped[folder] // the newer one may be among what could not be read
		case "need-unanswered", "judgement-outdated", "contradicting-answer":
			return wrong["programmas"] || wrong["wijkvisies"] || mistyped["programmas"] || mistyped["wijkvisies"]
		case "missing-base-url":
			return wrong["site.yaml"]
		case "unpublished-link":
			target, _ := d.Text.Args[0].(string)
			return unpublished[city.ParseTarget(d.Path(), target).Path]
		}
		return false
	})
}

// oneOfFileName leaves one message about a file whose name is no id but could be one: what refers to
// the name that it should have is right.
func oneOfFileName(list diag.List) diag.List {
	better := make(map[string]bool) // the paths that files should have
	for _, d := range list {
		if name, ok := fileShouldBe(d); ok {
			better[path.Dir(d.Path())+"/"+name] = true
		}
	}
	if len(better) == 0 {
		return list
	}
	return slices.DeleteFunc(list, func(d diag.Diagnostic) bool {
		if len(d.Text.Args) == 0 {
			return false
		}
		name, _ := d.Text.Args[0].(string)
		switch d.Code() {
		case "unknown-wijk":
			return better["wijken/"+name+".md"]
		case "unknown-department":
			return better["diensten/"+name+".md"]
		case "unknown-need":
			wijk, _, _ := strings.Cut(name, "/")
			return better["wijken/"+wijk+".md"]
		case "broken-link", "broken-anchor":
			return better[city.ParseTarget(d.Path(), name).Path]
		}
		return false
	})
}

// fileShouldBe returns the name that the hint of a diagnostic gives to its file.
func fileShouldBe(d diag.Diagnostic) (string, bool) {
	if d.Text.Message != diag.FileNameInvalid || d.Hint().Message != diag.RenameFile {
		return "", false
	}
	name, ok := d.Hint().Args[0].(string)
	return name, ok
}

// isUnread reports whether a code is that of a value that could not be read.
func isUnread(c diag.Code) bool {
	switch c {
	case "front-matter-syntax", "wrong-type", "invalid-value", "invalid-date", "invalid-id", "unknown-key", "duplicate-key", "missing-key", "unknown-wijk", "unknown-department":
		return true
	}
	return false
}

// publishes reports whether a diagnostic is about the day from which a record is published.
func publishes(c *city.City, r *city.Record, d diag.Diagnostic) bool {
	if r.Publish.Pos == d.Pos {
		return true
	}
	return slices.ContainsFunc(c.Visions, func(v *city.Vision) bool { return &v.Record == r && v.AdoptedOn.Pos == d.Pos })
}
