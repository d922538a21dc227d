//go:build !linux && !darwin

package manifest

// identify knows no identity that a program could not set: nothing is remembered.
func identify(string) (identity, bool) { return identity{}, false }
