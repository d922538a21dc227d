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
