package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os/exec"
	"path/filepath"
	"runtime"
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
	listener, token, err := listen(opt)
	if err != nil {
		return 0, err
	}
	address := "http://" + listener.Addr().String()
	base := ""
	if in.BaseURL == "" {
		in.BaseURL = address
	} else if u, err := url.Parse(in.BaseURL); err == nil {
		base = u.EscapedPath()
	}
	s := newPreviewer(env, opt, in)
	s.server = preview.New(preview.Options{Hosts: opt.hosts, Token: token, Base: base, Editor: editor, AsOf: s.asOf})
	folders := []string{opt.content}
	if dir := themeFolder(opt); dir != "" {
		folders = append(folders, dir)
	}
	watching, stop := context.WithCancel(ctx)
	defer stop()
	go preview.Watch(watching, folders, opt.poll, s, func(err error) {
		fmt.Fprintln(env.stderr, say(opt.lang, sayPolling, err))
	})
	if err := s.start(ctx); err != nil {
		return 0, errors.Join(err, listener.Close())
	}
	address += base + "/"
	if token != "" {
		address += "?sleutel=" + token
	}
	fmt.Fprintln(env.stdout, address)
	if !opt.quiet {
		fmt.Fprintln(env.stderr, say(opt.lang, sayServing))
	}
	if opt.open {
		openBrowser(address)
	}
	go s.run(watching)
	return statusDone, s.server.Serve(ctx, listener)
}

// editorLink returns how a link opens a file of content in an editor at a line.
func editorLink(opt *options) (func(path string, line, column int) string, error) {
	switch opt.editor {
	case "":
		return nil, nil
	case "vscode", "vscodium", "cursor":
		folder, err := filepath.Abs(opt.content)
		if err != nil {
			return nil, err
		}
		return func(path string, line, column int) string {
			file := filepath.ToSlash(filepath.Join(folder, filepath.FromSlash(path)))
			return (&url.URL{Scheme: opt.editor, Host: "file", Path: "/" + strings.TrimPrefix(file, "/")}).String() + fmt.Sprintf(":%d:%d", line, column)
		}, nil
	default:
		return nil, usageError{say(opt.lang, sayBadEditor, opt.editor)}
	}
}

// listen opens the address to serve on, and returns the token that visitors need
// when others than this machine can reach it.
func listen(opt *options) (net.Listener, string, error) {
	host, _, err := net.SplitHostPort(opt.addr)
	if err != nil {
		return nil, "", usageError{say(opt.lang, sayBadAddr, opt.addr)}
	}
	token := ""
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		if !opt.share {
			return nil, "", usageError{say(opt.lang, sayShare, opt.addr)}
		}
		token = preview.NewToken()
	}
	l, err := net.Listen("tcp", opt.addr)
	if err != nil {
		return nil, "", usageError{say(opt.lang, sayPortTaken, opt.addr, err)}
	}
	return l, token, nil
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

// list is a flag that may be given more than once.
type list []string

func (l *list) String() string { return strings.Join(*l, ",") }

func (l *list) Set(s string) error {
	*l = append(*l, strings.ToLower(s))
	return nil
}

var (
	sayServing   = phrase{"Open dit adres in uw browser. Wat u bewaart, staat meteen op het scherm. Stoppen: Ctrl-C.", "Open this address in your browser. What you save is on the screen at once. To stop: Ctrl-C."}
	sayPolling   = phrase{"Dit systeem vertelt niet wanneer een bestand verandert (%v); ik kijk nu zelf, elke halve seconde.", "This system does not tell when a file changes (%v); I look by myself now, every half second."}
	sayBadAddr   = phrase{"--addr %s is geen adres; schrijf bijvoorbeeld 127.0.0.1:4011", "--addr %s is no address; write for instance 127.0.0.1:4011"}
	sayBadEditor = phrase{"--editor %s ken ik niet; kies vscode, vscodium of cursor", "--editor %s is not known; choose vscode, vscodium or cursor"}
	sayShare     = phrase{"--addr %s is ook voor anderen te bereiken; geef --share erbij, dan krijgt u een link met een sleutel voor een collega", "--addr %s can be reached by others too; add --share, and you get a link with a key for a colleague"}
	sayPortTaken = phrase{"op %s luistert al een ander programma; sluit dat, of kies een andere poort, zoals --addr 127.0.0.1:0 (%v)", "another program listens on %s already; close it, or choose another port, as in --addr 127.0.0.1:0 (%v)"}
)
