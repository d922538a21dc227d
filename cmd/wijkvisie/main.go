// Command wijkvisie turns a municipality's content into a public site that
// shows what each wijk asked, what which dienst committed to, and how it stands.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	_ "time/tzdata" // the reference date is read in Europe/Amsterdam, on every machine
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, environment{
		args:   os.Args[1:],
		stdout: os.Stdout,
		stderr: os.Stderr,
		getenv: os.Getenv,
		caches: os.UserCacheDir,
		now:    time.Now,
	})
	stop()
	os.Exit(status)
}
