package search

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"wijkvisie/internal/escape"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/stem"
)

// words is which words stand in which entries.
type words struct {
	language *stem.Language
	entries  int // how many there are
	parts    []wordPart
	same     []synonym // by stem
}

// wordPart is a part of the words.
type wordPart struct {
	words []*indexedWord // whose sound begins with the letters of the part, in order
	ends  []string       // the stems that end in the letters of the part, in order
}

// indexedWord is a word in all its forms.
type indexedWord struct {
	stem string
	in   [placeCount][]int32 // the numbers of the entries that have it, rising
}

// The places where an entry may have a word.
const (
	inTitle = iota
	inText
	inCompoundOfTitle // a part of a longer word, as verlichting of straatverlichting
	inCompoundOfText
	placeCount
)

// synonym is a word that may be typed, with words of the site that mean the same.
type synonym struct {
	stem   string
	others []string // stems
}

// newWords finds which words stand in which entries.
func (x *Index) newWords() *words {
	w := &words{language: stem.In(x.show.Lang), entries: len(x.entries)}
	f := formIndex{small: make(map[string]bool), forms: make(map[string]*form)}
	eachWord(x.show.Text("search.small"), func(word []byte) { f.small[string(word)] = true })
	for i := range x.entries {
		e := &x.entries[i]
		f.add(int32(i), inTitle, x.show.Title(e))
		f.add(int32(i), inText, x.show.Note(e))
		for _, p := range x.passages()[i] {
			f.add(int32(i), inText, p.from)
			f.add(int32(i), inText, p.text)
		}
	}
	merged := w.merge(f.forms)
	w.divide(merged)
	w.findSame(merged, x.show.Text("search.same"))
	return w
}

// formIndex is the forms of words, as they stand in texts.
type formIndex struct {
	small map[string]bool // words that say nothing
	forms map[string]*form
}

// form is a form of a word, with the numbers of the entries that have it in their titles and
// in other texts.
type form struct{ in [2][]int32 }

// add adds the words of a text of an entry, the last one so far.
func (x *formIndex) add(entry int32, place int, text string) {
	eachWord(text, func(word []byte) {
		f := x.forms[string(word)]
		if f == nil {
			if x.small[string(word)] {
				return
			}
			f = new(form)
			x.forms[string(word)] = f
		}
		if list := f.in[place]; len(list) == 0 || list[len(list)-1] != entry {
			f.in[place] = append(list, entry)
		}
	})
}

// merge returns the words of which there are forms, by their stems.
func (w *words) merge(forms map[string]*form) map[string]*indexedWord {
	byStem := make(map[string]*indexedWord, len(forms))
	sorted := slices.Sorted(maps.Keys(forms))
	stems := make([]string, len(sorted))
	for i, name := range sorted {
		stems[i] = w.language.Stem(name)
		if byStem[stems[i]] == nil {
			byStem[stems[i]] = &indexedWord{stem: stems[i]}
		}
		byStem[stems[i]].add(forms[name], inTitle)
	}
	for i, name := range sorted {
		for _, part := range w.partsOf(name, stems[i], byStem) {
			byStem[part].add(forms[name], inCompoundOfTitle)
		}
	}
	for _, word := range byStem {
		for place := range word.in {
			slices.Sort(word.in[place])
			word.in[place] = slices.Compact(word.in[place])
		}
	}
	return byStem
}

// add adds the entries of a form: those that have it in their title to a place, the others to
// the next.
func (w *indexedWord) add(f *form, place int) {
	w.in[place] = append(w.in[place], f.in[inTitle]...)
	w.in[place+1] = append(w.in[place+1], f.in[inText]...)
}

// The fewest letters of the words that a compound is made of; and of the first of them, with
// the letters that link it to the rest, and of that rest when it is no word of the site.
const shortestPart, shortestHead, shortestRest = 3, 5, 4

// partsOf returns the stems of the words of the site that a compound is made of: fietspad of
// fiets and pad, hondenveld of hond alone when veld is no word of the site.
func (w *words) partsOf(word, stem string, words map[string]*indexedWord) []string {
	first := ""
	for i := shortestPart; i <= len(stem)-shortestPart; i++ {
		tail := stem[i:]
		known := words[tail] != nil
		if !known && (i < shortestHead || len(tail) < shortestRest) {
			continue
		}
		for _, link := range [...]string{"", "s", "e", "en"} {
			head, ok := strings.CutSuffix(word[:i], link)
			if !ok || len(head) < shortestPart || !known && len(head) < shortestRest {
				continue
			}
			if head = w.language.Stem(head); words[head] == nil {
				continue
			}
			if known {
				return []string{tail, head}
			}
			first = head
		}
	}
	if first == "" {
		return nil
	}
	return []string{first}
}

