package check

import (
	"path"
	"slices"
	"strings"

	"wijkvisie/internal/source"
)

// meant returns the id that was meant by a reference to something that does not exist: that of the
// file with a path, of what has a name or a code, or one that is much like it.
func (k *checker) meant(ref string, ids []string) (string, bool) {
	if base := strings.TrimSuffix(path.Base(strings.TrimSpace(strings.ReplaceAll(ref, `\`, "/"))), ".md"); slices.Contains(ids, base) {
		return base, true
	}
	for _, id := range k.withName(ref) {
		if slices.Contains(ids, id) {
			return id, true
		}
	}
	return k.nearest(ref, ids)
}

// withName returns the ids of what has a name or a code. People use those in place of the id.
func (k *checker) withName(name string) []string {
	if k.named == nil {
		k.named = make(map[string][]string)
		add := func(id string, names ...source.Text) {
			for _, name := range names {
				key := strings.ToLower(name.Value)
				k.named[key] = append(k.named[key], id)
			}
		}
		for _, w := range k.city.Wijken {
			add(w.ID, w.Name, w.Code)
			for _, b := range w.Buurten {
				add(b.ID.Value, b.Name, b.Code)
			}
		}
		for _, d := range k.city.Departments {
			add(d.ID, d.Name)
		}
		if k.city.Site != nil {
			for _, t := range k.city.Site.Themes {
				add(t.ID.Value, t.Name)
			}
		}
	}
	if name = strings.ToLower(strings.TrimSpace(name)); name == "" {
		return nil
	}
	return k.named[name]
}

// tidyNeed returns a reference to a need with a slash between the wijk and the need, without
// spaces around it.
func tidyNeed(ref string) string {
	parts := strings.FieldsFunc(ref, func(c rune) bool { return strings.ContainsRune(`/\:#> `, c) })
	return strings.Join(parts, "/")
}

// needMeant returns the need that was meant by a reference in another form.
func (k *checker) needMeant(ref string) (string, bool) {
	tidy := tidyNeed(ref)
	return tidy, tidy != ref && !k.needPos(tidy).IsZero()
}
