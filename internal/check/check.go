// Package check is every rule on meaning.
//
// Mistakes in keys and values are reported where a file is parsed. The rules here are on what
// records mean: references, duplicate ids, periods that overlap, links and texts, and what is
// doubtful. One cause gets one message: a reference
// to a file that could not be read is not reported.
package check

import (
	"context"
	"iter"
	"slices"
	"strings"
	"sync"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

// Options is what the rules need to know besides the records.
type Options struct {
	Media      []string                  // paths of the files in media/, from the content folder
	Unreadable map[string]error          // why pictures in media/ cannot be shown, by path
	BaseURL    string                    // given in place of basis-url
	HasURL     func(address string) bool // whether the site has an address
	// Language adds information that helps to write plainly and to link what belongs
	// together. It takes about as long as all other rules.
	Language bool
	// Texts keeps what the rules on text find for the next call; nil for nothing.
	Texts *Texts
}

// All returns what every rule finds, in no order. When the context ends, the rule that is at work
// ends too, and what was found until then is returned.
func All(ctx context.Context, c *city.City, g *relate.Graph, opt Options) diag.List {
	k := &checker{ctx: ctx, city: c, graph: g, index: relate.NewIndex(c), opt: opt, media: make(map[string]bool), called: make(map[string]map[string]string), repeated: make(map[string]bool), anchored: make(map[*city.Record]*anchors)}
	for _, path := range opt.Media {
		k.media[path] = true
	}
	// The rules on text take as long as all others together, which use one core.
	var texts sync.WaitGroup
	texts.Go(func() { k.found = k.readTexts() })
	for _, rule := range []func(){
		k.site, k.wijken, k.departments, k.visions, k.splitNeeds, k.periods, k.programmes, k.commitmentIDs, k.bodies, k.states, k.boundaries, k.tiles, k.names,
		texts.Wait, k.texts, k.matches,
	} {
		if ctx.Err() != nil {
			break
		}
		rule()
	}
	texts.Wait()
	return k.list
}

// checker collects what the rules find.
type checker struct {
	ctx        context.Context
	city       *city.City
	graph      *relate.Graph
	index      *relate.Index
	opt        Options
	media      map[string]bool
	list       diag.List
	otherCity  bool                // the codes of all wijken are of another municipality
	named      map[string][]string // ids by names and codes, see withName
	unresolved bool                // a reference to a need leads nowhere
	repeated   map[string]bool     // the wijken of which two needs have one id

	called   map[string]map[string]string // of the needs of a wijk, see needNames
	found    map[*city.Record]*findings   // in texts
	nearby   map[string][]string          // the files of a folder, and of a name after a slash
	anchored map[*city.Record]*anchors    // see anchorsOf
	compared int                          // how often a word was compared with what it may have been meant to be
}

// untilEnd yields the items of a list, until the context of the rules ends.
func untilEnd[T any](k *checker, list []T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, item := range list {
			if k.ctx.Err() != nil || !yield(item) {
				return
			}
		}
	}
}

func (k *checker) report(d diag.Diagnostic) { k.list = append(k.list, d) }

// unknown reports a reference that leads nowhere, with the candidate that was probably meant
// and its place.
func (k *checker) unknown(ref source.Text, candidates []string, where func(id string) source.Pos, m diag.Message, args ...any) {
	if seen := source.WithoutInvisible(ref.Value); seen != ref.Value {
		k.report(diag.At(ref.Pos, diag.IDInvisible, seen).WithHint(diag.RetypeAs, seen).WithFix(ref.Pos, source.WithoutInvisible(string(ref.Pos.Bytes()))))
		return
	}
	d := diag.At(ref.Pos, m, args...)
	if near, ok := k.meant(ref.Value, candidates); ok {
		d = d.WithHint(diag.DidYouMean, near)
		if pos := where(near); !pos.IsZero() {
			d = d.WithRelated(pos, diag.DefinedHere)
		}
	}
	k.report(d)
}

// mostCompared is how many comparisons are made to find what was meant: those of a site with
// thousands of mistakes, but not with hundreds of thousands.
const mostCompared = 1 << 24

// nearest returns the candidate that was probably meant by a word.
func (k *checker) nearest(word string, candidates []string) (string, bool) {
	if k.compared += len(candidates); k.compared > mostCompared {
		return "", false
	}
	return diag.Nearest(word, candidates)
}

// renamed reports a reference by an older id, which still works.
func (k *checker) renamed(ref source.Text, now string) {
	k.report(diag.At(ref.Pos, diag.Renamed, ref.Value, now).WithHint(diag.UseNewName, now))
}

// duplicates reports ids that two things share: at the later one, with the first.
type duplicates struct {
	k     *checker
	first map[string]source.Pos
}

func (k *checker) newDuplicates() duplicates { return duplicates{k, make(map[string]source.Pos)} }

// add reports id when it was added before.
func (d duplicates) add(id source.Text, m diag.Message, args ...any) {
	if id.IsZero() {
		return
	}
	if first, taken := d.first[id.Value]; taken {
		d.k.report(diag.At(id.Pos, m, args...).WithRelated(first, diag.FirstHere))
		return
	}
	d.first[id.Value] = id.Pos
}

// former reports an older id that something else has, or had. find returns the place of what
// has an id now.
func (k *checker) former(old []source.Text, id string, seen duplicates, find func(id string) (source.Pos, bool)) {
	for _, o := range old {
		if pos, taken := find(o.Value); taken && o.Value != id {
			k.report(diag.At(o.Pos, diag.IDTwice, o.Value).WithRelated(pos, diag.FirstHere))
			continue
		}
		seen.add(o, diag.IDTwice, o.Value)
	}
}

// top returns the place of a record that has no better one.
func top(r *city.Record) source.Pos { return r.File.Whole() }

// sorted returns a list in order of file and place.
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
