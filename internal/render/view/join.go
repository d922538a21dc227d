package view

import (
	"fmt"
	"slices"
	"strings"

	"wijkvisie/internal/city"
)

// joinTexts returns texts that authors wrote with a separator between them.
func joinTexts[T fmt.Stringer](list []T, separator string) string {
	return join(list, separator, T.String)
}

// joinNames returns the names of buurten with a separator between them.
func joinNames(buurten []*city.Buurt, separator string) string {
	return join(buurten, separator, func(b *city.Buurt) string { return b.Name.Value })
}

// joinIDs returns the ids of buurten with a separator between them.
func joinIDs(buurten []*city.Buurt, separator string) string {
	return join(buurten, separator, func(b *city.Buurt) string { return b.ID.Value })
}

func join[T any](list []T, separator string, text func(T) string) string {
	texts := make([]string, len(list))
	for i, item := range list {
		texts[i] = text(item)
	}
	return strings.Join(texts, separator)
}

// sentences joins sentences, of which some may be empty.
func sentences(list ...string) string {
	return strings.Join(slices.DeleteFunc(list, func(s string) bool { return s == "" }), " ")
}
