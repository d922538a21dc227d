package render

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"io"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/render/opendata"
)

// measure returns the size and the checksum of the file of open data at an address. One that was
// not written yet is made for it.
func (r *Renderer) measure(address string) (opendata.Measurement, error) {
	generated := r.site.Generated()
	for i := range generated {
		m := &generated[i]
		if m.URL != address {
			continue
		}
		if _, known := r.measurements.Load(address); !known {
			if err := r.writeGenerated(io.Discard, m); err != nil {
				return opendata.Measurement{}, err
			}
		}
		if found, ok := r.measurements.Load(address); ok {
			return found.(opendata.Measurement), nil
		}
	}
	return opendata.Measurement{}, fmt.Errorf("no file of open data is at %s", address)
}

// writeMeasured writes a file, and keeps its size and its checksum.
func (r *Renderer) writeMeasured(w io.Writer, m *plan.GeneratedFile, write func(io.Writer) error) error {
	measuring := measuringWriter{to: w, hash: sha256.New()}
	if err := write(&measuring); err != nil {
		return err
	}
	found := opendata.Measurement{Size: measuring.size}
	measuring.hash.Sum(found.SHA256[:0])
	r.measurements.Store(m.URL, found)
	return nil
}

// measuringWriter passes on what is written to it, and counts and sums it.
type measuringWriter struct {
	to   io.Writer
	hash hash.Hash
	size int
}

func (w *measuringWriter) Write(b []byte) (int, error) {
	w.size += len(b)
	w.hash.Write(b)
	return w.to.Write(b)
}
