// Package cbs knows how CBS, PDOK, Kadaster and municipalities write areas in a map: the
// properties of a feature, the codes in them, what marks water, and the coordinates.
//
// The names of the properties differ from year to year, in capitals and underscores above all:
// WK_CODE and AANT_INW in the shapefiles of the Wijk- en buurtkaart until 2021, wijkcode and
// aantal_inwoners in its GeoPackages since then, aantalInwoners in the web services of PDOK, wk_code
// again in those of 2026, and statcode in the Gebiedsindelingen.
package cbs

import (
	"encoding/json"
	"strconv"
	"strings"
)

// Properties are those of a feature, as they are in the file.
type Properties map[string]json.RawMessage

// Folded returns the name of a property without what differs between those who make
// maps: capitals and underscores.
func Folded(key string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r == '_' || r == '-' || r == ' ' {
			return -1
		}
		return r
	}, key))
}

// raw returns the value of the property with a folded name; of two such properties that of
// the first in the alphabet.
func (p Properties) raw(name string) json.RawMessage {
	var found json.RawMessage
	of := ""
	for key, value := range p {
		if Folded(key) == name && (of == "" || key < of) {
			found, of = value, key
		}
	}
	return found
}

// Text returns the text of the property with a folded name, empty when that has none.
func (p Properties) Text(name string) string {
	s, _ := textOf(p.raw(name))
	return strings.TrimSpace(s)
}

// IsWater reports whether a feature is marked as water, as CBS and PDOK do: WATER: JA, in other
// years H2O, and B for what is across the border at Baarle-Nassau.
func (p Properties) IsWater() bool {
	for _, name := range []string{"water", "h2o"} {
		if mark := strings.ToUpper(p.Text(name)); mark == "JA" || mark == "B" {
			return true
		}
	}
	return false
}

func textOf(value json.RawMessage) (string, bool) {
	var s string
	return s, json.Unmarshal(value, &s) == nil
}

// Names of properties, folded, of each level: of the code, and of what an area is called.
var (
	codesOf = [...][]string{Municipality: {"gemeentecode", "gmcode"}, Wijk: {"wijkcode", "wkcode"}, Buurt: {"buurtcode", "bucode"}}
	namesOf = [...][]string{Municipality: {"gemeentenaam", "gmnaam"}, Wijk: {"wijknaam", "wknaam"}, Buurt: {"buurtnaam", "bunaam"}}
	// Those of areas of every level.
	codes = []string{"statcode", "code", "cbscode", "gwbcode", "gwbcode10"}
	names = []string{"statnaam", "naam", "regio"}
)

// Area returns the level and the code of the area that a feature is: of the lowest level that it
// has a code of. It is not ok when it has none.
func (p Properties) Area() (level Level, code string, ok bool) {
	for level := Buurt; ; level-- {
		if code := p.code(level); code != "" {
			return level, code, true
		}
		if level == Municipality {
			return 0, "", false
		}
	}
}

// code returns the code that a feature has of a level, empty when it has none.
func (p Properties) code(level Level) string {
	for _, name := range codesOf[level] {
		if code := level.Code(p.raw(name)); level.isWritten(code) {
			return code
		}
	}
	for _, name := range codes {
		if value := p.raw(name); level.IsCode(value) {
			return level.Code(value)
		}
	}
	return ""
}

// WijkCode returns the code of the wijk that a buurt is in.
func (p Properties) WijkCode(buurt string) string {
	if code := p.code(Wijk); code != "" {
		return code
	}
	return WijkOf(buurt)
}

// NameOf returns what a feature calls the area of a level that it is in, or that it is when that is
// its own; empty when it does not.
func (p Properties) NameOf(level, own Level) string {
	for _, name := range namesOf[level] {
		if s := p.Text(name); s != "" {
			return s
		}
	}
	if level != own {
		return ""
	}
	for _, name := range names {
		if s := p.Text(name); s != "" {
			return s
		}
	}
	return ""
}

// Year returns the year that a feature is of, empty when it does not say: its jaar, or the first
// digits of its jrstatcode, 2023WK034401.
func (p Properties) Year() string {
	for _, name := range []string{"jaar", "jrstatcode"} {
		s := strings.Trim(string(p.raw(name)), `" `)
		if len(s) >= len("2023") && Digits(s[:len("2023")]) && s[0] == '2' && (len(s) == len("2023") || name == "jrstatcode") {
			return s[:len("2023")]
		}
	}
	return ""
}

// Residents returns how many people live in an area. It is not ok when the map does not say, or says
// with a number below zero (-99997, -99999999) that it is not known or secret.
func (p Properties) Residents() (n int, ok bool) {
	for _, name := range []string{"aantalinwoners", "aantinw", "ainw"} {
		f, err := strconv.ParseFloat(strings.Trim(string(p.raw(name)), `" `), 64)
		if err == nil && f >= 0 && f <= most {
			return int(f), true
		}
	}
	return 0, false
}

// most is more people than a wijk can have.
const most = 10_000_000
