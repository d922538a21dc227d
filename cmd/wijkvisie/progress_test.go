package main

import (
	"bytes"
	"os"
	"testing"
	"time"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/pipeline"
)

func TestTheProgressLineOfAStage(t *testing.T) {
	for _, c := range []struct {
		total, done int
		took        time.Duration
		want        string
	}{
		{0, 0, time.Second, "Site schrijven …"},
		{100, 0, time.Second, "Site schrijven …"},
		{100, 25, 10 * time.Second, "Site schrijven: 25 van 100, nog 30 s"},
		{100, 99, 10 * time.Second, "Site schrijven: 99 van 100"},
		{100, 100, 10 * time.Second, "Site schrijven: 100 van 100"},
	} {
		s := &stage{name: stageNames()[pipeline.Writing], total: c.total}
		s.done.Store(int64(c.done))
		if got := s.line(diag.Dutch, c.took); got != c.want {
			t.Errorf("%d of %d after %v: %q, want %q", c.done, c.total, c.took, got, c.want)
		}
	}
}

func TestProgressIsPrintedOnlyToATerminal(t *testing.T) {
	var out bytes.Buffer
	p := newProgressLine(environment{stderr: &out, getenv: func(string) string { return "" }}, &options{})
	p.Begin(pipeline.Reading, 0)
	if p.out != nil {
		t.Error("progress is printed to a buffer")
	}
	p.end()
	p.end() // once more is nothing more
	if out.Len() > 0 {
		t.Errorf("printed %q", out.String())
	}
}

func TestDevNullIsNoTerminal(t *testing.T) {
	f, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if isTerminal(f) {
		t.Errorf("%s counts as a terminal", os.DevNull)
	}
}
