package pipeline_test

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/tree"
)

// mistakeKind is a kind of mistake, and how it is made.
type mistakeKind struct {
	code diag.Code
	what string
	make func(m maker) (mistaken, bool)
	// follows says what else may be reported with it, for what reason.
	follows string
}

// notMade says of which kinds of problem no mistakes are made, for what reason.
func notMade() map[diag.Code]string {
	return map[diag.Code]string{
		"file-too-large":            "it takes megabytes; see internal/parse and internal/load",
		"large-file":                "it takes megabytes; see internal/load",
		"template-error":            "it is in a theme; see internal/theme",
		"import-row":                "it is in a table; see internal/tableimport",
		"import-doubt":              "it is in a table; see internal/tableimport",
		"low-contrast":              "it is in a house style; see internal/theme/housestyle",
		"unpublished-link":          "it is no mistake: the page comes",
		"period-over":               "it is no mistake: time passes",
		"judgement-outdated":        "it is no mistake: there is news",
		"need-unanswered":           "it is no mistake: nobody answered yet",
		"date-shifted":              "it is no mistake: it became later",
		"no-progress":               "it is no mistake of the text: somebody has to say how it is",
		"long-sentence":             "it is a matter of style",
		"hard-to-read":              "it is a matter of style",
		"jargon":                    "it is a matter of style",
		"possible-match":            "it is a suggestion",
		"security-contact-expiring": "it is no mistake: time passes",
	}
}

// mistakes are the kinds of mistakes that are made.
func mistakes() []mistakeKind {
	return slices.Concat(fileMistakes(), syntaxMistakes(), valueMistakes(), referenceMistakes(), textMistakes())
}

func fileMistakes() []mistakeKind {
	data := func(change func(data string) string) func(m maker) (mistaken, bool) {
		return func(m maker) (mistaken, bool) {
			return m.file(func(path, text string) bool {
				return isPage(path, text) && strings.HasPrefix(text, "---\n") && strings.Contains(text, "\n---\n")
			}, change)
		}
	}
	return []mistakeKind{
		{"front-matter-missing", "no first delimiter", data(func(s string) string { return s[len("---\n"):] }), ""},
		{"front-matter-missing", "a longer first delimiter", data(func(s string) string { return "-" + s }), ""},
		{"front-matter-missing", "an empty file", data(func(string) string { return "\n" }), ""},
		{"front-matter-unclosed", "no second delimiter", data(func(s string) string { return strings.Replace(s, "\n---\n", "\n", 1) }), ""},
		{"front-matter-unclosed", "a shorter second delimiter", data(func(s string) string { return strings.Replace(s, "\n---\n", "\n--\n", 1) }), ""},
		{"not-utf8", "letters in Windows-1252", func(m maker) (mistaken, bool) {
			return m.file(func(path, text string) bool { return isPage(path, text) && strings.Contains(text, "é") }, func(text string) string {
				encoded, _ := charmap.Windows1252.NewEncoder().String(text)
				return encoded
			})
		}, ""},
		{"conflict-marker", "both versions of a line", func(m maker) (mistaken, bool) {
			return m.line(func(line string) string {
				return "<<<<<<< HEAD\n" + line + "\n=======\n" + line + " anders\n>>>>>>> ander"
			})
		}, ""},
		{"invalid-id", "capitals in the name of a file", rename(func(path string) string {
			folder, name, _ := strings.Cut(path, "/")
			return folder + "/" + strings.ToUpper(name[:1]) + name[1:]
		}), "what is said of the file has another path"},
		{"unknown-file", "another extension", func(m maker) (mistaken, bool) {
			text, ok := m.site.content["paginas/foto.md"]
			wrong := m.site.content.with("paginas/foto.txt", text)
			delete(wrong, "paginas/foto.md")
			return mistaken{wrong, m.site.content}, ok
		}, ""},
		{"copy-of-file", "a conflict copy", func(m maker) (mistaken, bool) {
			wrong := m.site.content.with("", "")
			delete(wrong, "")
			for path, text := range m.site.content {
				if isPage(path, text) {
					wrong[strings.TrimSuffix(path, ".md")+" - kopie.md"] = text
					break
				}
			}
			return mistaken{wrong, m.site.content}, true
		}, ""},
		{"unreadable-image", "a damaged picture", func(m maker) (mistaken, bool) {
			return m.file(func(path, _ string) bool { return strings.HasSuffix(path, ".png") }, func(text string) string { return text[:len(text)/2] })
		}, ""},
		{"invalid-map", "a map that is cut off", func(m maker) (mistaken, bool) {
			return m.file(func(path, _ string) bool { return strings.HasPrefix(path, "kaart/") }, func(text string) string { return text[:len(text)*2/3] })
		}, "the wijken that are not drawn"},
		{"area-without-wijk", "another code on the map", func(m maker) (mistaken, bool) {
			return m.file(func(path, _ string) bool { return strings.HasPrefix(path, "kaart/") }, func(text string) string { return strings.Replace(text, "WK034404", "WK034499", 1) })
		}, "the wijk that is not drawn"},
		{"wijk-without-area", "another code on the map", func(m maker) (mistaken, bool) {
			return m.file(func(path, _ string) bool { return strings.HasPrefix(path, "kaart/") }, func(text string) string { return strings.Replace(text, "WK034404", "WK034499", 1) })
		}, "the area without a wijk"},
		{"code-name-mismatch", "codes of two wijken are swapped on the map", func(m maker) (mistaken, bool) {
			return m.file(func(path, _ string) bool { return strings.HasPrefix(path, "kaart/") }, func(text string) string {
				return strings.NewReplacer("WK034403", "WK034404", "WK034404", "WK034403").Replace(text)
			})
		}, "both of them"},
	}
}

