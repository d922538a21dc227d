package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"wijkvisie/internal/format"
	"wijkvisie/internal/pipeline"
)

// formatContent writes the front matter of all files of content, or of those that are named, in
// one order and layout, and prints which files changed. With --check it changes none.
func formatContent(_ context.Context, env environment, opt *options) (int, error) {
	root, err := openContent(opt)
	if err != nil {
		return 0, err
	}
	defer root.Close()
	named, err := contentPaths(opt)
	if err != nil {
		return 0, err
	}
	files, err := pipeline.Format(regularFS{root})
	if err != nil {
		return 0, err
	}
	status, differ := statusDone, 0
	for _, f := range files {
		place := filepath.Join(opt.content, filepath.FromSlash(f.Path))
		if len(named) > 0 && !named[f.Path] {
			continue
		}
		if f.Err != nil {
			if text := sayNotFormatted(opt, f.Err); text != "" {
				fmt.Fprintf(env.stderr, "%s: %s\n", place, text)
			}
			if errors.Is(f.Err, format.ErrFaulty) {
				status = statusContent
			}
			continue
		}
		if !opt.onlyCheck {
			if err := replaceUnchanged(root, opt, f); err != nil {
				return 0, err
			}
		}
		differ++
		fmt.Fprintln(env.stdout, place)
	}
	if opt.onlyCheck && differ > 0 {
		status = statusContent
		if !opt.quiet {
			fmt.Fprintln(env.stderr, say(opt.lang, sayToFormat, count(opt.lang, differ, nounContentFile, nounContentFiles)))
		}
	}
	return status, nil
}

// contentPaths returns the files that the arguments name, by their paths from the content
// folder.
func contentPaths(opt *options) (map[string]bool, error) {
	folder, err := resolved(opt.content)
	if err != nil {
		return nil, err
	}
	paths := make(map[string]bool)
	for _, arg := range opt.args {
		name, err := resolved(arg)
		if err != nil {
			return nil, usageError{say(opt.lang, sayNoSuchFile, arg)}
		}
		path, err := filepath.Rel(folder, name)
		if err != nil || !filepath.IsLocal(path) {
			return nil, usageError{say(opt.lang, sayNotInContent, arg, opt.content)}
		}
		paths[filepath.ToSlash(path)] = true
	}
	return paths, nil
}

// resolved returns an absolute path without symbolic links.
func resolved(path string) (string, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(absolute)
}

// replaceUnchanged writes a file that nobody changed meanwhile.
func replaceUnchanged(root *os.Root, opt *options, f pipeline.FormattedFile) error {
	now, err := root.ReadFile(filepath.FromSlash(f.Path))
	if err != nil {
		return err
	}
	if !bytes.Equal(now, f.Old) {
		return errors.New(say(opt.lang, sayChangedMeanwhile, f.Path))
	}
	return replace(root, f.Path, f.Data)
}

// sayNotFormatted says why a file cannot be formatted.
func sayNotFormatted(opt *options, err error) string {
	switch {
	case errors.Is(err, format.ErrNotYAML):
		if opt.quiet {
			return ""
		}
		return say(opt.lang, sayFormatsYAML)
	case errors.Is(err, format.ErrIntricate):
		return say(opt.lang, sayTooIntricate)
	}
	return say(opt.lang, sayFaultyFile)
}

var (
	sayToFormat         = phrase{"Van %s klopt de opmaak niet. Zo brengt u die in orde: wijkvisie fmt", "The format of %s is not right. This puts it right: wijkvisie fmt"}
	sayNoSuchFile       = phrase{"het bestand %q is er niet", "there is no file %q"}
	sayNotInContent     = phrase{"het bestand %q staat niet in de map %q", "the file %q is not in the folder %q"}
	sayChangedMeanwhile = phrase{"%s veranderde ondertussen; probeer het opnieuw", "%s changed in the meantime; try again"}
	sayFormatsYAML      = phrase{"niet opgemaakt: dit blok is geen YAML, en fmt schrijft alleen YAML", "not formatted: the block is not YAML, and fmt writes YAML only"}
	sayTooIntricate     = phrase{"niet opgemaakt: dit blok is te ingewikkeld om zonder gevaar opnieuw te schrijven", "not formatted: the block is too intricate to write anew without harm"}
	sayFaultyFile       = phrase{"niet opgemaakt: er staat een fout in dit blok. Zo ziet u welke: wijkvisie check", "not formatted: there is an error in the block. This shows which: wijkvisie check"}
	nounContentFile     = phrase{"bestand", "file"}
	nounContentFiles    = phrase{"bestanden", "files"}
)
