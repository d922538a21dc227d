package check

import (
	"cmp"
	"slices"

	"wijkvisie/internal/city"
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
	if need, ok := k.needMeant(ref.Value); ok {
		k.unresolved = true
		k.report(diag.At(ref.Pos, diag.NeedUnknown, ref.Value).WithHint(diag.DidYouMean, need).WithRelated(k.needPos(need), diag.DefinedHere))
		return
	}
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
	k.unresolved = k.unresolved || !ok
	switch {
	case ok && now+"/"+id != ref.Value:
		k.renamed(ref, now+"/"+id)
	case !ok && !k.index.NeedMayBeUnread(now) && !k.repeated[now]:
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

// needNow returns the reference to a need as it is called now, by one as it is or was called.
func (k *checker) needNow(ref string) (now string, known bool) {
	wijk, name, _ := relate.NeedRef(ref)
	_, wijk, known = k.index.Wijken.Find(wijk)
	if !known {
		return "", false
	}
	name, known = k.needNames(wijk)[name]
	return wijk + "/" + name, known
}

// needNames returns the ids that the needs of a wijk have in its newest vision, by every id that
// they have or had. Visions that are not published are among them.
func (k *checker) needNames(wijk string) map[string]string {
	if names, ok := k.called[wijk]; ok {
		return names
	}
	names := make(map[string]string)
	add := func(id, now string) {
		if _, taken := names[id]; !taken {
			names[id] = now
		}
	}
	newest := slices.SortedStableFunc(slices.Values(k.index.Visions(wijk)), func(a, b *city.Vision) int { return cmp.Compare(b.Period.First, a.Period.First) })
	for _, v := range newest {
		for _, n := range v.Needs {
			add(n.ID.Value, n.ID.Value)
		}
		for _, n := range v.Needs {
			for _, old := range n.Former {
				add(old.Value, names[n.ID.Value])
			}
		}
	}
	k.called[wijk] = names
	return names
}
