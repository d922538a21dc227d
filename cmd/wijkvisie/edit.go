package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/editing"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/preview"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/starter"
)

// editsHere refuses to let others write into the content: forms are for who sits at this machine.
func editsHere(opt *options) error {
	switch {
	case !opt.edit:
		return nil
	case opt.share:
		return usageError{say(opt.lang, sayEditShared)}
	case len(opt.hosts) > 0:
		return usageError{say(opt.lang, sayEditHost)}
	case isAddress(opt.addr) && !isLoopback(opt.addr):
		return usageError{say(opt.lang, sayEditAddr, opt.addr)}
	}
	return nil
}

// editor returns what writes into the content from the preview; nil without --edit.
func (s *previewer) editor(base string) preview.Editor {
	if !s.opt.edit {
		return nil
	}
	check := &editCheck{previewer: s}
	return editing.New(editing.Options{
		Content: writableFolder{s.folders.content.path}, Base: base, Graph: func() *relate.Graph { return s.server.Graph() }, Check: check.run, Shown: s.shown, NewFile: s.newFile,
		Changed: s.changedSinceCommit, Changes: s.changesSinceCommit,
	})
}

// writableFolder is the files of a content folder, by path. What leads outside of it is an error.
type writableFolder struct{ path string }

// in does something in the folder.
func (f writableFolder) in(do func(root *os.Root) error) error {
	root, err := openRoot(f.path)
	if err != nil {
		return err
	}
	return errors.Join(do(root), root.Close())
}

// Read implements editing.Content.
func (f writableFolder) Read(name string) (data []byte, err error) {
	err = f.in(func(root *os.Root) error {
		data, err = fs.ReadFile(regularFS{root}, name)
		return err
	})
	return data, err
}

// Replace implements editing.Content.
func (f writableFolder) Replace(name string, data []byte) error {
	return f.in(func(root *os.Root) error {
		info, err := root.Lstat(name)
		if err != nil {
			return err
		}
		if !info.Mode().IsRegular() { // a link would become a file
			return fs.ErrInvalid
		}
		if info.Mode().Perm()&0o200 == 0 {
			return fs.ErrPermission
		}
		return replace(root, name, data)
	})
}

// Create implements editing.Content.
func (f writableFolder) Create(name string, data []byte) error {
	return f.in(func(root *os.Root) error {
		if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
			return err
		}
		return createNew(root, name, data, 0o644)
	})
}

// Remove implements editing.Content.
func (f writableFolder) Remove(name string) error {
	return f.in(func(root *os.Root) error { return root.Remove(name) })
}

// mostShown is how long a save waits for the preview to show it.
const mostShown = 2 * time.Second

// shown writes something, and waits until the preview shows it.
func (s *previewer) shown(ctx context.Context, write func() error) error {
	changed := s.server.Changed()
	if err := write(); err != nil {
		return err
	}
	limit := time.NewTimer(mostShown)
	defer limit.Stop()
	select {
	case <-changed:
	case <-limit.C:
	case <-ctx.Done():
	}
	return nil
}

// editCheck checks the content as it would be after a save.
type editCheck struct {
	previewer *previewer
	mu        sync.Mutex
	pipeline  pipeline.Pipeline
}

func (c *editCheck) run(ctx context.Context, name string, data []byte) (diag.List, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	in, err := c.previewer.input()
	if err != nil {
		return nil, err
	}
	root, err := openRoot(c.previewer.folders.content.path)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	in.Content, in.Touched, in.KeepGood = regularFS{root}, nil, false
	if name != "" {
		in.Content = pipeline.With(in.Content, name, data)
	}
	out, err := c.pipeline.Prepare(in)
	if err == nil {
		err = out.Check(ctx)
	}
	if err != nil {
		return nil, err
	}
	return out.Diagnostics, nil
}

// input returns what the version on display was made from, as of now.
func (s *previewer) input() (pipeline.Input, error) {
	date, err := referenceDate(s.env, s.opt)
	s.building.Lock()
	defer s.building.Unlock()
	in := s.in
	in.Date = date
	return in, err
}

// newFile returns a file of a kind to start from, or what keeps it from being made.
func (s *previewer) newFile(kindName, id string) (content, problem string) {
	kind, ok := starter.KindOf(kindName)
	g := s.server.Graph()
	if !ok || g == nil || !idForm().MatchString(id) {
		return "", say(diag.Dutch, sayNewID, id)
	}
	content, missing := starter.File(kind, id, knownOf(g, diag.Dutch, g.Date))
	if missing != nil {
		return "", nounsOf(g.Site, diag.Dutch).Fill(say(diag.Dutch, sayNewFirst, missing.Kind))
	}
	return content, ""
}

