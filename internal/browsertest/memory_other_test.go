//go:build !linux

package browsertest

func residentMemory(int) (float64, bool) { return 0, false }
