package lsp

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"sync"
	"syscall"

	"github.com/creachadair/jrpc2"

	"wijkvisie/internal/parse"
)

// phase is how far the conversation with a client is.
type phase int

const (
	starting phase = iota
	initialized
	shutDown
)

// The codes of errors that the protocol adds to those of JSON-RPC.
const (
	notInitialized   jrpc2.Code = -32002
	requestCancelled jrpc2.Code = -32800
	requestFailed    jrpc2.Code = -32803
)

// server serves one client.
type server struct {
	opt     Options
	ctx     context.Context // ends with the server
	rpc     *jrpc2.Server
	running sync.WaitGroup // the goroutines of projects
	exited  chan struct{}  // closed when the client asks to exit
	exiting sync.Once

	mu        sync.Mutex // guards what follows and the projects
	phase     phase
	encoding  encoding
	snippets  bool // the client fills in snippets
	watches   bool // the client registers what it watches for us
	documents map[string]*document
	projects  map[string]*project // by the path of the folder
}

func (s *server) is(p phase) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.phase == p
}

// table is the methods by name.
type table map[string]jrpc2.Handler

// Assign implements jrpc2.Assigner.
func (t table) Assign(_ context.Context, method string) jrpc2.Handler { return t[method] }

// methods returns what the server does, by the method that asks for it.
func (s *server) methods() table {
	return table{
		"initialize":                          method(s, s.initialize),
		"initialized":                         method(s, s.initialized),
		"shutdown":                            method(s, s.shutdown),
		"exit":                                s.exit,
		"$/cancelRequest":                     method(s, s.cancel),
		"textDocument/didOpen":                method(s, s.didOpen),
		"textDocument/didChange":              method(s, s.didChange),
		"textDocument/didClose":               method(s, s.didClose),
		"textDocument/didSave":                method(s, s.didSave),
		"workspace/didChangeWatchedFiles":     method(s, s.didChangeFiles),
		"workspace/didChangeWorkspaceFolders": method(s, s.didChangeFolders),
		"textDocument/completion":             method(s, s.completion),
		"textDocument/hover":                  method(s, s.hover),
		"textDocument/definition":             method(s, s.definition),
		"textDocument/codeAction":             method(s, s.codeAction),
		"textDocument/formatting":             method(s, s.formatting),
	}
}

// method returns the handler of a method. A request before the client has introduced itself, or
// after it has taken its leave, is refused. A mistake in the server ends the request and not
// the server.
func method[P any](s *server, do func(context.Context, P) (any, error)) jrpc2.Handler {
	return func(ctx context.Context, req *jrpc2.Request) (result any, err error) {
		defer func() {
			if p := recover(); p != nil {
				fmt.Fprintf(s.opt.Log, "wijkvisie lsp: %s: %v\n%s", req.Method(), p, debug.Stack())
				err = jrpc2.Errorf(jrpc2.InternalError, "%s: %v", req.Method(), p)
			}
		}()
		switch first := req.Method() == "initialize"; {
		case first && !s.is(starting), s.is(shutDown):
			return nil, jrpc2.Errorf(jrpc2.InvalidRequest, "%s: not at this time", req.Method())
		case !first && s.is(starting):
			return nil, jrpc2.Errorf(notInitialized, "%s: send initialize first", req.Method())
		}
		var params P
		if err := req.UnmarshalParams(&params); err != nil {
			return nil, err
		}
		result, err = do(ctx, params)
		if ctx.Err() != nil {
			return nil, jrpc2.Errorf(requestCancelled, "cancelled")
		}
		return result, err
	}
}

func (s *server) initialize(_ context.Context, p initializeParams) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.phase = initialized
	s.encoding = chooseEncoding(p.Capabilities.General.PositionEncodings)
	s.snippets = p.Capabilities.TextDocument.Completion.CompletionItem.SnippetSupport
	s.watches = p.Capabilities.Workspace.DidChangeWatchedFiles.DynamicRegistration
	if s.opt.Folder != "" {
		s.open(s.opt.Folder)
	}
	if len(p.WorkspaceFolders) == 0 && p.RootURI != "" {
		p.WorkspaceFolders = []workspaceFolder{{p.RootURI}}
	}
	s.addFolders(p.WorkspaceFolders)
	result := initializeResult{ServerInfo: serverInfo{"wijkvisie", s.opt.Version}}
	c := &result.Capabilities
	c.PositionEncoding = s.encoding
	c.TextDocumentSync = syncOptions{OpenClose: true, Change: incrementalSync, Save: true}
	c.CompletionProvider.TriggerCharacters = []string{":", " ", "{", "[", ",", "/", "-"}
	c.HoverProvider, c.DefinitionProvider, c.DocumentFormattingProvider = true, true, true
	c.CodeActionProvider.CodeActionKinds = []string{quickFix, fixAll}
	c.Workspace.WorkspaceFolders = folderOptions{true, true}
	return result, nil
}

