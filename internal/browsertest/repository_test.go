package browsertest

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"wijkvisie/internal/headers"
)

// newRepository returns a clone of a new site with the program in it.
func newRepository(t *testing.T) string {
	t.Helper()
	temp := t.TempDir()
	program, first, clone := filepath.Join(temp, "wijkvisie"), filepath.Join(temp, "eerst"), filepath.Join(temp, "kloon")
	for _, command := range [][]string{
		{"env", "CGO_ENABLED=0", "go", "build", "-o", program, "../../cmd/wijkvisie"},
		{program, "new", "site", first, "--with-program", "-q"},
		{"git", "-C", first, "init", "-q", "-b", "main"},
		{"git", "-C", first, "add", "."},
		{"git", "-C", first, "-c", "user.name=a", "-c", "user.email=a@example.nl", "commit", "-q", "-m", "De site"},
		{"git", "clone", "-q", first, clone},
		{"git", "-C", clone, "remote", "set-url", "origin", "https://gitlab.example.org/gemeente/wijken.git"},
	} {
		if out, err := exec.Command(command[0], command[1:]...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", command, err, out)
		}
	}
	return clone
}

// TestNetlifyReadsTheRepository has netlify.toml of a new site read by what Netlify itself reads
// it with, and runs the function that asks for a build every night.
func TestNetlifyReadsTheRepository(t *testing.T) {
	dir := newRepository(t)
	node := exec.Command("node", "--input-type=module", "-e", `
import { resolveConfig } from '@netlify/config';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
const [cwd] = process.argv.slice(1);
const contexts = {};
for (const context of ['production', 'deploy-preview', 'branch-deploy']) {
  const { config } = await resolveConfig({ cwd, context, branch: 'main', offline: true, env: {} });
  contexts[context] = { publish: config.build.publish, command: config.build.command, headers: config.headers };
}
const nightly = await import(pathToFileURL(cwd + '/netlify/functions/dagelijks.mjs'));
const asked = [];
const server = createServer((request, response) => {
  asked.push(request.method + ' ' + request.url);
  response.statusCode = request.url === '/hook' ? 200 : 500;
  response.end();
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
let failed = false;
console.log = () => {};
await nightly.default();
for (const path of ['/hook', '/broken']) {
  process.env.BOUWHAAK = 'http://127.0.0.1:' + server.address().port + path;
  await nightly.default().catch(() => { failed = true; });
}
server.close();
process.stdout.write(JSON.stringify({ contexts, asked, failed, schedule: nightly.config.schedule }));`, dir)
	var stderr bytes.Buffer
	node.Stderr = &stderr
	said, err := node.Output()
	if err != nil {
		t.Fatalf("Netlify's configuration does not run: %v: run `make test`, which installs it where it may\n%s", err, stderr.String())
	}
	var read struct {
		Contexts map[string]struct {
			Publish, Command string
			Headers          []struct {
				For    string
				Values map[string]any
			}
		}
		Asked    []string
		Failed   bool
		Schedule string
	}
	readJSON(t, said, &read)
	for name, context := range read.Contexts {
		if context.Publish != filepath.Join(dir, "public") {
			t.Errorf("%s publishes %s", name, context.Publish)
		}
		if !strings.Contains(context.Command, "sh programma.sh build") || (name == "production") == strings.Contains(context.Command, "--drafts") {
			t.Errorf("%s runs %s", name, context.Command)
		}
		for _, rule := range context.Headers {
			for _, h := range headers.Published() {
				if rule.For == "/*" && rule.Values[h.Name] != h.Value {
					t.Errorf("%s: %s is %v", name, h.Name, rule.Values[h.Name])
				}
			}
		}
	}
	if strings.Join(read.Asked, ", ") != "POST /hook, POST /broken" || !read.Failed || read.Schedule != "7 22,23 * * *" {
		t.Errorf("every night (%s) it asks %v, and fails when that fails: %t", read.Schedule, read.Asked, read.Failed)
	}
}

// TestGitLabRunsTheJobs runs the jobs of a new site with gitlab-ci-local, which first holds
// .gitlab-ci.yml against the schema of GitLab.
func TestGitLabRunsTheJobs(t *testing.T) {
	dir := newRepository(t)
	run := func(args ...string) string {
		t.Helper()
		tool, err := filepath.Abs("node_modules/.bin/gitlab-ci-local")
		if err != nil {
			t.Fatal(err)
		}
		job := exec.Command("node", append([]string{tool, "--force-shell-executor"}, args...)...)
		job.Dir = dir
		job.Env = append(os.Environ(), "HOME="+t.TempDir())
		said, _ := job.CombinedOutput() // a job that fails is looked at below
		return string(said)
	}
	change := []string{"controle", "--variable", "CI_PIPELINE_SOURCE=merge_request_event", "--variable", "CI_MERGE_REQUEST_DIFF_BASE_SHA=HEAD"}

	said := run("pages", "--variable", "CI_PAGES_URL=https://gemeente.example.org/wijken")
	artifacts := filepath.Join(dir, ".gitlab-ci-local", "artifacts")
	home, err := os.ReadFile(filepath.Join(artifacts, "pages", "public", "index.html"))
	if err != nil || !bytes.Contains(home, []byte("https://gemeente.example.org/wijken/")) {
		t.Fatalf("there is no site, or not at its address: %v\n%s", err, said)
	}
	if concept, err := exec.Command("grep", "-rl", "eerste-behoefte", filepath.Join(artifacts, "pages")).Output(); len(concept) > 0 {
		t.Errorf("a concept is published: %v\n%s", err, concept)
	}
	published, err := os.ReadDir(filepath.Join(artifacts, "pages"))
	if err != nil || len(published) != 1 {
		t.Errorf("more than public is published: %v, %v", published, err)
	}

	file := filepath.Join(dir, "content", "wijken", "oost.md")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ change, status, report, words string }{
		{"naam: Het Oosten\n", "PASS +controle", `^\[\]`, "Oosten"},
		{"naem: Oost\n", "FAIL +controle", `"path":"content/wijken/oost.md"`, "als de fouten zijn hersteld"},
	} {
		if err := os.WriteFile(file, bytes.Replace(text, []byte("naam: Oost\n"), []byte(test.change), 1), 0o644); err != nil {
			t.Fatal(err)
		}
		said := regexp.MustCompile(`\x1b\[[0-9;]*m`).ReplaceAllString(run(change...), "")
		if !regexp.MustCompile(test.status).MatchString(said) || !strings.Contains(said, test.words) {
			t.Errorf("%q: it does not say %q and %q:\n%s", test.change, test.status, test.words, said)
		}
		report, err := os.ReadFile(filepath.Join(dir, "gl-code-quality-report.json"))
		if err != nil || !regexp.MustCompile(test.report).Match(report) {
			t.Errorf("%q: the report is %s, %v", test.change, report, err)
		}
	}
}
