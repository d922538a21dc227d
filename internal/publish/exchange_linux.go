package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// exchange exchanges an entry of one open folder and an entry of another in one step. It
// returns errors.ErrUnsupported where the file system cannot do that.
func exchange(a *os.File, nameA string, b *os.File, nameB string) error {
	for {
		err := unix.Renameat2(int(a.Fd()), nameA, int(b.Fd()), nameB, unix.RENAME_EXCHANGE)
		switch err {
		case unix.EINTR:
			continue
		case unix.EINVAL, unix.ENOSYS, unix.ENOTSUP:
			return errors.ErrUnsupported
		}
		return os.NewSyscallError("renameat2", err)
	}
}
