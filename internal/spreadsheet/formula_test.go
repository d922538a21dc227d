package spreadsheet

import "testing"

func TestFormulasAreHarmless(t *testing.T) {
	for cell, want := range map[string]string{
		"": "", "Plateau": "Plateau", "=1+1": "'=1+1", "@SUM(A1)": "'@SUM(A1)", "-5": "-5", "+31": "+31", "-5+cmd": "'-5+cmd", "'s avonds": "'s avonds",
		"'=x": "''=x", "\tx": "'\tx", "＝x": "'＝x", "- een streepje": "'- een streepje", "'-5": "''-5",
	} {
		if got := Harmless(cell); got != want {
			t.Errorf("%q becomes %q, want %q", cell, got, want)
		}
	}
}

func FuzzWrittenUndoesHarmless(f *testing.F) {
	for _, s := range []string{"", "=x", "'=x", "''-5", "'-5", "-5", "'s", "'+1,5", "+1,5\n", "'\t"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		if got := Written(Harmless(cell)); got != cell {
			t.Errorf("%q reads back as %q", cell, got)
		}
		if got := Written(InWorkbook(cell)); got != cell {
			t.Errorf("in a workbook %q reads back as %q", cell, got)
		}
	})
}