// divide divides the words over the parts. Nobody makes a mistake in a number that is a word.
func (w *words) divide(byStem map[string]*indexedWord) {
	w.parts = make([]wordPart, plan.SearchBuckets(w.entries))
	for _, word := range slices.SortedFunc(maps.Values(byStem), func(a, b *indexedWord) int { return cmp.Compare(a.stem, b.stem) }) {
		begin := &w.parts[bucketOf(beginning(w.language.Sound(word.stem)), len(w.parts))]
		begin.words = append(begin.words, word)
		if !startsWithDigit(word.stem) {
			end := &w.parts[bucketOf(ending(word.stem), len(w.parts))]
			end.ends = append(end.ends, word.stem)
		}
	}
}

func startsWithDigit(word string) bool { return word != "" && '0' <= word[0] && word[0] <= '9' }

// How many letters, of the sound of a word and of the word, decide in which parts it stands.
const lettersOfBeginning, lettersOfEnding = 3, 2

// beginning returns the letters that decide with which words a word stands: of a number, of
// which many have one beginning, all.
func beginning(sound string) string {
	if startsWithDigit(sound) {
		return sound
	}
	n := 0
	for i := range sound {
		if n == lettersOfBeginning {
			return sound[:i]
		}
		n++
	}
	return sound
}

// ending returns the letters that decide with which endings a word stands.
func ending(stem string) string {
	i := len(stem)
	for range lettersOfEnding {
		_, size := utf8.DecodeLastRuneInString(stem[:i])
		i -= size
	}
	return stem[i:]
}

// bucketOf returns the part for words with some letters.
func bucketOf(letters string, buckets int) int {
	n := 0
	for _, c := range letters {
		n = (n*31 + int(c)) % buckets
	}
	return n
}

// findSame finds the words of the site that mean the same as others: groups of words with
// commas between them.
func (w *words) findSame(words map[string]*indexedWord, groups string) {
	others := make(map[string][]string)
	for group := range strings.SplitSeq(groups, ",") {
		var stems []string
		eachWord(group, func(word []byte) { stems = append(stems, w.language.Stem(string(word))) })
		for _, typed := range stems {
			for _, known := range stems {
				if known != typed && words[known] != nil && !slices.Contains(others[typed], known) {
					others[typed] = append(others[typed], known)
				}
			}
		}
	}
	for _, typed := range slices.Sorted(maps.Keys(others)) {
		w.same = append(w.same, synonym{typed, others[typed]})
	}
}

// eachWord calls do with the words of a text as the search script makes them: small letters
// and digits without accents, two or more. It may not keep a word.
func eachWord(text string, do func(word []byte)) {
	var buffer [64]byte
	word := buffer[:0]
	flush := func() {
		if len(word) > 1 && (len(word) >= utf8.UTFMax || utf8.RuneCount(word) > 1) {
			do(word)
		}
		word = word[:0]
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			word = append(word, c)
		case 'A' <= c && c <= 'Z':
			word = append(word, c+'a'-'A')
		case c < utf8.RuneSelf:
			flush()
		default:
			r, size := utf8.DecodeRuneInString(text[i:])
			i += size - 1
			for _, r := range norm.NFD.String(string(r)) {
				switch {
				case unicode.Is(unicode.M, r):
				case unicode.IsLetter(r), unicode.IsNumber(r):
					word = utf8.AppendRune(word, unicode.ToLower(r))
				default:
					flush()
				}
			}
		}
	}
	flush()
}

// AppendWords appends a part of the words: {"words":{"stem":"entries"},"ends":"stem stem"}.
// The entries are lists with spaces between them, one for each place.
func (x *Index) AppendWords(b []byte, part int) []byte {
	p := &x.words().parts[part]
	b = append(b, `{"words":{`...)
	for i, word := range p.words {
		if i > 0 {
			b = append(b, ",\n"...)
		}
		b = append(escape.JSON(b, word.stem), `:"`...)
		for place, list := range word.in {
			if place > 0 {
				b = append(b, ' ')
			}
			b = appendNumbers(b, list)
		}
		for b[len(b)-1] == ' ' {
			b = b[:len(b)-1]
		}
		b = append(b, '"')
	}
	b = escape.JSON(append(b, `},"ends":`...), strings.Join(p.ends, " "))
	return append(b, "}\n"...)
}

// digits are what numbers are written with, six bits each.
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// appendNumbers appends rising numbers. Each is written as how many numbers stand between it
// and the one before, five bits a digit, the lowest first, and a sixth bit when more follow.
// Where that is shorter, a dot stands there and a bit for each number that could be.
func appendNumbers(b []byte, numbers []int32) []byte {
	start := len(b)
	last := int32(-1)
	for _, n := range numbers {
		between := n - last - 1
		for ; between >= 32; between >>= 5 {
			b = append(b, digits[32+between&31])
		}
		b = append(b, digits[between])
		last = n
	}
	if len(b)-start <= int(last)/6+2 {
		return b
	}
	b = append(b[:start], '.')
	for n := range last/6 + 1 {
		bits := 0
		for len(numbers) > 0 && numbers[0]/6 == n {
			bits |= 1 << (numbers[0] % 6)
			numbers = numbers[1:]
		}
		b = append(b, digits[bits])
	}
	return b
}
