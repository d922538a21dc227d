package render

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"wijkvisie/internal/escape"
	"wijkvisie/internal/plan"
)

// mostPostings is in how many entries a word may stand: one that is in more, as "de",
// tells nothing, and would make a part as large as the whole.
const mostPostings = 5000

// wordIndex is which words stand in which entries. A large site has a million
// postings or more, and the index is in memory while its parts are written: each takes
// eight bytes (BenchmarkMade).
type wordIndex struct {
	words    blocks[word]
	buckets  [][]uint32 // the words of each part, by their number
	postings blocks[posting]
}

// blocks is a list that grows and is never copied, so that it leaves no garbage. What is
// in it is numbered from 1.
type blocks[T any] struct {
	full [][]T
	last uint32 // the number of the last one
}

const inBlock = 1 << 12

// add adds one, which is empty, and returns its number.
func (b *blocks[T]) add() uint32 {
	if b.last%inBlock == 0 {
		b.full = append(b.full, make([]T, inBlock))
	}
	b.last++
	return b.last
}

// at returns one by its number.
func (b *blocks[T]) at(number uint32) *T {
	return &b.full[(number-1)/inBlock][(number-1)%inBlock]
}

// word is a word, and where it stands.
type word struct {
	text  string
	title standing // in titles
	also  standing // elsewhere
}

// standing is the entries that a word stands in: a chain of postings, the last first.
type standing struct {
	last  uint32 // 0 for none
	count uint32 // no more are kept than one above mostPostings
}

// posting is an entry that a word stands in, and where the one before it is in the index,
// as in standing.
type posting struct{ entry, before uint32 }

// newWordIndex finds which words stand in which entries.
func (r *Renderer) newWordIndex() *wordIndex {
	x := &wordIndex{buckets: make([][]uint32, plan.SearchBuckets)}
	numbers := make(map[string]uint32)
	var fold folder
	var text []byte
	for i, e := range r.site.Entries() {
		text = append(text[:0], e.Title()...)
		fold.eachWord(text, func(word []byte) { x.add(&x.word(numbers, word).title, uint32(i)) })
		text = append(append(text[:0], e.Note()...), ' ')
		text = appendEntryText(text, e)
		fold.eachWord(text, func(word []byte) { x.add(&x.word(numbers, word).also, uint32(i)) })
	}
	return x
}

// word returns a word, which is new if it has no number yet.
func (x *wordIndex) word(numbers map[string]uint32, text []byte) *word {
	number, known := numbers[string(text)]
	if !known {
		number = x.words.add()
		w := x.words.at(number)
		w.text = string(text)
		numbers[w.text] = number
		bucket := bucketOf(w.text)
		x.buckets[bucket] = append(x.buckets[bucket], number)
	}
	return x.words.at(number)
}

// add adds an entry, the last so far, to where a word stands.
func (x *wordIndex) add(to *standing, entry uint32) {
	if to.count > mostPostings || to.count > 0 && x.postings.at(to.last).entry == entry {
		return
	}
	number := x.postings.add()
	*x.postings.at(number) = posting{entry: entry, before: to.last}
	to.last = number
	to.count++
}

// entries returns the entries that a word stands in, rising, in room that is given.
func (x *wordIndex) entries(room []uint32, of standing) []uint32 {
	room = room[:0]
	for number := of.last; number > 0; {
		at := x.postings.at(number)
		room = append(room, at.entry)
		number = at.before
	}
	slices.Reverse(room)
	return room
}

// folder takes texts apart into words.
type folder struct {
	word    []byte
	letters int // of the word
	apart   []byte
}

// eachWord gives the words of a text as the search script makes them: small letters
// without accents, two or more. A word is there until the next.
func (f *folder) eachWord(text []byte, use func(word []byte)) {
	for i := 0; i < len(text); {
		c, n := rune(text[i]), 1
		if c < utf8.RuneSelf {
			f.letter(c, use)
		} else {
			_, n = utf8.DecodeRune(text[i:])
			f.apart = norm.NFD.Append(f.apart[:0], text[i:i+n]...) // a letter and its accents
			f.unaccented(use)
		}
		i += n
	}
	f.end(use)
}

// unaccented takes the letters of what was taken apart, without accents.
func (f *folder) unaccented(use func(word []byte)) {
	for i := 0; i < len(f.apart); {
		c, n := utf8.DecodeRune(f.apart[i:])
		if !unicode.Is(unicode.M, c) {
			f.letter(c, use)
		}
		i += n
	}
}

// letter takes a character, which may be one of a word or end it.
func (f *folder) letter(c rune, use func(word []byte)) {
	if c >= utf8.RuneSelf {
		c = unicode.ToLower(c)
	}
	switch {
	case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
		f.word = append(f.word, byte(c))
	case 'A' <= c && c <= 'Z':
		f.word = append(f.word, byte(c)+'a'-'A')
	case c >= utf8.RuneSelf && (unicode.IsLetter(c) || unicode.IsNumber(c)):
		f.word = utf8.AppendRune(f.word, c)
	default:
		f.end(use)
		return
	}
	f.letters++
}

// end ends a word. One letter is none.
func (f *folder) end(use func(word []byte)) {
	if f.letters > 1 {
		use(f.word)
	}
	f.word, f.letters = f.word[:0], 0
}

// bucketOf returns the part that a word stands in: by its first two letters, so that
// all that begin as what was typed stand together.
func bucketOf(word string) int {
	first, n := utf8.DecodeRuneInString(word)
	second, _ := utf8.DecodeRuneInString(word[n:])
	return int((first*31 + second) % plan.SearchBuckets)
}

// writeSearchWords writes a part of the words: {"word":[[in titles],[elsewhere]]}, null
// for one that is in too many.
func (r *Renderer) writeSearchWords(w io.Writer, part int) error {
	d := r.desk()
	defer d.clear()
	x := r.wordIndex.take()
	defer r.wordIndex.giveBack()
	d.inBucket = append(d.inBucket[:0], x.buckets[part]...)
	slices.SortFunc(d.inBucket, func(a, b uint32) int { return strings.Compare(x.words.at(a).text, x.words.at(b).text) })
	d.file = append(d.file[:0], '{')
	for i, number := range d.inBucket {
		if i > 0 {
			d.file = append(d.file, ",\n"...)
		}
		d.file, d.inWord = x.appendWord(d.file, x.words.at(number), d.inWord)
		if err := d.writePiece(w); err != nil {
			return err
		}
	}
	d.file = append(d.file, "}\n"...)
	_, err := w.Write(d.file)
	return err
}

// appendWord appends a word and the entries that have it, for which there is room.
func (x *wordIndex) appendWord(b []byte, w *word, room []uint32) (with []byte, used []uint32) {
	b = escape.JSON(b, w.text)
	if w.title.count > mostPostings || w.also.count > mostPostings {
		return append(b, ":null"...), room
	}
	room = x.entries(room, w.title)
	b = appendNumbers(append(b, ":["...), room)
	room = x.entries(room, w.also)
	return append(appendNumbers(append(b, ','), room), ']'), room
}

func appendNumbers(b []byte, numbers []uint32) []byte {
	b = append(b, '[')
	for i, n := range numbers {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendUint(b, uint64(n), 10)
	}
	return append(b, ']')
}
