package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/textproto"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// editorClient is a client of "wijkvisie lsp" that runs in this process.
type editorClient struct {
	t       testing.TB
	in      io.WriteCloser
	replies chan reply
	status  chan int
	next    int
	found   map[string][]foundByServer // by URI, as last published
	log     *strings.Builder
}

// reply is what the server sends: an answer, a request or a notification.
type reply struct {
	ID     json.RawMessage `json:"id"`
	Method string          `json:"method"`
	Params json.RawMessage `json:"params"`
	Result json.RawMessage `json:"result"`
	Error  *struct {
		Code    int    `json:"code"`
		Message string `json:"message"`
	} `json:"error"`
}

type foundByServer struct {
	Range              editorRange `json:"range"`
	Severity           int         `json:"severity"`
	Code               string      `json:"code"`
	Source             string      `json:"source"`
	Message            string      `json:"message"`
	RelatedInformation []struct {
		Location struct {
			URI   string      `json:"uri"`
			Range editorRange `json:"range"`
		} `json:"location"`
		Message string `json:"message"`
	} `json:"relatedInformation"`
}

type editorRange struct{ Start, End editorPosition }

type editorPosition struct{ Line, Character int }

// startEditor starts the server for a client that has said nothing yet.
func startEditor(t testing.TB, args ...string) *editorClient {
	t.Helper()
	serverIn, in := io.Pipe()
	out, serverOut := io.Pipe()
	e := &editorClient{t: t, in: in, replies: make(chan reply, 1000), status: make(chan int, 1), found: make(map[string][]foundByServer), log: new(strings.Builder)}
	ctx, stop := context.WithCancel(context.Background())
	go func() {
		e.status <- run(ctx, environment{args: append([]string{"lsp", "--date", "2013-03-01"}, args...), stdin: serverIn, stdout: serverOut, stderr: e.log,
			getenv: func(string) string { return "" }, now: time.Now})
		serverOut.Close()
	}()
	go e.read(out)
	t.Cleanup(func() {
		in.Close()
		for range e.replies {
		}
		stop()
		if e.log.Len() > 0 {
			t.Errorf("the server complains: %s", e.log)
		}
	})
	return e
}

// read reads what the server sends.
func (e *editorClient) read(out io.Reader) {
	defer close(e.replies)
	r := textproto.NewReader(bufio.NewReader(out))
	for {
		header, err := r.ReadMIMEHeader()
		if err != nil {
			return
		}
		size, err := strconv.Atoi(header.Get("Content-Length"))
		if err != nil {
			e.t.Errorf("header %v", header)
			return
		}
		message := make([]byte, size)
		if _, err := io.ReadFull(r.R, message); err != nil {
			e.t.Error(err)
			return
		}
		var m reply
		if err := json.Unmarshal(message, &m); err != nil {
			e.t.Errorf("%s: %v", message, err)
		}
		e.replies <- m
	}
}

// send sends a message as it is.
func (e *editorClient) send(message string) {
	e.t.Helper()
	if _, err := fmt.Fprintf(e.in, "Content-Length: %d\r\n\r\n%s", len(message), message); err != nil {
		e.t.Fatal(err)
	}
}

func encodedJSON(t testing.TB, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func (e *editorClient) notify(method string, params any) {
	e.t.Helper()
	e.send(encodedJSON(e.t, map[string]any{"jsonrpc": "2.0", "method": method, "params": params}))
}

// receive returns the next message, and remembers the diagnostics in it.
func (e *editorClient) receive() reply {
	e.t.Helper()
	select {
	case m, ok := <-e.replies:
		if !ok {
			e.t.Fatal("the server has gone")
		}
		if m.Method == "textDocument/publishDiagnostics" {
			var p struct {
				URI         string
				Diagnostics []foundByServer
			}
			if err := json.Unmarshal(m.Params, &p); err != nil || p.Diagnostics == nil {
				e.t.Fatalf("%s: %v", m.Params, err)
			}
			e.found[p.URI] = p.Diagnostics
		}
		return m
	case <-time.After(20 * time.Second):
		e.t.Fatal("the server does not answer")
		return reply{}
	}
}

// ask sends a request and returns the answer to it.
func (e *editorClient) ask(method string, params any) reply {
	e.t.Helper()
	e.next++
	id := strconv.Itoa(e.next)
	e.send(encodedJSON(e.t, map[string]any{"jsonrpc": "2.0", "id": e.next, "method": method, "params": params}))
	for {
		if m := e.receive(); m.Method == "" && string(m.ID) == id {
			return m
		}
	}
}

// result sends a request, and decodes the result of it.
func (e *editorClient) result(method string, params, into any) {
	e.t.Helper()
	m := e.ask(method, params)
	if m.Error != nil {
		e.t.Fatalf("%s: %s", method, m.Error.Message)
	}
	if err := json.Unmarshal(m.Result, into); err != nil {
		e.t.Fatalf("%s: %s: %v", method, m.Result, err)
	}
}

// until receives messages until something holds.
func (e *editorClient) until(holds func() bool) {
	e.t.Helper()
	for !holds() {
		e.receive()
	}
}

// codes returns the codes that were last published of a file, with their lines from 1.
func (e *editorClient) codes(uri string) string {
	var codes []string
	for _, d := range e.found[uri] {
		codes = append(codes, fmt.Sprintf("%d:%s", d.Range.Start.Line+1, d.Code))
	}
	return strings.Join(codes, " ")
}

// initialize introduces the client, which has a folder open.
func (e *editorClient) initialize(folder string, capabilities any) reply {
	e.t.Helper()
	params := map[string]any{"processId": nil, "capabilities": capabilities, "rootUri": nil}
	if folder != "" {
		params["workspaceFolders"] = []any{map[string]string{"uri": fileURI(folder), "name": "stad"}}
	}
	m := e.ask("initialize", params)
	e.notify("initialized", struct{}{})
	return m
}

func fileURI(path string) string { return "file://" + filepath.ToSlash(path) }

// open opens a file with a text, which need not be that on disk.
func (e *editorClient) open(path, text string) (uri string) {
	e.t.Helper()
	uri = fileURI(path)
	e.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": uri, "languageId": "markdown", "version": 1, "text": text}})
	return uri
}

// change puts another text in the place of that of a file.
func (e *editorClient) change(uri string, version int, text string) {
	e.t.Helper()
	e.notify("textDocument/didChange", map[string]any{
		"textDocument":   map[string]any{"uri": uri, "version": version},
		"contentChanges": []any{map[string]string{"text": text}},
	})
}

// at returns the parameters for the place of a mark in the text of a file, with the text without
// it.
func at(t testing.TB, uri, marked string) (params map[string]any, text string) {
	t.Helper()
	before, after, ok := strings.Cut(marked, "¦")
	if !ok {
		t.Fatalf("no mark in %q", marked)
	}
	line := before[1+strings.LastIndexByte(before, '\n'):]
	character := 0
	for _, r := range line {
		character++
		if r > 0xffff {
			character++
		}
	}
	return map[string]any{"textDocument": map[string]string{"uri": uri}, "position": editorPosition{strings.Count(before, "\n"), character}}, before + after
}

// MarshalJSON writes a position as the protocol has it.
func (p editorPosition) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, `{"line":%d,"character":%d}`, p.Line, p.Character), nil
}

// copyExample copies the example to a folder of its own, and returns that.
func copyExample(t testing.TB) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	content := filepath.Join(dir, "content")
	if err := os.CopyFS(content, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	return content
}

func readFile(t testing.TB, elements ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(elements...))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