// initialized asks the client to tell what changes on disk.
func (s *server) initialized(context.Context, struct{}) (any, error) {
	if s.watches {
		s.running.Go(func() {
			_, err := s.rpc.Callback(s.ctx, "client/registerCapability", registrationParams{[]registration{{
				ID: "files", Method: "workspace/didChangeWatchedFiles", RegisterOptions: watchOptions{[]fileWatcher{{"**/*"}}},
			}}})
			if err != nil && !isGone(err) && s.ctx.Err() == nil {
				fmt.Fprintln(s.opt.Log, "wijkvisie lsp: the client does not watch files:", err)
			}
		})
	}
	return nil, nil
}

func (s *server) shutdown(context.Context, struct{}) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.phase = shutDown
	for _, p := range s.projects {
		p.stop()
	}
	return nil, nil
}

func (s *server) exit(context.Context, *jrpc2.Request) (any, error) {
	s.exiting.Do(func() { close(s.exited) })
	return nil, nil
}

func (s *server) cancel(_ context.Context, p cancelParams) (any, error) {
	s.rpc.CancelRequest(string(p.ID))
	return nil, nil
}

// didChangeFolders opens the content of folders that were added, and closes that of folders that
// were removed, unless a file of it is open.
func (s *server) didChangeFolders(_ context.Context, p changeFoldersParams) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.addFolders(p.Event.Added)
	for _, f := range p.Event.Removed {
		path, ok := pathOf(f.URI)
		for _, folder := range contentFolders(path) {
			project, known := s.projects[folder]
			if !ok || !known || folder == s.opt.Folder {
				continue
			}
			if !slices.ContainsFunc(slices.Collect(maps.Values(s.documents)), func(d *document) bool { return d.project == project }) {
				delete(s.projects, folder)
				project.stop()
			}
		}
	}
	return nil, nil
}

// addFolders opens the content in folders of the client's workspace.
func (s *server) addFolders(folders []workspaceFolder) {
	if s.opt.Folder != "" {
		return
	}
	for _, f := range folders {
		path, ok := pathOf(f.URI)
		if !ok {
			continue
		}
		for _, folder := range contentFolders(path) {
			if isFile(filepath.Join(folder, parse.SiteFile)) {
				s.open(folder)
				break
			}
		}
	}
}

// contentFolders returns where the content of a folder may be: in it or in its folder content.
func contentFolders(path string) []string { return []string{path, filepath.Join(path, "content")} }

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// open returns the project of a content folder, nil when it cannot be opened.
func (s *server) open(folder string) *project {
	if p := s.projects[folder]; p != nil {
		return p
	}
	opened, err := s.opt.Open(folder)
	if err != nil {
		s.running.Go(func() { s.show(errorMessage, sayCannotOpen, folder, err) })
		return nil
	}
	p := newProject(s, folder, opened)
	s.projects[folder] = p
	s.running.Go(p.run)
	p.changed()
	return p
}

// show shows a message to the user.
func (s *server) show(kind int, p phrase, args ...any) {
	s.notify("window/showMessage", messageParams{kind, "wijkvisie: " + p.in(s.opt.Lang, args...)})
}

// notify sends a notification. A client that is gone does not get it.
func (s *server) notify(method string, params any) {
	if err := s.rpc.Notify(s.ctx, method, params); err != nil && !isGone(err) && s.ctx.Err() == nil {
		fmt.Fprintf(s.opt.Log, "wijkvisie lsp: %s: %v\n", method, err)
	}
}

// isGone reports whether an error says that the client is gone. A request to it that it has not
// answered is cancelled then.
func isGone(err error) bool {
	for _, gone := range []error{jrpc2.ErrConnClosed, context.Canceled, io.ErrClosedPipe, os.ErrClosed, syscall.EPIPE} {
		if errors.Is(err, gone) {
			return true
		}
	}
	return false
}
