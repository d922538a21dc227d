package lsp

import (
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"github.com/creachadair/jrpc2"

	"wijkvisie/internal/parse"
)

// slowFolder is a content folder that is checked when a test says so.
type slowFolder struct {
	content  *Content
	began    chan string   // the text of a file in each check that begins
	release  chan struct{} // lets a check end
	overtook chan error    // receives when a check ended because its context did
}

func (f *slowFolder) Files() (fs.FS, error) { return fstest.MapFS{}, nil }

func (f *slowFolder) Check(ctx context.Context, content fs.FS) (*Content, error) {
	data, err := fs.ReadFile(content, "wijken/oost.md")
	if err != nil {
		data = nil
	}
	f.began <- string(data)
	select {
	case <-ctx.Done():
		f.overtook <- ctx.Err()
		return nil, ctx.Err()
	case <-f.release:
		return f.content, nil
	}
}

func (f *slowFolder) Fix(context.Context, fs.FS) ([]Fixed, error) { return nil, nil }

func (f *slowFolder) Format(string, []byte, parse.Kind) ([]byte, string) { return nil, "kan niet" }

func (f *slowFolder) Close() error { return nil }

// connect starts a server for a folder and returns a client of it, and the URI of a file in the
// folder.
func connect(t *testing.T, f Folder, notified func(*jrpc2.Request)) (client *jrpc2.Client, uri string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, parse.SiteFile), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	serverIn, in := io.Pipe()
	out, serverOut := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		_, err := Serve(context.Background(), serverIn, serverOut, Options{Open: func(string) (Folder, error) { return f, nil }, Log: t.Output()})
		serverOut.Close()
		ended <- err
	}()
	client = jrpc2.NewClient(newFraming(out, in, in.Close), &jrpc2.ClientOptions{OnNotify: notified})
	t.Cleanup(func() {
		client.Close()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	if _, err := client.Call(t.Context(), "initialize", struct{}{}); err != nil {
		t.Fatal(err)
	}
	return client, uriOf(filepath.Join(dir, "wijken", "oost.md"))
}

func notify(t *testing.T, c *jrpc2.Client, method string, params any) {
	t.Helper()
	if err := c.Notify(t.Context(), method, params); err != nil {
		t.Fatal(err)
	}
}

func openParamsOf(uri, text string) (p openParams) {
	p.TextDocument.URI, p.TextDocument.Version, p.TextDocument.Text = uri, 1, text
	return p
}

func TestAChangeOvertakesACheck(t *testing.T) {
	f := &slowFolder{content: contentOf(t, testFiles()), began: make(chan string), release: make(chan struct{}), overtook: make(chan error, 10)}
	published := make(chan publishParams, 100)
	client, uri := connect(t, f, func(r *jrpc2.Request) {
		var p publishParams
		if err := r.UnmarshalParams(&p); err == nil {
			published <- p
		}
	})
	notify(t, client, "textDocument/didOpen", openParamsOf(uri, "een"))
	if got := <-f.began; got != "een" {
		t.Errorf("checks %q", got)
	}
	for i, text := range []string{"twee", "drie"} {
		notify(t, client, "textDocument/didChange", changeParams{documentID{uri, i + 2}, []change{{Text: text}}})
		<-f.overtook
		if got := <-f.began; got != text {
			t.Errorf("checks %q", got)
		}
	}
	// Nothing waits for a check but what needs its result, and that can be cancelled.
	ctx, cancel := context.WithCancel(t.Context())
	failed := make(chan error, 1)
	go func() {
		_, err := client.Call(ctx, "textDocument/completion", positionParams{TextDocument: documentID{URI: uri}})
		failed <- err
	}()
	cancel()
	if err := <-failed; err == nil {
		t.Error("completion without a check")
	}
	f.release <- struct{}{}
	for p := range published {
		if p.URI != uri {
			continue
		}
		if p.Version == nil || *p.Version != 3 {
			t.Errorf("published %+v", p)
		}
		break
	}
}

func TestARequestThatIsCancelledSaysSo(t *testing.T) {
	f := &slowFolder{content: contentOf(t, testFiles()), began: make(chan string, 10), release: make(chan struct{}), overtook: make(chan error, 10)}
	s := &server{opt: Options{Log: t.Output()}, ctx: t.Context(), phase: initialized, documents: make(map[string]*document), projects: make(map[string]*project)}
	p := newProject(s, "/stad", f)
	s.documents["x"] = &document{documentID: documentID{URI: "x"}, project: p, name: "wijken/oost.md", text: newText("", utf16Encoding)}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	request, err := jrpc2.ParseRequests([]byte(`{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{"textDocument":{"uri":"x"}}}`))
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.methods()["textDocument/hover"](ctx, request[0].ToRequest())
	if jrpc2.ErrorCode(err) != requestCancelled {
		t.Errorf("got %v", err)
	}
}

func TestAMistakeInTheServerEndsTheRequestOnly(t *testing.T) {
	var log strings.Builder
	s := &server{opt: Options{Log: &log}, phase: initialized}
	handler := method(s, func(context.Context, struct{}) (any, error) { panic("mis") })
	request, err := jrpc2.ParseRequests([]byte(`{"jsonrpc":"2.0","id":1,"method":"x"}`))
	if err != nil {
		t.Fatal(err)
	}
	_, err = handler(t.Context(), request[0].ToRequest())
	if jrpc2.ErrorCode(err) != jrpc2.InternalError || !strings.Contains(log.String(), "mis") {
		t.Errorf("got %v; logged %s", err, &log)
	}
}

func TestWhatCannotBeFormattedIsSaid(t *testing.T) {
	f := &slowFolder{content: contentOf(t, testFiles()), began: make(chan string, 10), release: make(chan struct{}, 10), overtook: make(chan error, 10)}
	said := make(chan messageParams, 10)
	client, uri := connect(t, f, func(r *jrpc2.Request) {
		var p messageParams
		if r.Method() == "window/showMessage" && r.UnmarshalParams(&p) == nil {
			said <- p
		}
	})
	notify(t, client, "textDocument/didOpen", openParamsOf(uri, "---\n"))
	if _, err := client.Call(t.Context(), "textDocument/formatting", documentParams{documentID{URI: uri}}); err != nil {
		t.Fatal(err)
	}
	if p := <-said; p.Type != warningMessage || p.Message != "wijkvisie: kan niet" {
		t.Errorf("said %+v", p)
	}
}

func TestURIs(t *testing.T) {
	for uri, want := range map[string]string{
		"file:///stad/een%20map/%C3%A9%23.md": "/stad/een map/é#.md",
		"file://localhost/a/../b.md":          "/b.md",
		"file://server/a.md":                  "",
		"untitled:Untitled-1":                 "",
		"file:///a%00b":                       "",
		"file:a.md":                           "",
		"%zz":                                 "",
		"":                                    "",
	} {
		if got, ok := pathOf(uri); ok != (want != "") || ok && filepath.ToSlash(got) != want {
			t.Errorf("%s is %q", uri, got)
		}
	}
	for _, path := range []string{"/stad/een map/é#?.md", "/a%20b.md"} {
		if got, ok := pathOf(uriOf(path)); !ok || got != path {
			t.Errorf("%s comes back as %q", path, got)
		}
	}
}

func TestTextsOverFilesOnDisk(t *testing.T) {
	disk := fstest.MapFS{"site.yaml": {Data: []byte("oud")}, "wijken/oost.md": {Data: []byte("oost")}, "link.md": {Data: []byte("wijken/oost.md"), Mode: fs.ModeSymlink}}
	o := overlay{disk, map[string]overlaid{"site.yaml": {data: []byte("nieuw")}, "wijken/west.md": {data: []byte("west")}, "link.md": {data: []byte("x")}}}
	var got []string
	if err := fs.WalkDir(o, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			data, err := fs.ReadFile(o, name)
			info, statErr := fs.Stat(o, name)
			if err != nil || statErr != nil || info.Size() != int64(len(data)) {
				t.Error(name, err, statErr)
			}
			got = append(got, name+"="+string(data))
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if s := strings.Join(got, " "); s != "site.yaml=nieuw wijken/oost.md=oost wijken/west.md=west" {
		t.Errorf("got %s", s)
	}
	f, err := o.Open("site.yaml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if data, err := io.ReadAll(f); err != nil || string(data) != "nieuw" {
		t.Errorf("got %q, %v", data, err)
	}
	if _, err := fs.Stat(o, "wijken/weg.md"); err == nil {
		t.Error("a file that is not there")
	}
}

// FuzzMessages sends a server any bytes.
func FuzzMessages(f *testing.F) {
	for _, message := range []string{`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}`, `[{"jsonrpc":"2.0","method":"exit"}]`, `{}`} {
		f.Add([]byte("Content-Length: " + encodedSize(message) + "\r\n\r\n" + message))
	}
	f.Add([]byte("Content-Length: 99999999999999999999\r\n\r\n"))
	f.Fuzz(func(t *testing.T, in []byte) {
		_, _ = Serve(t.Context(), strings.NewReader(string(in)), io.Discard, Options{Open: func(string) (Folder, error) { return nil, fs.ErrNotExist }, Log: io.Discard})
	})
}

func encodedSize(message string) string {
	b, _ := json.Marshal(len(message))
	return string(b)
}

// TestAClientThatHasGoneIsNoError has a client go away while the server tells it something, and
// while it has not answered what the server asked.
func TestAClientThatHasGoneIsNoError(t *testing.T) {
	for name, gone := range map[string]error{"a pipe": io.ErrClosedPipe, "a process": &fs.PathError{Op: "write", Path: "|1", Err: syscall.EPIPE}, "a file": os.ErrClosed} {
		t.Run(name, func(t *testing.T) {
			serverIn, in := io.Pipe()
			out, serverOut := io.Pipe()
			f := &slowFolder{content: contentOf(t, testFiles()), began: make(chan string), release: make(chan struct{}), overtook: make(chan error, 10)}
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, parse.SiteFile), nil, 0o644); err != nil {
				t.Fatal(err)
			}
			var log strings.Builder
			ended := make(chan error, 1)
			go func() {
				_, err := Serve(context.Background(), serverIn, serverOut, Options{Open: func(string) (Folder, error) { return f, nil }, Log: &log})
				ended <- err
			}()
			client := newFraming(out, in, in.Close)
			send := func(message string) {
				t.Helper()
				if err := client.Send([]byte(message)); err != nil {
					t.Fatal(err)
				}
			}
			send(`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}}}}`)
			if _, err := client.Recv(); err != nil {
				t.Fatal(err)
			}
			send(`{"jsonrpc":"2.0","method":"initialized","params":{}}`)
			if m, err := client.Recv(); err != nil || !strings.Contains(string(m), "registerCapability") {
				t.Fatal(string(m), err)
			}
			send(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":` + string(encoded(t, openParamsOf(uriOf(filepath.Join(dir, "wijken", "oost.md")), "een"))) + `}`)
			<-f.began
			out.CloseWithError(gone)
			f.release <- struct{}{} // what the check finds cannot be told
			in.Close()
			if err := <-ended; err != nil {
				t.Error(err)
			}
			if log.Len() > 0 {
				t.Errorf("the server complains: %s", log.String())
			}
		})
	}
}

func encoded(t *testing.T, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// goneFolder is a content folder that cannot be read.
type goneFolder struct{ slowFolder }

func (f *goneFolder) Files() (fs.FS, error) { return nil, fs.ErrNotExist }

// TestAFolderThatCannotBeReadIsNotWaitedFor asks for what needs a check, which cannot be made.
func TestAFolderThatCannotBeReadIsNotWaitedFor(t *testing.T) {
	client, uri := connect(t, new(goneFolder), func(*jrpc2.Request) {})
	notify(t, client, "textDocument/didOpen", openParamsOf(uri, "---\n"))
	ctx, stop := context.WithTimeout(t.Context(), 10*time.Second)
	defer stop()
	for _, name := range []string{"hover", "completion", "definition", "codeAction"} {
		_, err := client.Call(ctx, "textDocument/"+name, documentParams{documentID{URI: uri}})
		if jrpc2.ErrorCode(err) != requestFailed || !strings.Contains(err.Error(), "kan niet worden gelezen") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
