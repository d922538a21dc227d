package render_test

import (
	"reflect"
	"testing"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/render"
	"wijkvisie/internal/render/opendata"
	"wijkvisie/internal/render/view"
	"wijkvisie/internal/theme"
	"wijkvisie/themes"
)

// viewsByTemplate returns a view of each template, of a site that has every kind of page.
func viewsByTemplate(t testing.TB, builtIn *theme.Theme) map[string]any {
	t.Helper()
	s := example(t)
	views, byTemplate := view.New(s.Site, builtIn, opendata.Columns, render.Options{}), make(map[string]any)
	seen := make(map[plan.Kind]bool)
	for _, p := range s.Pages() {
		name, v := views.View(p)
		byTemplate[name], seen[p.Kind] = v, true
	}
	for _, kind := range plan.Kinds() {
		if !seen[kind] {
			t.Errorf("the example has no page of kind %d", kind)
		}
	}
	return byTemplate
}

// A theme of one's own may need html/template; the built-in one is fast.
func TestBuiltInTemplatesAreCompiled(t *testing.T) {
	builtIn, problems, err := theme.Load(themes.Default(), nil)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	for name, v := range viewsByTemplate(t, builtIn) {
		if err := builtIn.Compiles(name, reflect.TypeOf(v)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// BenchmarkTheme loads a theme and compiles all its templates.
func BenchmarkTheme(b *testing.B) {
	builtIn, _, err := theme.Load(themes.Default(), nil)
	if err != nil {
		b.Fatal(err)
	}
	views := viewsByTemplate(b, builtIn)
	b.ReportAllocs()
	for b.Loop() {
		builtIn, _, err := theme.Load(themes.Default(), nil)
		if err != nil {
			b.Fatal(err)
		}
		for name, v := range views {
			if err := builtIn.Compiles(name, reflect.TypeOf(v)); err != nil {
				b.Fatal(err)
			}
		}
	}
}
