package starter

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/schema"
)

// Site returns the files of a new site, by path: a small city that builds at once,
// and the settings by which Visual Studio Code (with the extension Front Matter)
// and a content management system in Git (Decap, Sveltia) know the keys.
func Site(year int) map[string]string {
	known := Known{Wijken: []string{"oost"}, Departments: []string{"stadswerken"}, Themes: []string{"groen"}, Year: year}
	files := map[string]string{
		"content/site.yaml":                 siteFile(),
		"content/media/.gitkeep":            "",
		"content/paginas/over-deze-site.md": "---\ntitel: Over deze site\nmenu: voet\n---\nVertel hier wie deze site maakt, en waar bewoners terecht kunnen.\n",
		".vscode/extensions.json":           encoded(map[string]any{"recommendations": []string{"eliostruyf.vscode-front-matter", "redhat.vscode-yaml"}}),
		".vscode/settings.json":             encoded(map[string]any{"yaml.schemas": map[string]string{".vscode/site.schema.json": "content/site.yaml"}}),
		".vscode/site.schema.json":          encoded(schema.Of(siteKind(), diag.Dutch)),
		"frontmatter.json":                  frontMatter(),
		"cms/config.yml":                    cms(),
		".gitignore":                        "/public/\n/.public.wijkvisie/\n",
	}
	for _, f := range []struct{ kind, id string }{{"wijk", "oost"}, {"wijkvisie", fmt.Sprintf("oost-%d", year)}, {"dienst", "stadswerken"}, {"programma", fmt.Sprintf("stadswerken-%d", year)}} {
		kind, _ := KindOf(f.kind)
		files["content/"+kind.Folder+"/"+f.id+".md"], _ = File(kind, f.id, known)
	}
	return files
}

// KindOf returns the kind of file that authors call by a name.
func KindOf(name string) (parse.Kind, bool) {
	for _, k := range parse.Kinds() {
		if k.Name == name {
			return k, true
		}
	}
	return parse.Kind{}, false
}

func siteKind() parse.Kind {
	kind, _ := KindOf("site")
	return kind
}

func siteFile() string {
	return block(siteKind().Mapping, map[string]string{
		"titel":     "Wijkvisies van onze gemeente",
		"gemeente":  "Onze gemeente",
		"basis-url": "https://wijkvisies.example.nl",
		"themas":    "\n  - {id: groen, naam: Groen en openbare ruimte}\n  - {id: verkeer, naam: Verkeer en bereikbaarheid}\n",
	}, "")
}

func encoded(v any) string {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		panic(err) // only maps and texts
	}
	return string(b) + "\n"
}

// frontMatter returns the settings of the extension Front Matter of Visual Studio
// Code (frontmatter.json): a content type for each kind of file.
func frontMatter() string {
	var types, folders []any
	for _, k := range parse.Kinds() {
		if k.Folder == "" {
			continue
		}
		types = append(types, map[string]any{"name": k.Name, "pageBundle": false, "fields": fields(k.Mapping)})
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

func fields(m *parse.Mapping) []any {
	var list []any
	for _, k := range m.Keys {
		f := map[string]any{"name": k.Name, "title": k.Name, "description": k.About[0], "required": k.Required}
		switch {
		case k.Type == parse.TextValue && len(k.Enum) > 0:
			f["type"], f["choices"] = "choice", k.Enum
		case k.Type == parse.DayValue:
			f["type"] = "datetime"
		case k.Type == parse.NumberValue, k.Type == parse.MoneyValue:
			f["type"] = "number"
		case k.Type == parse.TextsValue, k.Type == parse.IDsValue, k.Type == parse.PeriodsValue, k.Type == parse.PointValue, k.Type == parse.TileValue:
			f["type"] = "list"
		case k.Type == parse.GroupValue:
			f["type"], f["fields"] = "fields", fields(k.Of)
		case k.Type == parse.GroupsValue:
			f["type"], f["fields"] = "block", fields(k.Of)
		default:
			f["type"] = "string"
		}
		list = append(list, f)
	}
	return list
}

// cms returns the settings of Decap CMS or Sveltia CMS: a collection for each kind
// of file. The backend is the municipality's to fill in.
func cms() string {
	var b strings.Builder
	b.WriteString("# Instellingen voor Decap CMS of Sveltia CMS. Zet bij backend waar het archief staat.\nbackend:\n  name: git-gateway\n  branch: main\nlocale: nl\nmedia_folder: content/media\npublic_folder: ../media\ncollections:\n")
	for _, k := range parse.Kinds() {
		if k.Folder == "" {
			continue
		}
		fmt.Fprintf(&b, "  - name: %s\n    label: %s\n    folder: content/%s\n    create: true\n    slug: \"{{fields.slug}}\"\n    identifier_field: %s\n    fields:\n", k.Name, title(k.Folder), k.Folder, k.Mapping.Keys[0].Name)
		cmsFields(&b, k.Mapping, "      ")
		b.WriteString("      - {name: body, label: Tekst, widget: markdown, required: false}\n")
	}
	return b.String()
}

func cmsFields(b *strings.Builder, m *parse.Mapping, indent string) {
	for _, k := range m.Keys {
		set := map[string]string{"name": k.Name, "label": k.Name, "hint": quotedAlways(k.About[0]), "required": fmt.Sprint(k.Required)}
		switch {
		case k.Type == parse.TextValue && len(k.Enum) > 0:
			set["widget"], set["options"] = "select", "["+strings.Join(k.Enum, ", ")+"]"
		case k.Type == parse.DayValue:
			set["widget"], set["format"], set["time_format"] = "datetime", "YYYY-MM-DD", "false"
		case k.Type == parse.NumberValue, k.Type == parse.MoneyValue:
			set["widget"], set["value_type"] = "number", "int"
		case k.Type == parse.TextsValue, k.Type == parse.IDsValue, k.Type == parse.PeriodsValue, k.Type == parse.PointValue, k.Type == parse.TileValue:
			set["widget"] = "list"
		case k.Type == parse.GroupValue:
			set["widget"] = "object"
		case k.Type == parse.GroupsValue:
			set["widget"] = "list"
		default:
			set["widget"] = "string"
		}
		first := indent + "- "
		for _, name := range slices.Sorted(maps.Keys(set)) {
			fmt.Fprintf(b, "%s%s: %s\n", first, name, set[name])
			first = indent + "  "
		}
		if k.Of != nil {
			b.WriteString(indent + "  fields:\n")
			cmsFields(b, k.Of, indent+"    ")
		}
	}
}

func quotedAlways(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
