package diag

import (
	"maps"
	"strings"
	"sync"
)

// Message is something the program can say to an author: a problem, a hint, a
// note at a related place, or a word used inside another message.
//
// The name of a problem begins with its code; where one code has several
// messages, what follows a slash tells them apart: "unknown-need" and
// "unknown-need/not-qualified". Hints, notes at related places and words begin
// with "hint/", "related/" and "word/".
type Message string

// Code returns the code of a message that is a problem.
func (m Message) Code() Code {
	code, _, _ := strings.Cut(string(m), "/")
	return Code(code)
}

// translation is a message in each language, by Lang. The verbs of package fmt
// stand for the arguments, in the same order or numbered.
type translation [2]string

// texts returns the message in each language. Every message has both; a test
// sees to it.
func (m Message) texts() translation {
	if t, ok := catalogue()[m]; ok {
		return t
	}
	return translation{string(m), string(m)}
}

// catalogue is everything that can be said. The parts are kept beside the names of
// their messages. It is made when something is said: it is large, and most builds say
// nothing. It never changes.
var catalogue = sync.OnceValue(func() map[Message]translation {
	all := make(map[Message]translation)
	for _, part := range []func() map[Message]translation{
		fileTexts, keyTexts, meaningTexts, warningTexts, informationTexts,
		themeTexts, mapTexts, tableTexts, hintTexts, relatedTexts, wordTexts,
	} {
		maps.Copy(all, part())
	}
	return all
})
