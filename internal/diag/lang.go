package diag

import (
	"fmt"
	"strconv"
	"strings"
)

// Lang is a language that messages are said in.
type Lang uint8

// The languages.
const (
	Dutch Lang = iota
	English
)

// Say returns a text in the language.
func (l Lang) Say(t Text) string {
	if t.IsZero() {
		return ""
	}
	format := t.Message.texts()[l]
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

func (l Lang) arg(a any) string {
	switch a := a.(type) {
	case string:
		return a
	case int:
		return strconv.Itoa(a)
	case Message:
		return a.texts()[l]
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
