package starter

import (
	"fmt"
	"maps"

	"wijkvisie/internal/noun"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/schema"
)

// visualStudioCode returns the settings of Visual Studio Code by path: a task that names what is
// wrong in the list of problems, the keys of site.yaml, and those of the extension Front Matter.
func visualStudioCode(told *noun.Nouns) map[string]string {
	return map[string]string{
		".vscode/extensions.json": encoded(map[string]any{"recommendations": []string{"eliostruyf.vscode-front-matter", "redhat.vscode-yaml"}}),
		".vscode/settings.json": encoded(map[string]any{
			"yaml.schemas": map[string]string{".vscode/site.schema.json": "content/site.yaml"},
			// Without this, proposals in Markdown come only when they are asked for.
			"[markdown]": map[string]any{"editor.quickSuggestions": map[string]string{"other": "on", "comments": "off", "strings": "on"}},
		}),
		".vscode/site.schema.json": encoded(schema.Of(siteKind(), told)),
		".vscode/tasks.json":       encoded(tasks()),
		"frontmatter.json":         encoded(frontMatter(told)),
	}
}

// tasks returns the tasks of Visual Studio Code: check, whose diagnostics go to the list of
// problems.
func tasks() map[string]any {
	return map[string]any{
		"version": "2.0.0",
		"tasks": []any{map[string]any{
			"label": "check", "type": "process", "command": "wijkvisie", "args": []string{"check", "--verbose"},
			"options":        map[string]any{"env": map[string]string{"NO_COLOR": "1"}},
			"group":          map[string]any{"kind": "test", "isDefault": true},
			"presentation":   map[string]any{"reveal": "silent", "clear": true},
			"problemMatcher": problemMatchers(),
		}},
	}
}

// problemMatchers returns what finds the diagnostics of a severity in the output of check, for
// each severity: Visual Studio Code does not know our words for it.
func problemMatchers() []any {
	var all []any
	for _, s := range []struct{ severity, words string }{{"error", "fout|error"}, {"warning", "waarschuwing|warning"}, {"info", "informatie|info"}} {
		all = append(all, map[string]any{
			"owner": "wijkvisie." + s.severity, "source": "wijkvisie", "severity": s.severity,
			"fileLocation": []string{"relative", "${workspaceFolder}"},
			"pattern": map[string]any{
				"regexp": fmt.Sprintf(`^(\S.*?):(\d+):(\d+): (?:%s): (.*) \[([a-z-]+)\]$`, s.words),
				"file":   1, "line": 2, "column": 3, "message": 4, "code": 5,
			},
		})
	}
	return all
}

// frontMatter returns the settings of the extension Front Matter (frontmatter.json): a content
// type for each kind of file.
//
// Lists of mappings (behoeften, toezeggingen, voortgang) are left out, and are edited as text:
// the extension has blocks for them, and adds a key fieldGroup to every item that it saves. It
// makes no new files, to which it would add a key fmContentType; "wijkvisie new" does.
func frontMatter(told *noun.Nouns) map[string]any {
	var types, folders []any
	for _, k := range parse.Kinds() {
		if k.Folder == "" {
			continue
		}
		types = append(types, map[string]any{"name": k.Name, "pageBundle": false, "clearEmpty": true, "fields": fields(k.Mapping, told)})
		folders = append(folders, map[string]any{
			"title": title(k.Folder), "path": "[[workspace]]/content/" + k.Folder, "contentTypes": []string{k.Name},
			"excludeSubdir": true, "disableCreation": true,
		})
	}
	return map[string]any{
		"$schema":                                         "https://frontmatter.codes/frontmatter.schema.json",
		"frontMatter.taxonomy.contentTypes":               types,
		"frontMatter.content.pageFolders":                 folders,
		"frontMatter.content.publicFolder":                map[string]any{"path": "content/media", "relative": true},
		"frontMatter.content.autoUpdateDate":              false,
		"frontMatter.dashboard.content.card.fields.title": "titel",
		"frontMatter.taxonomy.dateFormat":                 "yyyy-MM-dd",
		"frontMatter.taxonomy.frontMatterType":            "YAML",
		"frontMatter.taxonomy.seoTitleField":              "titel",
		"frontMatter.taxonomy.seoDescriptionField":        "samenvatting",
	}
}

// fields returns the keys of a mapping as fields of that extension.
func fields(m *parse.Mapping, told *noun.Nouns) []any {
	var list []any
	for i := range m.Keys {
		if f := fieldOf(&m.Keys[i], told); f != nil {
			about := map[string]any{"name": m.Keys[i].Name, "title": m.Keys[i].Name, "description": m.Keys[i].Description(told), "required": m.Keys[i].Required}
			maps.Copy(f, about)
			list = append(list, f)
		}
	}
	return list
}

// fieldOf returns the type of the field for a key and what goes with it, nil of a key that has no
// field.
func fieldOf(k *parse.Key, told *noun.Nouns) map[string]any {
	switch k.Type {
	case parse.TextValue:
		if len(k.Enum) > 0 {
			return map[string]any{"type": "choice", "choices": k.Enum}
		}
	case parse.DayValue:
		return map[string]any{"type": "datetime", "dateFormat": "yyyy-MM-dd"}
	case parse.NumberValue, parse.MoneyValue:
		return map[string]any{"type": "number", "numberOptions": map[string]any{"min": k.Min, "max": k.Max, "step": 1}}
	case parse.TextsValue, parse.IDsValue, parse.PeriodsValue, parse.PointValue, parse.TileValue:
		return map[string]any{"type": "list"}
	case parse.GroupValue:
		return map[string]any{"type": "fields", "fields": fields(k.Of, told)}
	case parse.GroupsValue, parse.WordsValue:
		return nil
	}
	return map[string]any{"type": "string"}
}
