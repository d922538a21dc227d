package diag

import (
	"slices"
	"strings"
	"sync"
)

// Code is the name that tools know a kind of problem by, as in "unknown-need". The codes
// are a contract: none is renamed or dropped.
type Code string

// Message is the name of a text of the catalogue: a problem, a hint, a note at a related
// place, or a word inside another message.
//
// The name of a problem begins with its code; where one code has several messages, what
// follows a slash distinguishes them: "unknown-need" and "unknown-need/need-not-qualified".
// The other names begin with "hint/", "related/" and "word/".
type Message string

// Code returns the code of a message that is a problem.
func (m Message) Code() Code {
	code, _, _ := strings.Cut(string(m), "/")
	return Code(code)
}

// kind is a row of the catalogue: a code, and all that the program says about it.
type kind struct {
	code     Code
	severity Severity
	folder   folder      // that the paths of its files are relative to, unless its message has another
	meaning  translation // what it means
	example  string      // content that has the problem
	remedy   translation // what to do about it
	messages []message
}

// message is a text of the catalogue. The verbs of package fmt stand for the arguments,
// in the same order in both languages or numbered.
type message struct {
	name   Message
	folder folder
	text   translation
	hint   translation // of a problem, in place of the remedy of its kind; may be empty
}

// translation is a text in each language, indexed by Lang.
type translation [2]string

// folder is what the path of a diagnostic is relative to.
type folder uint8

const (
	contentFolder folder = iota
	themeFolder
	workingFolder // a table that is imported may stand anywhere
)

// The catalogue by name, which is made when it is first needed.
var (
	kindByCode    = sync.OnceValue(indexKinds)
	messageByName = sync.OnceValue(indexMessages)
)

func indexKinds() map[Code]kind {
	index := make(map[Code]kind)
	for _, k := range kinds() {
		index[k.code] = k
	}
	return index
}

func indexMessages() map[Message]message {
	lists := [][]message{hints, notes, words}
	for _, k := range kinds() {
		lists = append(lists, k.messages)
	}
	index := make(map[Message]message)
	for _, list := range lists {
		for _, m := range list {
			index[m.name] = m
		}
	}
	return index
}

// kinds returns every kind of problem, in the order of the contract.
func kinds() []kind {
	return slices.Concat(fileKinds, keyKinds, meaningKinds, importKinds, warningKinds, characterKinds, infoKinds)
}

// Codes returns every code: errors, warnings and information, in the order of the contract.
func Codes() []Code {
	var codes []Code
	for _, k := range kinds() {
		codes = append(codes, k.code)
	}
	return codes
}

// Severity returns how bad a code is. A code that is not in the catalogue is an error, so
// that it cannot go unnoticed.
func (c Code) Severity() Severity { return kindByCode()[c].severity }

// in returns the message in a language; its name when it is not in the catalogue.
func (m Message) in(lang Lang) string {
	if row, ok := messageByName()[m]; ok {
		return row.text[lang]
	}
	return string(m)
}

// folder returns what the path of a diagnostic with the message is relative to.
func (m Message) folder() folder {
	return max(messageByName()[m].folder, kindByCode()[m.Code()].folder)
}
