package main

import (
	"errors"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"wijkvisie/internal/photo/cache"
	"wijkvisie/internal/pipeline"
)

// defaultTheme is the theme that is inside the program.
const defaultTheme = "default"

// input opens what a site is made from. The content is opened as a root, so
// that no link in it leads outside.
func input(env environment, opt *options) (in pipeline.Input, closeInput func(), err error) {
	in = pipeline.Input{Drafts: opt.drafts}
	if in.Date, err = referenceDate(env, opt); err != nil {
		return in, nil, err
	}
	if in.BaseURL, err = baseURL(opt); err != nil {
		return in, nil, err
	}
	theme, err := openTheme(opt)
	if err != nil {
		return in, nil, err
	}
	content, err := openContent(opt)
	if err != nil {
		closeAll(theme)
		return in, nil, err
	}
	in.Content = regularFS{content}
	in.Pictures = pictureCache(env)
	if theme != nil {
		in.Theme = regularFS{theme}
	}
	return in, func() { closeAll(content, theme) }, nil
}

// pictureCache returns the cache of resized pictures, in the user's folder for caches; nil
// when there is no such folder.
func pictureCache(env environment) *cache.Cache {
	if env.caches == nil {
		return nil
	}
	folder, err := env.caches()
	if err != nil {
		return nil
	}
	return cache.New(filepath.Join(folder, "wijkvisie", "pictures"), env.now)
}

// openContent opens the content folder.
func openContent(opt *options) (*os.Root, error) {
	contentFolder(opt)
	root, err := openRoot(opt.content)
	if errors.Is(err, fs.ErrNotExist) || err != nil && isNoFolder(opt.content) {
		return nil, usageError{say(opt.lang, sayNoContent, opt.content)}
	}
	return root, err
}

func closeAll(roots ...*os.Root) {
	for _, r := range roots {
		if r != nil {
			r.Close()
		}
	}
}

func isNoFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}

// openTheme opens the folder of a theme. It is nil for the built-in theme.
func openTheme(opt *options) (*os.Root, error) {
	dir := themeFolder(opt)
	switch {
	case dir != "":
		return openRoot(dir)
	case opt.theme == defaultTheme:
		return nil, nil
	default:
		return nil, usageError{say(opt.lang, sayNoTheme, opt.theme)}
	}
}

// themeFolder returns the folder of a theme; empty when there is none.
func themeFolder(opt *options) string { return firstFolder(themeFolders(opt)) }

// themeFolders returns where a theme may be: in the folder of that name under themes/, else
// in the folder itself.
func themeFolders(opt *options) []string {
	candidates := []string{filepath.Join("themes", opt.theme), opt.theme}
	if opt.theme == defaultTheme {
		candidates = candidates[:1] // a folder named default is somebody else's
	}
	return candidates
}

// firstFolder returns the first path that is that of a folder; empty when there is none.
func firstFolder(paths []string) string {
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			return path
		}
	}
	return ""
}

// baseURL checks the address of the site that was given.
func baseURL(opt *options) (string, error) {
	if opt.baseURL == "" {
		return "", nil
	}
	u, err := url.Parse(opt.baseURL)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return "", usageError{say(opt.lang, sayBadBaseURL, opt.baseURL)}
	}
	return strings.TrimSuffix(opt.baseURL, "/"), nil
}

// parseEpoch reads a number of seconds since 1970.
func parseEpoch(s string) (time.Time, error) {
	seconds, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return time.Time{}, err
	}
	return time.Unix(seconds, 0), nil
}

// wantsColor reports whether w is a terminal whose owner has nothing against
// colour (https://no-color.org).
func wantsColor(env environment, w io.Writer) bool {
	return isTerminal(w) && env.getenv("NO_COLOR") == "" && env.getenv("TERM") != "dumb"
}
