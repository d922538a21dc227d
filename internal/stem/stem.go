// Package stem brings the forms of a word together: speeltuin and speeltuinen, veilig and
// veiligheid, crossing and crossings.
//
// What it knows of a language is two short tables, of endings and of spellings that sound
// alike. A browser that is given them finds the same stems (assets/search.js of the theme),
// so that neither the rules nor the language stands in two places.
package stem

import "strings"

// Language is what is known of the words of a language. Nothing changes it.
type Language struct {
	// Endings are dropped or replaced for as long as one fits, of several the first. Each
	// makes the word shorter.
	Endings []Ending
	// Sounds are spellings, each with another that sounds alike, in the order in which they
	// are replaced.
	Sounds [][2]string
}

// Ending is an ending of a word. It fits when enough letters stand before it, of which the
// last is no vowel.
type Ending struct {
	Letters string
	Instead string
	Least   int // how many letters stand before it
}

// In returns the language with a code, as nl; Dutch when it is not known.
func In(code string) *Language {
	if code == "en" {
		return english
	}
	return dutch
}

var dutch = &Language{
	Endings: []Ending{
		{"heden", "heid", 2}, {"heid", "", 4}, {"ingen", "ing", 2}, {"ing", "", 4},
		{"kinderen", "kind", 0}, {"kinder", "kind", 0}, {"ieen", "ie", 2}, {"eeen", "ee", 1},
		{"jes", "je", 2}, {"etje", "", 4}, {"tje", "", 3}, {"oompje", "oom", 1}, {"aampje", "aam", 1}, {"lmpje", "lm", 2}, {"rmpje", "rm", 2}, {"je", "", 3},
		{"ages", "age", 1}, {"outes", "oute", 1}, {"ines", "ine", 2}, {"s", "", 3}, {"z", "", 3},
		{"en", "", 3}, {"e", "", 3},
	},
	Sounds: [][2]string{{"ij", "y"}, {"ei", "y"}, {"au", "ou"}, {"ch", "g"}, {"ck", "k"}, {"c", "k"}, {"ph", "f"}, {"th", "t"}, {"dt", "t"}, {"x", "ks"}, {"v", "f"}, {"z", "s"}},
}

var english = &Language{
	Endings: []Ending{
		{"ies", "y", 2}, {"sses", "ss", 1}, {"ees", "ee", 1}, {"oes", "o", 1}, {"eas", "ea", 1}, {"es", "e", 2}, {"s", "", 3},
		{"ness", "", 4}, {"ing", "", 3}, {"ed", "", 3}, {"ely", "e", 2}, {"ly", "", 4}, {"e", "", 3},
	},
	Sounds: [][2]string{{"ph", "f"}, {"ck", "k"}, {"ght", "t"}},
}

// Stem returns the part that a word shares with its other forms. The word is in small
// letters; one with others than a to z has no other forms.
func (l *Language) Stem(word string) string {
	for i := range len(word) {
		if !isLetter(word[i]) {
			return word
		}
	}
	for again := true; again; {
		word, again = l.shorter(word)
	}
	return evenly(word)
}

// shorter returns a word without the first ending that fits, and reports whether one did.
func (l *Language) shorter(word string) (string, bool) {
	for _, e := range l.Endings {
		rest, ok := strings.CutSuffix(word, e.Letters)
		if ok && len(rest) >= e.Least && (rest == "" || !isVowel(rest[len(rest)-1])) {
			return rest + e.Instead, true
		}
	}
	return word, false
}

// evenly returns the end of a word as it is spelled in all its forms: bomen and boom, bussen
// and bus, huizen and huis.
func evenly(word string) string {
	n := len(word)
	if n > 2 && word[n-1] == word[n-2] && !isVowel(word[n-1]) {
		n--
	}
	if n < 2 {
		return word[:n]
	}
	last := word[n-1]
	if last == 'v' || last == 'z' {
		last = map[byte]byte{'v': 'f', 'z': 's'}[last]
	}
	front := word[:n-1]
	if n > 3 && !isVowel(last) && word[n-2] == word[n-3] && strings.IndexByte("aeou", word[n-2]) >= 0 {
		front = word[:n-2]
	}
	return front + string(last)
}

// Sound returns a word as it sounds: overvecht and overvegt have the same sound.
func (l *Language) Sound(word string) string {
	for _, s := range l.Sounds {
		word = strings.ReplaceAll(word, s[0], s[1])
	}
	return word
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' }

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
