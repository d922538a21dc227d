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

// progressDelay is how long work may take before its progress is printed.
const progressDelay = 500 * time.Millisecond

// progressLine prints the progress of long work on one line of a terminal: the stage, how
// much of it is done, and how long the rest may take. It prints nothing to a file or a
// pipe, nor in continuous integration. It implements pipeline.Progress.
type progressLine struct {
	out   io.Writer // nil when nothing is printed
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

// newProgressLine starts a line on standard error. It is to be ended.
func newProgressLine(env environment, opt *options) *progressLine {
	p := &progressLine{lang: opt.lang, stop: make(chan struct{})}
	if opt.quiet || !isTerminal(env.stderr) || env.getenv("CI") != "" {
		return p
	}
	p.out = env.stderr
	p.ended.Go(p.run)
	return p
}

// Begin implements pipeline.Progress.
func (p *progressLine) Begin(s pipeline.Step, files int) {
	p.stage.Store(&stage{name: stageNames()[s], total: files, begun: time.Now()})
}

// Done implements pipeline.Progress.
func (p *progressLine) Done() { p.stage.Load().done.Add(1) }

// end erases the line. It has to come before anything else is printed.
func (p *progressLine) end() {
	p.over.Do(func() { close(p.stop) })
	p.ended.Wait()
}

func (p *progressLine) run() {
	timer := time.NewTimer(progressDelay)
	printed := false
	for {
		select {
		case <-p.stop:
			if printed {
				fmt.Fprint(p.out, "\r\x1b[K")
			}
			return
		case <-timer.C:
			if s := p.stage.Load(); s != nil {
				fmt.Fprintf(p.out, "\r\x1b[K%s", s.line(p.lang, time.Since(s.begun)))
				printed = true
			}
			timer.Reset(progressDelay / 5)
		}
	}
}

// line returns the text of the line for a stage that has taken some time.
func (s *stage) line(lang diag.Lang, took time.Duration) string {
	done := int(s.done.Load())
	if s.total == 0 || done == 0 {
		return s.name[lang] + " …"
	}
	rest := time.Duration(float64(took) * float64(s.total-done) / float64(done)).Round(time.Second)
	text := say(lang, sayOf, s.name[lang], done, s.total)
	if took > progressDelay && rest >= time.Second {
		text += say(lang, sayTimeLeft, int(rest.Seconds()))
	}
	return text
}

// isTerminal reports whether w is a terminal. A device such as /dev/null is none.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

func stageNames() map[pipeline.Step]phrase {
	return map[pipeline.Step]phrase{
		pipeline.Reading: {"Inhoud lezen", "Reading the content"},
		pipeline.Parsing: {"Inhoud nakijken", "Checking the content"},
		pipeline.Writing: {"Site schrijven", "Writing the site"},
	}
}

var (
	sayOf       = phrase{"%s: %d van %d", "%s: %d of %d"}
	sayTimeLeft = phrase{", nog %d s", ", %d s left"}
)
