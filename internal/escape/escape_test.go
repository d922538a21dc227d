package escape_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"testing"

	"wijkvisie/internal/escape"
)

// texts returns texts that are easily encoded wrongly.
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

func TestTextsAreEscapedAsByTheStandardLibrary(t *testing.T) {
	for _, text := range texts() {
		compare(t, text)
	}
}

func FuzzTextsAreEscapedAsByTheStandardLibrary(f *testing.F) {
	for _, text := range texts() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { compare(t, text) })
}

// compare compares what is appended with what the standard library writes.
func compare(t *testing.T, text string) {
	t.Helper()
	const before = "before" // must not change
	for name, of := range map[string]struct {
		got  []byte
		want string
	}{
		"JSON":       {escape.JSON([]byte(before), text), standardJSON(t, text, false)},
		"JSONInHTML": {escape.JSONInHTML([]byte(before), text), standardJSON(t, text, true)},
		"XML":        {escape.XML([]byte(before), text), standardXML(t, text)},
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

func standardXML(t *testing.T, text string) string {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(text)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
