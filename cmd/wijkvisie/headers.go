package main

import (
	"context"
	"io"
	"net/url"
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/headers"
)

// writeHeaders writes the headers that a published site needs, for a server.
func writeHeaders(_ context.Context, env environment, opt *options) (int, error) {
	names := strings.Join(headers.Servers(), ", ")
	if len(opt.args) == 0 {
		return 0, usageError{say(opt.lang, sayHeadersWhat, names)}
	}
	base, err := baseURL(opt)
	if err != nil {
		return 0, err
	}
	address, err := url.Parse(base)
	if err != nil {
		return 0, err
	}
	system, repository, err := cmsOf(opt)
	if err != nil {
		return 0, err
	}
	var admin headers.Admin
	if system.Name != "" {
		admin = repository.Admin(system)
	}
	config, ok := headers.Config(opt.args[0], address.EscapedPath(), admin)
	if near, found := diag.Nearest(opt.args[0], headers.Servers()); !ok && found {
		return 0, usageError{say(opt.lang, sayHeadersNear, opt.args[0], near)}
	}
	if !ok {
		return 0, usageError{say(opt.lang, sayHeadersUnknown, opt.args[0], names)}
	}
	_, err = io.WriteString(env.stdout, config)
	return statusDone, err
}

var (
	sayHeadersWhat    = phrase{"zeg voor welke server: %s", "say which server: %s"}
	sayHeadersNear    = phrase{"de server %q is onbekend; bedoelde u %q?", "the server %q is unknown; did you mean %q?"}
	sayHeadersUnknown = phrase{"de server %q is onbekend; kies uit: %s", "the server %q is unknown; choose one of: %s"}
)
