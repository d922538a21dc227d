// Package check is every rule on meaning, one small function each.
//
// What a file holds on its own is judged where it is parsed; here is what needs
// more than one file, or the reference date: references, ids that clash, periods
// that overlap, links in text, and what is doubtful. One cause gets one message:
// what refers to a file that could not be read is not judged.
package check

import (
	"context"
	"slices"
	"strings"
	"sync"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

// Options is what the rules need to know beside the records.
type Options struct {
	Media      []string                  // paths of the files in media/, from the content folder
	Extras     []string                  // paths of the files in bestanden/
	Unreadable map[string]error          // why pictures in media/ cannot be shown, by path
	BaseURL    string                    // given in place of basis-url
	HasURL     func(address string) bool // whether the site has an address
	// Language adds information that helps to write plainly and to link what
	// belongs together. It takes about as long as all other rules.
	Language bool
	// Texts keeps what is found in texts for the next time; nil when there is none.
	Texts *Texts
}

// All returns what every rule finds, in no order; when the context ends, what was
// found by then.
func All(ctx context.Context, c *city.City, g *relate.Graph, opt Options) diag.List {
	k := &checker{city: c, graph: g, index: relate.NewIndex(c), opt: opt, media: make(map[string]bool)}
	for _, path := range opt.Media {
		k.media[path] = true
	}
	// Texts take as long as all else together, which is on one core.
	var beside sync.WaitGroup
	beside.Go(func() { k.remarks = k.remark() })
	for _, rule := range []func(){
		k.site, k.wijken, k.departments, k.visions, k.periods, k.programmes, k.commitmentIDs, k.bodies, k.states, k.boundaries, k.tiles, k.names,
		beside.Wait, k.textRules, k.matches,
	} {
		if ctx.Err() != nil {
			break
		}
		rule()
	}
	beside.Wait()
	return k.all()
}

// checker collects what the rules find.
type checker struct {
	city  *city.City
	graph *relate.Graph
	index *relate.Index
	opt   Options
	media map[string]bool
	list  diag.List   // what is found
	said  []diag.List // what was found before
	lost  bool        // a reference to a need leads nowhere

	remarks map[*city.Record]*remarks // on texts
	nearby  map[string][]string       // the files of a folder, and of a name after a slash
}

// report adds to what is found. A site as large as the country has so much of it that
// one list, which is copied whenever it grows, takes longer than the rules.
func (k *checker) report(d diag.Diagnostic) {
	if len(k.list) == cap(k.list) {
		k.said = append(k.said, k.list)
		k.list = make(diag.List, 0, min(8+2*len(k.list), 512))
	}
	k.list = append(k.list, d)
}

// all returns everything that was found.
func (k *checker) all() diag.List { return slices.Concat(append(k.said, k.list)...) }

// unknown reports a reference that leads nowhere, with what was probably meant
// and where that is.
func (k *checker) unknown(ref source.Text, candidates []string, where func(id string) source.Pos, m diag.Message, args ...any) {
	d := diag.At(ref.Pos, m, args...)
	if near, ok := diag.Nearest(ref.Value, candidates); ok {
		d = d.WithHint(diag.DidYouMean, near)
		if pos := where(near); !pos.IsZero() {
			d = d.WithRelated(pos, diag.DefinedHere)
		}
	}
	k.report(d)
}

// renamed tells of a reference by an older id, which goes on working.
func (k *checker) renamed(ref source.Text, now string) {
	k.report(diag.At(ref.Pos, diag.Renamed, ref.Value, now).WithHint(diag.UseNewName, now))
}

// twice reports ids that two things share: at the later one, with the first. It is made
// with room for some number of them.
type twice struct {
	k     *checker
	first map[string]source.Pos
}

func (k *checker) noTwins(n int) twice { return twice{k, make(map[string]source.Pos, n)} }

func (t twice) add(id source.Text, m diag.Message, args ...any) {
	if id.IsZero() {
		return
	}
	key := id.Value
	if first, taken := t.first[key]; taken {
		t.k.report(diag.At(id.Pos, m, args...).WithRelated(first, diag.FirstHere))
		return
	}
	t.first[key] = id.Pos
}

// whole returns where a record stands that has no better place.
func whole(r *city.Record) source.Pos { return r.File.Whole() }

// warnBefore is how many days before it expires the contact for security is to be
// looked at (RFC 9116 asks for less than a year).
const warnBefore = 30

func (k *checker) site() {
	s := k.city.Site
	if s == nil {
		return
	}
	ids := k.noTwins(len(s.Themes))
	for _, t := range s.Themes {
		ids.add(t.ID, diag.IDTwice, t.ID.Value)
	}
	if expires := s.SecurityExpires; !expires.IsZero() && !expires.Day.After(k.graph.Date.AddDays(warnBefore)) {
		k.report(diag.At(expires.Pos, diag.SecurityExpiring, expires.String()).WithHint(diag.RenewContact))
	}
	if s.BaseURL.Pos.IsZero() && k.opt.BaseURL == "" && !s.Broken {
		k.report(diag.At(s.Top, diag.NoBaseURL).WithHint(diag.AddKey, "basis-url", "https://wijkvisies.example.nl"))
	}
}

func (k *checker) wijken() {
	codes, former := k.noTwins(len(k.city.Wijken)), k.noTwins(0)
	for _, w := range k.city.Wijken {
		codes.add(w.Code, diag.CodeTwice, w.Code.Value)
		k.ownCode(w.Code, "WK")
		k.former(w.Former, w.ID, former, func(id string) (source.Pos, bool) {
			other, now, ok := k.index.Wijken.Find(id)
			if !ok || now != id {
				return source.Pos{}, false
			}
			return whole(&other.Record), true
		})
		ids := k.noTwins(len(w.Buurten))
		for _, b := range w.Buurten {
			ids.add(b.ID, diag.IDTwice, b.ID.Value)
			codes.add(b.Code, diag.CodeTwice, b.Code.Value)
			k.ownCode(b.Code, "BU")
		}
	}
}

// ownCode holds a CBS code against that of the municipality.
func (k *checker) ownCode(code source.Text, kind string) {
	if k.city.Site == nil || code.IsZero() || k.city.Site.MunicipalityCode.IsZero() {
		return
	}
	digits := strings.TrimPrefix(k.city.Site.MunicipalityCode.Value, "GM")
	if !strings.HasPrefix(code.Value, kind+digits) {
		k.report(diag.At(code.Pos, diag.CodeOfOtherCity, code.Value, digits).
			WithRelated(k.city.Site.MunicipalityCode.Pos, diag.DefinedHere))
	}
}

// former reports an older id that somebody else has, or had.
func (k *checker) former(old []source.Text, id string, seen twice, find func(id string) (source.Pos, bool)) {
	for _, o := range old {
		if pos, taken := find(o.Value); taken && o.Value != id {
			k.report(diag.At(o.Pos, diag.IDTwice, o.Value).WithRelated(pos, diag.FirstHere))
			continue
		}
		seen.add(o, diag.IDTwice, o.Value)
	}
}

func (k *checker) departments() {
	former := k.noTwins(0)
	for _, d := range k.city.Departments {
		k.former(d.Former, d.ID, former, func(id string) (source.Pos, bool) {
			other, now, ok := k.index.Departments.Find(id)
			if !ok || now != id {
				return source.Pos{}, false
			}
			return whole(&other.Record), true
		})
		k.department(d.SucceededBy)
	}
}

// department judges a reference to a department.
func (k *checker) department(ref source.Text) {
	if ref.IsZero() {
		return
	}
	_, now, ok := k.index.Departments.Find(ref.Value)
	switch {
	case !ok:
		k.unknown(ref, k.index.Departments.IDs(), func(id string) source.Pos {
			d, _, _ := k.index.Departments.Find(id)
			return whole(&d.Record)
		}, diag.DepartmentUnknown, ref.Value)
	case now != ref.Value:
		k.renamed(ref, now)
	}
}

// wijk judges a reference to a wijk and returns the id it has now.
func (k *checker) wijk(ref source.Text) (id string, ok bool) {
	if ref.IsZero() {
		return "", false
	}
	_, now, ok := k.index.Wijken.Find(ref.Value)
	switch {
	case !ok:
		k.unknown(ref, k.index.Wijken.IDs(), func(id string) source.Pos {
			w, _, _ := k.index.Wijken.Find(id)
			return whole(&w.Record)
		}, diag.WijkUnknown, ref.Value)
	case now != ref.Value:
		k.renamed(ref, now)
	}
	return now, ok
}

// sorted returns a list in the order of its places, file by file.
func sorted[T any](list []T, pos func(T) source.Pos) []T {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b T) int {
		p, q := pos(a), pos(b)
		if c := strings.Compare(p.Path(), q.Path()); c != 0 {
			return c
		}
		return int(p.Start - q.Start)
	})
	return list
}
