// Package starter makes files to start from: a file of each kind, with every key filled in
// or explained, and a whole folder for a new site. They are made from the tables by which
// package parse reads files.
package starter

import (
	"fmt"
	"strings"

	"wijkvisie/internal/parse"
)

// Known is what a folder of content has already, which a new file may refer to.
type Known struct {
	Wijken, Departments, Themes []string // ids
	Year                        int
}

// The texts of new files, in Dutch as their keys are.
const (
	visionBody = `Vertel hier het verhaal van de wijk. Wie dachten mee, en waar?

## Een eerste vraag {#eerste-behoefte}

Wat onder een kop met {#id} staat, komt op de site bij die behoefte te staan.
`
	wijkBody       = "Schrijf hier een paar zinnen over de wijk.\n"
	departmentBody = "Schrijf hier wat de dienst doet en hoe bewoners haar bereiken.\n"
	programmeBody  = "Schrijf hier wat de dienst dit jaar voor de wijken doet.\n"
	pageBody       = "Schrijf hier de tekst van de pagina.\n"
)

// File returns a file of a kind (not of the site) with an id, which is valid in a folder
// that has what is known. When the folder has nothing of a kind that the file must refer
// to, missing is that kind.
func File(kind parse.Kind, id string, known Known) (content, missing string) {
	set := map[string]string{"titel": title(id), "naam": title(id)}
	body := pageBody
	switch kind.Name {
	case "wijk":
		body = wijkBody
	case "wijkvisie":
		wijk := owner(id, known.Wijken)
		if wijk == "" {
			return "", "wijk"
		}
		first := known.Year
		set["wijk"], set["periode"], set["status"] = wijk, fmt.Sprintf("%d-%d", first, first+3), "concept"
		set["titel"] = fmt.Sprintf("Wijkvisie %s %d–%d", title(wijk), first, first+3)
		theme := "groen"
		if len(known.Themes) > 0 {
			theme = known.Themes[0]
		}
		set["behoeften"] = "\n  - id: eerste-behoefte           # blijft altijd hetzelfde\n    titel: Wat de wijk vraagt, in een paar woorden\n    thema: " + theme + "\n    prioriteit: 1\n"
		body = visionBody
	case "dienst":
		body = departmentBody
	case "programma":
		department := owner(id, known.Departments)
		if department == "" {
			return "", "dienst"
		}
		set["dienst"], set["jaar"], set["status"] = department, fmt.Sprint(known.Year), "concept"
		set["titel"] = fmt.Sprintf("Uitvoeringsprogramma %s %d", title(department), known.Year)
		body = programmeBody
	}
	return "---\n" + block(kind.Mapping, set, "") + "---\n" + body, ""
}

// owner returns the one of ids that id begins with, as oost-2011 begins with oost; the
// first when there is none.
func owner(id string, ids []string) string {
	best := ""
	for _, o := range ids {
		if (id == o || strings.HasPrefix(id, o+"-")) && len(o) > len(best) {
			best = o
		}
	}
	if best == "" && len(ids) > 0 {
		best = ids[0]
	}
	return best
}

// title returns an id as a name: Leidsche Rijn for leidsche-rijn.
func title(id string) string {
	words := strings.Split(id, "-")
	for i, w := range words {
		if w != "" {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, " ")
}

// block returns the keys of a mapping, each with an explanation: those of set with their
// values, the others as an example in a comment.
func block(m *parse.Mapping, set map[string]string, indent string) string {
	var b strings.Builder
	for _, k := range m.Keys {
		if k.Name == "voorheen" {
			continue // nothing new has an older name
		}
		fmt.Fprintf(&b, "%s# %s%s\n", indent, k.About[0], choices(k))
		switch value, ok := set[k.Name]; {
		case ok && strings.HasPrefix(value, "\n"):
			b.WriteString(indent + k.Name + ":" + value)
		case ok:
			b.WriteString(indent + k.Name + ": " + quoted(value) + "\n")
		default:
			b.WriteString(indent + "# " + k.Name + ": " + example(k) + "\n")
		}
	}
	return b.String()
}

// choices returns a sentence with the values that a key allows, empty when it allows any.
func choices(k parse.Key) string {
	if k.Type != parse.TextValue || len(k.Enum) == 0 {
		return ""
	}
	return " Kies uit: " + strings.Join(k.Enum, ", ") + "."
}

// example returns the example of a key as YAML.
func example(k parse.Key) string {
	if k.Type == parse.TextValue {
		return quoted(k.Example)
	}
	return k.Example
}

// quoted returns a text as YAML, in quotes when it needs them.
func quoted(s string) string {
	if strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.ContainsAny(s[:1], `"'{[&*!|>%@`+"`") {
		return inQuotes(s)
	}
	return s
}

func inQuotes(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