// rename gives a file that nothing refers to another name.
func rename(to func(path string) string) func(m maker) (mistaken, bool) {
	return func(m maker) (mistaken, bool) {
		for path, text := range m.site.content {
			if isPage(path, text) {
				wrong := m.site.content.with(to(path), text)
				delete(wrong, path)
				return mistaken{wrong, m.site.content}, true
			}
		}
		return mistaken{}, false
	}
}

var entryLine = regexp.MustCompile(`^( *(?:- )?)([a-z-]+): ([^\[{"'].*)$`)

func syntaxMistakes() []mistakeKind {
	line := func(mistyped func(parts []string) string) func(m maker) (mistaken, bool) {
		return func(m maker) (mistaken, bool) {
			return m.line(func(line string) string {
				if parts := entryLine.FindStringSubmatch(line); parts != nil {
					return mistyped(parts)
				}
				return line
			})
		}
	}
	syntax := func(what string, make func(m maker) (mistaken, bool)) mistakeKind {
		return mistakeKind{"front-matter-syntax", what, make, ""}
	}
	typed := func(what string, mistyped func(text string) string) mistakeKind {
		return syntax(what, func(m maker) (mistaken, bool) { return m.text(mistyped) })
	}
	flow := func(mistyped func(value string) string) func(m maker) (mistaken, bool) {
		return func(m maker) (mistaken, bool) {
			return m.value(func(p place) bool { return p.value.Flow && len(p.value.Children) > 1 }, mistyped)
		}
	}
	return []mistakeKind{
		syntax("no colon", line(func(p []string) string { return p[1] + p[2] + " " + p[3] })),
		syntax("no space behind the colon", line(func(p []string) string { return p[1] + p[2] + ":" + p[3] })),
		syntax("a semicolon", line(func(p []string) string { return p[1] + p[2] + "; " + p[3] })),
		syntax("a space more", line(func(p []string) string {
			if p[1] == "" {
				return p[0]
			}
			return " " + p[0]
		})),
		syntax("a tab", func(m maker) (mistaken, bool) {
			return m.line(func(line string) string {
				if !strings.HasPrefix(line, "  ") {
					return line
				}
				return "\t" + strings.TrimLeft(line, " ")
			})
		}),
		syntax("a bullet", func(m maker) (mistaken, bool) {
			return m.line(func(line string) string {
				return regexp.MustCompile(`^( *)- (\{?[a-z-]+:)`).ReplaceAllString(line, "$1• $2")
			})
		}),
		syntax("no space behind the hyphen", func(m maker) (mistaken, bool) {
			return m.line(func(line string) string {
				return regexp.MustCompile(`^( *)- ([a-z-]+:)`).ReplaceAllString(line, "$1-$2")
			})
		}),
		syntax("a bracket that is not closed", func(m maker) (mistaken, bool) {
			return m.value(func(p place) bool { return p.value.Flow && !p.isFlow && len(p.value.Children) > 0 }, func(v string) string { return v[:len(v)-1] })
		}),
		syntax("a quote that is not closed", func(m maker) (mistaken, bool) {
			return m.value(func(p place) bool { return p.isText() && !p.isFlow }, func(v string) string { return `"` + v })
		}),
		syntax("a full stop behind the bracket", func(m maker) (mistaken, bool) {
			return m.value(func(p place) bool { return p.value.Flow && !p.isFlow && len(p.value.Children) > 1 }, func(v string) string { return v + "." })
		}),
		syntax("no comma", func(m maker) (mistaken, bool) {
			return flow(func(v string) string { return regexp.MustCompile(`, ([a-z-]+): `).ReplaceAllString(v, " $1: ") })(m)
		}),
		syntax("a second block", func(m maker) (mistaken, bool) {
			return m.file(func(path, _ string) bool { return path == "site.yaml" }, func(text string) string { return strings.Replace(text, "\ngemeente:", "\n---\ngemeente:", 1) })
		}),
		syntax("a control character", func(m maker) (mistaken, bool) {
			return m.value(place.isText, func(v string) string { return v[:1] + "\x01" + v[1:] })
		}),
		syntax("a backslash in quotes", func(m maker) (mistaken, bool) {
			p, ok := m.pick(place.isText)
			if !ok {
				return mistaken{}, false
			}
			return mistaken{m.with(p, `"C:\dir"`), m.with(p, `'C:\dir'`)}, true
		}),
		typed("an at sign", func(s string) string { return "@" + s }),
		typed("an asterisk", func(s string) string { return "*" + s }),
		typed("a percent sign", func(s string) string { return "% " + s }),
		typed("a colon", func(s string) string { return "Let op: " + s }),
		typed("an apostrophe", func(s string) string { return "'t " + s }),
		typed("words in quotes", func(s string) string { return `"Oost" ` + s }),
		typed("brackets", func(s string) string { return "[Concept] " + s }),
		{"truncated-value", "a number sign", func(m maker) (mistaken, bool) {
			p, ok := m.pick(func(p place) bool { return p.isText() && !p.isFlow })
			if !ok {
				return mistaken{}, false
			}
			return mistaken{m.with(p, m.source(p)+" #2"), m.with(p, `"`+m.source(p)+` #2"`)}, true
		}, ""},
		{"truncated-value", "an ampersand", func(m maker) (mistaken, bool) { return m.text(func(s string) string { return "&Co " + s }) }, ""},
		{"word-quotes", "the quotes of a word processor", func(m maker) (mistaken, bool) {
			return m.value(place.isText, func(v string) string { return "“" + v + "”" })
		}, ""},
		{"duplicate-key", "a line twice", line(func(p []string) string {
			if strings.Contains(p[1], "-") {
				return p[0]
			}
			return p[0] + "\n" + p[0]
		}), ""},
		{"unknown-key", "a letter more in a key", line(func(p []string) string {
			if len(p[2]) < 5 {
				return p[0]
			}
			return p[1] + p[2][:3] + "x" + p[2][3:] + ": " + p[3]
		}), ""},
		{"unknown-key", "a comma in a text between braces", func(m maker) (mistaken, bool) {
			p, ok := m.pick(func(p place) bool { return p.isText() && p.isFlow })
			if !ok {
				return mistaken{}, false
			}
			return mistaken{m.with(p, m.source(p)+", en meer."), m.with(p, `"`+m.source(p)+`, en meer."`)}, true
		}, ""},
	}
}

