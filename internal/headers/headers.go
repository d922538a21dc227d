// Package headers is what every answer of a server says beside the file itself, so
// that browsers keep readers safe: one definition for the preview and for every
// server that a site is published on.
package headers

// Header is one header of an answer.
type Header struct{ Name, Value string }

// Security returns the headers of every answer.
//
// The content security policy allows what the pages are made of and nothing else:
// stylesheets, scripts, pictures, the index of the search and the search form, all
// of the site itself. Pages have no inline scripts and no style attributes.
func Security() []Header {
	return []Header{
		{"Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "same-origin"},
		{"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
	}
}
