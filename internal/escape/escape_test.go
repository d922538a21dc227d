package escape_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"html"
	"testing"

	"wijkvisie/internal/escape"
)

// texts are what an encoder may stumble over.
func texts() []string {
	list := []string{"", "Plateau", "een \"bankje\"", "a,b", " voor", "\u00a0voor", "\tvoor", "achter ", `\.`, `\`, "a\r\nb", "a\rb", "a\n", "é", "\u2028\u2029",
		"<script>&amp;'</script>", "\xff", "a\xc3", "\xed\xa0\x80", "\ufffd", "\ufffe\uffff", "\U0010ffff", "😀", "\xe2\x80", "x\xffé<\u2028"}
	for c := range rune(0x300) {
		list = append(list, string(c), "a"+string(c)+"b")
	}
	for c := range 256 {
		list = append(list, string([]byte{byte(c)}))
	}
	return list
}

func TestTextsAreAsTheStandardLibraryHasThem(t *testing.T) {
	for _, text := range texts() {
		compare(t, text)
	}
}

func FuzzTextsAreAsTheStandardLibraryHasThem(f *testing.F) {
	for _, text := range texts() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { compare(t, text) })
}

// compare holds all encoders against those of the standard library.
func compare(t *testing.T, text string) {
	t.Helper()
	const before = "before" // what was there must stay
	for name, of := range map[string]struct {
		got  []byte
		want string
	}{
		"JSON":       {escape.JSON([]byte(before), text), standardJSON(t, text, false)},
		"JSONInHTML": {escape.JSONInHTML([]byte(before), text), standardJSON(t, text, true)},
		"CSV":        {escape.CSV([]byte(before), text), standardCSV(t, text)},
		"XML":        {escape.XML([]byte(before), text), standardXML(t, text)},
		"HTMLInXML":  {escape.HTMLInXML([]byte(before), text), standardXML(t, html.EscapeString(text))},
	} {
		if string(of.got) != before+of.want {
			t.Errorf("%s of %q is %q, want %q", name, text, of.got[len(before):], of.want)
		}
	}
}

func standardJSON(t *testing.T, text string, inHTML bool) string {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(inHTML)
	if err := encoder.Encode(text); err != nil {
		t.Fatal(err)
	}
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}

func standardCSV(t *testing.T, text string) string {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	if err := w.Write([]string{text, "x"}); err != nil {
		t.Fatal(err)
	}
	w.Flush()
	return string(bytes.TrimSuffix(b.Bytes(), []byte(",x\r\n")))
}

func standardXML(t *testing.T, text string) string {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(text)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// BenchmarkJSON and its fellows are held against the standard library, which they
// replace because every page and every row of the open data is written with them.
func BenchmarkJSON(b *testing.B) {
	const text = "Een bankje in het café-plantsoen, zei de wijkraad: „graag”."
	b.Run("ours", func(b *testing.B) {
		b.ReportAllocs()
		var out []byte
		for b.Loop() {
			out = escape.JSONInHTML(out[:0], text)
		}
	})
	b.Run("standard", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := json.Marshal(text); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkXML(b *testing.B) {
	const text = "Een bankje in het café-plantsoen, zei de wijkraad: „graag”."
	b.Run("ours", func(b *testing.B) {
		b.ReportAllocs()
		var out []byte
		for b.Loop() {
			out = escape.XML(out[:0], text)
		}
	})
	b.Run("standard", func(b *testing.B) {
		b.ReportAllocs()
		var out bytes.Buffer
		for b.Loop() {
			out.Reset()
			if err := xml.EscapeText(&out, []byte(text)); err != nil {
				b.Fatal(err)
			}
		}
	})
}
