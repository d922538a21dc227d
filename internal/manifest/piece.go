package manifest

import (
	"crypto/sha256"
	"encoding/binary"
	"io"
	"os"
	"sync/atomic"

	"wijkvisie/internal/packed"
	"wijkvisie/internal/parallel"
)

// piece is a piece of a file. Each is summed up alone: so all cores read a manifest, what
// is not asked for is not read, and what is as it was is not summed up anew.
type piece struct {
	at, size int
	sum      [sha256.Size]byte
}

// A file begins with these, then how long its head is. The head tells the sizes and sums of
// the pieces, which follow it: those of the manifest itself, of what was made, and of what
// is beside it. It ends with a sum of its own.
const (
	magic   = "wijkvisie manifest 5\n"
	partsIn = 3
)

func appendHead(b []byte, parts [partsIn][]piece) []byte {
	b = append(b, magic...)
	from := len(b) + 4
	b = append(b, 0, 0, 0, 0)
	for _, pieces := range parts {
		b = packed.AppendNumber(b, len(pieces))
		for _, p := range pieces {
			b = append(packed.AppendNumber(b, p.size), p.sum[:]...)
		}
	}
	binary.LittleEndian.PutUint32(b[from-4:], uint32(len(b)-from))
	sum := sha256.Sum256(b[from:])
	return append(b, sum[:]...)
}

// readHead reads where the pieces of a file are.
func readHead(f io.ReaderAt, size int64) (parts [partsIn][]piece, err error) {
	var start [len(magic) + 4]byte
	if _, err := f.ReadAt(start[:], 0); err != nil || string(start[:len(magic)]) != magic {
		return parts, errDamaged
	}
	n := int64(binary.LittleEndian.Uint32(start[len(magic):]))
	if n > size {
		return parts, errDamaged
	}
	head := make([]byte, n+sha256.Size)
	if _, err := f.ReadAt(head, int64(len(start))); err != nil || sha256.Sum256(head[:n]) != [sha256.Size]byte(head[n:]) {
		return parts, errDamaged
	}
	r, at := packed.Read(head[:n]), len(start)+len(head)
	for i := range parts {
		parts[i] = make([]piece, r.Count(1+sha256.Size))
		for j := range parts[i] {
			p := piece{at: at, size: r.Number()}
			copy(p.sum[:], r.Bytes(sha256.Size))
			if int64(p.size) > size-int64(at) {
				return parts, errDamaged
			}
			parts[i][j] = p
			at += p.size
		}
	}
	if !r.Done() || int64(at) != size {
		return parts, errDamaged
	}
	return parts, nil
}

func (p piece) read(f io.ReaderAt) ([]byte, error) {
	data := make([]byte, p.size)
	return data, p.fill(f, data)
}

func (p piece) fill(f io.ReaderAt, data []byte) error {
	if _, err := f.ReadAt(data, int64(p.at)); err != nil || sha256.Sum256(data) != p.sum {
		return errDamaged
	}
	return nil
}

// readPieces reads pieces that stand behind each other, on all cores.
func readPieces(f io.ReaderAt, pieces []piece) ([][]byte, error) {
	size := 0
	for _, p := range pieces {
		size += p.size
	}
	all, data := make([]byte, size), make([][]byte, len(pieces))
	for i, p := range pieces {
		data[i], all = all[:p.size:p.size], all[p.size:]
	}
	var failed atomic.Bool
	parallel.Each(len(pieces), func(i int) {
		if pieces[i].fill(f, data[i]) != nil {
			failed.Store(true)
		}
	})
	if failed.Load() {
		return nil, errDamaged
	}
	return data, nil
}

// sumPieces returns pieces of which it is not known yet where they are.
func sumPieces(data [][]byte) []piece {
	pieces := make([]piece, len(data))
	parallel.Each(len(data), func(i int) { pieces[i] = piece{size: len(data[i]), sum: sha256.Sum256(data[i])} })
	return pieces
}

// writePieces writes pieces; those that are nil the system copies from a file where they
// stand at the same index.
func writePieces(f io.Writer, data [][]byte, before *Beside) error {
	for i := 0; i < len(data); {
		from := i
		for i < len(data) && data[i] == nil {
			i++
		}
		if i > from {
			if err := copyPieces(f, before.file, before.pieces[from:i]); err != nil {
				return err
			}
			continue
		}
		if _, err := f.Write(data[i]); err != nil {
			return err
		}
		i++
	}
	return nil
}

// copyPieces copies pieces that stand behind each other.
func copyPieces(to io.Writer, from *os.File, pieces []piece) error {
	size := 0
	for _, p := range pieces {
		size += p.size
	}
	if _, err := from.Seek(int64(pieces[0].at), io.SeekStart); err != nil {
		return err
	}
	_, err := io.CopyN(to, from, int64(size))
	return err
}
