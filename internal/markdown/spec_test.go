package markdown_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"wijkvisie/internal/markdown"
)

// TestEveryExampleOfCommonMark renders all examples of the specification, as
// goldmark has them beside its own tests, with our own rules switched off.
func TestEveryExampleOfCommonMark(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "_test", "spec.json"))
	if err != nil {
		t.Fatal(err)
	}
	var examples []struct {
		Markdown, HTML, Section string
		Example                 int
	}
	if err := json.Unmarshal(data, &examples); err != nil {
		t.Fatal(err)
	}
	if len(examples) < 652 {
		t.Errorf("%d examples", len(examples))
	}
	for _, e := range examples {
		got := string(markdown.Whole(parse(e.Markdown, markdown.Options{Plain: true})).Append(nil, markdown.Page{}))
		if got != e.HTML {
			t.Errorf("example %d (%s): %q\ngot  %q\nwant %q", e.Example, e.Section, e.Markdown, got, e.HTML)
		}
	}
}
