package manifest

import (
	"crypto/sha256"
	"io"
	"sync/atomic"

	"wijkvisie/internal/parallel"
)

// pieceSize is how much is read and summed up at a time. A manifest of the whole country
// is 11 MB, and nothing else can be done before it is read: that goes on all cores.
const pieceSize = 256 << 10

// sumOf sums up bytes: it is the SHA-256 of the SHA-256 of every piece.
func sumOf(data []byte) [sha256.Size]byte {
	sum, _ := sumPieces(data, func(int, []byte) error { return nil })
	return sum
}

// readSummed reads bytes of a file, and checks that they have a sum.
func readSummed(f io.ReaderAt, at, size int, sum [sha256.Size]byte) ([]byte, error) {
	data := make([]byte, size)
	found, ok := sumPieces(data, func(from int, piece []byte) error {
		_, err := f.ReadAt(piece, int64(at+from))
		return err
	})
	if !ok || found != sum {
		return nil, errDamaged
	}
	return data, nil
}

// sumPieces fills data piece by piece, and sums it up. It is not ok when a piece cannot be
// filled.
func sumPieces(data []byte, fill func(from int, piece []byte) error) (sum [sha256.Size]byte, ok bool) {
	n := (len(data) + pieceSize - 1) / pieceSize
	sums := make([]byte, n*sha256.Size)
	var failed atomic.Bool
	parallel.Each(n, func(i int) {
		from := i * pieceSize
		piece := data[from:min(from+pieceSize, len(data))]
		if fill(from, piece) != nil {
			failed.Store(true)
		}
		one := sha256.Sum256(piece)
		copy(sums[i*sha256.Size:], one[:])
	})
	return sha256.Sum256(sums), !failed.Load()
}