// changedFiles returns the files of the content folder that differ from the last commit, when that
// is known.
func (s *previewer) changedFiles(ctx context.Context) (files []string, known bool) {
	folder := s.folders.content.path
	if !mayBeInRepository(folder) {
		return nil, false
	}
	ctx, stop := context.WithTimeout(ctx, gitTimeout)
	defer stop()
	changed, err := git(ctx, folder, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative", "HEAD", "--", ".")
	if err != nil {
		return nil, false
	}
	added, err := git(ctx, folder, "ls-files", "-z", "--others", "--exclude-standard", "--", ".")
	if err != nil {
		return nil, false
	}
	for name := range strings.SplitSeq(changed+"\x00"+added, "\x00") {
		if name != "" {
			files = append(files, name)
		}
	}
	return files, true
}

// changedSinceCommit returns how many files differ from the last commit, when that is known.
func (s *previewer) changedSinceCommit(ctx context.Context) (int, bool) {
	files, known := s.changedFiles(ctx)
	return len(files), known
}

// changesSinceCommit returns what differs from the last commit, what that means, and the commands
// that commit it; nil when it is not known.
func (s *previewer) changesSinceCommit(ctx context.Context) *editing.Changes {
	files, known := s.changedFiles(ctx)
	if !known {
		return nil
	}
	c := &editing.Changes{Files: files}
	if len(files) == 0 {
		return c
	}
	if lines, err := s.meaningOfChanges(ctx); err == nil {
		c.Meaning = lines
	}
	folder, command := s.opt.content, "git "
	if filepath.IsAbs(folder) { // the terminal may be elsewhere
		folder, command = "", "git -C "+shellWord(filepath.ToSlash(folder))+" "
	}
	var paths []string
	for _, name := range files {
		paths = append(paths, shellWord(filepath.ToSlash(filepath.Join(folder, filepath.FromSlash(name)))))
	}
	c.Commands = []string{command + "add -- " + strings.Join(paths, " "), command + "commit -m " + shellWord("Inhoud bijgewerkt"), command + "push"}
	return c
}

// shellWord returns a text as one word of a command.
func shellWord(s string) string {
	if s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./") == "" {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// meaningOfChanges returns what differs from the last commit as the command diff says it, a line for
// each thing.
func (s *previewer) meaningOfChanges(ctx context.Context) ([]string, error) {
	root, err := openRoot(s.folders.content.path)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	opt := *s.opt
	opt.content, opt.args = s.folders.content.path, []string{"HEAD"}
	before, done, err := contentBefore(ctx, &opt, regularFS{root})
	if err != nil {
		return nil, err
	}
	defer done()
	day, err := referenceDate(s.env, s.opt)
	if err != nil {
		return nil, err
	}
	old, err := new(pipeline.Pipeline).Prepare(pipeline.Input{Content: before, Date: day, Drafts: true})
	if err != nil {
		return nil, err
	}
	present, err := new(pipeline.Pipeline).Prepare(pipeline.Input{Content: regularFS{root}, Date: day, Drafts: true})
	if err != nil {
		return nil, err
	}
	return meaning(old.Site.Graph, present.Site.Graph), nil
}

var (
	sayEditShared = phrase{"--edit en --share gaan niet samen: met --edit kan wie het voorbeeld opent de inhoud veranderen, dus alleen wie achter deze computer zit, mag het openen. Laat een van de twee weg", "--edit and --share do not go together: with --edit whoever opens the preview can change the content, so only the person at this machine may open it. Leave one of them out"}
	sayEditHost   = phrase{"--edit en --host gaan niet samen: met --edit kan wie het voorbeeld opent de inhoud veranderen, dus alleen wie achter deze computer zit, mag het openen", "--edit and --host do not go together: with --edit whoever opens the preview can change the content, so only the person at this machine may open it"}
	sayEditAddr   = phrase{"--addr %s is ook voor anderen te bereiken, en met --edit kunnen zij dan de inhoud veranderen; kies een adres van deze computer, zoals 127.0.0.1:4011", "--addr %s can be reached by others too, and with --edit they could change the content; choose an address of this machine, such as 127.0.0.1:4011"}
)
