package dutch

import (
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// plainSentences is Sentences in its plainest form: the end is looked for, then the
// words, then what they count.
func plainSentences(text string) iter.Seq[Sentence] {
	return func(yield func(Sentence) bool) {
		for paragraph := range strings.Lines(text) {
			for start := 0; start < len(paragraph); {
				end := plainEnd(paragraph, start)
				s := Sentence{Text: strings.TrimSpace(paragraph[start:end])}
				for w := range Words(s.Text) {
					s.Words++
					s.Syllables += syllablesOf(w)
					if _, hard := jargon()[strings.ToLower(w)]; hard {
						s.Hard = true
					}
				}
				if s.Text != "" && !yield(s) {
					return
				}
				start = end
			}
		}
	}
}

func plainEnd(paragraph string, start int) int {
	for i := start; i < len(paragraph); i++ {
		if strings.IndexByte(".?!", paragraph[i]) >= 0 {
			if end, ok := endsAt(paragraph, start, i); ok {
				return end
			}
		}
	}
	return len(paragraph)
}

func sameSentences(t *testing.T, text string) {
	t.Helper()
	if got, want := slices.Collect(Sentences(text)), slices.Collect(plainSentences(text)); !slices.Equal(got, want) {
		t.Errorf("%q\n%+v, want\n%+v", text, got, want)
	}
}

// TestSentencesAreCountedAsWordByWord puts texts together of what makes a difference.
func TestSentencesAreCountedAsWordByWord(t *testing.T) {
	pieces := []string{
		" ", " ", " ", "\n", ".", ". ", "? ", "!", "... ", ".’ ", ".' ", "?\") ", "…", "‘", "(", "o.a", "dhr", "St", "J", "14", "9.30", "’s", "zo'n", "-", "--",
		"Een", "wijk", "museum", "MUSEUM", "eeuwen", "eeu", "ieuw", "aai", "AAIEN", "beau", "ooievaar", "oei", "ij", "IJ", "y", "ideeën", "één", "café", "İ", "e\u0301e", "K", "\xff", "\xe2\x80",
		"participeren", "Borging", "BORGEN", "geëvalueerd", "Geïntegreerd", "bewonersparticipatie", "mit", "mits", "u\u00a0a", "\r\n", "#", "a_b",
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var b strings.Builder
		for range rnd.IntN(20) {
			b.WriteString(pieces[rnd.IntN(len(pieces))])
		}
		sameSentences(t, b.String())
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("Dit is een zin. ‘Nog’ één?")
	f.Add("Zo'n 14 ideeën in MUSEUM İeuw, crèche-\xff Faciliteert BORGEN! ’s avonds o.a. e\u0301en.’ Ja")
	f.Fuzz(sameSentences)
}

func BenchmarkSentences(b *testing.B) {
	text := strings.Repeat(ordinary+", zegt dhr. Jansen. Één keer per jaar komt de ‘wijkraad’ bij elkaar. ", 10)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for range Sentences(text) {
		}
	}
}

// BenchmarkPlainSentences is what Sentences is measured against.
func BenchmarkPlainSentences(b *testing.B) {
	text := strings.Repeat(ordinary+", zegt dhr. Jansen. Één keer per jaar komt de ‘wijkraad’ bij elkaar. ", 10)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for range plainSentences(text) {
		}
	}
}
