// Package headers defines the HTTP headers of a site: the security policy, the caching and
// the media types. The preview uses them, and so does the configuration that it writes for
// other servers.
package headers

// Header is a header of a response.
type Header struct{ Name, Value string }

// Security returns the headers of every response.
//
// The content security policy allows stylesheets, scripts, pictures, the index of the
// search and the search form, all from the site itself, and nothing else. Pages have no
// inline scripts and no style attributes. X-Frame-Options is for browsers without
// frame-ancestors.
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

// Published returns the headers of every response of a site on the internet: those of
// Security, and HTTPS for a year (RFC 6797). Subdomains may belong to others and are not
// included.
func Published() []Header {
	return append(Security(), Header{"Strict-Transport-Security", "max-age=31536000"})
}

// Hashed returns the caching of files with a hash of their bytes in the name (RFC 8246).
func Hashed() Header { return Header{"Cache-Control", "public, max-age=31536000, immutable"} }

// Unhashed returns the caching of all other files, which are validated at each use (RFC
// 9111).
func Unhashed() Header { return Header{"Cache-Control", "public, max-age=0, must-revalidate"} }

// Open returns the header of open data and feeds, which scripts on the pages of others may read
// (https://fetch.spec.whatwg.org/#http-access-control-allow-origin).
func Open() Header { return Header{"Access-Control-Allow-Origin", "*"} }
