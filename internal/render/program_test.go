package render

import (
	"reflect"
	"testing"

	"wijkvisie/internal/theme"
	"wijkvisie/themes"
)

// views are the kinds of pages, each by its template.
var views = map[string]any{
	"home": new(homeView), "wijken": new(wijkenView), "wijk": new(wijkView), "vision": new(visionView), "need": new(needView),
	"departments": new(departmentsView), "department": new(departmentView), "programmes": new(programmesView), "programme": new(programmeView),
	"themes": new(themesView), "theme": new(themeView), "progress": new(progressView), "changes": new(changesView), "search": new(searchView),
	"data": new(dataView), "page": new(looseView), "notfound": new(notFoundView), "moved": new(movedView),
}

// A theme of one's own may need html/template; the built-in one is fast.
func TestTheBuiltInThemeIsAllPrograms(t *testing.T) {
	look, problems, err := theme.Load(themes.Default(), nil)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	for name, view := range views {
		if err := look.Compiles(name, reflect.TypeOf(view)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// BenchmarkTheme is what a theme costs before the first page and until all kinds
// of pages were shown.
func BenchmarkTheme(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		look, _, err := theme.Load(themes.Default(), nil)
		if err != nil {
			b.Fatal(err)
		}
		for name, view := range views {
			if err := look.Compiles(name, reflect.TypeOf(view)); err != nil {
				b.Fatal(err)
			}
		}
	}
}
