//go:build !linux && !darwin

package publish

import (
	"errors"
	"os"
)

// exchange is what this system cannot do.
func exchange(*os.File, string, *os.File, string) error { return errors.ErrUnsupported }
