package starter

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"errors"
	"net/url"
	"path"
	"regexp"
	"strings"
	"sync"

	"wijkvisie/internal/headers"
	"wijkvisie/internal/noun"
	"wijkvisie/internal/parse"
)

// CMS is a content management system that edits the files of a site in its repository, from
// a page of its own: https://decapcms.org or https://sveltiacms.app.
type CMS struct {
	Name    string // as people type it: decap, sveltia
	Title   string
	Package string // at npm
	Version string
	Folder  string // of the package, with the script
	Script  string
	Needs   []string // what the page needs of the package
	SHA512  string   // of that script, as in https://www.w3.org/TR/SRI/
}

// CMSes returns the content management systems for which there are settings. They are tried
// in these versions by internal/browsertest.
func CMSes() []CMS {
	return []CMS{
		{"decap", "Decap CMS", "decap-cms", "3.16.3", "dist", "decap-cms.js", []string{"dist"},
			"i+P3taug63YOc3KVisiNVcEeR0uBHR9ANFRqHs1qtjbTqOyOTOaxXD/btelHzse4Io6N918flyqhUaJuOiXJow=="},
		{"sveltia", "Sveltia CMS", "@sveltia/cms", "0.221.1", "npm", "index.js", []string{"npm", "locales/nl.json"},
			"CFTP+xVo2bPdIU78vyz9IhSjxpAHjqn+ehWqFvuL4+m/b7mP8PyH4W7WaGnKdYcMOnuAD8wW8Fr04N+9ykQc0Q=="},
	}
}

// CMSNames returns what people call the content management systems.
func CMSNames() []string {
	var names []string
	for _, c := range CMSes() {
		names = append(names, c.Name)
	}
	return names
}

// CMSOf returns the content management system with a name.
func CMSOf(name string) (CMS, bool) {
	for _, c := range CMSes() {
		if c.Name == name {
			return c, true
		}
	}
	return CMS{}, false
}

// Remote is where the files of a site are kept: at GitHub, or at a GitLab.
type Remote struct {
	Host   string // github.com, gitlab.com, gitlab.example.nl
	Path   string // owner/name, or group/subgroup/name
	Branch string
	// Login is what signing in needs: of GitHub the address of a server for OAuth (empty for that
	// of Netlify), of a GitLab the id of the application.
	Login string
}

// ErrNoRemote is a text that is no repository.
var ErrNoRemote = errors.New("not a repository")

