package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"wijkvisie/internal/preview"
)

// serve shows the site while it is being written, until it is stopped.
func serve(ctx context.Context, env environment, opt *options) (int, error) {
	in, closeInput, err := input(env, opt)
	if err != nil {
		return 0, err
	}
	defer closeInput()
	in.Drafts, in.KeepGood, in.Advice = true, true, true
	editor, err := editorLink(opt)
	if err != nil {
		return 0, err
	}
	if err := editsHere(opt); err != nil {
		return 0, err
	}
	listener, err := listen(opt)
	if err != nil {
		return 0, err
	}
	reached := reachOf(listener, opt)
	base, token := "", ""
	if in.BaseURL == "" {
		in.BaseURL = reached.origins[0]
	} else if u, err := url.Parse(in.BaseURL); err == nil {
		base = u.EscapedPath()
	}
	if opt.share {
		token = preview.NewToken()
	}
	folders, err := newSiteFolders(opt)
	if err != nil {
		return 0, err
	}
	s := newPreviewer(env, opt, in, folders)
	s.server = preview.New(preview.Options{Hosts: opt.hosts, Port: reached.port, Token: token, Base: base, EditorLink: editor, AsOf: s.asOf, Editor: s.editor(base)})
	watching, stop := context.WithCancel(ctx)
	defer stop()
	go preview.Watch(watching, folders.paths(), opt.poll, s, func(err error) {
		fmt.Fprintln(env.stderr, say(opt.lang, sayPolling, err))
	})
	started := make(chan error, 1)
	go func() { started <- s.start(ctx) }()
	select {
	case <-ctx.Done():
		return statusDone, listener.Close()
	case err := <-started:
		if ctx.Err() != nil { // which may be that error
			return statusDone, listener.Close()
		}
		if err != nil {
			return 0, errors.Join(err, listener.Close())
		}
	}
	links := reached.links(base, token)
	for _, link := range links {
		fmt.Fprintln(env.stdout, link)
	}
	if !opt.quiet {
		fmt.Fprintln(env.stderr, say(opt.lang, sayServing))
		if opt.edit {
			fmt.Fprintln(env.stderr, say(opt.lang, sayEditing))
		}
		if opt.share && reached.local {
			fmt.Fprintln(env.stderr, say(opt.lang, sayOnlyHere, listener.Addr(), reached.port))
		}
	}
	if opt.open {
		openBrowser(links[0])
	}
	go s.run(watching)
	return statusDone, s.server.Serve(ctx, listener)
}

// editors are the editors that a link can open.
func editors() []string { return []string{"vscode", "vscodium", "cursor"} }

// editorLink returns how a link opens a file of content in an editor at a line.
func editorLink(opt *options) (func(path string, line, column int) string, error) {
	switch {
	case opt.editor == "":
		return nil, nil
	case slices.Contains(editors(), opt.editor):
		folder, err := filepath.Abs(opt.content)
		if err != nil {
			return nil, err
		}
		return func(path string, line, column int) string {
			file := filepath.ToSlash(filepath.Join(folder, filepath.FromSlash(path)))
			return (&url.URL{Scheme: opt.editor, Host: "file", Path: "/" + strings.TrimPrefix(file, "/")}).String() + fmt.Sprintf(":%d:%d", line, column)
		}, nil
	default:
		return nil, usageError{say(opt.lang, sayBadEditor, opt.editor, strings.Join(editors(), ", "))}
	}
}

// openBrowser opens an address in the browser of the user. That there is none is no
// reason to stop: the address is on the screen.
func openBrowser(address string) {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	if program, err := exec.LookPath(name); err == nil {
		_ = exec.Command(filepath.Clean(program), args...).Start()
	}
}

var (
	sayServing   = phrase{"Open dit adres in uw browser. Wat u bewaart, staat meteen op het scherm. Stoppen: Ctrl-C.", "Open this address in your browser. What you save is on screen at once. Press Ctrl-C to stop."}
	sayEditing   = phrase{"Met Bewerk op een pagina verandert u de inhoud in de bestanden zelf.", "Bewerk on a page changes the content in the files themselves."}
	sayPolling   = phrase{"Dit systeem meldt niet wanneer een bestand verandert (%v). Daarom wordt nu elke halve seconde gekeken.", "This system does not report when a file changes (%v); files are now checked every half second."}
	sayBadEditor = phrase{"--editor %s is onbekend; kies uit: %s", "--editor %s is unknown; choose one of: %s"}
)
