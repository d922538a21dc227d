package main

import (
	"context"
	"slices"

	"wijkvisie/internal/diag"
)

// explain says what a diagnostic means, with an example and how to fix it; without
// a code it lists them all.
func explain(_ context.Context, env environment, opt *options) (int, error) {
	if len(opt.args) == 0 {
		return statusDone, diag.ExplainAll(env.stdout, opt.lang)
	}
	code := diag.Code(opt.args[0])
	if !slices.Contains(diag.Codes(), code) {
		var names []string
		for _, c := range diag.Codes() {
			names = append(names, string(c))
		}
		if near, ok := diag.Nearest(string(code), names); ok {
			return 0, usageError{say(opt.lang, sayUnknownCodeNear, code, near)}
		}
		return 0, usageError{say(opt.lang, sayUnknownCode, code)}
	}
	return statusDone, diag.Explain(env.stdout, code, opt.lang)
}

var (
	sayUnknownCode     = phrase{"de melding %q bestaat niet; “wijkvisie explain” noemt ze alle", "there is no code %q; \"wijkvisie explain\" lists them all"}
	sayUnknownCodeNear = phrase{"de melding %q bestaat niet; bedoelde u %q?", "there is no code %q; did you mean %q?"}
)
