package starter

import (
	"strings"

	"wijkvisie/internal/noun"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/schema"
)

// cmsFields makes the fields of forms from the tables by which package parse reads files.
type cmsFields struct {
	cms  CMS
	told *noun.Nouns // in which hints are
}

// collection returns the settings of a kind of file. The name of a new file is made of what the
// record is about: a wijkvisie is called after its wijk and its period, a programma after its
// dienst and its year.
//
// The body is edited as Markdown. The editors of formatted text rewrite what they do not know:
// that of Decap CMS makes items of a task list and the _ in a word into something else.
func (f cmsFields) collection(k parse.Kind) block {
	title := k.Mapping.Keys[0].Name
	slug, summary := "{{fields."+title+"}}", "{{"+title+"}}"
	switch k.Name {
	case "wijkvisie":
		slug, summary = "{{fields.wijk}}-{{fields.periode}}", "{{titel}} ({{status}})"
	case "programma":
		slug, summary = "{{fields.dienst}}-{{fields.jaar}}{{fields.periode}}", "{{titel}} ({{status}})"
		if f.cms.Name == "sveltia" { // which puts something random in the place of what is empty
			slug = "{{fields.dienst}}-{{fields.jaar | default('{{fields.periode}}')}}"
		}
	}
	one, all := noun.Capital(k.Name), noun.Capital(k.Folder)
	switch k.Name {
	case "pagina":
		all = "Pagina's"
	case "programma":
		all = "Programma's"
	}
	return block{
		{"name", k.Folder}, {"label", all}, {"label_singular", one},
		{"folder", "content/" + k.Folder}, {"create", true}, {"delete", true},
		{"slug", slug}, {"identifier_field", title}, {"summary", summary}, {"sortable_fields", []string{title}},
		{"media_folder", "/content/media"}, {"public_folder", "../media"},
		{"editor", block{{"preview", false}}},
		{"fields", append(f.fields(k.Mapping, false), block{{"name", "body"}, {"label", "Tekst"}, {"widget", "markdown"}, {"modes", []string{"raw"}}, {"required", false}, {"hint", bodyHint.in(f.told)}})},
	}
}

var (
	bodyHint   = text{"De tekst onder de gegevens, in Markdown: ## voor een kop, - voor een opsomming, [woorden](adres) voor een link.", "The text below the data, in Markdown: ## for a heading, - for a list, [words](address) for a link."}
	forExample = text{"Bijvoorbeeld", "For example"}
	asWritten  = text{"Schrijf het zoals", "Write it as in"}
)

// fields returns the fields of a mapping. In a group that need not be filled in, nothing is
// required by the form: check says what is missing in one that is begun.
func (f cmsFields) fields(m *parse.Mapping, optional bool) []block {
	var all []block
	for i := range m.Keys {
		all = append(all, f.field(&m.Keys[i], optional))
	}
	return all
}

func (f cmsFields) field(k *parse.Key, optional bool) block {
	field := block{{"name", k.Name}, {"label", k.Label()}}
	if one := itemOf(k); one != "" {
		field = append(field, setting{"label_singular", one})
	}
	field = append(field, block{{"required", k.Required && !optional}, {"hint", f.hint(k)}}...)
	return append(field, f.widget(k)...)
}

// itemOf returns what one item of a list is called, empty when the key has no list.
func itemOf(k *parse.Key) string {
	switch k.Type {
	case parse.GroupsValue:
	case parse.TextsValue, parse.IDsValue, parse.PeriodsValue, parse.PointValue, parse.TileValue:
		if k.RefersTo == parse.NoReference {
			return "regel"
		}
		return ""
	default:
		return ""
	}
	switch k.Name {
	case "adviezen":
		return "advies"
	case "oordelen":
		return "oordeel"
	case "voortgang":
		return "stap"
	case "themas":
		return "thema"
	}
	if k.Name == "behoeften" {
		return "behoefte"
	}
	return strings.TrimSuffix(k.Name, "en")
}

// hint returns what a field is for. Of one that people choose from a list the sentence ends where
// it tells what to type.
func (f cmsFields) hint(k *parse.Key) string {
	about := k.Description(f.told)
	switch k.Type {
	case parse.CodeValue, parse.PeriodValue, parse.YearValue, parse.PlannedValue:
		return about + " " + forExample.in(f.told) + ": " + k.Example + "."
	}
	if sentence, _, ok := strings.Cut(about, ": "); ok && k.RefersTo != parse.NoReference {
		return sentence + "."
	}
	return about
}

// widget returns by what a field is filled in.
func (f cmsFields) widget(k *parse.Key) block {
	if k.RefersTo != parse.NoReference {
		return f.reference(k)
	}
	switch k.Type {
	case parse.DayValue:
		return f.day()
	case parse.NumberValue, parse.MoneyValue:
		return block{{"widget", "number"}, {"value_type", "int"}, {"min", k.Min}, {"max", k.Max}, {"step", 1}}
	case parse.MediaValue:
		return block{{"widget", "image"}}
	case parse.GroupValue:
		return block{{"widget", "object"}, {"collapsed", true}, {"fields", f.fields(k.Of, !k.Required)}}
	case parse.WordsValue:
		return block{{"widget", "object"}, {"collapsed", true}, {"fields", f.words(k)}}
	case parse.GroupsValue:
		return f.groups(k)
	case parse.TextsValue:
		return f.list(block{{"widget", "string"}})
	case parse.IDsValue:
		return f.list(f.pattern(schema.IDPattern, k))
	case parse.PeriodsValue:
		return f.list(f.pattern(schema.PeriodPattern, k))
	case parse.PointValue:
		return f.list(block{{"widget", "number"}, {"value_type", "float"}, {"step", 0.0001}})
	case parse.TileValue:
		return f.list(block{{"widget", "number"}, {"value_type", "int"}, {"min", 1}})
	}
	return f.text(k)
}

