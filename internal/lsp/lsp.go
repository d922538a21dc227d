// Package lsp is a language server for content: what is wrong as one types, what can be typed
// at a place, what a word means, where what it names is written, and the changes that put it
// right.
//
// Package jrpc2 carries the messages; the types of the protocol that are used stand in
// protocol.go. A project is a content folder with the texts that are open in an editor over
// the files on disk. It is checked as a whole after each change, in a goroutine of its own; a
// check that is overtaken by a change ends early. Package outline finds keys and values in the
// text as it is at the moment, readable or not; what they may be comes from the tables of
// package parse, and what they refer to from the last check.
package lsp

import (
	"context"
	"io"
	"io/fs"

	"github.com/creachadair/jrpc2"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/relate"
)

// Options are what a server needs of the program around it.
type Options struct {
	Lang    diag.Lang // of messages
	Version string    // of the program
	// Folder is the only content folder; empty for those in which files are opened.
	Folder string
	// Open opens a content folder.
	Open func(path string) (Folder, error)
	// Log is for what goes wrong in the server itself.
	Log io.Writer
}

// Folder is a content folder as the program reads it.
type Folder interface {
	// Files returns the files on disk.
	Files() (fs.FS, error)
	// Check reads content, which is the files on disk with other texts over them, until the
	// context ends. It is called by one goroutine at a time.
	Check(ctx context.Context, content fs.FS) (*Content, error)
	// Fix returns the files of the content that can be put right without harm.
	Fix(ctx context.Context, content fs.FS) ([]Fixed, error)
	// Format returns the text of a file in one layout, or why it cannot be given that.
	Format(name string, data []byte, kind parse.Kind) (formatted []byte, problem string)
	Close() error
}

// Content is what a content folder holds.
type Content struct {
	Diagnostics diag.List
	Index       *relate.Index // of the newest records that could be read of every file
	Site        *city.Site    // never nil
	// Graph returns the graph, drafts too.
	Graph func() *relate.Graph
	Media []string // the paths of the files in media/
	Today city.Day // the reference date
	// Word returns a text of the site by its key, in the language of messages; the key when
	// there is none.
	Word func(key string) string
}

// Fixed is a file of content with what was wrong in it put right.
type Fixed struct {
	Path  string
	Data  []byte
	Mends []parse.Mend
}

// Serve serves one client until it asks to exit or goes away, or until the context ends. It
// reports whether the client asked to shut down before.
func Serve(ctx context.Context, in io.Reader, out io.Writer, opt Options) (clean bool, err error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	s := &server{opt: opt, ctx: ctx, documents: make(map[string]*document), projects: make(map[string]*project), exited: make(chan struct{}), encoding: utf16Encoding}
	s.rpc = jrpc2.NewServer(s.methods(), &jrpc2.ServerOptions{AllowPush: true, DisableBuiltin: true, NewContext: func() context.Context { return ctx }})
	end := func() error { return nil }
	if c, ok := in.(io.Closer); ok {
		end = c.Close // so that nothing waits for a message that does not come
	}
	s.rpc.Start(newFraming(in, out, end))
	ended := make(chan error, 1)
	go func() { ended <- s.rpc.Wait() }()
	select {
	case err = <-ended:
	case <-s.exited: // not every input can be closed while it is read
	case <-ctx.Done():
		err = ctx.Err()
	}
	stop()
	s.rpc.Stop()
	s.running.Wait()
	return s.is(shutDown), err
}
