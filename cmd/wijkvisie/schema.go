package main

import (
	"context"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/noun"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/schema"
	"wijkvisie/internal/starter"
)

// writeSchema writes the JSON Schema of a kind of file, or of all.
func writeSchema(_ context.Context, env environment, opt *options) (int, error) {
	if len(opt.args) == 0 {
		return statusDone, schema.WriteAll(env.stdout, noun.Of(opt.lang.String(), nil))
	}
	kind, ok := starter.KindOf(opt.args[0])
	if !ok {
		return 0, unknownKind(opt, opt.args[0])
	}
	return statusDone, schema.Write(env.stdout, kind, noun.Of(opt.lang.String(), nil))
}

// unknownKind says that there is no kind of file of a name.
func unknownKind(opt *options, name string) error {
	var names []string
	for _, k := range parse.Kinds() {
		names = append(names, k.Name)
	}
	if near, ok := diag.Nearest(name, names); ok {
		return usageError{say(opt.lang, sayUnknownKindNear, name, near)}
	}
	return usageError{say(opt.lang, sayUnknownKind, name)}
}

var (
	sayUnknownKind     = phrase{"%q is geen soort bestand; kies site, wijk, wijkvisie, dienst, programma of pagina", "%q is not a kind of file; choose site, wijk, wijkvisie, dienst, programma or pagina"}
	sayUnknownKindNear = phrase{"%q is geen soort bestand; bedoelde u %q?", "%q is not a kind of file; did you mean %q?"}
)
