package headers

import (
	"fmt"
	"regexp"
	"strings"
)

// server is a kind of server, and what writes its configuration.
type server struct {
	name  string
	notes []string // what the configuration is for, and what the server cannot do
	write func(c *config)
	// noAdmin says what to do when the server cannot give the page to edit on headers of its own.
	noAdmin []string
}

func servers() []server {
	return []server{
		{"nginx", []string{
			"include this in the server block of the site, which answers to HTTPS.",
		}, nginx, nil},
		{"apache", []string{
			"include this in the <VirtualHost> of the site, which answers to HTTPS. It needs",
			"mod_headers, mod_mime and mod_dir.",
		}, apache, nil},
		{"caddy", []string{
			"import this in the site block, beside root and file_server.",
		}, caddy, nil},
		{"netlify", []string{
			"put this in netlify.toml. Netlify cannot tell files with a hash in their names from",
			"others: all of /thema/ is cached for long. Files without a rule it caches as it should.",
		}, netlify, nil},
		{"cloudflare", []string{
			"put this in content/bestanden/_headers; Cloudflare Pages reads it from the site.",
			"It cannot tell files with a hash in their names from others: all of /thema/ is cached",
			"for long. Files without a rule it caches as it should.",
		}, cloudflare, nil},
		{"gitlab", []string{
			"put this in /etc/gitlab/gitlab.rb of your own GitLab. It is for all sites of its Pages:",
			"one without this policy may break. GitLab.com lets no site choose its headers. GitLab",
			"Pages cannot cache one file longer than another, and it lets other origins read",
			"everything, by a setting of its own.",
		}, gitlab, []string{
			"GitLab Pages has one policy for everything: the page to edit on does not work under that",
			"of the site. Publish the folder admin as a site of its own, at another address.",
		}},
	}
}

// Servers returns the names of the servers for which there is a Config.
func Servers() []string {
	var names []string
	for _, s := range servers() {
		names = append(names, s.name)
	}
	return names
}

// Config returns the configuration of a server for a site whose addresses begin with a path, as
// in "/wijken"; empty when they have none. A page to edit on, when there is one, has headers of
// its own. It is not ok when the server is not known. Its first lines say where it belongs and
// what the server cannot do.
func Config(name, path string, admin Admin) (text string, ok bool) {
	for _, s := range servers() {
		if s.name != name {
			continue
		}
		c := &config{path: path, admin: admin}
		c.printf("# Written by wijkvisie headers %s:\n# %s\n", s.name, strings.Join(s.notes, "\n# "))
		if path != "" {
			c.printf("# The folder of the site is served at %s/.\n", path)
		}
		if admin.CMS != "" && s.noAdmin != nil {
			c.printf("#\n# %s\n", strings.Join(s.noAdmin, "\n# "))
		}
		c.printf("\n")
		s.write(c)
		return c.String(), true
	}
	return "", false
}

// config is the configuration of a server that is being written.
type config struct {
	strings.Builder
	path  string // with which the addresses of the site begin; empty for none
	admin Admin  // the page to edit on; zero for none
}

func (c *config) printf(format string, args ...any) { fmt.Fprintf(c, format, args...) }

// adminPath returns where the page to edit on is.
func (c *config) adminPath() string { return c.path + "/admin" }

// pattern returns a regular expression for the addresses that begin with the path of the site
// and go on as another expression says.
func (c *config) pattern(rest string) string { return "^" + regexp.QuoteMeta(c.path) + rest }

// hashed is a regular expression for the addresses of files with a hash in their names.
func (c *config) hashed() string { return c.pattern(`/thema/[^/]+-[0-9a-f]{8}\.[a-z0-9]+$`) }

// open is a regular expression for the addresses of open data and feeds.
func (c *config) open() string { return c.pattern(`/(gegevens/.*|(.*/)?atom\.xml)$`) }

// nginx repeats all headers in each location, because a location with headers of its own
// does not inherit any (https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header).
// A header without a value is not sent.
func nginx(c *config) {
	c.printf("index index.html;\nerror_page 404 %s/404.html;\n\n", c.path)
	c.printf("set $wijkvisie_open \"\";\nif ($uri ~ \"%s\") {\n    set $wijkvisie_open \"%s\";\n}\n\n", c.open(), Open().Value)
	write := func(indent string, caching Header) {
		for _, h := range append(Published(), caching, Header{Open().Name, "$wijkvisie_open"}) {
			c.printf("%sadd_header %s \"%s\" always;\n", indent, h.Name, h.Value)
		}
	}
	write("", Unhashed())
	c.printf("\nlocation ~ \"%s\" {\n", c.hashed())
	write("    ", Hashed())
	c.printf("}\n")
	if c.admin.CMS != "" {
		c.printf("\nlocation ^~ \"%s/\" {\n", c.adminPath())
		for _, h := range append(c.admin.Published(), Unhashed()) {
			c.printf("    add_header %s \"%s\" always;\n", h.Name, h.Value)
		}
		c.printf("}\n")
	}
	for _, end := range unknownNames() {
		c.printf("\nlocation ~ \"%s\" {\n    types { }\n    default_type \"%s\";\n", ending(end), ContentType(end))
		write("    ", Unhashed())
		c.printf("}\n")
	}
}

