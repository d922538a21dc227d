//go:build !linux && !darwin

package publish

import (
	"errors"
	"os"
)

// exchange returns errors.ErrUnsupported: this system cannot exchange two entries.
func exchange(*os.File, string, *os.File, string) error { return errors.ErrUnsupported }
