package headers

import (
	"slices"
	"strings"
)

// Admin is a page on which the content of a site is edited, at /admin/, by a content management
// system that runs in the browser.
type Admin struct {
	CMS  string // decap or sveltia
	Host string // where the repository is: github.com, or that of a GitLab
	// Inline is the hash of the script in the page itself, as in sha256-…; empty when it has none.
	Inline string
}

// policy returns the content security policy of the page. connect is what it may ask in
// addition to the repository.
func (a Admin) policy(connect string) string {
	api, pictures := "https://"+a.Host, "https://"+a.Host
	if a.Host == "github.com" {
		api, pictures = "https://api.github.com", "https://avatars.githubusercontent.com https://raw.githubusercontent.com"
	}
	scripts := "'self'"
	if a.CMS == "decap" {
		scripts += " 'unsafe-eval'" // it compiles the schema of its settings
	}
	if a.Inline != "" {
		scripts += " '" + a.Inline + "'"
	}
	return strings.Join([]string{
		"default-src 'none'",
		"script-src " + scripts,
		"style-src 'self' 'unsafe-inline'",
		"img-src 'self' data: blob: " + pictures,
		"font-src 'self' data:",
		"media-src 'self' blob:",
		"worker-src 'self' blob:",
		"manifest-src 'self' blob:",
		"connect-src 'self' data: blob: " + api + connect,
		"form-action 'self'",
		"base-uri 'none'",
	}, "; ")
}

// AdminPage returns the policy that stands in the page itself, for servers without headers of
// their own and for one's own computer: there, Decap CMS asks a server at port 8081.
func AdminPage(a Admin) string {
	local := ""
	if a.CMS == "decap" {
		local = " http://localhost:8081"
	}
	return a.policy(local)
}

// own returns the headers of the page that differ from those of the site; none of a zero Admin.
//
// Signing in opens a window of another origin, which must be able to answer.
func (a Admin) own() []Header {
	if a.CMS == "" {
		return nil
	}
	return []Header{
		{"Content-Security-Policy", a.policy("") + "; frame-ancestors 'none'"},
		{"Cross-Origin-Opener-Policy", "same-origin-allow-popups"},
	}
}

// Published returns the headers of the page on the internet.
func (a Admin) Published() []Header {
	all := Published()
	for _, own := range a.own() {
		for i := range all {
			if all[i].Name == own.Name {
				all[i] = own
			}
		}
	}
	return all
}

// has reports whether one of some headers has a name.
func has(all []Header, name string) bool {
	return slices.ContainsFunc(all, func(h Header) bool { return h.Name == name })
}
