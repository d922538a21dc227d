package headers

import (
	"fmt"
	"regexp"
	"strings"
)

// Servers returns the names of the servers for which there is a Config.
func Servers() []string { return []string{"nginx", "apache", "caddy", "netlify"} }

// Config returns the configuration of a server; not ok when there is none for it. It is to
// be included in the configuration of the site, as its first lines explain.
func Config(server string) (config string, ok bool) {
	switch server {
	case "nginx":
		return nginx(), true
	case "apache":
		return apache(), true
	case "caddy":
		return caddy(), true
	case "netlify":
		return netlify(), true
	default:
		return "", false
	}
}

// nginx repeats all headers in each location, because a location with headers of its own
// does not inherit any (https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header).
func nginx() string {
	var b strings.Builder
	b.WriteString("# wijkvisie headers nginx: include this in the server block of the site, which\n# answers to HTTPS and has the published folder as its root.\n\n")
	b.WriteString("index index.html;\nerror_page 404 /404.html;\n\n")
	write := func(indent string, caching Header) {
		for _, h := range append(Published(), caching) {
			fmt.Fprintf(&b, "%sadd_header %s \"%s\" always;\n", indent, h.Name, h.Value)
		}
	}
	write("", Unhashed())
	fmt.Fprintf(&b, "\nlocation ~ \"%s\" {\n", hashedFile)
	write("    ", Hashed())
	b.WriteString("}\n")
	for _, end := range unknownNames() {
		fmt.Fprintf(&b, "\nlocation ~ \"%s$\" {\n    types { }\n    default_type \"%s\";\n", ending(end), ContentType(end))
		write("    ", Unhashed())
		b.WriteString("}\n")
	}
	return b.String()
}

func apache() string {
	var b strings.Builder
	b.WriteString("# wijkvisie headers apache: include this in the <VirtualHost> of the site, which\n# answers to HTTPS and has the published folder as its DocumentRoot. Needs mod_headers,\n# mod_mime and mod_dir.\n\n")
	b.WriteString("DirectoryIndex index.html\nErrorDocument 404 /404.html\nOptions -Indexes\n\n")
	for _, h := range append(Published(), Unhashed()) {
		fmt.Fprintf(&b, "Header always set %s \"%s\"\n", h.Name, h.Value)
	}
	fmt.Fprintf(&b, "\n<LocationMatch \"%s\">\n    Header always set %s \"%s\"\n</LocationMatch>\n", hashedFile, Hashed().Name, Hashed().Value)
	for _, end := range unknownNames() {
		fmt.Fprintf(&b, "<LocationMatch \"%s$\">\n    ForceType \"%s\"\n</LocationMatch>\n", ending(end), ContentType(end))
	}
	return b.String()
}

func caddy() string {
	var b strings.Builder
	b.WriteString("# wijkvisie headers caddy: import this in the site block, beside root and file_server.\n\n")
	b.WriteString("header {\n")
	for _, h := range Published() {
		fmt.Fprintf(&b, "\t%s \"%s\"\n", h.Name, h.Value)
	}
	b.WriteString("}\n")
	// Caddy sorts directives of one name, so each path matches only one.
	for _, rule := range []struct {
		name, not string
		caching   Header
	}{{"hashed", "", Hashed()}, {"unhashed", "not ", Unhashed()}} {
		fmt.Fprintf(&b, "\n@wijkvisie_%s %spath_regexp %s\nheader @wijkvisie_%s %s \"%s\"\n",
			rule.name, rule.not, hashedFile, rule.name, rule.caching.Name, rule.caching.Value)
	}
	for i, end := range unknownNames() {
		fmt.Fprintf(&b, "\n@wijkvisie_type%d path_regexp %s$\nheader @wijkvisie_type%d Content-Type \"%s\"\n", i, ending(end), i, ContentType(end))
	}
	b.WriteString("\nhandle_errors {\n\t@wijkvisie_missing expression {err.status_code} == 404\n\trewrite @wijkvisie_missing /404.html\n\tfile_server\n\theader {\n")
	for _, h := range append(Published(), Unhashed()) {
		fmt.Fprintf(&b, "\t\t%s \"%s\"\n", h.Name, h.Value)
	}
	b.WriteString("\t}\n}\n")
	return b.String()
}

// netlify has no caching for files without a hash: the default of Netlify is the same, and
// when two rules have one header both are sent (https://docs.netlify.com/routing/headers/).
func netlify() string {
	var b strings.Builder
	b.WriteString("# wijkvisie headers netlify: put this in netlify.toml.\n\n[[headers]]\n  for = \"/*\"\n  [headers.values]\n")
	for _, h := range Published() {
		fmt.Fprintf(&b, "    %s = \"%s\"\n", h.Name, h.Value)
	}
	fmt.Fprintf(&b, "\n[[headers]]\n  for = \"/thema/*\"\n  [headers.values]\n    %s = \"%s\"\n", Hashed().Name, Hashed().Value)
	for _, exact := range []string{"/gegevens/catalogus.jsonld", "/gegevens/wijken.geojson"} {
		fmt.Fprintf(&b, "\n[[headers]]\n  for = \"%s\"\n  [headers.values]\n    Content-Type = \"%s\"\n", exact, ContentType(exact))
	}
	return b.String()
}

// ending returns a regular expression for the end of a path.
func ending(end string) string {
	if !strings.HasPrefix(end, ".") {
		end = "/" + end
	}
	return regexp.QuoteMeta(end)
}
