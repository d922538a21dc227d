package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestEditorSeesWhatIsWrongAsOneTypes(t *testing.T) {
	content := copyExample(t)
	e := startEditor(t)
	e.initialize(filepath.Dir(content), struct{}{})

	vision := filepath.Join(content, "wijkvisies", "overvecht-2011.md")
	programme := fileURI(filepath.Join(content, "programmas", "stadswerken-2011.md"))
	text := readFile(t, vision)
	uri := e.open(vision, text)
	e.until(func() bool { return e.found[uri] != nil })
	before := e.codes(programme)

	// A need by another name: the programme that answers it is wrong now, and is not open.
	e.change(uri, 2, strings.Replace(text, "id: meer-groen", "id: minder-grijs", 1))
	e.until(func() bool { return strings.Contains(e.codes(programme), "unknown-need") })
	for _, d := range e.found[programme] {
		if d.Code == "unknown-need" && (d.Severity != 1 || d.Source != "wijkvisie" || !strings.HasPrefix(d.Message, `behoefte "overvecht/meer-groen" bestaat niet`)) {
			t.Errorf("got %+v", d)
		}
	}

	// A status that does not exist, with its place in UTF-16 and what to do.
	e.change(uri, 3, strings.Replace(text, "status: vastgesteld", "status: vastgestelt", 1))
	e.until(func() bool { return strings.Contains(e.codes(uri), "5:invalid-value") })
	for _, d := range e.found[uri] {
		if d.Code == "invalid-value" && (d.Range != editorRange{editorPosition{4, 8}, editorPosition{4, 19}} || !strings.Contains(d.Message, "\nbedoelde u \"vastgesteld\"?")) {
			t.Errorf("got %+v", d)
		}
	}
	e.until(func() bool { return e.codes(programme) == before })

	// A second id, with the place of the first.
	e.change(uri, 4, strings.Replace(text, "id: plek-voor-jongeren", "id: veilige-oversteek-einsteindreef", 1))
	e.until(func() bool { return strings.Contains(e.codes(uri), "duplicate-id") })
	for _, d := range e.found[uri] {
		if d.Code == "duplicate-id" && (len(d.RelatedInformation) == 0 || d.RelatedInformation[0].Location.URI != uri) {
			t.Errorf("got %+v", d)
		}
	}

	// Closed without saving: what is on disk counts again.
	e.notify("textDocument/didClose", map[string]any{"textDocument": map[string]string{"uri": uri}})
	e.until(func() bool { return !strings.Contains(e.codes(uri), "duplicate-id") })
}

