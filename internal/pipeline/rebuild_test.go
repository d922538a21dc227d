package pipeline_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/sample"
)

func BenchmarkRebuild(b *testing.B) {
	for _, wijken := range []int{10, 340, 3400} {
		b.Run(fmt.Sprintf("%d wijken", wijken), func(b *testing.B) {
			dir := b.TempDir()
			for name, text := range sample.Files(wijken) {
				file := filepath.Join(dir, filepath.FromSlash(name))
				os.MkdirAll(filepath.Dir(file), 0o777)
				os.WriteFile(file, []byte(text), 0o666)
			}
			root, _ := os.OpenRoot(dir)
			defer root.Close()
			p := new(pipeline.Pipeline)
			in := pipeline.Input{Content: root.FS(), Date: city.Day{Year: 2013, Month: 3, Day: 1}, Drafts: true, Keep: true, Advice: true}
			if _, err := p.Build(in); err != nil {
				b.Fatal(err)
			}
			es, _ := filepath.Glob(filepath.Join(dir, "wijkvisies", "*.md"))
			data, _ := os.ReadFile(es[0])
			n := 0
			for b.Loop() {
				n++
				os.WriteFile(es[0], append(data, fmt.Sprintf("\n\n%d\n", n)...), 0o666)
				if _, err := p.Build(in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
