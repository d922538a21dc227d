package check

import (
	"wijkvisie/internal/diag"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

// need checks a reference as wijk/need.
func (k *checker) need(ref source.Text) {
	if ref.IsZero() {
		return
	}
	wijk, name, qualified := relate.NeedRef(ref.Value)
	if !qualified {
		k.unresolved = true
		k.unqualified(ref)
		return
	}
	_, now, ok := k.index.Wijken.Find(wijk)
	if !ok {
		k.unresolved = true
		k.unknown(ref, k.needsNamed(name), k.needPos, diag.NeedOfUnknownWijk, ref.Value, wijk)
		return
	}
	needs := k.index.Needs(now)
	_, id, ok := needs.Find(name)
	switch {
	case ok && now+"/"+id != ref.Value:
		k.renamed(ref, now+"/"+id)
	case !ok && !k.index.NeedMayBeUnread(now):
		k.unresolved = true
		k.unknown(source.Text{Value: now + "/" + name, Pos: ref.Pos}, qualifiedIDs(now, needs.IDs()), k.needPos, diag.NeedUnknown, ref.Value)
	}
}

// unqualified reports a reference to a need without its wijk.
func (k *checker) unqualified(ref source.Text) {
	d := diag.At(ref.Pos, diag.NeedNotQualified, ref.Value)
	if refs := k.needsNamed(ref.Value); len(refs) > 0 {
		d = d.WithHint(diag.DidYouMean, refs[0]).WithRelated(k.needPos(refs[0]), diag.DefinedHere)
	} else {
		d = d.WithHint(diag.NeedForm, "overvecht/veilige-oversteek")
	}
	k.report(d)
}

// needsNamed returns references to the needs of a name, of every wijk that has one.
func (k *checker) needsNamed(name string) []string {
	var refs []string
	for _, wijk := range k.index.Wijken.IDs() {
		if _, id, ok := k.index.Needs(wijk).Find(name); ok {
			refs = append(refs, wijk+"/"+id)
		}
	}
	return refs
}

// qualifiedIDs returns references to needs of a wijk.
func qualifiedIDs(wijk string, names []string) []string {
	ids := make([]string, len(names))
	for i, n := range names {
		ids[i] = wijk + "/" + n
	}
	return ids
}

// needPos returns the place of a need, zero when there is none.
func (k *checker) needPos(ref string) source.Pos {
	wijk, name, _ := relate.NeedRef(ref)
	need, _, ok := k.index.Needs(wijk).Find(name)
	if !ok {
		return source.Pos{}
	}
	return need.ID.Pos
}
