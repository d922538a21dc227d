package render

import (
	"reflect"
	"testing"

	"wijkvisie/internal/theme"
	"wijkvisie/themes"
)

// A theme of one's own may need html/template; the built-in one is fast.
func TestTheBuiltInThemeIsAllPrograms(t *testing.T) {
	look, problems, err := theme.Load(themes.Default(), nil)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	for name, view := range map[string]any{
		"home": homeView{}, "wijken": wijkenView{}, "wijk": wijkView{}, "vision": visionView{}, "need": needView{},
		"departments": departmentsView{}, "department": departmentView{}, "programmes": programmesView{}, "programme": programmeView{},
		"themes": themesView{}, "theme": themeView{}, "progress": progressView{}, "changes": changesView{}, "search": searchView{},
		"data": dataView{}, "page": looseView{}, "notfound": notFoundView{}, "moved": movedView{},
	} {
		if err := look.Compiles(name, reflect.TypeOf(view)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
