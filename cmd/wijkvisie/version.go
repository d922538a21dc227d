package main

import (
	"context"
	"fmt"
	"runtime/debug"
)

// version says which version this is: that of the module, with the revision it
// was built from when that is known.
func version(_ context.Context, env environment, _ *options) (int, error) {
	_, err := fmt.Fprintln(env.stdout, "wijkvisie "+versionText())
	return statusDone, err
}

func versionText() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(devel)"
	}
	return versionOf(info)
}

// versionOf returns the version of a program that was built so.
func versionOf(info *debug.BuildInfo) string {
	text := info.Main.Version
	if text == "" {
		text = "(devel)"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && text == "(devel)" {
			text += " " + s.Value[:min(12, len(s.Value))]
		}
	}
	return text
}
