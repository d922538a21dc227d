package view

import (
	"testing"

	"wijkvisie/internal/plan"
)

func TestEveryKindOfPageHasARow(t *testing.T) {
	rows := kinds()
	if len(rows) != len(plan.Kinds()) {
		t.Fatalf("there are %d kinds of page and %d rows", len(plan.Kinds()), len(rows))
	}
	for kind, row := range rows {
		if row.template == "" || row.view == nil {
			t.Errorf("the row of kind %d has no template or no view", kind)
		}
		if row.menu != inNoMenu && plan.Kind(kind).URL() == "" {
			t.Errorf("the menu has kind %d, which has no address", kind)
		}
	}
}
