package check_test

import (
	"context"
	"slices"
	"sync/atomic"
	"testing"

	"wijkvisie/internal/check"
	"wijkvisie/internal/city"
	"wijkvisie/internal/contenttest"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/sample"
)

// endingContext ends when it was asked for a number of times whether it has.
type endingContext struct {
	context.Context
	left atomic.Int64
}

func (c *endingContext) Err() error {
	if c.left.Add(-1) >= 0 {
		return nil
	}
	return context.Canceled
}

// sampleCity returns the records of a sample city and its graph.
func sampleCity(wijken int) (*city.City, *relate.Graph) {
	files := make(map[string]string)
	for path, text := range sample.Files(wijken) {
		files[path] = text
	}
	c := contenttest.Parse(files).City
	return c, relate.Relate(c, relate.Options{Date: city.Day{Year: 2013, Month: 3, Day: 1}})
}

// The rules end with their context wherever they are, and what they keep for the next call is
// complete.
func TestRulesEndWithTheContext(t *testing.T) {
	c, g := sampleCity(8)
	said := func(list diag.List) []string {
		var lines []string
		for _, d := range list {
			lines = append(lines, d.Path()+" "+diag.Dutch.Say(d.Text))
		}
		slices.Sort(lines)
		return lines
	}
	want := said(check.All(t.Context(), c, g, check.Options{Language: true}))
	const most = 1 << 30
	ctx := &endingContext{Context: t.Context()}
	ctx.left.Store(most)
	check.All(ctx, c, g, check.Options{Language: true})
	asked := most - ctx.left.Load()
	if items := len(g.Needs) + len(g.Commitments) + 4*len(g.Wijken); asked < int64(items) {
		t.Errorf("the rules ask %d times whether the context has ended, for %d items", asked, items)
	}
	for asks := int64(0); asks <= asked; asks += 7 {
		texts := new(check.Texts)
		ctx.left.Store(asks)
		check.All(ctx, c, g, check.Options{Language: true, Texts: texts})
		got := said(check.All(t.Context(), c, g, check.Options{Language: true, Texts: texts}))
		if !slices.Equal(got, want) {
			t.Fatalf("after an end at %d asks: %d diagnostics, want %d", asks, len(got), len(want))
		}
	}
}
