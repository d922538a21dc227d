package editing

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"wijkvisie/internal/edit"
	"wijkvisie/internal/forms"
	"wijkvisie/internal/parse"
)

// firstID returns the id of the first commitment of a programme, as stadswerken-2011-001 is; empty
// when the file does not say whose it is.
func (o *opened) firstID() string {
	whose, year := o.doc.Value(edit.Path{edit.Key("dienst")}), o.doc.Value(edit.Path{edit.Key("jaar")})
	if year == nil {
		year = o.doc.Value(edit.Path{edit.Key("periode")})
	}
	if whose == nil || year == nil || len(year.Text) < len("2011") {
		return ""
	}
	return parse.ID(whose.Text + "-" + year.Text[:len("2011")] + "-001")
}

var endsInNumber = regexp.MustCompile(`^(.*?)(\d+)$`)

// nextID returns the id after the last of a list, as sw-2011-015 is after sw-2011-014.
func (o *opened) nextID() string {
	list := o.doc.Value(o.path)
	if list == nil || len(list.Children) == 0 {
		return ""
	}
	id := list.Children[len(list.Children)-1].Value("id")
	if id == nil {
		return ""
	}
	return afterID(id.Text)
}

// afterID returns an id with the next number; empty when it does not end in one.
func afterID(id string) string {
	parts := endsInNumber.FindStringSubmatch(id)
	if parts == nil {
		return ""
	}
	n, err := strconv.Atoi(parts[2])
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%s%0*d", parts[1], len(parts[2]), n+1)
}

// titleField returns the field that an id can be made of; nil when there is none.
func (o *opened) titleField() *forms.Field {
	return cmp.Or(o.form.Field("titel"), o.form.Field("naam"))
}

// askTitle puts the title of something new before its id, which may be left empty: then the title
// gives it.
func (e *Editor) askTitle(o *opened) {
	id, title := o.form.Field("id"), o.titleField()
	if id == nil || title == nil {
		return
	}
	id.Required = false
	id.Help += " U kunt dit leeg laten: dan wordt het gemaakt van de " + strings.ToLower(title.Label) + "."
	o.form.Fields = slices.DeleteFunc(o.form.Fields, func(f *forms.Field) bool { return f == id })
	o.form.Fields = slices.Insert(o.form.Fields, 1+slices.Index(o.form.Fields, title), id)
	one, _ := names(o.table)
	o.fallback, o.taken = e.maker(o.file).Nouns.Fill(one), make(map[string]bool)
	if list := o.doc.Value(o.path); list != nil {
		for _, item := range list.Children {
			if id := item.Value("id"); id != nil {
				o.taken[id.Text] = true
			}
		}
	}
	if g := e.opt.Graph(); g != nil && o.table.Name == "commitment" { // its id is one of the whole site
		for _, p := range g.Programmes {
			for _, c := range p.Commitments {
				o.taken[c.ID.Value] = true
			}
		}
	}
}
