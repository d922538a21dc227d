package compile

import (
	"strings"
	"testing"
)

func TestRunEndsAtTheFirstSpecialByte(t *testing.T) {
	for n := range 40 {
		plain := strings.Repeat("é", n)[:n]
		if got := inText.safePrefix(plain); got != n {
			t.Errorf("%q: %d", plain, got)
		}
		for c := range 256 {
			want := n + 1
			if strings.IndexByte("\x00\"&'+<>", byte(c)) >= 0 {
				want = n
			}
			if got := inText.safePrefix(plain + string([]byte{byte(c)})); got != want {
				t.Errorf("%q and byte %d: %d, want %d", plain, c, got, want)
			}
		}
	}
}

func BenchmarkAppendText(b *testing.B) {
	s := strings.Repeat("De bewoners vragen om meer licht in de 'tunnel' onder het spoor. ", 20)
	var out []byte
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		out = appendText(out[:0], s)
	}
}
