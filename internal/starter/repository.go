package starter

import (
	"embed"
	"strings"
	"text/template"

	"wijkvisie/internal/headers"
)

// Program is what a site's repository knows of the program that makes the site.
type Program struct {
	Version string        // as the program says it
	Module  string        // the address that Go fetches it from, without a version; empty when it has none
	Go      string        // the version of Go that it needs
	Copied  bool          // a copy of it is in the repository
	Admin   headers.Admin // the page to edit on; zero for none
}

// FetchesWithGo reports whether the repository has no copy, and Go fetches the program.
func (p Program) FetchesWithGo() bool { return p.Module != "" && !p.Copied }

// Headers returns the headers of the site as netlify.toml has them, without the comment above them
// that says where they belong.
func (p Program) Headers() string {
	text, _ := headers.Config("netlify", "", p.Admin)
	_, rules, _ := strings.Cut(text, "\n\n")
	return strings.TrimRight(rules, "\n")
}

//go:embed repository
var repositoryFiles embed.FS

// repositoryPaths are where the files of a repository stand, by their names here.
var repositoryPaths = [...]struct{ name, path string }{
	{"programma.sh", ProgramScript},
	{"README.md", "README.md"},
	{"netlify.toml", "netlify.toml"},
	{"dagelijks.mjs", "netlify/functions/dagelijks.mjs"},
	{"github-site.yml", ".github/workflows/site.yml"},
	{"github-controle.yml", ".github/workflows/controle.yml"},
	{"dependabot.yml", ".github/dependabot.yml"},
	{"gitlab-ci.yml", ".gitlab-ci.yml"},
	{"gitattributes", ".gitattributes"},
	{"gitignore", ".gitignore"},
}

// The files of the program in a repository.
const (
	ProgramScript = "programma.sh"
	ProgramCopy   = "programma/wijkvisie-linux-amd64"
	ProgramSums   = "programma/SHA256SUMS"
)

// Repository returns the files around the content of a site, by path: what makes it and puts it on
// the internet at several hosts, checks every change, and tells people of the municipality how.
// The id of a wijk is for its examples.
func Repository(p Program, wijk string) map[string]string {
	files := map[string]string{"VERSION": strings.TrimRight(p.Version+"\n"+p.Module, "\n") + "\n"}
	if p.Copied {
		files["VERSION"] = p.Version + "\n"
	}
	all := template.Must(template.New("").Delims("[[", "]]").ParseFS(repositoryFiles, "repository/*"))
	for _, f := range repositoryPaths {
		var b strings.Builder
		known := struct {
			Program
			Wijk string
		}{p, wijk}
		if err := all.ExecuteTemplate(&b, f.name, known); err != nil {
			panic(err) // the files are part of the program
		}
		files[f.path] = b.String()
	}
	return files
}
