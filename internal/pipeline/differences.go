package pipeline

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"sync"

	"wijkvisie/internal/parallel"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/publish"
)

// Differences is how the bytes of one site differ from those of another. Paths are those in
// the output folder, sorted.
type Differences struct {
	Added, Gone, Changed []string
	// Sources are the files of the content among those that are published as they are, by
	// path, that are new, gone or changed.
	Sources Changes
	// Theme is the address of the files of the theme when stylesheets, scripts or pictures of the
	// theme or the house style differ; else it is empty.
	Theme string
}

// Changes are lists of paths.
type Changes struct{ Added, Gone, Changed []string }

// None reports whether both sites have the same bytes.
func (d Differences) None() bool { return len(d.Added)+len(d.Gone)+len(d.Changed) == 0 }

// Compare renders two sites and returns in what the second differs from the first. Smaller
// copies of a picture are not made: they differ when the picture does.
func Compare(ctx context.Context, old, now *Result) (Differences, error) {
	before, err := old.sums(ctx)
	if err != nil {
		return Differences{}, err
	}
	after, err := now.sums(ctx)
	if err != nil {
		return Differences{}, err
	}
	var d Differences
	all := changes(before.files, after.files)
	d.Added, d.Gone, d.Changed = all.Added, all.Gone, all.Changed
	d.Sources = changes(before.sources, after.sources)
	if !maps.Equal(before.theme, after.theme) {
		d.Theme = plan.ThemeFileURL("")
	}
	return d, nil
}

func changes(before, after map[string]sum) Changes {
	var c Changes
	for path, s := range after {
		switch was, ok := before[path]; {
		case !ok:
			c.Added = append(c.Added, path)
		case was != s:
			c.Changed = append(c.Changed, path)
		}
	}
	for path := range before {
		if _, ok := after[path]; !ok {
			c.Gone = append(c.Gone, path)
		}
	}
	slices.Sort(c.Added)
	slices.Sort(c.Changed)
	slices.Sort(c.Gone)
	return c
}

// sum is the digest of a file.
type sum [sha256.Size]byte

// siteSums are the digests of the files of a site, by path in the output folder; those of the
// content that are published as they are also by path in the content folder, and those of the theme.
type siteSums struct{ files, sources, theme map[string]sum }

func (r *Result) sums(ctx context.Context) (siteSums, error) {
	s := siteSums{make(map[string]sum), make(map[string]sum), make(map[string]sum)}
	var rendered []publish.File
	for f := range r.madeFiles() {
		rendered = append(rendered, f)
	}
	for _, p := range r.Site.Pages() {
		rendered = append(rendered, r.page(p))
	}
	var (
		mu       sync.Mutex
		failures []error
	)
	parallel.Each(len(rendered), func(i int) {
		if ctx.Err() != nil {
			return
		}
		digest, err := sumOf(rendered[i].Write)
		mu.Lock()
		defer mu.Unlock()
		s.files[rendered[i].Path] = digest
		if err != nil {
			failures = append(failures, err)
		}
	})
	for _, f := range r.Site.Files {
		digest, ok := s.sources[f.Source]
		if !ok {
			var err error
			if digest, err = r.sourceSum(f); err != nil {
				failures = append(failures, err)
			}
			s.sources[f.Source] = digest
		}
		s.files[f.Path] = digest
	}
	for _, a := range r.Renderer.Assets() {
		s.theme[plan.FileOf(a.URL)] = s.files[plan.FileOf(a.URL)]
	}
	return s, errors.Join(append(failures, ctx.Err())...)
}

// sourceSum returns the digest of a file of the content.
func (r *Result) sourceSum(f plan.File) (sum, error) {
	if p, ok := r.pictures[f.Source]; ok {
		return sum(p.sum), nil
	}
	return sumOf(func(w io.Writer) error { return r.copy(w, f) })
}

func sumOf(write func(io.Writer) error) (sum, error) {
	h := sha256.New()
	if err := write(h); err != nil {
		return sum{}, fmt.Errorf("comparing sites: %w", err)
	}
	return sum(h.Sum(nil)), nil
}
