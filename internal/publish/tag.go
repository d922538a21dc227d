package publish

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"sync"
)

// tag tells the bytes of one file from those of any other.
type tag [tagSize]byte

const tagSize = 16

func newTagKey() tag {
	var key tag
	_, _ = rand.Read(key[:]) // never fails
	return key
}

// tagger makes the tags of files under a key: GMAC (NIST SP 800-38D), four times as fast
// as SHA-256. As nobody knows the key, two contents have one tag with a chance of their
// length in blocks over 2^128, whoever wrote them. Tags are not shown, so that one nonce
// serves for all. BenchmarkTag holds it beside SHA-256.
type tagger struct {
	aead  cipher.AEAD
	nonce [12]byte
	spare sync.Pool // of *[]byte, for files that are read to tag them
}

func newTagger(key tag) *tagger {
	block, err := aes.NewCipher(key[:])
	if err != nil {
		panic(err) // the key is as long as it must be
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		panic(err) // the block is as long as it must be
	}
	return &tagger{aead: aead}
}

// room returns a spare buffer of a length; one for each file would be new memory, which
// takes longer than to read the file. It goes back with spare.Put.
func (t *tagger) room(n int) *[]byte {
	if spare, ok := t.spare.Get().(*[]byte); ok && cap(*spare) >= n {
		*spare = (*spare)[:n]
		return spare
	}
	made := make([]byte, n, max(n, 64<<10))
	return &made
}

// next returns the tag of a file up to here. held begins with room for the tag of what
// came before, the zero tag at first; behind that it holds the bytes since. The tag is made
// in the other room, when there is some.
func (t *tagger) next(before tag, held, room []byte) tag {
	copy(held, before[:])
	return tag(t.aead.Seal(room[:0], t.nonce[:], nil, held))
}

// of returns the tag of a file's bytes, made in the pieces in which they are written.
// held has room for a tag before them.
func (t *tagger) of(held []byte) (made tag) {
	for len(held) > tagSize+spoolLimit {
		made = t.next(made, held[:tagSize+spoolLimit], nil)
		held = held[spoolLimit:] // the room for the next tag is what was tagged
	}
	return t.next(made, held, nil)
}
