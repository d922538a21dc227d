package relate

import "wijkvisie/internal/parallel"

// each does something with every item of a list, on all cores: what is done with
// one may not touch what is done with another.
func each[T any](list []T, do func(T)) {
	parallel.Each(len(list), func(i int) { do(list[i]) })
}