func apache(c *config) {
	c.printf("DirectoryIndex index.html\nErrorDocument 404 %s/404.html\nOptions -Indexes\n\n", c.path)
	for _, h := range append(Published(), Unhashed()) {
		c.printf("Header always set %s \"%s\"\n", h.Name, h.Value)
	}
	match := func(pattern, directive string, args ...any) {
		c.printf("<LocationMatch \"%s\">\n    %s\n</LocationMatch>\n", pattern, fmt.Sprintf(directive, args...))
	}
	c.printf("\n")
	match(c.hashed(), "Header always set %s \"%s\"", Hashed().Name, Hashed().Value)
	match(c.open(), "Header always set %s \"%s\"", Open().Name, Open().Value)
	for _, h := range c.admin.own() {
		match(c.pattern("/admin/"), "Header always set %s \"%s\"", h.Name, h.Value)
	}
	for _, end := range unknownNames() {
		match(ending(end), "ForceType \"%s\"", ContentType(end))
	}
}

func caddy(c *config) {
	own := c.admin.own()
	c.printf("header {\n")
	for _, h := range Published() {
		if !has(own, h.Name) {
			c.printf("\t%s \"%s\"\n", h.Name, h.Value)
		}
	}
	c.printf("}\n")
	// Caddy sorts directives of one name, so each path matches only one that sets a header.
	rule := func(name, matcher string, h Header) {
		c.printf("\n@wijkvisie_%s %s\nheader @wijkvisie_%s %s \"%s\"\n", name, matcher, name, h.Name, h.Value)
	}
	rule("hashed", "path_regexp "+c.hashed(), Hashed())
	rule("unhashed", "not path_regexp "+c.hashed(), Unhashed())
	rule("open", "path_regexp "+c.open(), Open())
	for i, h := range own {
		rule(fmt.Sprintf("admin%d", i), "path_regexp "+c.pattern("/admin/"), h)
	}
	for i, h := range Published() {
		if has(own, h.Name) {
			rule(fmt.Sprintf("site%d", i), "not path_regexp "+c.pattern("/admin/"), h)
		}
	}
	for i, end := range unknownNames() {
		rule(fmt.Sprintf("type%d", i), "path_regexp "+ending(end), Header{"Content-Type", ContentType(end)})
	}
	c.printf("\nhandle_errors {\n\t@wijkvisie_missing expression {err.status_code} == 404\n\trewrite @wijkvisie_missing %s/404.html\n\tfile_server\n\theader {\n", c.path)
	for _, h := range append(Published(), Unhashed()) {
		c.printf("\t\t%s \"%s\"\n", h.Name, h.Value)
	}
	c.printf("\t}\n}\n")
}

// pathRule is headers of the addresses that begin with a path, or of one address.
type pathRule struct {
	path    string // with * for the rest of it, and :name for a folder
	headers []Header
	instead bool // of those that another rule gives to the same addresses
}

// pathRules are the rules of servers that know no expressions. They have no caching for files
// without a hash: the default of these servers is the same, and of two rules with one header
// both are sent (https://docs.netlify.com/routing/headers/,
// https://developers.cloudflare.com/pages/configuration/headers/).
func (c *config) pathRules() []pathRule {
	rules := []pathRule{
		{path: c.path + "/*", headers: Published()},
		{path: c.path + "/thema/*", headers: []Header{Hashed()}},
		{path: c.path + "/gegevens/*", headers: []Header{Open()}},
	}
	if own := c.admin.own(); own != nil {
		rules = append(rules, pathRule{path: c.adminPath() + "/*", headers: own, instead: true})
	}
	for _, feed := range []string{"/wijzigingen", "/wijken/:wijk", "/diensten/:dienst"} {
		rules = append(rules, pathRule{path: c.path + feed + "/atom.xml", headers: []Header{Open()}})
	}
	for _, exact := range []string{"/gegevens/catalogus.jsonld", "/gegevens/wijken.geojson"} {
		rules = append(rules, pathRule{path: c.path + exact, headers: []Header{{"Content-Type", ContentType(exact)}}})
	}
	return rules
}

// netlify has the rule of the page to edit on last of those with the same headers: of these, Netlify
// sends that of the last rule (https://github.com/netlify/primitives, headersForPath).
func netlify(c *config) {
	for i, rule := range c.pathRules() {
		if i > 0 {
			c.printf("\n")
		}
		c.printf("[[headers]]\n  for = \"%s\"\n  [headers.values]\n", rule.path)
		for _, h := range rule.headers {
			c.printf("    %s = \"%s\"\n", h.Name, h.Value)
		}
	}
}

func cloudflare(c *config) {
	for _, rule := range c.pathRules() {
		c.printf("%s\n", rule.path)
		for _, h := range rule.headers {
			if rule.instead {
				c.printf("  ! %s\n", h.Name)
			}
		}
		for _, h := range rule.headers {
			c.printf("  %s: %s\n", h.Name, h.Value)
		}
	}
}

// gitlab follows https://docs.gitlab.com/administration/pages/#configure-custom-headers.
func gitlab(c *config) {
	c.printf("gitlab_pages['headers'] = [\n")
	for _, h := range Published() {
		c.printf("  %q,\n", h.Name+": "+h.Value)
	}
	c.printf("]\n")
}

// ending returns a regular expression for the end of an address.
func ending(end string) string {
	if !strings.HasPrefix(end, ".") {
		end = "/" + end
	}
	return regexp.QuoteMeta(end) + "$"
}
