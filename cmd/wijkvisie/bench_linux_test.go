package main

import (
	"os"
	"syscall"
)

// peakMemory returns the most memory that a process held, in MiB.
func peakMemory(p *os.ProcessState) float64 {
	return float64(p.SysUsage().(*syscall.Rusage).Maxrss) / 1024 // Linux counts in KiB
}
