//go:build unix

package publish

import (
	"os"

	"golang.org/x/sys/unix"
)

// tryLock locks a file until it is closed, or returns errBusy.
func tryLock(file *os.File) error {
	for {
		err := unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		switch err {
		case unix.EINTR:
			continue
		case unix.EWOULDBLOCK:
			return errBusy
		}
		return os.NewSyscallError("flock", err)
	}
}
