package pipeline_test

import (
	"context"
	"fmt"
	"io"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/sample"
)

// BenchmarkBuild makes a site of a municipality and renders every file of it on
// one core. Writing it to disk is measured in package publish.
func BenchmarkBuild(b *testing.B) {
	for _, wijken := range []int{10, 340} {
		b.Run(fmt.Sprintf("%d wijken", wijken), func(b *testing.B) {
			in := pipeline.Input{Content: sample.FS(wijken), Date: city.Day{Year: 2013, Month: 3, Day: 1}}
			b.ReportAllocs()
			for b.Loop() {
				out, err := prepared(in)
				if err != nil {
					b.Fatal(err)
				}
				for f := range out.Files() {
					if err := f.Write(io.Discard); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

// prepared makes the site of a content folder and checks it.
func prepared(in pipeline.Input) (*pipeline.Result, error) {
	r, err := new(pipeline.Pipeline).Prepare(in)
	if err != nil {
		return nil, err
	}
	return r, r.Check(context.Background())
}
