package main

import (
	"bytes"
	"os"
	"testing"
	"time"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/pipeline"
)

func TestAStageSaysHowFarItIs(t *testing.T) {
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

func TestOnlyATerminalIsToldOfProgress(t *testing.T) {
	var out bytes.Buffer
	m := newMeter(environment{stderr: &out, getenv: func(string) string { return "" }}, &options{})
	m.Begin(pipeline.Reading, 0)
	if m.out != nil {
		t.Error("a buffer is told")
	}
	m.end()
	m.end() // once more is nothing more
	if out.Len() > 0 {
		t.Errorf("said %q", out.String())
	}
}

func TestTheDeviceThatSwallowsAllIsNoTerminal(t *testing.T) {
	f, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if isTerminal(f) {
		t.Errorf("%s is told of progress, in colour", os.DevNull)
	}
}