func valueMistakes() []mistakeKind {
	value := func(code diag.Code, what string, fits func(place) bool, mistyped func(string) string) mistakeKind {
		return mistakeKind{code, what, func(m maker) (mistaken, bool) { return m.value(fits, mistyped) }, ""}
	}
	of := func(types ...parse.Type) func(place) bool {
		return func(p place) bool { return p.value.Kind != tree.Nothing && slices.Contains(types, p.key.Type) }
	}
	always := func(s string) func(string) string { return func(string) string { return s } }
	months := strings.Fields("januari februari maart april mei juni juli augustus september oktober november december")
	dutch := func(v string) string {
		parts := strings.Split(v, "-")
		month := int(parts[1][0]-'0')*10 + int(parts[1][1]-'0')
		return strings.TrimLeft(parts[2], "0") + " " + months[month-1] + " " + parts[0]
	}
	enum := func(p place) bool { return p.isPlain() && p.key.Type == parse.TextValue && len(p.key.Enum) > 0 }
	without := func(fits func(place) bool) func(m maker) (mistaken, bool) {
		return func(m maker) (mistaken, bool) {
			p, ok := m.pick(func(p place) bool { return fits(p) && !p.isFirst && (p.value.Kind == tree.Scalar || p.value.Flow) })
			if !ok {
				return mistaken{}, false
			}
			text := m.site.content[p.path]
			start, end := p.keyStart, p.value.End
			if p.isFlow {
				start = strings.LastIndexByte(text[:start], ',')
			} else {
				start = strings.LastIndexByte(text[:start], '\n')
			}
			return mistaken{m.site.content.with(p.path, text[:start]+text[end:]), m.site.content}, true
		}
	}
	return []mistakeKind{
		{"missing-key", "a key that is required", without(func(p place) bool { return p.key.Required && p.key.Type != parse.GroupsValue }), ""},
		value("missing-key", "a value that is required", func(p place) bool { return p.key.Required && p.isPlain() && !p.isFlow }, always("")),
		{"missing-reason", "a reason that is required", func(m maker) (mistaken, bool) {
			return without(func(p place) bool {
				text := m.site.content[p.path]
				return p.key.Name == "reden" && (!p.isFlow || !strings.Contains(text[p.keyStart-40:p.keyStart], "tekst: Nieuws"))
			})(m)
		}, ""},
		value("wrong-type", "a text for a list", func(p place) bool {
			return p.key.Type == parse.TextsValue && p.value.Flow && len(p.value.Children) == 1
		},
			func(v string) string { return v[1 : len(v)-1] }),
		value("wrong-type", "a list for an id", func(p place) bool { return p.isPlain() && p.key.RefersTo != parse.NoReference }, func(v string) string { return "[" + v + "]" }),
		value("wrong-type", "a list for one of some values", enum, func(v string) string { return "[" + v + "]" }),
		value("wrong-type", "a word for a number", of(parse.NumberValue, parse.MoneyValue), always("veel")),
		value("invalid-value", "a capital", enum, func(v string) string { return strings.ToUpper(v[:1]) + v[1:] }),
		value("invalid-value", "another word", enum, always("ja")),
		value("invalid-value", "an amount with a point", func(p place) bool { return of(parse.MoneyValue)(p) && len(p.value.Text) > 3 }, func(v string) string { return v[:len(v)-3] + "." + v[len(v)-3:] }),
		value("invalid-value", "a number below the least", of(parse.NumberValue), always("-1")),
		value("invalid-value", "an address without https", of(parse.URLValue), func(v string) string { return strings.TrimPrefix(v, "https://") }),
		value("invalid-value", "another mail address", of(parse.EmailValue), func(v string) string { return "mailto:" + v }),
		value("invalid-value", "a period in words", func(p place) bool { return of(parse.PeriodValue)(p) && strings.Contains(p.value.Text, "-") }, func(v string) string { return strings.Replace(v, "-", " tot en met ", 1) }),
		value("invalid-value", "a period in the wrong order", func(p place) bool { return of(parse.PeriodValue)(p) && strings.Contains(p.value.Text, "-") }, func(v string) string { return v[5:] + "-" + v[:4] }),
		value("invalid-value", "a year in words", of(parse.YearValue), func(v string) string { return "het jaar " + v }),
		value("invalid-value", "latitude first", of(parse.PointValue), always("[52.1183, 5.1175]")),
		value("invalid-value", "decimal commas", of(parse.PointValue), always("[5,1175, 52,1183]")),
		value("invalid-date", "a date as people write it", of(parse.DayValue), dutch),
		value("invalid-date", "a day that does not exist", of(parse.DayValue), func(v string) string { return v[:8] + "32" }),
		value("invalid-date", "a month", of(parse.DayValue), func(v string) string { return v[:7] }),
		value("invalid-date", "a planned date in words", func(p place) bool {
			return of(parse.PlannedValue)(p) && len(p.value.Text) == len("2011-10") && !strings.Contains(p.value.Text, "Q") && p.value.Text != "onbekend"
		},
			func(v string) string { return months[int(v[5]-'0')*10+int(v[6]-'0')-1] + " " + v[:4] }),
		value("invalid-id", "capitals", of(parse.IDValue), strings.ToUpper),
		value("invalid-id", "an accent", of(parse.IDValue), func(v string) string { return strings.Replace(v, "e", "é", 1) }),
		value("invalid-id", "a character that nobody sees", of(parse.IDValue), func(v string) string { return v[:1] + "\u200b" + v[1:] }),
		value("invalid-code", "small letters", of(parse.CodeValue), strings.ToLower),
		value("invalid-code", "a zero less", of(parse.CodeValue), func(v string) string { return strings.Replace(v, "0", "", 1) }),
		value("duplicate-priority", "a priority twice", func(p place) bool {
			return (p.path == inVision || p.path == "wijkvisies/wijk-0001-2011.md") && p.key.Name == "prioriteit" && p.value.Text != "1"
		}, always("1")),
		value("unlikely-date", "a century too late", func(p place) bool { return p.key.Name == "periode" && strings.Contains(p.value.Text, "-") }, func(v string) string { return strings.ReplaceAll(v, "20", "21") }),
		{"unlikely-date", "a day a century too late", func(m maker) (mistaken, bool) {
			return m.value(func(p place) bool {
				return p.key.Name == "datum" && (p.path == inProgramme || p.path == "programmas/programma-0001.md")
			}, func(v string) string { return "21" + v[2:] })
		}, "what is derived from progress, which is not there yet"},
		{"missing-base-url", "no address", without(func(p place) bool { return p.key.Name == "basis-url" }), ""},
	}
}
