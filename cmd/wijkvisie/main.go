// Command wijkvisie turns a municipality's content into a public site that
// shows what each wijk asked, what which dienst committed to, and how it stands.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	_ "time/tzdata" // the reference date is read in Europe/Amsterdam, on every machine
)

func main() {
	env := environment{
		args:   os.Args[1:],
		stdin:  os.Stdin,
		stdout: os.Stdout,
		stderr: os.Stderr,
		getenv: os.Getenv,
		caches: os.UserCacheDir,
		now:    time.Now,
	}
	os.Exit(untilStopped(env, longestEnd, func(ctx context.Context) int { return run(ctx, env) }))
}

// longestEnd is how long a command that is stopped may take to put away what it was making.
const longestEnd = 500 * time.Millisecond

// untilStopped runs a command until it ends, or until the user stops it (Ctrl-C, SIGTERM), and
// returns its exit status. A command that is stopped may take some time to end, and is given up
// after that; a second signal ends the program without asking, as it would any other.
func untilStopped(env environment, patience time.Duration, command func(context.Context) int) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	ended := make(chan int, 1)
	go func() { ended <- command(ctx) }()
	select {
	case status := <-ended:
		return status
	case <-ctx.Done():
	}
	select {
	case status := <-ended:
		return status
	case <-time.After(patience):
		fmt.Fprintf(env.stderr, "wijkvisie: %s\n", say(languageOf(env), sayEnded))
		return statusCanceled
	}
}