// TestEditorSeesWhatCheckFinds compares what is published with what the command check prints, for
// content with a mistake in many files.
func TestEditorSeesWhatCheckFinds(t *testing.T) {
	content := copyExample(t)
	for name, change := range map[string][2]string{
		"wijkvisies/overvecht-2011.md":   {"thema: verkeer", "thema: verker # 🚲"},
		"programmas/stadswerken-2011.md": {"behoeften: [west/", "behoeften: [wst/"},
		"diensten/stadswerken.md":        {"naam:", "nam:"},
		"wijken/oost.md":                 {"naam: ", "naam: \"👩‍👩‍👧 e\u0301\" x "},
		"site.yaml":                      {"taal: nl", "taal: fr"},
	} {
		path := filepath.Join(content, filepath.FromSlash(name))
		text := strings.Replace(readFile(t, path), change[0], change[1], 1)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	run(t.Context(), environment{args: []string{"check", "--content", content, "--date", "2013-03-01", "--format", "json"}, stdout: &out, stderr: io.Discard,
		getenv: func(string) string { return "" }, now: time.Now})
	var list []struct {
		File, Code, Message, Hint        string
		Line, Column, EndLine, EndColumn int
	}
	if err := json.Unmarshal(out.Bytes(), &list); err != nil || len(list) < 5 {
		t.Fatal(err, len(list))
	}
	want := make(map[string]int)
	for _, d := range list {
		want[fmt.Sprintf("%s:%d:%d-%d:%d %s %s\n%s", d.File, d.Line, d.Column, d.EndLine, d.EndColumn, d.Code, d.Message, d.Hint)]++
	}

	e := startEditor(t)
	m := e.initialize(content, map[string]any{"general": map[string]any{"positionEncodings": []string{"utf-32", "utf-16"}}})
	if !strings.Contains(string(m.Result), `"positionEncoding":"utf-32"`) {
		t.Errorf("%s", m.Result)
	}
	e.until(func() bool {
		n := 0
		for _, found := range e.found {
			n += len(found)
		}
		return n >= len(list)
	})
	got := make(map[string]int)
	for uri, found := range e.found {
		name := strings.TrimPrefix(uri, fileURI(content)+"/")
		for _, d := range found {
			got[fmt.Sprintf("%s:%d:%d-%d:%d %s %s", name, d.Range.Start.Line+1, d.Range.Start.Character+1, d.Range.End.Line+1, d.Range.End.Character+1, d.Code, d.Message)]++
		}
	}
	for d, n := range want {
		if got[d] != n {
			t.Errorf("%d times, want %d: %s", got[d], n, d)
		}
	}
	for d, n := range got {
		if want[d] != n {
			t.Errorf("%d times, check finds %d: %s", n, want[d], d)
		}
	}
}

func TestEditorChangesAPartOfAText(t *testing.T) {
	content := copyExample(t)
	e := startEditor(t)
	e.initialize("", struct{}{})
	uri := e.open(filepath.Join(content, "diensten", "nieuw.md"), "---\nnaam: 🚲 e\u0301 Fietsen\nomschrijving: x\n---\nTekst.\n")
	e.until(func() bool { return e.found[uri] != nil })
	change := func(version, line, from, to int, text string) {
		e.notify("textDocument/didChange", map[string]any{"textDocument": map[string]any{"uri": uri, "version": version},
			"contentChanges": []any{map[string]any{"range": map[string]any{"start": editorPosition{line, from}, "end": editorPosition{line, to}}, "text": text}}})
	}
	change(2, 2, 0, 12, "omschrijvin") // a key that does not exist
	change(3, 1, 9, 11, "")            // the é of two characters, behind a bicycle of two units
	e.until(func() bool { return e.codes(uri) == "3:unknown-key" })
	params, _ := at(t, uri, "---\nnaam: 🚲 ¦ Fietsen")
	var lines any
	e.result("textDocument/hover", params, &lines)
	if !strings.Contains(fmt.Sprint(lines), "**naam**") {
		t.Errorf("got %v", lines)
	}
	change(4, 2, 11, 11, "g")
	e.until(func() bool { return e.codes(uri) == "" })
	if d := e.found[uri]; len(d) > 0 {
		t.Error(d)
	}
}

func TestEditorIsHelped(t *testing.T) {
	content := copyExample(t)
	e := startEditor(t)
	m := e.initialize(content, struct{}{})
	for _, can := range []string{`"positionEncoding":"utf-16"`, `"hoverProvider":true`, `"definitionProvider":true`, `"documentFormattingProvider":true`, `"source.fixAll"`} {
		if !strings.Contains(string(m.Result), can) {
			t.Errorf("%s is not in %s", can, m.Result)
		}
	}
	path := filepath.Join(content, "programmas", "stadswerken-2014.md")
	const head = "---\ntitel: Programma 2014\ndienst: stadswerken\njaar: 2014\nstatus: concept\ntoezeggingen:\n  - id: sw-2014-001\n    titel: Lampen\n"
	uri := e.open(path, head+"---\n")

	t.Run("completion in a line that is half typed", func(t *testing.T) {
		params, text := at(t, uri, head+"    behoeften: [overvecht/veil¦\n---\n")
		e.change(uri, 2, text)
		var list struct {
			Items []struct{ Label, Detail string }
		}
		e.result("textDocument/completion", params, &list)
		for _, i := range list.Items {
			if i.Label == "overvecht/veilige-oversteek-einsteindreef" && i.Detail == "Veilig oversteken bij de Einsteindreef" {
				return
			}
		}
		t.Errorf("got %v", list)
	})
	t.Run("hover", func(t *testing.T) {
		params, text := at(t, uri, head+"    behoeften: [overvecht/veilige-over¦steek-einsteindreef]\n---\n")
		e.change(uri, 3, text)
		var h struct {
			Contents struct{ Kind, Value string }
			Range    editorRange
		}
		e.result("textDocument/hover", params, &h)
		for _, says := range []string{"**Veilig oversteken bij de Einsteindreef**", "`sw-2011-014`", "Gerealiseerd, gepland voor"} {
			if !strings.Contains(h.Contents.Value, says) {
				t.Errorf("does not say %q: %s", says, h.Contents.Value)
			}
		}
		if h.Range.Start.Line != 8 || h.Range.Start.Character != 16 {
			t.Errorf("range %v", h.Range)
		}
	})
	t.Run("definition", func(t *testing.T) {
		params, text := at(t, uri, head+"    behoeften: [overvecht/veilige-over¦steek-einsteindreef]\n---\n")
		e.change(uri, 4, text)
		var to struct {
			URI   string
			Range editorRange
		}
		e.result("textDocument/definition", params, &to)
		lines := strings.Split(readFile(t, content, "wijkvisies", "overvecht-2011.md"), "\n")
		if to.URI != fileURI(filepath.Join(content, "wijkvisies", "overvecht-2011.md")) || !strings.Contains(lines[to.Range.Start.Line], "id: veilige-oversteek-einsteindreef") {
			t.Errorf("got %v", to)
		}
	})
	t.Run("code actions", func(t *testing.T) {
		params, text := at(t, uri, head+"    behoeften: [overvecht/veilige-overstek-einsteindreef]\n    budget: 185¦.000\n---\n")
		e.change(uri, 5, text)
		var list []struct {
			Title, Kind string
			Diagnostics []foundByServer
			Edit        struct {
				Changes map[string][]struct {
					Range   editorRange
					NewText string
				}
			}
		}
		p := params["position"]
		ask := map[string]any{"textDocument": params["textDocument"], "range": map[string]any{"start": p, "end": p}, "context": map[string]any{"diagnostics": []any{}}}
		e.result("textDocument/codeAction", ask, &list)
		if len(list) != 2 || list[0].Kind != "quickfix" || list[0].Title != "Schrijf: 185000" || list[0].Diagnostics[0].Code != "invalid-value" || list[1].Kind != "source.fixAll" {
			t.Fatalf("got %+v", list)
		}
		if edit := list[0].Edit.Changes[uri]; len(edit) != 1 || edit[0].NewText != "185000" || edit[0].Range.Start != (editorPosition{9, 12}) {
			t.Errorf("got %+v", edit)
		}
		if edit := list[1].Edit.Changes[uri]; len(edit) != 1 || edit[0].NewText != "    budget: 185000\n" {
			t.Errorf("got %+v", edit)
		}
		ask["range"] = map[string]any{"start": editorPosition{8, 20}, "end": editorPosition{8, 20}}
		e.result("textDocument/codeAction", ask, &list)
		if list[0].Title != "Verander in: overvecht/veilige-oversteek-einsteindreef" {
			t.Errorf("got %+v", list)
		}
		ask["context"] = map[string]any{"diagnostics": []any{}, "only": []string{"source"}}
		e.result("textDocument/codeAction", ask, &list)
		if len(list) != 1 || list[0].Kind != "source.fixAll" {
			t.Errorf("of source only: %+v", list)
		}
	})
	t.Run("formatting", func(t *testing.T) {
		e.change(uri, 6, "---\nstatus: concept\ntitel:   \"Programma 2014\"\njaar: 2014\ndienst: stadswerken\n---\n")
		var list []struct {
			Range   editorRange
			NewText string
		}
		e.result("textDocument/formatting", map[string]any{"textDocument": params(uri), "options": map[string]any{"tabSize": 2}}, &list)
		if len(list) == 0 || !strings.Contains(fmt.Sprint(list), "titel: Programma 2014") {
			t.Errorf("got %v", list)
		}
		e.change(uri, 7, "---\ntitel: [\n---\n")
		if m := e.ask("textDocument/formatting", map[string]any{"textDocument": params(uri)}); string(m.Result) != "null" {
			t.Errorf("got %s", m.Result)
		}
	})
}

func params(uri string) map[string]string { return map[string]string{"uri": uri} }

func TestEditorFindsTheContent(t *testing.T) {
	one, two := copyExample(t), copyExample(t)
	outside := filepath.Join(filepath.Dir(one), "LEESMIJ.md")
	const wrong = "---\nnam: x\n---\n"

	t.Run("from the file that is opened, also one that is not saved", func(t *testing.T) {
		e := startEditor(t)
		e.initialize("", struct{}{})
		e.open(outside, wrong)
		e.open(filepath.Join(one, "media", "x.md"), wrong)
		uri := e.open(filepath.Join(two, "wijken", "nieuw.md"), wrong)
		e.until(func() bool { return strings.Contains(e.codes(uri), "2:unknown-key") })
		if e.found[fileURI(outside)] != nil {
			t.Errorf("a file that is no content: %v", e.found)
		}
	})
	t.Run("in two folders of a workspace, of which one goes", func(t *testing.T) {
		for _, content := range []string{one, two} {
			if err := os.WriteFile(filepath.Join(content, "paginas", "fout.md"), []byte(wrong), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		e := startEditor(t)
		e.initialize(filepath.Dir(one), struct{}{})
		first, second := fileURI(filepath.Join(one, "paginas", "fout.md")), fileURI(filepath.Join(two, "paginas", "fout.md"))
		e.until(func() bool { return len(e.found[first]) > 0 })
		e.notify("workspace/didChangeWorkspaceFolders", map[string]any{"event": map[string]any{"added": []any{map[string]string{"uri": fileURI(two)}}, "removed": []any{}}})
		e.until(func() bool { return len(e.found[second]) > 0 })
		e.notify("workspace/didChangeWorkspaceFolders", map[string]any{"event": map[string]any{"added": []any{}, "removed": []any{map[string]string{"uri": fileURI(filepath.Dir(one))}}}})
		e.until(func() bool { return len(e.found[first]) == 0 })
	})
	t.Run("with --content", func(t *testing.T) {
		e := startEditor(t, "--content", one)
		e.initialize(two, struct{}{})
		first, second := fileURI(filepath.Join(one, "paginas", "fout.md")), fileURI(filepath.Join(two, "paginas", "fout.md"))
		e.until(func() bool { return len(e.found[first]) > 0 })
		e.open(filepath.Join(two, "paginas", "fout.md"), wrong)
		e.ask("textDocument/hover", map[string]any{"textDocument": params(second), "position": editorPosition{1, 1}})
		if e.found[second] != nil {
			t.Error("also in the folder that was not named")
		}
	})
	t.Run("where site.yaml is not saved yet", func(t *testing.T) {
		dir := t.TempDir()
		if err := os.Mkdir(filepath.Join(dir, "wijken"), 0o755); err != nil {
			t.Fatal(err)
		}
		e := startEditor(t)
		e.initialize("", struct{}{})
		wijk := e.open(filepath.Join(dir, "wijken", "oost.md"), wrong)
		site := e.open(filepath.Join(dir, "site.yaml"), "titel: Stad\ngemeente: Stad\n")
		e.until(func() bool {
			return strings.Contains(e.codes(site), "missing-key") && strings.Contains(e.codes(wijk), "unknown-key")
		})
	})
}

func TestEditorSeesWhatOthersChange(t *testing.T) {
	content := copyExample(t)
	e := startEditor(t)
	e.initialize(content, map[string]any{"workspace": map[string]any{"didChangeWatchedFiles": map[string]any{"dynamicRegistration": true}}})
	for {
		m := e.receive()
		if m.Method == "client/registerCapability" {
			if !strings.Contains(string(m.Params), "workspace/didChangeWatchedFiles") {
				t.Errorf("got %s", m.Params)
			}
			e.send(`{"jsonrpc":"2.0","id":` + string(m.ID) + `,"result":null}`)
			break
		}
	}
	path := filepath.Join(content, "paginas", "over-deze-site.md")
	if err := os.WriteFile(path, []byte("---\nkleur: rood\n---\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	e.notify("workspace/didChangeWatchedFiles", map[string]any{"changes": []any{map[string]any{"uri": fileURI(path), "type": 2}}})
	e.until(func() bool { return strings.Contains(e.codes(fileURI(path)), "2:unknown-key") })
}

func TestEditorThatBreaksTheProtocol(t *testing.T) {
	t.Run("wrong messages get an error", func(t *testing.T) {
		e := startEditor(t)
		for _, c := range []struct {
			message string
			code    int
		}{
			{`{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{}}`, -32002},
			{`{"jsonrpc":"2.0","id":2,"method":"initialize","params":{"capabilities":{}}}`, 0},
			{`{"jsonrpc":"2.0","id":3,"method":"initialize","params":{"capabilities":{}}}`, -32600},
			{`{"jsonrpc":"2.0","id":4,"method":"textDocument/nothing","params":{}}`, -32601},
			{`{"jsonrpc":"2.0","id":5,"method":"textDocument/hover","params":{"position":"here"}}`, -32602},
			{`{"jsonrpc":"2.0","id":6,"method":"textDocument/hover","params":[1,2]}`, -32602},
			{`{"jsonrpc":"2.0","id":7,"method":"textDocument/hover"}`, 0},
			{`{"jsonrpc":"2.0","id":8,"method":"textDocument/completion","params":{"textDocument":{"uri":"%zz"},"position":{"line":-5,"character":-1}}}`, 0},
			{`{"jsonrpc":"2.0",`, -32700},
			{`nonsense`, -32700},
			{`[]`, -32600},
			{`{"jsonrpc":"1.0","id":9,"method":"shutdown"}`, -32600},
		} {
			e.send(c.message)
			m := e.receive()
			for m.Method != "" {
				m = e.receive()
			}
			if code := codeOf(m); code != c.code {
				t.Errorf("%s gets %d, want %d", c.message, code, c.code)
			}
		}
		e.send(`{"jsonrpc":"2.0","method":"$/setTrace","params":{"value":"off"}}`)
		e.send(`{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":99}}`)
		e.send(`{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///geen"},"contentChanges":[{"text":""}]}}`)
		if m := e.ask("shutdown", nil); m.Error != nil {
			t.Error(m.Error)
		}
		if m := e.ask("textDocument/hover", struct{}{}); codeOf(m) != -32600 {
			t.Errorf("after shutdown: %v", m)
		}
		e.notify("exit", nil)
		if status := <-e.status; status != statusDone {
			t.Errorf("exit status %d", status)
		}
	})
	for name, c := range map[string]struct {
		message string
		status  int
	}{
		"exit without shutdown":     {"Content-Length: 33\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}", statusNoShutdown},
		"the end without a message": {"", statusNoShutdown},
		"no header":                 {"hallo\n\n", statusMachine},
		"a negative length":         {"Content-Length: -1\r\n\r\n", statusMachine},
		"a length beyond all":       {"Content-Length: 9223372036854775807\r\n\r\n", statusMachine},
		"half a message":            {"Content-Length: 100\r\n\r\n{}", statusMachine},
	} {
		t.Run(name, func(t *testing.T) {
			var out, problems bytes.Buffer
			status := run(t.Context(), environment{args: []string{"lsp"}, stdin: strings.NewReader(c.message), stdout: &out, stderr: &problems, getenv: func(string) string { return "" }, now: time.Now})
			if status != c.status {
				t.Errorf("exit status %d, want %d: %s", status, c.status, problems.String())
			}
			if (problems.Len() > 0) != (status == statusMachine) {
				t.Errorf("says %q", problems.String())
			}
		})
	}
}

func codeOf(m reply) int {
	if m.Error == nil {
		return 0
	}
	return m.Error.Code
}
