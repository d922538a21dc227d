package browsertest

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestDecapCMS edits the example in Decap CMS with its server for one's own computer.
func TestDecapCMS(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	l.Close()
	local := fmt.Sprintf("http://localhost:%d", port)
	d := newDesk(t, "decap", local, decapForms{})
	// The server that others run here may have its usual port.
	d.replace("admin/index.html", "http://localhost:8081", local)
	d.replace("admin/config.yml", "local_backend: true", "local_backend:\n  url: "+local+"/api/v1")
	server := exec.Command("node", "node_modules/decap-server/dist/index.js")
	server.Env = append(os.Environ(), "GIT_REPO_DIRECTORY="+d.dir, fmt.Sprintf("PORT=%d", port), "BIND_HOST=localhost")
	startServer(t, local, server)
	d.testTasks()
}

// replace replaces a text in a file of the repository.
func (d *desk) replace(name, from, to string) {
	d.t.Helper()
	file := filepath.Join(d.dir, filepath.FromSlash(name))
	data, err := os.ReadFile(file)
	d.must(err)
	if !strings.Contains(string(data), from) {
		d.t.Fatalf("%s does not hold %q", name, from)
	}
	d.must(os.WriteFile(file, []byte(strings.Replace(string(data), from, to, 1)), 0o644))
}

// decapForms are the forms of Decap CMS. A field is found by its label: the first that is shown, or
// the last of those in an item of a list.
type decapForms struct{}

const decapScript = `window.decap = {
	button: text => [...document.querySelectorAll('button, [role=button], [role=menuitem]')].filter(e => e.innerText.trim() === text).at(-1),
	field: path => {
		const name = path.split('.').at(-1).replaceAll('-', ' ')
		const shown = [...document.querySelectorAll('label')].filter(e => e.offsetParent && e.textContent.trim().toLowerCase().replace(/ \(optioneel\)$/, '') === name)
		const label = shown.at(path.includes('.') ? -1 : 0)
		return label && document.getElementById(label.htmlFor)
	},
	option: text => [...document.querySelectorAll('[class*="-option"], [role=option]')].find(e => e.innerText.split(' · ')[0].trim() === text),
}; true`

func (decapForms) signIn(d *desk) {
	d.visit(d.url)
	d.until(`document.querySelector('button')?.innerText.trim() === 'Inloggen'`)
	d.run(decapScript)
	d.run(`document.querySelector('button').click()`)
	d.until(`document.body.innerText.includes('Inhoudstypen')`)
}

func (decapForms) visitForm(d *desk, hash, ready string) {
	d.run(fmt.Sprintf("location.hash = %q", hash))
	d.until(ready)
}

func (f decapForms) entry(d *desk, collection, id string) {
	f.visitForm(d, "#/collections/"+collection, "!!document.querySelector('a[href$=\"entries/"+id+"\"]')")
	d.run("document.querySelector('a[href$=\"entries/" + id + "\"]').click()")
	d.until("!!(decap.field('titel') ?? decap.field('naam'))?.value")
}

func (f decapForms) add(d *desk, collection string) {
	f.visitForm(d, "#/collections/"+collection, "document.body.innerText.includes('Sorteer op')")
	f.visitForm(d, "#/collections/"+collection+"/new", "(decap.field('titel') ?? decap.field('naam'))?.value === ''")
}

func (decapForms) item(d *desk, list string) {
	d.run(fmt.Sprintf("decap.button('Voeg %s toe').click()", strings.TrimSuffix(strings.Replace(list, "toezeggingen", "toezegging", 1), "n")))
	d.until("!!decap.field('x.id')")
}

func (decapForms) write(d *desk, path, text string) {
	d.until(fmt.Sprintf("!!decap.field(%q)", path))
	d.run(fmt.Sprintf("decap.field(%q).focus(); decap.field(%q).select()", path, path))
	d.insert(text)
	d.until(fmt.Sprintf("decap.field(%q).value === %q", path, text))
}

func (decapForms) choose(d *desk, path, text string) {
	d.until(fmt.Sprintf("!!decap.field(%q)", path))
	d.run(fmt.Sprintf("decap.field(%q).focus()", path))
	d.insert(text)
	d.until(fmt.Sprintf("!!decap.option(%q)", text))
	d.run(fmt.Sprintf("decap.option(%q).click()", text))
	d.until(fmt.Sprintf("!decap.option(%q)", text))
}

func (decapForms) save(d *desk) {
	d.until("!!decap.button('Publiceer')")
	d.run("decap.button('Publiceer').click()")
	d.until("!!decap.button('Publiceer nu')")
	d.run("decap.button('Publiceer nu').click()")
	d.until("!!decap.button('Gepubliceerd')")
}

func (decapForms) content(d *desk) map[string]string {
	return textFiles(d.t.(*testing.T), filepath.Join(d.dir, "content"))
}
