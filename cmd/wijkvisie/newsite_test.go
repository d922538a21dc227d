package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
	"go.yaml.in/yaml/v3"

	"wijkvisie/internal/starter"
)

// repository is a new site in Git, cloned to a machine that has little.
type repository struct {
	t    *testing.T
	dir  string
	path string // a folder with the programs that the machine has
}

// newRepository makes a new site with a program, commits it and clones it.
func newRepository(t *testing.T, program string, flags ...string) *repository {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("web hosts run Linux")
	}
	first := filepath.Join(t.TempDir(), "eerst")
	mustRun(t, "", program, append([]string{"new", "site", first, "-q"}, flags...)...)
	mustRun(t, first, "git", "init", "-q", "-b", "main")
	mustRun(t, first, "git", "add", ".")
	mustRun(t, first, "git", "-c", "user.name=a", "-c", "user.email=a@example.nl", "commit", "-q", "-m", "De site")
	r := &repository{t: t, dir: filepath.Join(t.TempDir(), "kloon"), path: t.TempDir()}
	mustRun(t, "", "git", "clone", "-q", first, r.dir)
	for _, name := range []string{"sh", "bash", "git", "dirname", "uname", "grep", "sha256sum", "chmod", "cat"} {
		at, err := exec.LookPath(name)
		if err != nil {
			t.Fatal(err)
		}
		r.has(name, "#!/bin/sh\nexec "+at+" \"$@\"\n")
	}
	return r
}

// has gives the machine a program.
func (r *repository) has(name, script string) {
	r.t.Helper()
	if err := os.WriteFile(filepath.Join(r.path, name), []byte(script), 0o755); err != nil {
		r.t.Fatal(err)
	}
}

// bash runs a script as web hosts do, and returns what it said and its exit status.
func (r *repository) bash(script string, env ...string) (said string, status int) {
	r.t.Helper()
	c := exec.Command(filepath.Join(r.path, "bash"), "-e", "-o", "pipefail", "-c", script)
	c.Dir = r.dir
	c.Env = append([]string{"PATH=" + r.path, "HOME=" + r.t.TempDir()}, env...)
	out, err := c.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		r.t.Fatal(err)
	}
	return string(out), c.ProcessState.ExitCode()
}

// write writes a file.
func (r *repository) write(name, text string) {
	r.t.Helper()
	if err := os.WriteFile(filepath.Join(r.dir, name), []byte(text), 0o644); err != nil {
		r.t.Fatal(err)
	}
}

func (r *repository) read(name string) string {
	r.t.Helper()
	data, err := os.ReadFile(filepath.Join(r.dir, name))
	if err != nil {
		r.t.Fatal(err)
	}
	return string(data)
}

// public returns whether there is a site, and whether it has something of a concept. Anything in it
// that only the repository should have is an error. It removes the site.
func (r *repository) public() (exists, concept bool) {
	r.t.Helper()
	dir := filepath.Join(r.dir, "public")
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return false, false
	}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		concept = concept || bytes.Contains(data, []byte("eerste-behoefte")) || bytes.Contains(data, []byte("Eerste toezegging")) || bytes.Contains(data, []byte("Wijkvisie Oost"))
		for _, ours := range []string{"programma.sh", "VERSION", ".md"} {
			if strings.HasSuffix(path, ours) {
				r.t.Errorf("%s is published", path)
			}
		}
		return err
	})
	if err != nil {
		r.t.Fatal(err)
	}
	if err := os.RemoveAll(dir); err != nil {
		r.t.Fatal(err)
	}
	return true, concept
}

func mustRun(t *testing.T, dir, name string, args ...string) {
	t.Helper()
	c := exec.Command(name, args...)
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
}

// realProgram builds the program: a new site has a copy of it.
func realProgram(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "wijkvisie")
	c := exec.Command("go", "build", "-o", name, ".")
	c.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return name
}

