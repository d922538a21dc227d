package relate_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"wijkvisie/internal/city"
	"wijkvisie/internal/contenttest"
	"wijkvisie/internal/relate"
)

// TestJury holds Relate against situations that were judged by hand. Each file of
// testdata/jury says at its top what the situation is and why what is expected is right;
// then come files of content, of which testdata/jury-default.txtar gives those that are
// missing. Its want.txt has days, and below each day what is so on it:
//
//	2012-06-30                                   the reference date
//	visie oost: oost-2011                        the current vision; "geen" when there is none
//	oost/brug: nagekomen                         a need, its status and, when they are so,
//	                                             "gevraagd-sinds 2011-01-01" and "niet-actueel"
//	sw-1: gerealiseerd later-dan-beloofd         a commitment, its status and all its flags
//	sw-1 voor oost/brug: verloren                what became of a commitment for a need
//	oordeel oost/brug: deels 2012-06-01          the newest judgement on a need, and "achterhaald"
//	oordeel over sw-1: niet 2012-06-01           the newest judgement over a commitment
//	figuren: 1 nagekomen, 2 toegezegd            the needs that are counted; "geen" when none is
//	sentence oost/brug: De brug is er.           not for this test: pages are tested elsewhere
//
// A need or a commitment that is not to be seen is "bestaat niet".
func TestJury(t *testing.T) {
	common := readCase(t, filepath.Join("testdata", "jury-default.txtar"))
	paths, err := filepath.Glob(filepath.Join("testdata", "jury", "*.txtar"))
	if err != nil || len(paths) < 60 {
		t.Fatalf("%d cases, %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			c := readCase(t, path)
			if len(strings.Fields(c.why)) < 8 {
				t.Error("the case does not say why")
			}
			c.complete(common)
			content := contenttest.Parse(c.files)
			for _, p := range content.Problems {
				t.Errorf("%v", p)
			}
			c.judge(t, content.City)
		})
	}
}

// juryCase is a file of testdata/jury.
type juryCase struct {
	why   string
	files map[string]string // content, by path
	want  string
}

func readCase(t *testing.T, path string) juryCase {
	t.Helper()
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c := juryCase{why: string(archive.Comment), files: make(map[string]string)}
	for _, f := range archive.Files {
		if f.Name == "want.txt" {
			c.want = string(f.Data)
		} else {
			c.files[f.Name] = string(f.Data)
		}
	}
	return c
}

// complete adds the files that the case has not itself, and the vision when it has none.
func (c *juryCase) complete(common juryCase) {
	asks := false
	for path := range c.files {
		asks = asks || strings.HasPrefix(path, "wijkvisies/")
	}
	for path, text := range common.files {
		if _, has := c.files[path]; !has && !(asks && strings.HasPrefix(path, "wijkvisies/")) {
			c.files[path] = text
		}
	}
}

// judge compares every line that is expected with what is derived for the day above it.
func (c *juryCase) judge(t *testing.T, content *city.City) {
	var g *relate.Graph
	lines := 0
	for line := range strings.Lines(c.want) {
		line = strings.TrimSpace(line)
		if day, ok := city.ParseDay(line); ok {
			g = relate.Relate(content, relate.Options{Date: day})
			continue
		}
		of, want, ok := strings.Cut(line, ": ")
		switch {
		case !ok || g == nil:
			t.Fatalf("not understood: %q", line)
		case strings.HasPrefix(line, "sentence"):
			continue
		}
		lines++
		if got := derived(g, of); got != want {
			t.Errorf("%s, %s: got %q, want %q", g.Date, of, got, want)
		}
	}
	if lines == 0 {
		t.Error("nothing is expected")
	}
}

const absent = "bestaat niet"

// derived returns what a graph derives of something, in the words of want.txt.
func derived(g *relate.Graph, of string) string {
	id, need, outcome := strings.Cut(of, " voor ")
	switch {
	case of == "figuren":
		return figures(g)
	case strings.HasPrefix(of, "visie "):
		return currentVision(g, strings.TrimPrefix(of, "visie "))
	case strings.HasPrefix(of, "oordeel over "):
		return judgementOver(g, strings.TrimPrefix(of, "oordeel over "))
	case strings.HasPrefix(of, "oordeel "):
		if n := findNeed(g, strings.TrimPrefix(of, "oordeel ")); n != nil {
			return judgement(n.Judgement)
		}
	case outcome:
		n, c := findNeed(g, need), findCommitment(g, id)
		if n != nil && c != nil && slices.Contains(n.Commitments, c) {
			return n.Outcome(c).String()
		}
	case strings.Contains(of, "/"):
		if n := findNeed(g, of); n != nil {
			return needState(n)
		}
	default:
		if c := findCommitment(g, of); c != nil {
			return commitmentState(c)
		}
	}
	return absent
}

func findNeed(g *relate.Graph, id string) *relate.Need {
	for _, n := range g.Needs {
		if n.ID == id {
			return n
		}
	}
	return nil
}

func findCommitment(g *relate.Graph, id string) *relate.Commitment {
	for _, c := range g.Commitments {
		if c.ID.Value == id {
			return c
		}
	}
	return nil
}

func currentVision(g *relate.Graph, wijk string) string {
	for _, w := range g.Wijken {
		if w.ID == wijk && w.Current != nil {
			return w.Current.ID
		}
	}
	return "geen"
}

func needState(n *relate.Need) string {
	state := n.Status.String()
	if !n.AskedSince.IsZero() {
		state += " gevraagd-sinds " + n.AskedSince.String()
	}
	if !n.Current {
		state += " niet-actueel"
	}
	return state
}

func commitmentState(c *relate.Commitment) string {
	state := string(c.Status)
	for _, flag := range []struct {
		is   bool
		word string
	}{
		{c.Late, "vertraagd"}, {c.Rescheduled, "verschoven"}, {c.LaterThanPromised, "later-dan-beloofd"}, {c.Silent, "stil"},
	} {
		if flag.is {
			state += " " + flag.word
		}
	}
	return state
}

func judgement(j *relate.Judgement) string {
	if j == nil {
		return "geen"
	}
	state := j.Verdict.Value + " " + j.Date.String()
	if j.Outdated {
		state += " achterhaald"
	}
	return state
}

func judgementOver(g *relate.Graph, id string) string {
	var newest *relate.Judgement
	for _, n := range g.Needs {
		for _, j := range n.Judgements {
			if j.About != nil && j.About.ID.Value == id {
				newest = j
			}
		}
	}
	return judgement(newest)
}

// figures returns how many needs have which status, in the order of the statuses. They are
// those of the whole site, which the wijken and the themes together have too.
func figures(g *relate.Graph) string {
	var parts []string
	sum := 0
	for _, s := range relate.NeedStatuses() {
		if number := g.Figures.By[s]; number > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", number, s))
			sum += number
		}
	}
	wijken, themes := 0, 0
	for _, w := range g.Wijken {
		wijken += w.Figures.Total
	}
	for _, theme := range g.Themes {
		themes += theme.Figures.Total
	}
	if sum != g.Figures.Total || wijken != sum || themes != sum {
		return fmt.Sprintf("%d in all, %d by status, %d by wijk, %d by theme", g.Figures.Total, sum, wijken, themes)
	}
	if len(parts) == 0 {
		return "geen"
	}
	return strings.Join(parts, ", ")
}
