package report_test

import (
	"strings"
	"testing"

	"wijkvisie/internal/report"
)

func TestWorklistAsksEveryDepartmentAfterItsOwn(t *testing.T) {
	content := files{
		"site.yaml":         "titel: T\ngemeente: G\nthemas: [{id: groen, naam: Groen}]\n",
		"diensten/noord.md": "---\nnaam: Beheer\ncontact: {e-mail: noord@example.nl}\n---\n",
		"diensten/zuid.md":  "---\nnaam: Beheer\ncontact: {e-mail: zuid@example.nl}\n---\n",
	}
	for _, of := range []string{"noord", "zuid"} {
		content["programmas/"+of+".md"] = "---\ntitel: P\ndienst: " + of + "\njaar: 2011\nstatus: vastgesteld\nvastgesteld-op: 2011-01-01\n" +
			"toezeggingen: [{id: " + of + "-1, titel: Werk van " + of + ", gereed: 2011-03}]\n---\n"
	}
	d := onDays(t, content, "2011-01-01", "2011-06-01")
	list := report.NewWorklist(words(t, "nl", d.now.Site), d.now, report.Scope{})
	if len(list.Waiting) != 2 {
		t.Fatalf("%d departments wait, want 2", len(list.Waiting))
	}
	for i, of := range []string{"noord", "zuid"} {
		w := list.Waiting[i]
		if !strings.HasPrefix(w.Mail, "mailto:"+of+"@example.nl?") || len(w.Sentences) != 1 || !strings.Contains(w.Sentences[0].Text, "Werk van "+of) {
			t.Errorf("%s is asked after %v at %s", of, w.Sentences, w.Mail)
		}
	}
}
