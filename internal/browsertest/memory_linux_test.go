package browsertest

import (
	"fmt"
	"os"
	"strings"
)

// residentMemory returns what a process keeps in memory, in MiB.
func residentMemory(pid int) (float64, bool) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, false
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	var kilobytes float64
	_, err = fmt.Sscanf(strings.TrimSpace(rest), "%f kB", &kilobytes)
	return kilobytes / 1024, err == nil
}
