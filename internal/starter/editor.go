package starter

import (
	"wijkvisie/internal/noun"
	"wijkvisie/internal/parse"
)

// fieldType returns the type of the field for a key in frontmatter.json.
func fieldType(k *parse.Key) string {
	switch k.Type {
	case parse.TextValue:
		if len(k.Enum) > 0 {
			return "choice"
		}
	case parse.DayValue:
		return "datetime"
	case parse.NumberValue, parse.MoneyValue:
		return "number"
	case parse.TextsValue, parse.IDsValue, parse.PeriodsValue, parse.PointValue, parse.TileValue:
		return "list"
	case parse.GroupValue:
		return "fields"
	case parse.GroupsValue:
		return "block"
	}
	return "string"
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
		f := map[string]any{"name": k.Name, "title": k.Name, "description": k.Description(told), "required": k.Required, "type": fieldType(k)}
		if f["type"] == "choice" {
			f["choices"] = k.Enum
		}
		if k.Type == parse.GroupValue || k.Type == parse.GroupsValue {
			f["fields"] = fields(k.Of, told)
		}
		list = append(list, f)
	}
	return list
}
