package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"wijkvisie/internal/characters"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/pipeline"
)

// fix puts right in the content folder what has one safe fix, and shows each. A
// file is replaced in one step, so that nobody finds half of it.
func fix(ctx context.Context, env environment, opt *options) error {
	in, closeInput, err := input(env, opt)
	if err != nil {
		return nil // it is said when the content is read
	}
	defer closeInput()
	root, err := openContent(opt)
	if err != nil {
		return err
	}
	defer root.Close()
	fixed, err := pipeline.Fix(ctx, in)
	if err != nil {
		return err
	}
	for _, f := range fixed {
		if err := replace(root, f.Path, f.Data); err != nil {
			return err
		}
		for _, m := range f.Mends {
			showMended(env.stderr, opt, f.Path, m)
		}
	}
	return nil
}

func showMended(w io.Writer, opt *options, name string, m parse.Mend) {
	place := filepath.Join(opt.content, filepath.FromSlash(name))
	switch {
	case m.Old == "BOM":
		fmt.Fprintf(w, "%s: %s\n", place, say(opt.lang, sayFixedBOM))
	case m.Line == 0:
		fmt.Fprintf(w, "%s: %s\n", place, say(opt.lang, sayFixedEncoding, m.Old, m.New))
	default:
		fmt.Fprintf(w, "%s:%d: %s\n    - %s\n    + %s\n", place, m.Line, say(opt.lang, sayFixed), visible(m.Old), visible(m.New))
	}
}

// visible returns a text as it is printed: tabs, and characters that nobody sees, that steer a
// terminal or that are not what they seem, as signs of their own.
func visible(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		kind, size := characters.At(s, i)
		switch r, _ := utf8.DecodeRuneInString(s[i:]); {
		case r == '\t':
			b.WriteRune('→')
		case r == '\n' || r == '\r' || kind == characters.Control:
			b.WriteRune(utf8.RuneError)
		case kind != characters.Ordinary:
			fmt.Fprintf(&b, "<U+%04X>", r)
		default:
			b.WriteRune(r)
		}
		i += size
	}
	return b.String()
}

// replace puts a file in the place of another, with its permissions.
func replace(root *os.Root, name string, data []byte) (err error) {
	info, err := root.Stat(name)
	if err != nil {
		return err
	}
	temporary := path.Join(path.Dir(name), "."+path.Base(name)+".wijkvisie")
	// What a program that was killed left of it is removed, and whatever else has its name.
	if err := root.Remove(temporary); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := root.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, info.Mode().Perm())
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, root.Remove(temporary))
		}
	}()
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return root.Rename(temporary, name)
}

var (
	sayFixed         = phrase{"hersteld:", "fixed:"}
	sayFixedBOM      = phrase{"hersteld: een onzichtbaar teken aan het begin is weg (byte-order mark)", "fixed: an invisible mark at the beginning was removed (byte-order mark)"}
	sayFixedEncoding = phrase{"hersteld: de letters zijn van %s omgezet naar %s", "fixed: the text was converted from %s to %s"}
)
