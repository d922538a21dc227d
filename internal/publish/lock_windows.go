package publish

import (
	"os"

	"golang.org/x/sys/windows"
)

// tryLock locks a file until it is closed, or returns errBusy.
func tryLock(file *os.File) error {
	err := windows.LockFileEx(windows.Handle(file.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &windows.Overlapped{})
	switch err {
	case windows.ERROR_LOCK_VIOLATION, windows.ERROR_IO_PENDING:
		return errBusy
	}
	return os.NewSyscallError("LockFileEx", err)
}
