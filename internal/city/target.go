package city

import (
	"net/netip"
	"net/url"
	"path"
	"strings"
)

// TargetKind is what kind of thing a link in content leads to.
type TargetKind int

// The kinds of target.
const (
	TargetExternal TargetKind = iota // another site, a mail address, a telephone number
	TargetAnchor                     // a place in the same file: #zwemles
	TargetContent                    // a file of content: ../wijken/oost.md
	TargetSite                       // an address of this site: /wijken/oost/
	TargetOutside                    // a path that leaves the content folder
	TargetUnsafe                     // a scheme that is not allowed, as javascript:
)

// Target is where a link in content leads.
type Target struct {
	Kind   TargetKind
	Path   string // of TargetContent the path from the content folder, of TargetSite the address
	Anchor string // what follows #, decoded
	Scheme string // of TargetExternal and TargetUnsafe, in lower case
}

// ParseTarget reads the destination of a link that stands in the content file at
// from. Paths are relative to that file and never lead out of the content
// folder: one that would is a TargetOutside.
func ParseTarget(from, dest string) Target {
	dest = strings.TrimSpace(dest)
	if scheme, ok := schemeOf(dest); ok {
		switch scheme {
		case "http", "https", "mailto", "tel":
			return Target{Kind: TargetExternal, Scheme: scheme}
		}
		return Target{Kind: TargetUnsafe, Scheme: scheme}
	}
	if strings.HasPrefix(dest, "//") {
		return Target{Kind: TargetExternal, Scheme: "https"}
	}
	rest, anchor, _ := strings.Cut(dest, "#")
	rest, _, _ = strings.Cut(rest, "?")
	anchor, rest = unescape(anchor), unescape(rest)
	switch {
	case rest == "":
		return Target{Kind: TargetAnchor, Anchor: anchor}
	case strings.HasPrefix(rest, "/"):
		return Target{Kind: TargetSite, Path: cleanSite(rest), Anchor: anchor}
	}
	p := path.Join(path.Dir(from), rest)
	if p == ".." || strings.HasPrefix(p, "../") {
		return Target{Kind: TargetOutside, Path: p, Anchor: anchor}
	}
	return Target{Kind: TargetContent, Path: p, Anchor: anchor}
}

// schemeOf returns the scheme of a URL as a browser sees it: control
// characters do not count (WHATWG URL, "remove all ASCII tab or newline").
func schemeOf(dest string) (string, bool) {
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

// IsLocalHost reports whether a host is that of the computer at hand, or one that only a home or an
// office knows: on the internet every name has a dot.
func IsLocalHost(host string) bool {
	if ip, err := netip.ParseAddr(host); err == nil {
		ip = ip.Unmap()
		return ip.IsLoopback() || ip.IsUnspecified() || ip.IsPrivate() || ip.IsLinkLocalUnicast()
	}
	host = strings.ToLower(host)
	return host != "" && !strings.Contains(host, ".") || strings.HasSuffix(host, ".localhost") || strings.HasSuffix(host, ".local")
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
