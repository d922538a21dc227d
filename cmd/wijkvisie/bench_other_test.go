//go:build !linux

package main

import (
	"os"
	"runtime"
)

// peakMemory is not known here.
func peakMemory(*os.ProcessState) float64 { return 0 }

// settle does nothing here.
func settle(string) error { return nil }

// fileSystem is not known here.
func fileSystem(string) string { return "a disk of " + runtime.GOOS }
