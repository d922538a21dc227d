package starter

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"wijkvisie/internal/noun"
	"wijkvisie/internal/parse"
)

// input is how editors let an author fill in a key.
type input struct {
	field    string            // the type of the field in frontmatter.json
	widget   string            // the widget in cms/config.yml
	settings map[string]string // of the widget
}

// inputs returns the input for each type of value; a type that is not in it is a string.
func inputs() map[parse.Type]input {
	list := input{field: "list", widget: "list"}
	number := input{field: "number", widget: "number", settings: map[string]string{"value_type": "int"}}
	return map[parse.Type]input{
		parse.DayValue:     {field: "datetime", widget: "datetime", settings: map[string]string{"format": "YYYY-MM-DD", "time_format": "false"}},
		parse.MediaValue:   {field: "string", widget: "image"},
		parse.NumberValue:  number,
		parse.MoneyValue:   number,
		parse.TextsValue:   list,
		parse.IDsValue:     list,
		parse.PeriodsValue: list,
		parse.PointValue:   list,
		parse.TileValue:    list,
		parse.GroupValue:   {field: "fields", widget: "object"},
		parse.GroupsValue:  {field: "block", widget: "list"},
	}
}

// inputOf returns the input for a key.
func inputOf(k parse.Key) input {
	if k.Type == parse.TextValue && len(k.Enum) > 0 {
		return input{field: "choice", widget: "select", settings: map[string]string{"options": "[" + strings.Join(k.Enum, ", ") + "]"}}
	}
	if in, ok := inputs()[k.Type]; ok {
		return in
	}
	return input{field: "string", widget: "string"}
}

// frontMatter returns the settings of the extension Front Matter of Visual Studio
// Code (frontmatter.json): a content type for each kind of file.
func frontMatter(told *noun.Nouns) string {
	var types, folders []any
	for _, k := range parse.Kinds() {
		if k.Folder == "" {
			continue
		}
		types = append(types, map[string]any{"name": k.Name, "pageBundle": false, "fields": fields(k.Mapping, told)})
		folders = append(folders, map[string]any{"title": title(k.Folder), "path": "[[workspace]]/content/" + k.Folder, "contentTypes": []string{k.Name}})
	}
	return encoded(map[string]any{
		"$schema":                             "https://frontmatter.codes/frontmatter.schema.json",
		"frontMatter.taxonomy.contentTypes":   types,
		"frontMatter.content.pageFolders":     folders,
		"frontMatter.content.publicFolder":    "content/media",
		"frontMatter.taxonomy.dateFormat":     "yyyy-MM-dd",
		"frontMatter.content.defaultFileType": "md",
		"frontMatter.frontMatterType":         "YAML",
	})
}

// fields returns the keys of a mapping as fields of that extension.
func fields(m *parse.Mapping, told *noun.Nouns) []any {
	var list []any
	for i := range m.Keys {
		k := &m.Keys[i]
		in := inputOf(*k)
		f := map[string]any{"name": k.Name, "title": k.Name, "description": k.Description(told), "required": k.Required, "type": in.field}
		if in.field == "choice" {
			f["choices"] = k.Enum
		}
		if k.Type == parse.GroupValue || k.Type == parse.GroupsValue {
			f["fields"] = fields(k.Of, told)
		}
		list = append(list, f)
	}
	return list
}

// cms returns the settings of Decap CMS or Sveltia CMS: a collection for each kind
// of file. The municipality fills in the backend.
func cms(told *noun.Nouns) string {
	var b strings.Builder
	b.WriteString("# Instellingen voor Decap CMS of Sveltia CMS. Zet bij backend waar het archief staat.\nbackend:\n  name: git-gateway\n  branch: main\nlocale: nl\nmedia_folder: content/media\npublic_folder: ../media\ncollections:\n")
	for _, k := range parse.Kinds() {
		if k.Folder == "" {
			continue
		}
		fmt.Fprintf(&b, "  - name: %s\n    label: %s\n    folder: content/%s\n    create: true\n    slug: \"{{fields.slug}}\"\n    identifier_field: %s\n    fields:\n", k.Name, title(k.Folder), k.Folder, k.Mapping.Keys[0].Name)
		cmsFields(&b, k.Mapping, "      ", told)
		b.WriteString("      - {name: body, label: Tekst, widget: markdown, required: false}\n")
	}
	return b.String()
}

// cmsFields writes the keys of a mapping as fields of a collection.
func cmsFields(b *strings.Builder, m *parse.Mapping, indent string, told *noun.Nouns) {
	for i := range m.Keys {
		k := &m.Keys[i]
		in := inputOf(*k)
		settings := map[string]string{"name": k.Name, "label": k.Name, "hint": inQuotes(k.Description(told)), "required": fmt.Sprint(k.Required), "widget": in.widget}
		maps.Copy(settings, in.settings)
		first := indent + "- "
		for _, name := range slices.Sorted(maps.Keys(settings)) {
			fmt.Fprintf(b, "%s%s: %s\n", first, name, settings[name])
			first = indent + "  "
		}
		if k.Of != nil {
			b.WriteString(indent + "  fields:\n")
			cmsFields(b, k.Of, indent+"    ", told)
		}
	}
}
