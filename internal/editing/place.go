package editing

import (
	"net/url"
	"path"
	"strconv"
	"strings"

	"wijkvisie/internal/edit"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/tree"
)

// place is what a form is about: the mapping that keys and items of lists lead to in a file, written
// as behoeften/tramhalte, toezeggingen/sw-2011-014/voortgang/@2 or antwoorden/+. An item is named by
// its id, or by its number after @; + is one that is to be made.
type place struct {
	file, keys string

	kind  parse.Kind
	path  edit.Path      // of a new item: that of its list
	table *parse.Mapping // of the mapping
	isNew bool
}

// placeAt returns the place that a file and keys name.
func placeAt(file, keys string) (place, bool) {
	p := place{file: file, keys: keys}
	kind, ok := parse.KindOf(file)
	if !ok || path.Clean(file) != file {
		return p, false
	}
	p.kind, p.table = kind, kind.Mapping
	if keys == "" {
		return p, true
	}
	steps := strings.Split(keys, "/")
	if len(steps)%2 != 0 {
		return p, false
	}
	for i := 0; i < len(steps); i += 2 {
		key := p.table.Key(steps[i])
		if key.Type != parse.GroupsValue || p.isNew {
			return p, false
		}
		p.path, p.table = append(p.path, edit.Key(key.Name)), key.Inside()
		number, isNumber := strings.CutPrefix(steps[i+1], "@")
		switch n, err := strconv.Atoi(number); {
		case steps[i+1] == "+":
			p.isNew = true
		case isNumber && err == nil && n >= 0:
			p.path = append(p.path, edit.Index(n))
		case !isNumber && steps[i+1] != "":
			p.path = append(p.path, edit.Item(steps[i+1]))
		default:
			return p, false
		}
	}
	return p, true
}

// item returns the keys of an item of a list at a place, by its id when it has one.
func (p place) item(list string, n *tree.Node, index int) string {
	step := "@" + strconv.Itoa(index)
	if id := n.Value("id"); id != nil && id.Kind == tree.Scalar && !strings.ContainsAny(id.Text, "/@+") {
		step = id.Text
	}
	return below(p.keys, list, step)
}

// below returns the keys of an item of a list.
func below(keys, list, step string) string {
	if keys == "" {
		return list + "/" + step
	}
	return keys + "/" + list + "/" + step
}

// formURL returns the address of a form, which leads back to an address of the site.
func formURL(file, keys, back string) string {
	return URL + "veld?" + url.Values{"bestand": {file}, "plek": {keys}, "terug": {back}}.Encode()
}

// textURL returns the address of the form for the text of a file, or for the section of it with an
// id.
func textURL(file, section, back string) string {
	return URL + "tekst?" + url.Values{"bestand": {file}, "stuk": {section}, "terug": {back}}.Encode()
}

// backTo returns an address of this server that a form may lead back to. A browser takes //name, and
// /\name too, for another server.
func (e *Editor) backTo(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(u.Path, "/") || strings.ContainsAny(u.Path, "\\\r\n") {
		return e.opt.Base + "/"
	}
	clean := path.Clean(u.Path)
	if strings.HasSuffix(u.Path, "/") && clean != "/" {
		clean += "/"
	}
	return (&url.URL{Path: clean}).EscapedPath()
}

// names returns what a kind of mapping is called, with nouns in braces.
func names(table *parse.Mapping) (one, another string) {
	switch table.Name {
	case "need":
		return "{Behoefte}", "{Nieuwe/Nieuw behoefte}"
	case "commitment":
		return "{Toezegging}", "{Nieuwe/Nieuw toezegging}"
	case "progress":
		return "Bericht over de voortgang", "Nieuw bericht over de voortgang"
	case "answer":
		return "{Antwoord}", "{Nieuwe/Nieuw antwoord}"
	case "judgement":
		return "{Oordeel}", "{Nieuwe/Nieuw oordeel}"
	case "advice":
		return "Advies", "Nieuw advies"
	case "vision":
		return "{Wijkvisie}", "{Nieuwe/Nieuw wijkvisie}"
	case "programme":
		return "{Programma}", "{Nieuwe/Nieuw programma}"
	case "department":
		return "{Dienst}", "{Nieuwe/Nieuw dienst}"
	case "wijk":
		return "{Wijk}", "{Nieuwe/Nieuw wijk}"
	case "page":
		return "Pagina", "Nieuwe pagina"
	case "site":
		return "De site als geheel", ""
	case "theme":
		return "{Thema}", "{Nieuwe/Nieuw thema}"
	case "buurt":
		return "{Buurt}", "{Nieuwe/Nieuw buurt}"
	}
	return "Onderdeel", "Nieuw onderdeel"
}

// titleOf returns what a mapping is about, in a few words.
func titleOf(n *tree.Node) string {
	if n == nil {
		return ""
	}
	var parts []string
	for _, key := range []string{"titel", "naam", "datum", "behoefte", "status", "oordeel", "antwoord", "van", "tekst", "id"} {
		if v := n.Value(key); v != nil && v.Kind == tree.Scalar {
			text := v.Text
			if r := []rune(text); len(r) > 60 {
				text = string(r[:60]) + "…"
			}
			parts = append(parts, text)
			if key == "titel" || key == "naam" || len(parts) == 3 {
				break
			}
		}
	}
	return strings.Join(parts, ", ")
}
