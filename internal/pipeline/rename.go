package pipeline

import (
	"path"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
)

// record is a file of the content that others refer to.
type record struct{ folder, id string }

func (r record) path() string { return r.folder + "/" + r.id + ".md" }

// missing returns the record that a diagnostic says is not there.
func missing(d diag.Diagnostic) (r record, ok bool) {
	switch d.Text.Message {
	case diag.WijkUnknown:
		return record{"wijken", d.Text.Args[0].(string)}, true
	case diag.NeedOfUnknownWijk:
		return record{"wijken", d.Text.Args[1].(string)}, true
	case diag.DepartmentUnknown:
		return record{"diensten", d.Text.Args[0].(string)}, true
	case diag.LinkBroken:
		return linked(city.ParseTarget(d.Path(), d.Text.Args[0].(string)))
	}
	return record{}, false
}

// linked returns the record that a link leads to, of those that can say what they were called
// before. Visions say that of their periods.
func linked(to city.Target) (r record, ok bool) {
	file := to.Path
	switch to.Kind {
	case city.TargetContent:
	case city.TargetSite:
		file = strings.Trim(to.Path, "/") + ".md"
		if !strings.Contains(file, "/") {
			file = "paginas/" + file
		}
	default:
		return r, false
	}
	return recordAt(file)
}

// recordAt returns the record of a file of the content.
func recordAt(file string) (r record, ok bool) {
	id, markdown := strings.CutSuffix(path.Base(file), ".md")
	r = record{path.Dir(file), id}
	switch r.folder {
	case "wijken", "diensten", "programmas", "paginas":
		return r, markdown
	}
	return r, false
}

// oneOfRecord leaves one message about each record that does not exist, with the other places
// that name it: it has another name now. References say so more surely than links, and what is
// reported of the needs of a wijk follows from them.
func oneOfRecord(list diag.List) diag.List {
	first := make(map[record]int) // in list
	for i, d := range list {
		if r, ok := missing(d); ok && d.Text.Message != diag.NeedOfUnknownWijk {
			if at, known := first[r]; !known || list[at].Text.Message == diag.LinkBroken && d.Text.Message != diag.LinkBroken {
				first[r] = i
			}
		}
	}
	var remaining diag.List
	for i, d := range list {
		r, _ := missing(d)
		switch at, known := first[r]; {
		case !known, at == i:
			remaining = append(remaining, d)
		case d.Text.Message == diag.NeedOfUnknownWijk:
			if list[at].Text.Message == diag.LinkBroken {
				remaining = append(remaining, d)
				continue
			}
			list[at] = renamedRecord(list[at], r)
		default:
			list[at] = renamedRecord(list[at], r).WithRelated(d.Pos, diag.AlsoHere)
		}
	}
	for i, d := range remaining { // the first of each as it is now
		if r, ok := missing(d); ok && d.Text.Message != diag.NeedOfUnknownWijk {
			remaining[i] = list[first[r]]
		}
	}
	return remaining
}

// oneOfName leaves one message about each theme and each buurt that does not exist, with the other
// places that name it: it was taken away, or has another id.
func oneOfName(list diag.List) diag.List {
	type name struct {
		message  diag.Message
		id, wijk any
	}
	first := make(map[name]int) // in list
	again := make(map[int]bool)
	for i, d := range list {
		var n name
		switch d.Text.Message {
		case diag.ThemeUnknown:
			n = name{d.Text.Message, d.Text.Args[0], nil}
		case diag.BuurtUnknown:
			n = name{d.Text.Message, d.Text.Args[0], d.Text.Args[1]}
		default:
			continue
		}
		at, known := first[n]
		if !known {
			first[n] = i
			continue
		}
		list[at] = list[at].WithRelated(d.Pos, diag.AlsoHere)
		again[i] = true
	}
	var remaining diag.List
	for i, d := range list {
		if !again[i] {
			remaining = append(remaining, d)
		}
	}
	return remaining
}

// renamedRecord returns the diagnostic of a record that does not exist, and that several places
// name, with the line that keeps its older id.
func renamedRecord(d diag.Diagnostic, r record) diag.Diagnostic {
	hint := d.Hint()
	switch {
	case hint.IsZero():
		return d.WithHint(diag.KeepOldIDSomewhere, r.id)
	case hint.Message != diag.DidYouMean:
		return d
	}
	meant, _ := hint.Args[0].(string)
	now := record{r.folder, meant}
	if d.Text.Message == diag.LinkBroken {
		var ok bool
		if now, ok = linked(city.ParseTarget(d.Path(), meant)); !ok || now.folder != r.folder {
			return d
		}
	}
	return d.WithHint(diag.KeepOldID, meant, now.path(), r.id)
}
