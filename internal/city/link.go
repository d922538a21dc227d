package city

import (
	"net/url"
	"path"
	"strings"
)

// LinkKind is what a link in content leads to.
type LinkKind uint8

// The kinds of link.
const (
	LinkExternal LinkKind = iota // another site, a mail address, a telephone number
	LinkAnchor                   // a place in the same file: #zwemles
	LinkContent                  // a file of content: ../wijken/oost.md
	LinkSite                     // an address of this site: /wijken/oost/
	LinkOutside                  // a path that leaves the content folder
	LinkUnsafe                   // a scheme that is not allowed, as javascript:
)

// Link is where a link in content leads.
type Link struct {
	Kind   LinkKind
	Path   string // of LinkContent the path from the content folder, of LinkSite the address
	Anchor string // what follows #, decoded
	Scheme string // of LinkExternal and LinkUnsafe, in lower case
}

// ParseLink reads the destination of a link that stands in the content file at
// from. Paths are relative to that file and never lead out of the content
// folder: one that would is a LinkOutside.
func ParseLink(from, dest string) Link {
	dest = strings.TrimSpace(dest)
	if scheme, ok := linkScheme(dest); ok {
		switch scheme {
		case "http", "https", "mailto", "tel":
			return Link{Kind: LinkExternal, Scheme: scheme}
		}
		return Link{Kind: LinkUnsafe, Scheme: scheme}
	}
	if strings.HasPrefix(dest, "//") {
		return Link{Kind: LinkExternal, Scheme: "https"}
	}
	rest, anchor, _ := strings.Cut(dest, "#")
	rest, _, _ = strings.Cut(rest, "?")
	anchor, rest = unescape(anchor), unescape(rest)
	switch {
	case rest == "":
		return Link{Kind: LinkAnchor, Anchor: anchor}
	case strings.HasPrefix(rest, "/"):
		return Link{Kind: LinkSite, Path: cleanSite(rest), Anchor: anchor}
	}
	p := path.Join(path.Dir(from), rest)
	if p == ".." || strings.HasPrefix(p, "../") {
		return Link{Kind: LinkOutside, Path: p, Anchor: anchor}
	}
	return Link{Kind: LinkContent, Path: p, Anchor: anchor}
}

// linkScheme returns the scheme of a URL as a browser sees it: control
// characters do not count (WHATWG URL, "remove all ASCII tab or newline").
func linkScheme(dest string) (string, bool) {
	clean := strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, dest)
	i := strings.IndexAny(clean, ":/?#")
	if i <= 0 || clean[i] != ':' {
		return "", false
	}
	for j, c := range []byte(clean[:i]) {
		letter := 'a' <= c|0x20 && c|0x20 <= 'z'
		if !letter && (j == 0 || !strings.ContainsRune("0123456789+-.", rune(c))) {
			return "", false
		}
	}
	return strings.ToLower(clean[:i]), true
}

// cleanSite resolves dots in an address and keeps its last slash.
func cleanSite(p string) string {
	clean := path.Clean(p)
	if strings.HasSuffix(p, "/") && clean != "/" {
		clean += "/"
	}
	return clean
}

func unescape(s string) string {
	if u, err := url.PathUnescape(s); err == nil {
		return u
	}
	return s
}

// IsImage reports whether a file is a picture, by its name.
func IsImage(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", // those that can be shown
		".avif", ".bmp", ".heic", ".heif", ".jfif", ".tif", ".tiff":
		return true
	}
	return false
}