// The forms of texts of which package schema exports none. Those of CBS codes are in the tables.
const (
	yearPattern    = `^\d{4}$`
	addressPattern = `^https?://\S+$`
	emailPattern   = `^\S+@\S+\.\S+$`
)

// text returns by what a text is filled in. One address, or a list of them, is filled in as one: the
// content management systems cannot choose.
func (f cmsFields) text(k *parse.Key) block {
	if choices := k.Choices(); choices != nil {
		var options []block
		for _, c := range choices {
			options = append(options, block{{"label", c.Label}, {"value", c.Value}})
		}
		return block{{"widget", "select"}, {"options", options}}
	}
	switch k.Type {
	case parse.IDValue:
		return f.pattern(schema.IDPattern, k)
	case parse.CodeValue:
		return f.pattern(k.Pattern, k)
	case parse.PeriodValue:
		return f.pattern(schema.PeriodPattern, k)
	case parse.YearValue:
		return f.pattern(yearPattern, k)
	case parse.PlannedValue:
		return f.pattern(schema.PlannedPattern, k)
	case parse.EmailValue:
		return f.pattern(emailPattern, k)
	case parse.URLValue:
		if len(k.Enum) == 2 {
			return f.pattern(addressPattern, k)
		}
	}
	if k.Prose {
		return block{{"widget", "text"}}
	}
	return block{{"widget", "string"}}
}

// pattern returns a text of a form, with an example of it for who writes another.
func (f cmsFields) pattern(form string, k *parse.Key) block {
	return block{{"widget", "string"}, {"pattern", []string{form, asWritten.in(f.told) + " " + strings.Trim(k.Example, "[]")}}}
}

// list returns a list of which each item has a field of its own, so that a text may have commas
// in it.
func (f cmsFields) list(item block) block {
	return block{{"widget", "list"}, {"field", append(block{{"name", "regel"}, {"label", "Regel"}}, item...)}}
}

// day returns a day of the calendar, without a time or a time zone.
func (f cmsFields) day() block {
	if f.cms.Name == "sveltia" {
		return block{{"widget", "datetime"}, {"type", "date"}, {"format", "YYYY-MM-DD"}}
	}
	return block{{"widget", "datetime"}, {"format", "YYYY-MM-DD"}, {"date_format", "YYYY-MM-DD"}, {"time_format", false}}
}

// groups returns a list of records, each shown in a line by what it is about.
func (f cmsFields) groups(k *parse.Key) block {
	var line []string
	for i := range k.Of.Keys {
		if sub := &k.Of.Keys[i]; sub.Required && len(line) < 3 && sub.Type != parse.IDValue {
			line = append(line, "{{fields."+sub.Name+"}}")
		}
	}
	return block{{"widget", "list"}, {"collapsed", true}, {"summary", strings.Join(line, " · ")}, {"fields", f.fields(k.Of, false)}}
}

// words returns a group for each word that may have another one in its place.
func (f cmsFields) words(k *parse.Key) []block {
	var all []block
	for _, word := range k.Enum {
		all = append(all, block{{"name", word}, {"label", noun.Capital(word)}, {"required", false}, {"widget", "object"}, {"collapsed", true}, {"fields", f.fields(k.Of, true)}})
	}
	return all
}

// reference returns a choice among what a key may name.
//
// Sveltia CMS cannot show a choice of several when two of what there is to choose have one value: a
// need that two visions of a wijk have, a buurt whose id two wijken have. Of these it has a list of
// single choices.
func (f cmsFields) reference(k *parse.Key) block {
	several := k.Type == parse.TextsValue || k.Type == parse.IDsValue
	choice := among(k.RefersTo)
	if f.cms.Name == "sveltia" && k.RefersTo == parse.ToWijk && !several {
		// What is shown of the wijk of a wijkvisie is what Sveltia CMS has for {{wijk}} in the value of
		// a need: its id.
		choice[2] = setting{"display_fields", []string{"{{slug}}"}}
	}
	switch {
	case f.cms.Name == "decap":
		return append(block{{"widget", "verwijzing"}, {"multiple", several}}, choice...)
	case several && (k.RefersTo == parse.ToNeed || k.RefersTo == parse.ToBuurt):
		one := map[parse.Reference]string{parse.ToNeed: "behoefte", parse.ToBuurt: "buurt"}[k.RefersTo]
		item := append(block{{"name", one}, {"label", noun.Capital(one)}, {"widget", "relation"}}, choice...)
		return block{{"label_singular", one}, {"widget", "list"}, {"field", item}}
	default:
		return append(block{{"widget", "relation"}, {"multiple", several}}, choice...)
	}
}

// among returns what can be chosen: records of a collection, or what is in lists of theirs.
func among(r parse.Reference) block {
	in := func(collection, value string, shown ...string) block {
		return block{{"collection", collection}, {"value_field", value}, {"display_fields", shown}, {"search_fields", shown}}
	}
	switch r {
	case parse.ToWijk:
		return in("wijken", "{{slug}}", "naam")
	case parse.ToDepartment:
		return in("diensten", "{{slug}}", "naam")
	case parse.ToBuurt:
		return in("wijken", "buurten.*.id", "buurten.*.naam", "naam")
	case parse.ToNeed:
		return in("wijkvisies", "{{wijk}}/{{behoeften.*.id}}", "behoeften.*.titel", "wijk")
	case parse.ToCommitment:
		return in("programmas", "toezeggingen.*.id", "toezeggingen.*.id", "toezeggingen.*.titel")
	default:
		return append(in("site", "themas.*.id", "themas.*.naam"), setting{"file", "site"})
	}
}
