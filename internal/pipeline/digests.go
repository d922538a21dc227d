package pipeline

import (
	"encoding/binary"
	"hash/fnv"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/render"
)

// digests are those of the pages and the made files of a site, in the order of its plan.
type digests struct{ pages, made []render.Digest }

func newDigests(r *render.Renderer) *digests {
	pages, made := r.Digests().All()
	return &digests{pages, made}
}

// digestSize is how many bytes the digest of a file takes, with the hash of its URL.
const digestSize = 8 + 8

// pack returns the digests as bytes, for readDigests.
func (d *digests) pack(site *plan.Site) []byte {
	b := make([]byte, 0, digestSize*(len(d.pages)+len(d.made)))
	add := func(url []byte, digest render.Digest) {
		if digest != 0 {
			b = binary.LittleEndian.AppendUint64(b, hash(url))
			b = binary.LittleEndian.AppendUint64(b, uint64(digest))
		}
	}
	var url []byte
	for i, p := range site.Pages {
		url = p.AppendURL(url[:0])
		add(url, d.pages[i])
	}
	for i := range site.Made {
		url = append(url[:0], site.Made[i].URL...)
		add(url, d.made[i])
	}
	return b
}

// readDigests returns the digests of files by the hashes of their URLs. Two URLs with one
// hash do no harm: a digest has the URL in it.
func readDigests(b []byte) map[uint64]render.Digest {
	of := make(map[uint64]render.Digest, len(b)/digestSize)
	for ; len(b) >= digestSize; b = b[digestSize:] {
		of[binary.LittleEndian.Uint64(b)] = render.Digest(binary.LittleEndian.Uint64(b[8:]))
	}
	return of
}

func hash(b []byte) uint64 {
	h := fnv.New64a()
	_, _ = h.Write(b) // never fails
	return h.Sum64()
}