// remoteForm is the form of the host and the path of a repository.
var remoteForm = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?(/[A-Za-z0-9_.-]+){2,}$`)
})

// ParseRemote returns the repository that a text names: OWNER/NAME for one at GitHub, else
// an address as git clone takes it.
func ParseRemote(text string) (Remote, error) {
	host, at := "github.com", text
	if user, rest, ok := strings.Cut(text, "@"); ok && !strings.Contains(user, "/") {
		host, at, _ = strings.Cut(rest, ":") // git@github.com:owner/name.git
	} else if strings.Contains(text, "://") {
		u, err := url.Parse(text)
		if err != nil || u.Scheme != "https" && u.Scheme != "ssh" {
			return Remote{}, ErrNoRemote
		}
		host, at = u.Host, u.Path
	}
	r := Remote{Host: strings.ToLower(host), Path: strings.TrimSuffix(strings.Trim(at, "/"), ".git")}
	if !remoteForm().MatchString(r.Host+"/"+r.Path) || r.Host == "github.com" && strings.Count(r.Path, "/") != 1 {
		return Remote{}, ErrNoRemote
	}
	return r, nil
}

// String returns the repository as ParseRemote reads it.
func (r Remote) String() string {
	if r.IsGitHub() {
		return r.Path
	}
	return "https://" + r.Host + "/" + r.Path
}

// signIn tells how people sign in, in Dutch.
func (r Remote) signIn(c CMS) string {
	switch {
	case !r.IsGitHub() && r.Login != "":
		return "Inloggen gaat met een account bij " + r.Host + "; het adres van de pagina moet bij de applicatie staan als Redirect URI."
	case !r.IsGitHub():
		return "Inloggen gaat met een token van " + r.Host + " (scope api)."
	case r.Login != "":
		return "Inloggen gaat met een account bij GitHub, langs " + r.Login + "."
	case c.Name == "sveltia":
		return "Inloggen gaat met een token van GitHub, of met een account bij GitHub langs Netlify; voor een eigen OAuth-server zet u bij backend in config.yml een base_url."
	default:
		return "Inloggen gaat met een account bij GitHub langs Netlify, waar u GitHub aanzet (Project configuration > Access & security > OAuth); voor een eigen OAuth-server zet u bij backend in config.yml een base_url."
	}
}

// IsGitHub reports whether the repository is at GitHub.
func (r Remote) IsGitHub() bool { return r.Host == "github.com" }

// Needs reports whether a content management system cannot sign in at the repository without
// Login.
func (r Remote) Needs(c CMS) bool { return c.Name == "decap" && !r.IsGitHub() && r.Login == "" }

// importMap has the browser read the Dutch words of Sveltia CMS, which asks for them as JSON, from a
// script.
const importMap = `{"imports": {"./cms/locales/nl.json": "./cms/nl.js"}}`

// Admin returns what the page of the content management system asks of others, for its headers.
func (r Remote) Admin(c CMS) headers.Admin {
	admin := headers.Admin{CMS: c.Name, Host: r.Host}
	if c.Name == "sveltia" {
		sum := sha256.Sum256([]byte(importMap))
		admin.Inline = "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
	}
	return admin
}

// decapServer is the version of decap-server, by which Decap CMS edits files on one's own computer.
const decapServer = "3.11.3"

//go:embed cms
var cmsFiles embed.FS

// Files returns the files of a content management system for a repository, by path. They are
// in admin/, which is published only when it is copied into content/bestanden/.
func (c CMS) Files(r Remote, told *noun.Nouns) map[string]string {
	imports, after := "", ""
	if c.Name == "sveltia" {
		imports, after = "readFileSync, writeFileSync, ", "writeFileSync('cms/nl.js', 'export default ' + readFileSync('cms/locales/nl.json'))\n"
	}
	fill := strings.NewReplacer(
		"@TITLE@", c.Title, "@PACKAGE@", c.Package, "@VERSION@", c.Version, "@SCRIPT@", c.Folder+"/"+c.Script, "@NEEDS@", "'package/"+strings.Join(c.Needs, "', 'package/")+"'", "@SHA512@", c.SHA512,
		"@IMPORT@", imports, "@AFTER@\n", after, "@IMPORTMAP@", importMap,
		"@SERVER@", decapServer, "@POLICY@", headers.AdminPage(r.Admin(c)),
	)
	files := map[string]string{"admin/config.yml": c.config(r, told)}
	local, err := cmsFiles.ReadFile(path.Join("cms", c.Name, "lokaal.md"))
	if err != nil {
		panic(err) // it is embedded
	}
	readme := strings.NewReplacer("@LOCAL@\n", string(local), "@NAME@", c.Name, "@REPO@", r.String(), "@LOGIN@", r.signIn(c))
	for _, name := range []string{"index.html", "start.js", "haal.mjs", "package.json", "LEESMIJ.md", "gitignore"} {
		text, err := cmsFiles.ReadFile(path.Join("cms", c.Name, name))
		if err != nil {
			if text, err = cmsFiles.ReadFile(path.Join("cms", name)); err != nil {
				continue // a file of the other one
			}
		}
		if name == "gitignore" {
			name = ".gitignore" // which would not be embedded
		}
		files["admin/"+name] = fill.Replace(readme.Replace(string(text)))
	}
	return files
}

// config returns the settings: where the repository is, and a collection for each kind of file.
func (c CMS) config(r Remote, told *noun.Nouns) string {
	f := cmsFields{cms: c, told: told}
	settings := block{
		{"backend", c.backend(r)},
		{"local_backend", true},
		{"publish_mode", "editorial_workflow"},
		{"show_preview_links", false},
		{"locale", "nl"},
		{"slug", block{{"encoding", "ascii"}, {"clean_accents", true}}},
		{"media_folder", "content/media"},
		{"public_folder", "/media"},
	}
	if c.Name == "sveltia" {
		settings = block{
			settings[0], settings[2], settings[5], settings[6], settings[7],
			{"output", block{{"omit_empty_optional_fields", true}}},
		}
	}
	var collections []block
	for _, k := range parse.Kinds() {
		if k.Folder == "" {
			continue
		}
		collections = append(collections, f.collection(k))
	}
	collections = append(collections, block{
		{"name", "site"}, {"label", "Site"}, {"editor", block{{"preview", false}}},
		{"files", []block{{{"name", "site"}, {"label", "Gegevens van de site"}, {"file", "content/site.yaml"}, {"fields", f.fields(siteKind().Mapping, false)}}}},
	})
	return "# Instellingen voor " + c.Title + " " + c.Version + ", gemaakt door wijkvisie.\n" + append(settings, setting{"collections", collections}).yaml()
}

// backend returns where the repository is and how to sign in.
func (c CMS) backend(r Remote) block {
	if r.IsGitHub() {
		b := block{{"name", "github"}, {"repo", r.Path}, {"branch", r.Branch}}
		if r.Login != "" {
			b = append(b, setting{"base_url", r.Login})
		}
		return b
	}
	b := block{{"name", "gitlab"}, {"repo", r.Path}, {"branch", r.Branch}}
	if r.Login != "" {
		b = append(b, setting{"auth_type", "pkce"}, setting{"app_id", r.Login})
	}
	if r.Host != "gitlab.com" {
		b = append(b, setting{"base_url", "https://" + r.Host}, setting{"api_root", "https://" + r.Host + "/api/v4"})
	}
	return b
}
