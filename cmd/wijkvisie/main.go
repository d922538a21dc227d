// Command wijkvisie turns a municipality's content into a public site that
// shows what each wijk asked, what which dienst committed to, and how it stands.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	_ "time/tzdata" // the reference date is read in Europe/Amsterdam, on every machine
)

// garbage is how much garbage there may be for all that is in use, in percent. A
// municipality builds its site on the smallest machine there is, so memory goes
// before the fifth of the time that the usual 100 would save.
const garbage = 25

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, environment{
		args:   os.Args[1:],
		stdout: os.Stdout,
		stderr: os.Stderr,
		getenv: os.Getenv,
		now:    time.Now,
	})
	stop()
	os.Exit(status)
}
