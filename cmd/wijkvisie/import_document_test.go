package main

import (
	"testing"

	"wijkvisie/internal/docx"
	"wijkvisie/internal/docximport"
)

// TestEverythingAboutADocumentHasItsWords looks for what a person would be told nothing of.
func TestEverythingAboutADocumentHasItsWords(t *testing.T) {
	for p := docx.NotWord; p <= docx.TooLarge; p++ {
		needsWords(t, "problem of a file", int(p), sayDocument[p])
	}
	for p := docximport.NoSite; p <= docximport.NoText; p++ {
		needsWords(t, "problem", int(p), sayRefused[p])
	}
	for a := docximport.GuessedTheme; a <= docximport.NoNeeds; a++ {
		needsWords(t, "question", int(a), sayAsk[a])
	}
	for r := docximport.Reason(docx.Furniture); r <= docximport.Unplaced; r++ {
		needsWords(t, "reason", int(r), sayReason[r])
	}
}

func needsWords(t *testing.T, what string, n int, text phrase) {
	t.Helper()
	if text[0] == "" || text[1] == "" {
		t.Errorf("%s %d has no words", what, n)
	}
}

// TestAFileIsADocumentByWhatIsInIt holds which files import reads as documents of a word
// processor; the others are spreadsheets, or refused as such.
func TestAFileIsADocumentByWhatIsInIt(t *testing.T) {
	const locked = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"
	for _, c := range []struct {
		name, data string
		want       bool
	}{
		{"visie.docx", "PK\x03\x04 word/document.xml", true},
		{"visie.xlsx", "PK\x03\x04 word/document.xml", true},
		{"visie.docx", "PK\x03\x04 xl/workbook.xml", false},
		{"visie.docx", locked, true},
		{"voortgang.xlsx", locked, false},
		{"visie.docx", "Oost", true},
		{"voortgang.csv", "toezegging;datum", false},
	} {
		if got := isDocument(c.name, []byte(c.data)); got != c.want {
			t.Errorf("%s with %q: %v, want %v", c.name, c.data, got, c.want)
		}
	}
}
