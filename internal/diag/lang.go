package diag

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lang is a language of messages.
type Lang uint8

// The languages of messages.
const (
	Dutch Lang = iota
	English
)

// String returns the name of the language: nl or en.
func (l Lang) String() string {
	if l == English {
		return "en"
	}
	return "nl"
}

// Say returns a text in the language; nothing for the zero Text.
func (l Lang) Say(t Text) string {
	if t.IsZero() {
		return ""
	}
	format := t.Message.in(l)
	if len(t.Args) == 0 {
		return format
	}
	args := make([]any, len(t.Args))
	for i, a := range t.Args {
		args[i] = a
		if _, number := a.(int); !number {
			args[i] = l.arg(a)
		}
	}
	return fmt.Sprintf(format, args...)
}

// Hint returns what to do about a diagnostic: its own hint, else that of its message, else
// the remedy of its code.
func (l Lang) Hint(d Diagnostic) string {
	if !d.Hint().IsZero() {
		return l.Say(d.Hint())
	}
	if hint := messageByName()[d.Text.Message].hint[l]; hint != "" {
		return hint
	}
	remedy := kindByCode()[d.Code()].remedy[l]
	first, size := utf8.DecodeRuneInString(remedy)
	return string(unicode.ToLower(first)) + remedy[size:]
}

// arg returns an argument of a text in the language.
func (l Lang) arg(a any) string {
	switch a := a.(type) {
	case string:
		return a
	case int:
		return strconv.Itoa(a)
	case Message:
		return a.in(l)
	case Text:
		return l.Say(a)
	case []string:
		return strings.Join(a, ", ")
	default:
		return fmt.Sprint(a)
	}
}

// ParseLang returns the language of a name: nl or en.
func ParseLang(name string) (Lang, bool) {
	switch name {
	case "nl":
		return Dutch, true
	case "en":
		return English, true
	default:
		return Dutch, false
	}
}

// LangFromEnv returns the language that an environment asks for, as POSIX has it:
// LC_ALL, else LC_MESSAGES, else LANG. It is Dutch unless that is English.
func LangFromEnv(getenv func(string) string) Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value := getenv(name)
		if value == "" {
			continue
		}
		if value == "en" || strings.HasPrefix(value, "en_") || strings.HasPrefix(value, "en.") || strings.HasPrefix(value, "en-") {
			return English
		}
		return Dutch
	}
	return Dutch
}
