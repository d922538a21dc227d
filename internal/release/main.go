// Command release writes what goes with the programs of a release, to its standard output:
//
//	release licences linux/amd64 windows/arm64    the licences of all that is linked into them
//	release changes                               what changed since the release before
//
// It is run in a clone of the repository, by make release.
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	switch {
	case len(args) > 1 && args[0] == "licences":
		return licences(os.Stdout, ".", args[1:])
	case len(args) == 1 && args[0] == "changes":
		return changes(os.Stdout, ".")
	default:
		return fmt.Errorf("the arguments are licences SYSTEM/PROCESSOR..., or changes, not %q", args)
	}
}
