package browsertest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
)

// TestSveltiaCMS edits the example in Sveltia CMS, which reads and writes a folder that a person
// picks. Here that is the browser's own for the page, with a copy of the example.
func TestSveltiaCMS(t *testing.T) {
	words, err := os.ReadFile("node_modules/@sveltia/cms/locales/nl.json")
	if err != nil {
		t.Fatal(err)
	}
	d := newDesk(t, "sveltia", "", sveltiaForms{})
	d.extra["/admin/cms/nl.js"] = append([]byte("export default "), words...) // as haal.mjs writes it
	d.testTasks()
	for _, url := range d.asked() {
		if !strings.HasPrefix(url, strings.TrimSuffix(d.url, "/admin/")) && strings.HasPrefix(url, "http") && !isKeptOut(url) {
			t.Errorf("the page asks %s", url)
		}
	}
}

// sveltiaForms are the forms of Sveltia CMS, in which each field has its path.
type sveltiaForms struct{}

const sveltiaScript = `window.sveltia = {
	plain: e => (e.innerText ?? '').replace(/[\u2068\u2069]/g, '').trim(),
	field: path => document.querySelector('section[data-key-path="' + path + '"]'),
	input: path => sveltia.field(path)?.querySelector('input, textarea'),
	button: (within, text) => [...(within ?? document).querySelectorAll('button')].find(e => e.offsetParent && sveltia.plain(e).endsWith(text)),
	label: (path, text) => [...sveltia.field(path).querySelectorAll('label')].find(e => sveltia.plain(e) === text),
	option: text => [...document.querySelectorAll('[role=option]')].find(e => e.offsetParent && e.dataset.label.startsWith(text)),
}; true`

func (sveltiaForms) signIn(d *desk) {
	t := d.t.(*testing.T)
	files, err := json.Marshal(textFiles(t, "../../content"))
	d.must(err)
	d.visit(d.url + "start.js")
	script[bool](d.tab, `(async files => {
		const root = await navigator.storage.getDirectory()
		await root.getDirectoryHandle('.git', { create: true })
		for (const [name, text] of Object.entries(files)) {
			const parts = ('content/' + name).split('/')
			let folder = root
			for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true })
			const file = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable()
			await file.write(text)
			await file.close()
		}
	})(`+string(files)+`).then(() => true)`)
	call(d.tab, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: `
		window.showDirectoryPicker = () => navigator.storage.getDirectory()
		Object.defineProperty(navigator, 'languages', { get: () => ['nl'] })`})
	// A field is made once it is on the screen: all are on one as high as this.
	call(d.tab, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 1280, Height: 20_000, DeviceScaleFactor: 1})
	d.visit(d.url)
	d.until("[...document.querySelectorAll('button')].some(e => e.innerText.includes('Werken met een lokale repository'))")
	d.run(sveltiaScript)
	d.run("sveltia.button(null, 'Werken met een lokale repository').click()")
	d.until("location.hash.startsWith('#/collections') && document.body.innerText.includes('Wijkvisies')")
}

func (sveltiaForms) entry(d *desk, collection, id string) {
	d.run(fmt.Sprintf("location.hash = '#/collections/%s/entries/%s'", collection, id))
	d.until("!!(sveltia.input('titel') ?? sveltia.input('naam'))?.value")
}

func (sveltiaForms) add(d *desk, collection string) {
	d.run(fmt.Sprintf("location.hash = '#/collections/%s/new'", collection))
	d.until("(sveltia.input('titel') ?? sveltia.input('naam'))?.value === ''")
}

func (sveltiaForms) item(d *desk, list string) {
	d.until(fmt.Sprintf("!!sveltia.button(sveltia.field(%q), 'toevoegen')", list))
	d.run(fmt.Sprintf("sveltia.button(sveltia.field(%q), 'toevoegen').click()", list))
	d.until(fmt.Sprintf("!!sveltia.field('%[1]s.0.id') || !!sveltia.field('%[1]s.0')", list))
}

func (sveltiaForms) write(d *desk, path, text string) {
	d.until(fmt.Sprintf("!!sveltia.input(%q)", path))
	d.run(fmt.Sprintf("sveltia.input(%q).focus(); sveltia.input(%q).select()", path, path))
	d.insert(text)
	d.until(fmt.Sprintf("sveltia.input(%q).value === %q", path, text))
}

func (f sveltiaForms) choose(d *desk, path, text string) {
	d.until(fmt.Sprintf("!!sveltia.field(%q)", path))
	if script[bool](d.tab, fmt.Sprintf("sveltia.field(%q).dataset.fieldType === 'list'", path)) {
		f.item(d, path)
		path += ".0"
	}
	d.until(fmt.Sprintf("!!sveltia.field(%q).querySelector('[role=radio], [role=combobox]')", path))
	if script[bool](d.tab, fmt.Sprintf("!!sveltia.label(%q, %q)", path, text)) {
		d.run(fmt.Sprintf("document.querySelector('[aria-labelledby=\"' + sveltia.label(%q, %q).id + '\"]').click()", path, text))
		return
	}
	if path == "wijk" { // chosen by its id
		text = strings.ToLower(text)
	}
	d.run(fmt.Sprintf("sveltia.field(%q).querySelector('[role=combobox]').click()", path))
	d.until(fmt.Sprintf("!!sveltia.option(%q)", text))
	d.run(fmt.Sprintf("sveltia.option(%q).click()", text))
	d.until(fmt.Sprintf("sveltia.plain(sveltia.field(%q).querySelector('[role=combobox]')).startsWith(%q)", path, text))
}

func (sveltiaForms) save(d *desk) {
	d.until("!!sveltia.button(null, 'Opslaan') && !sveltia.button(null, 'Opslaan').disabled")
	d.run("sveltia.button(null, 'Opslaan').click()")
	d.until("!sveltia.button(null, 'Opslaan') && /^#\\/collections\\/[a-z]+$/.test(location.hash)")
}

func (sveltiaForms) content(d *desk) map[string]string {
	return script[map[string]string](d.tab, `(async () => {
		const files = {}
		const read = async (folder, path) => {
			for await (const [name, handle] of folder.entries()) {
				if (handle.kind === 'directory') await read(handle, path + name + '/')
				else files[path + name] = await (await handle.getFile()).text()
			}
		}
		await read(await (await navigator.storage.getDirectory()).getDirectoryHandle('content'), '')
		return files
	})()`)
}

// more serves what is not in a folder.
func more(files map[string][]byte, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if data, ok := files[r.URL.Path]; ok {
			w.Header().Set("Content-Type", "text/javascript")
			w.Write(data)
			return
		}
		next.ServeHTTP(w, r)
	})
}
