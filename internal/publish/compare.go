package publish

import "io"

// comparer compares streams of bytes, with the same buffers each time.
type comparer struct {
	a, b []byte
}

// compareSize is the size of each buffer of a comparer: more than most pages have.
const compareSize = 32 << 10

// equal reports whether two streams hold the same bytes.
func (c *comparer) equal(a, b io.Reader) (bool, error) {
	if c.a == nil {
		c.a, c.b = make([]byte, compareSize), make([]byte, compareSize)
	}
	for {
		n, errA := io.ReadFull(a, c.a)
		m, errB := io.ReadFull(b, c.b)
		if string(c.a[:n]) != string(c.b[:m]) {
			return false, nil
		}
		if isEnd(errA) && isEnd(errB) {
			return true, nil
		}
		for _, err := range []error{errA, errB} {
			if err != nil && !isEnd(err) {
				return false, err
			}
		}
	}
}

// isEnd reports whether an error of [io.ReadFull] means that the stream ended.
func isEnd(err error) bool { return err == io.EOF || err == io.ErrUnexpectedEOF }
