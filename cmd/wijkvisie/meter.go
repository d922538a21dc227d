package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/term"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/pipeline"
)

// patience is how long work may take before a person is told how it goes.
const patience = 500 * time.Millisecond

// meter tells a person at a terminal how long work goes on: which stage, how much of
// it is done, and how long the rest may take. It says nothing to a file or a machine,
// nor of what is done at once.
type meter struct {
	out   io.Writer // nil when there is nobody to tell
	lang  diag.Lang
	stage atomic.Pointer[stage]
	over  sync.Once
	stop  chan struct{}
	ended sync.WaitGroup
}

// stage is a part of the work.
type stage struct {
	name  phrase
	total int // 0 when it cannot be counted
	begun time.Time
	done  atomic.Int64
}

// newMeter starts a meter on the stream for people.
func newMeter(env environment, opt *options) *meter {
	m := &meter{lang: opt.lang, stop: make(chan struct{})}
	if opt.quiet || !isTerminal(env.stderr) || env.getenv("CI") != "" {
		return m
	}
	m.out = env.stderr
	m.ended.Go(m.run)
	return m
}

// Begin implements pipeline.Progress.
func (m *meter) Begin(s pipeline.Stage, files int) {
	m.stage.Store(&stage{name: stageNames()[s], total: files, begun: time.Now()})
}

// Done implements pipeline.Progress.
func (m *meter) Done() { m.stage.Load().done.Add(1) }

// end wipes the line, before anything else is said.
func (m *meter) end() {
	m.over.Do(func() { close(m.stop) })
	m.ended.Wait()
}

func (m *meter) run() {
	timer := time.NewTimer(patience)
	shown := false
	for {
		select {
		case <-m.stop:
			if shown {
				fmt.Fprint(m.out, "\r\x1b[K")
			}
			return
		case <-timer.C:
			if s := m.stage.Load(); s != nil {
				fmt.Fprintf(m.out, "\r\x1b[K%s", s.line(m.lang, time.Since(s.begun)))
				shown = true
			}
			timer.Reset(patience / 5)
		}
	}
}

// line says how far a stage is after some time.
func (s *stage) line(lang diag.Lang, took time.Duration) string {
	done := int(s.done.Load())
	if s.total == 0 || done == 0 {
		return s.name[lang] + " …"
	}
	rest := time.Duration(float64(took) * float64(s.total-done) / float64(done)).Round(time.Second)
	text := say(lang, sayOf, s.name[lang], done, s.total)
	if took > patience && rest >= time.Second {
		text += say(lang, sayTimeLeft, int(rest.Seconds()))
	}
	return text
}

// isTerminal tells whether a person sees what is written. /dev/null is a device too, and none.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

func stageNames() map[pipeline.Stage]phrase {
	return map[pipeline.Stage]phrase{
		pipeline.Reading: {"Inhoud lezen", "Reading the content"},
		pipeline.Parsing: {"Inhoud nakijken", "Checking the content"},
		pipeline.Writing: {"Site schrijven", "Writing the site"},
	}
}

var (
	sayOf       = phrase{"%s: %d van %d", "%s: %d of %d"}
	sayTimeLeft = phrase{", nog %d s", ", %d s left"}
)
