package main

import (
	"context"
	"io/fs"
	"path/filepath"
	"strings"
	"sync"

	"wijkvisie/internal/lsp"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/pipeline"
)

// statusNoShutdown is the exit status of a language server whose client leaves without asking it
// to shut down, as the protocol has it.
const statusNoShutdown = 1

// serveEditor is a language server for one editor.
func serveEditor(ctx context.Context, env environment, opt *options) (int, error) {
	folder := ""
	if opt.content != "content" { // one is meant, and not the folder of the file that is opened
		root, err := openContent(opt)
		if err != nil {
			return 0, err
		}
		closeAll(root)
		if folder, err = filepath.Abs(opt.content); err != nil {
			return 0, err
		}
	}
	if _, err := referenceDate(env, opt); err != nil {
		return 0, err
	}
	if env.stdin == nil {
		env.stdin = strings.NewReader("")
	}
	clean, err := lsp.Serve(ctx, env.stdin, env.stdout, lsp.Options{
		Lang: opt.lang, Version: versionText(), Folder: folder, Log: env.stderr,
		Open: func(path string) (lsp.Folder, error) { return openEdited(env, opt, path) },
	})
	switch {
	case ctx.Err() != nil: // it was stopped
		return statusDone, nil
	case err != nil:
		return 0, err
	case !clean:
		return statusNoShutdown, nil
	}
	return statusDone, nil
}

// editedFolder is a content folder that is open in an editor.
type editedFolder struct {
	env environment
	opt *options

	mu       sync.Mutex
	folder   followedFolder
	replaced bool // since the last check

	pipeline *pipeline.Pipeline // of Check
}

func openEdited(env environment, opt *options, path string) (*editedFolder, error) {
	f := &editedFolder{env: env, opt: opt, folder: followedFolder{path: path}, pipeline: new(pipeline.Pipeline)}
	_, err := f.folder.open()
	return f, err
}

// Files implements lsp.Folder.
func (f *editedFolder) Files() (fs.FS, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	replaced, err := f.folder.open()
	f.replaced = f.replaced || replaced
	return regularFS{f.folder.root}, err
}

// Check implements lsp.Folder.
func (f *editedFolder) Check(ctx context.Context, content fs.FS) (*lsp.Content, error) {
	f.mu.Lock()
	if f.replaced {
		f.pipeline, f.replaced = new(pipeline.Pipeline), false
	}
	f.mu.Unlock()
	in, err := f.input(content)
	if err != nil {
		return nil, err
	}
	result, err := f.pipeline.Prepare(in)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	index := f.pipeline.Index()
	if err := result.Check(ctx); err != nil {
		return nil, err
	}
	words := sync.OnceValue(func() func(key string) string {
		words := result.Words(f.opt.lang.String())
		return func(key string) string { return words.Text(key) }
	})
	return &lsp.Content{
		Diagnostics: result.Diagnostics, Index: index, Site: result.Site.Graph.Site, Graph: sync.OnceValue(result.Everything),
		Media: result.Media(), Today: in.Date, Word: func(key string) string { return words()(key) },
	}, nil
}

// Fix implements lsp.Folder.
func (f *editedFolder) Fix(ctx context.Context, content fs.FS) ([]lsp.Fixed, error) {
	in, err := f.input(content)
	if err != nil {
		return nil, err
	}
	files, err := pipeline.Fix(ctx, in)
	if err != nil {
		return nil, err
	}
	fixed := make([]lsp.Fixed, len(files))
	for i, file := range files {
		fixed[i] = lsp.Fixed(file)
	}
	return fixed, nil
}

// input returns what the content is checked with: as the command check does.
func (f *editedFolder) input(content fs.FS) (pipeline.Input, error) {
	date, err := referenceDate(f.env, f.opt)
	return pipeline.Input{Content: content, Date: date, Drafts: f.opt.drafts, Advice: true}, err
}

// Format implements lsp.Folder.
func (f *editedFolder) Format(name string, data []byte, kind parse.Kind) (formatted []byte, problem string) {
	formatted, err := pipeline.FormatText(name, data, kind)
	if err != nil {
		return nil, sayNotFormatted(&options{lang: f.opt.lang}, err)
	}
	return formatted, ""
}

// Close implements lsp.Folder.
func (f *editedFolder) Close() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.folder.root.Close()
}