// TestTheSiteOfARepository builds the site of a repository as web hosts do, on a machine that
// has a shell and Git.
func TestTheSiteOfARepository(t *testing.T) {
	if runtime.GOOS+"/"+runtime.GOARCH != "linux/amd64" {
		t.Skip("the program is copied on linux/amd64 only")
	}
	program := realProgram(t)
	r := newRepository(t, program, "--with-program")
	t.Run("programma.sh", func(t *testing.T) { r.t = t; programScript(t, r) })
	t.Run("Netlify", func(t *testing.T) { r.t = t; netlifyCommands(t, r) })
	t.Run("GitHub", func(t *testing.T) { r.t = t; gitHubJobs(t, r) })
	t.Run("without a program", func(t *testing.T) { noProgram(t, newRepository(t, program)) })
}

func programScript(t *testing.T, r *repository) {
	if out, err := exec.Command("shellcheck", filepath.Join(r.dir, "programma.sh")).CombinedOutput(); err != nil {
		t.Errorf("shellcheck: %v\n%s", err, out)
	}
	said, status := r.bash("cd content && sh ../programma.sh build --lang nl")
	if exists, concept := r.public(); status != 0 || !exists || concept {
		t.Errorf("status %d, a site %t, a concept in it %t\n%s", status, exists, concept, said)
	}
	if !strings.Contains(said, "wijkvisies/oost-") {
		t.Errorf("it does not say what is not published:\n%s", said)
	}
	if said, status = r.bash("sh programma.sh check --lang nl"); status != 0 {
		t.Errorf("check: %d\n%s", status, said)
	}
	for _, test := range []struct{ site, address, want string }{
		{"", "", ""},
		{"", "https://host.example.org", "https://host.example.org/"},
		{"basis-url: https://wijkvisies.example.nl\n", "https://host.example.org/wijken", "https://host.example.org/wijken/"},
		{"basis-url: https://wijken.example.org\n", "https://host.example.net", "https://wijken.example.org/"},
	} {
		site := r.read("content/site.yaml")
		r.write("content/site.yaml", regexp.MustCompile(`(?m)^basis-url: .*\n`).ReplaceAllString(site, test.site))
		said, _ := r.bash("sh programma.sh build -q", "ADRES="+test.address)
		link := regexp.MustCompile(`rel="?canonical"? href="?([^" >]*)`).FindStringSubmatch(r.read("public/index.html"))
		if test.want == "" && link != nil || test.want != "" && (link == nil || link[1] != test.want) {
			t.Errorf("%q at %s has %v, want %s\n%s", test.site, test.address, link, test.want, said)
		}
		r.public()
		r.write("content/site.yaml", site)
	}

	// Another program than the one that was put there is not run.
	sums := r.read(starter.ProgramSums)
	r.write(starter.ProgramSums, strings.Replace(sums, sums[:4], "0000", 1))
	said, status = r.bash("sh programma.sh build")
	if exists, _ := r.public(); status == 0 || exists || !strings.Contains(said, "is niet het programma dat in programma/SHA256SUMS staat") {
		t.Errorf("status %d\n%s", status, said)
	}
	r.write(starter.ProgramSums, sums)

	r.has("uname", "#!/bin/sh\n[ \"$1\" = -s ] && echo Darwin || echo arm64\n")
	if said, status = r.bash("sh programma.sh build"); status == 0 || !strings.Contains(said, "is voor Linux op amd64, en dit is Darwin arm64. Typ hier: wijkvisie build") {
		t.Errorf("status %d\n%s", status, said)
	}
	r.has("uname", "#!/bin/sh\n[ \"$1\" = -s ] && echo Linux || echo x86_64\n")
}

