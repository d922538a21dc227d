package editing

import (
	"net/http"
	"path"
	"strconv"
	"strings"

	"wijkvisie/internal/edit"
	"wijkvisie/internal/forms"
)

// follow returns the place of the item that a request is about. One that is known by its number has
// another when somebody added or removed an item before it: then it is the only one that says what
// the form said when it was opened. An item that says what was filled in was saved before.
func (e *Editor) follow(o *opened, r *http.Request) place {
	if o.isNew || !strings.HasPrefix(path.Base(o.keys), "@") || e.says(o, o.path, r, "was.") || e.says(o, o.path, r, "") {
		return o.place
	}
	list, found := o.path[:len(o.path)-1:len(o.path)-1], o.place
	matches := 0
	for i := 0; ; i++ {
		at := append(list, edit.Index(i))
		if o.doc.Value(at) == nil {
			break
		}
		if e.says(o, at, r, "was.") {
			matches++
			found.path, found.keys = at, path.Dir(o.keys)+"/@"+strconv.Itoa(i)
		}
	}
	if matches != 1 {
		return o.place
	}
	return found
}

// says reports whether the item at a path says what the values in a request with a prefix say: those
// when the form was opened, or those that were filled in.
func (e *Editor) says(o *opened, at edit.Path, r *http.Request, prefix string) bool {
	compared := false
	for _, f := range e.maker(o.file).New(o.table, o.doc.Value(at)).Fields {
		_, sent := posted(r, "was."+f.Name)
		if sent && forms.Clean(r.PostForm[prefix+f.Name]) != forms.Clean([]string{f.Value}) {
			return false
		}
		compared = compared || sent
	}
	return compared
}
