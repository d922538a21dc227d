// Package headers is what every answer of a server says beside the file itself, so
// that browsers keep readers safe and ask for a file again when it may have changed:
// one definition for the preview and for every server that a site is published on.
package headers

// Header is one header of an answer.
type Header struct{ Name, Value string }

// Security returns the headers of every answer.
//
// The content security policy allows what the pages are made of and nothing else:
// stylesheets, scripts, pictures, the index of the search and the search form, all
// of the site itself. Pages have no inline scripts and no style attributes.
// X-Frame-Options says the same as frame-ancestors to browsers that do not know that.
func Security() []Header {
	return []Header{
		{"Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
		{"X-Content-Type-Options", "nosniff"},
		{"X-Frame-Options", "DENY"},
		{"Referrer-Policy", "same-origin"},
		{"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
	}
}

// Published returns the headers of every answer of a site on the internet: those of
// Security and a year of HTTPS only (RFC 6797). Subdomains are not ours to speak for.
func Published() []Header {
	return append(Security(), Header{"Strict-Transport-Security", "max-age=31536000"})
}

// Caching of files on the internet (RFC 9111, RFC 8246).
var (
	// Hashed is for files with a hash of their bytes in the name: other bytes have
	// another name.
	Hashed = Header{"Cache-Control", "public, max-age=31536000, immutable"}
	// Unhashed is for all others: a browser keeps them and asks whether they are
	// still as they were.
	Unhashed = Header{"Cache-Control", "public, max-age=0, must-revalidate"}
)

// hashedFile is a regular expression for the path of a file with a hash in its name.
const hashedFile = `/thema/[^/]+-[0-9a-f]{8}\.[a-z0-9]+$`