// noProgram has no copy of the program, and at first no address of it either.
func noProgram(t *testing.T, r *repository) {
	said, status := r.bash("sh programma.sh build")
	if exists, _ := r.public(); status == 0 || exists || !strings.Contains(said, "het programma wijkvisie is er niet") {
		t.Errorf("status %d, a site %t\n%s", status, exists, said)
	}
	r.write("VERSION", "v0.1.0\nexample.test/wijkvisie/cmd/wijkvisie\n")
	if said, status = r.bash("sh programma.sh build"); status == 0 || !strings.Contains(said, "Go ontbreekt op deze machine") {
		t.Errorf("status %d\n%s", status, said)
	}
	// Go fetches the program of that version.
	compiler, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	r.has("go", "#!/bin/sh\nexec "+compiler+" \"$@\"\n")
	cache := t.TempDir()
	said, status = r.bash("sh programma.sh build --lang nl", "GOPROXY=file://"+filepath.ToSlash(moduleProxy(t)), "GONOSUMDB=*", "GOFLAGS=-modcacherw", "GOMODCACHE="+cache, "GOCACHE="+goEnv(t, "GOCACHE"))
	if status != 0 || !strings.Contains(said, "v0.1.0 met build --lang nl") {
		t.Errorf("status %d\n%s", status, said)
	}
}

