package lsp

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
)

// maxMessage is the size in bytes of the largest message that is read. A file of content is at
// most 16 MB.
const maxMessage = 128 << 20

var (
	errHeader = errors.New("a message does not begin with a Content-Length")
	errSize   = fmt.Errorf("a message is larger than %d MB", maxMessage>>20)
)

// framing is the channel of package jrpc2 with the headers of the protocol. Unlike that of
// package jrpc2/channel it bounds the size of a message and passes over any Content-Type.
type framing struct {
	in  *bufio.Reader
	mu  sync.Mutex // held while a message is written
	out io.Writer
	end func() error
}

func newFraming(in io.Reader, out io.Writer, end func() error) *framing {
	return &framing{in: bufio.NewReader(in), out: out, end: end}
}

// Send implements channel.Channel.
func (f *framing) Send(message []byte) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	_, err := f.out.Write(append(fmt.Appendf(nil, "Content-Length: %d\r\n\r\n", len(message)), message...))
	return err
}

// Recv implements channel.Channel.
func (f *framing) Recv() ([]byte, error) {
	size := -1
	for first := true; ; first = false {
		header, err := f.header()
		if err != nil {
			if first && header == "" {
				return nil, err // io.EOF between two messages is the end
			}
			return nil, errors.Join(errHeader, err)
		}
		if header == "" {
			break
		}
		name, value, ok := strings.Cut(header, ":")
		if !ok {
			return nil, errHeader
		}
		if strings.EqualFold(name, "Content-Length") {
			if size, err = strconv.Atoi(strings.TrimSpace(value)); err != nil || size < 0 {
				return nil, errHeader
			}
		}
	}
	switch {
	case size < 0:
		return nil, errHeader
	case size > maxMessage:
		return nil, errSize
	}
	message := make([]byte, size)
	if _, err := io.ReadFull(f.in, message); err != nil {
		return nil, fmt.Errorf("a message ends too early: %w", err)
	}
	return message, nil
}

// header reads a line of a header, without its line end.
func (f *framing) header() (string, error) {
	header, err := f.in.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		return "", errHeader
	}
	return strings.TrimRight(string(header), "\r\n"), err
}

// Close implements channel.Channel.
func (f *framing) Close() error { return f.end() }
