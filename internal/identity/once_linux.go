package identity

import (
	"strings"
	"unsafe"

	"golang.org/x/sys/unix"
)

// mostPath is how long a path atOnce looks at, with the zero that ends it.
const mostPath = 256

// atOnce is At without all that makes a call of the system dear beside what it does: a
// build with nothing to do is over a hundred thousand of them. The path is copied to the
// stack, and the scheduler is not told, as the answer is there before it could do anything
// with the core; should a disk be slow, that core waits with it. Whatever is not plain is
// left to the ordinary call. BenchmarkAt holds it beside that.
func atOnce(folder int, path string) (id ID, ok bool) {
	if len(path) >= mostPath || strings.IndexByte(path, 0) >= 0 {
		return ID{}, false
	}
	var name [mostPath]byte
	var s unix.Statx_t
	copy(name[:], path)
	_, _, failed := unix.RawSyscall6(unix.SYS_STATX, uintptr(folder), uintptr(unsafe.Pointer(&name)),
		unix.AT_SYMLINK_NOFOLLOW, unix.STATX_BASIC_STATS, uintptr(unsafe.Pointer(&s)), 0)
	if failed != 0 || s.Mask&unix.STATX_BASIC_STATS != unix.STATX_BASIC_STATS {
		return ID{}, false
	}
	mode, ok := modeOf(uint32(s.Mode))
	device := unix.Mkdev(s.Dev_major, s.Dev_minor)
	return ID{s.Size, mode, s.Ino, device, nanoseconds(s.Mtime), nanoseconds(s.Ctime)}, ok
}

func nanoseconds(t unix.StatxTimestamp) int64 { return t.Sec*1e9 + int64(t.Nsec) }