func goEnv(t *testing.T, name string) string {
	t.Helper()
	out, err := exec.Command("go", "env", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// moduleProxy makes a module proxy with a program of the name of ours
// (https://go.dev/ref/mod#goproxy-protocol).
func moduleProxy(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	at := filepath.Join(dir, "example.test", "wijkvisie", "@v")
	if err := os.MkdirAll(at, 0o755); err != nil {
		t.Fatal(err)
	}
	mod := "module example.test/wijkvisie\n\ngo 1.26\n"
	var archive bytes.Buffer
	z := zip.NewWriter(&archive)
	for name, text := range map[string]string{
		"go.mod":                mod,
		"cmd/wijkvisie/main.go": "package main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n\t\"strings\"\n)\n\nfunc main() { fmt.Println(\"v0.1.0 met\", strings.Join(os.Args[1:], \" \")) }\n",
	} {
		w, err := z.Create("example.test/wijkvisie@v0.1.0/" + name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, text)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{"list": "v0.1.0\n", "v0.1.0.info": `{"Version":"v0.1.0"}`, "v0.1.0.mod": mod, "v0.1.0.zip": archive.String()} {
		if err := os.WriteFile(filepath.Join(at, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// netlifyCommands runs the command of each context with the variables that Netlify sets.
func netlifyCommands(t *testing.T, r *repository) {
	type build struct{ Command, Publish string }
	var config struct {
		Build   build
		Context map[string]build
	}
	if err := toml.Unmarshal([]byte(r.read("netlify.toml")), &config); err != nil {
		t.Fatal(err)
	}
	if config.Build.Publish != "public" || len(config.Context) != 2 {
		t.Errorf("it publishes %q, in %d contexts", config.Build.Publish, len(config.Context))
	}
	variables := []string{"URL=https://wijken.example.org", "DEPLOY_PRIME_URL=https://deploy-preview-7--wijken.example.org", "CONTEXT=production"}
	for name, test := range map[string]struct {
		build   build
		drafts  string
		concept bool
	}{
		"production":                      {config.Build, "", false},
		"production, with drafts asked":   {config.Build, "CONCEPTEN=ja", false},
		"a preview":                       {config.Context["deploy-preview"], "", false},
		"a preview, with no drafts asked": {config.Context["deploy-preview"], "CONCEPTEN=nee", false},
		"a preview, with drafts asked":    {config.Context["deploy-preview"], "CONCEPTEN=ja", true},
		"a branch":                        {config.Context["branch-deploy"], "", false},
		"a branch, with drafts asked":     {config.Context["branch-deploy"], "CONCEPTEN=ja", true},
	} {
		if test.build.Publish != "" && test.build.Publish != "public" {
			t.Errorf("%s: it publishes %q", name, test.build.Publish)
		}
		said, status := r.bash(test.build.Command, append(variables, test.drafts)...)
		page := r.read("public/index.html")
		exists, concept := r.public()
		if status != 0 || !exists || concept != test.concept {
			t.Errorf("%s: status %d, a site %t, a concept in it %t\n%s", name, status, exists, concept, said)
		}
		if concept && !strings.Contains(page, "noindex") {
			t.Errorf("%s: search engines may show concepts", name)
		}
	}
	// Content with an error is not published, and the command fails.
	site := r.read("content/site.yaml")
	r.write("content/site.yaml", site+"\nthemaas: []\n")
	said, status := r.bash(config.Build.Command, variables...)
	if exists, _ := r.public(); status == 0 || exists {
		t.Errorf("status %d, a site %t\n%s", status, exists, said)
	}
	r.write("content/site.yaml", site)
}

// workflow is a workflow of GitHub Actions, as far as the tests look at it.
type workflow struct {
	On          yaml.Node
	Permissions map[string]string
	Jobs        map[string]struct {
		Permissions map[string]string
		Steps       []struct {
			Uses, Name, Run string
			With            map[string]any
		}
	}
}

// gitHubJobs holds the workflows against what is known of their safety, and runs their scripts.
func gitHubJobs(t *testing.T, r *repository) {
	lint := exec.Command("go", "tool", "actionlint", filepath.Join(r.dir, ".github/workflows/site.yml"), filepath.Join(r.dir, ".github/workflows/controle.yml"))
	if out, err := lint.CombinedOutput(); err != nil {
		t.Errorf("actionlint: %v\n%s", err, out)
	}
	site, checks := readWorkflow(t, r, "site.yml"), readWorkflow(t, r, "controle.yml")
	if may := site.Jobs["publiceren"].Permissions; len(may) != 2 || may["pages"] != "write" || may["id-token"] != "write" {
		t.Errorf("publiceren may %v", may)
	}
	if may := checks.Jobs["controle"].Permissions; len(may) != 1 || may["contents"] != "read" {
		t.Errorf("controle may %v", may)
	}

	temp := t.TempDir()
	output, summary := filepath.Join(temp, "output"), filepath.Join(temp, "summary")
	files := []string{"GITHUB_OUTPUT=" + output, "GITHUB_STEP_SUMMARY=" + summary, "GITHUB_REPOSITORY=gemeente/wijken", "RUNNER_TEMP=" + temp}
	ask := site.Jobs["pages"].Steps[0].Run
	for _, test := range []struct {
		gh     string
		status int
		output string
		says   string
	}{
		{"echo https://gemeente.example.org/wijken/", 0, "adres=https://gemeente.example.org/wijken\n", ""},
		{"echo 'gh: Not Found (HTTP 404)' >&2; exit 1", 0, "", "GitHub Pages staat uit"},
		{"echo 'gh: Server Error (HTTP 500)' >&2; exit 1", 1, "", ""},
	} {
		os.Remove(output)
		os.Remove(summary)
		r.has("gh", "#!/bin/sh\n"+test.gh+"\n")
		said, status := r.bash(ask, files...)
		written, _ := os.ReadFile(output)
		told, _ := os.ReadFile(summary)
		if status != test.status || string(written) != test.output || !strings.Contains(string(told), test.says) {
			t.Errorf("%s: status %d, output %q, summary %q\n%s", test.gh, status, written, told, said)
		}
	}

	upload := site.Jobs["maken"].Steps[len(site.Jobs["maken"].Steps)-1]
	if !strings.HasPrefix(upload.Uses, "actions/upload-pages-artifact@") || upload.With["path"] != "public" {
		t.Errorf("%v is uploaded", upload)
	}
	for _, step := range site.Jobs["maken"].Steps {
		if step.Run != "" {
			if said, status := r.bash(step.Run, "ADRES=https://gemeente.example.org/wijken"); status != 0 {
				t.Errorf("maken: %d\n%s", status, said)
			}
		}
	}
	if exists, concept := r.public(); !exists || concept {
		t.Errorf("a site %t, a concept in it %t", exists, concept)
	}

	steps := checks.Jobs["controle"].Steps
	check, diff := steps[len(steps)-2].Run, steps[len(steps)-1].Run
	wijk := r.read("content/wijken/oost.md")
	for _, test := range []struct{ name, text, annotation, says string }{
		{"a change", strings.Replace(wijk, "naam: Oost", "naam: Het Oosten", 1), "", "Oosten"},
		{"a mistake", strings.Replace(wijk, "naam: Oost", "naem: Oost", 1), "::error file=content/wijken/oost.md,line=", "als de fouten zijn hersteld"},
	} {
		os.Remove(summary)
		r.write("content/wijken/oost.md", test.text)
		said, status := r.bash(check)
		if (status != 0) != (test.annotation != "") || !strings.Contains(said, test.annotation) {
			t.Errorf("%s: check: status %d\n%s", test.name, status, said)
		}
		said, status = r.bash(diff, append(files, "BASIS=HEAD")...)
		if told, _ := os.ReadFile(summary); status != 0 || !strings.Contains(string(told), test.says) {
			t.Errorf("%s: diff: status %d, summary %q\n%s", test.name, status, told, said)
		}
	}
	r.write("content/wijken/oost.md", wijk)
}

// readWorkflow reads a workflow. Actions are pinned by commit, every job has its own permissions,
// and no script has text of others in it.
func readWorkflow(t *testing.T, r *repository, name string) workflow {
	t.Helper()
	var w workflow
	if err := yaml.Unmarshal([]byte(r.read(".github/workflows/"+name)), &w); err != nil {
		t.Fatal(err)
	}
	if w.Permissions == nil || len(w.Permissions) > 0 {
		t.Errorf("%s may %v", name, w.Permissions)
	}
	pinned := regexp.MustCompile(`^[a-z-]+/[a-z-]+@[0-9a-f]{40}$`)
	for id, job := range w.Jobs {
		if len(job.Permissions) == 0 {
			t.Errorf("%s: %s has no permissions of its own", name, id)
		}
		for _, step := range job.Steps {
			if step.Uses != "" && !pinned.MatchString(step.Uses) {
				t.Errorf("%s: %s is not pinned", name, step.Uses)
			}
			if strings.Contains(step.Run, "${{") {
				t.Errorf("%s: %s is filled in by others", name, step.Run)
			}
			if strings.HasPrefix(step.Uses, "actions/checkout@") && step.With["persist-credentials"] != false {
				t.Errorf("%s: %s keeps its token", name, id)
			}
		}
	}
	return w
}

func TestTheProgramKnowsItsAddress(t *testing.T) {
	for _, test := range []struct{ main, version, want string }{
		{"wijkvisie", "v1.2.3", ""},
		{"example.test/wijkvisie", "v1.2.3", "example.test/wijkvisie/cmd/wijkvisie"},
		{"example.test/wijkvisie", "v0.0.0-20260102030405-0123456789ab", "example.test/wijkvisie/cmd/wijkvisie"},
		{"example.test/wijkvisie", "v1.2.3+dirty", ""},
		{"example.test/wijkvisie", "(devel)", ""},
		{"example.test/wijkvisie", "", ""},
	} {
		info := &debug.BuildInfo{GoVersion: "go1.26.1 X:none", Path: test.main + "/cmd/wijkvisie", Main: debug.Module{Path: test.main, Version: test.version}}
		p := thisProgram(info)
		if p.Module != test.want || p.Go != "1.26.1" {
			t.Errorf("%s %s: %+v", test.main, test.version, p)
		}
		files := starter.Repository(p, "oost")
		if got := strings.Contains(files[".github/workflows/site.yml"], "setup-go"); got != (test.want != "") {
			t.Errorf("%s %s: Go is set up: %t", test.main, test.version, got)
		}
		if got := files["VERSION"]; test.want != "" && got != test.version+"\n"+test.want+"\n" {
			t.Errorf("VERSION is %q", got)
		}
	}
}
