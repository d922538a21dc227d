package render

import (
	"reflect"
	"testing"

	"wijkvisie/internal/theme"
	"wijkvisie/themes"
)

// views are the kinds of pages, each by its template.
var views = map[string]any{
	"home": homeView{}, "wijken": wijkenView{}, "wijk": wijkView{}, "vision": visionView{}, "need": needView{},
	"departments": departmentsView{}, "department": departmentView{}, "programmes": programmesView{}, "programme": programmeView{},
	"themes": themesView{}, "theme": themeView{}, "progress": progressView{}, "changes": changesView{}, "search": searchView{},
	"data": dataView{}, "page": looseView{}, "notfound": notFoundView{}, "moved": movedView{},
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
