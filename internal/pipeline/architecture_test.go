package pipeline_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// allowed is the house: for each package, which of our packages it may import.
// The direction is one way; a package that is not named here may import nothing.
var allowed = map[string]string{
	"internal/source":           "",
	"internal/markdown":         "source city",
	"internal/city":             "source",
	"internal/diag":             "source",
	"internal/escape":           "",
	"internal/filename":         "",
	"internal/parallel":         "",
	"internal/load":             "source diag filename parallel",
	"internal/parse":            "source city diag markdown rdnew parse/decode parse/tree",
	"internal/parse/decode":     "source diag parse/plainyaml parse/tree",
	"internal/parse/plainyaml":  "parse/tree",
	"internal/parse/tree":       "",
	"internal/relate":           "source city",
	"internal/compare":          "relate",
	"internal/check":            "source city relate diag markdown photo dutch parallel",
	"internal/dutch":            "",
	"internal/photo":            "",
	"internal/photo/cache":      "photo",
	"internal/plan":             "source city relate diag parallel",
	"internal/render":           "city relate plan theme escape render/feed render/opendata render/view",
	"internal/render/view":      "source city relate plan theme markdown escape render/chart render/opendata render/svgmap",
	"internal/render/chart":     "",
	"internal/render/feed":      "city escape",
	"internal/render/svgmap":    "",
	"internal/rdnew":            "",
	"internal/render/opendata":  "source city relate plan spreadsheet escape",
	"internal/spreadsheet":      "source diag",
	"internal/progress":         "source city diag parse relate spreadsheet",
	"internal/theme":            "source diag parallel theme/compile",
	"internal/theme/compile":    "",
	"internal/theme/contrast":   "",
	"internal/theme/housestyle": "source diag theme/contrast",
	"internal/headers":          "",
	"internal/preview":          "source city relate plan diag headers",
	"internal/publish":          "filename",
	"internal/pipeline":         "source load city parallel parse photo photo/cache diag relate check plan theme theme/housestyle render publish themes spreadsheet progress",
	"internal/schema":           "parse diag",
	"internal/starter":          "parse schema diag",
	"internal/sample":           "",
	"internal/browsertest":      "",                       // tests
	"internal/contenttest":      "source city diag parse", // for tests
	"themes":                    "",
	"cmd/wijkvisie":             "pipeline preview publish diag city relate theme/housestyle parse schema starter spreadsheet progress compare headers photo/cache",
}

// outside is who alone may know a library.
var outside = map[string]string{
	"github.com/yuin/goldmark":                   "internal/markdown",
	"github.com/adrg/frontmatter":                "internal/parse/decode",
	"go.yaml.in/yaml/v3":                         "internal/parse/decode",
	"github.com/pelletier/go-toml/v2":            "internal/parse/decode",
	"github.com/rogpeppe/go-internal/diff":       "cmd/wijkvisie",
	"github.com/rogpeppe/go-internal/testscript": "", // tests
	"github.com/rogpeppe/go-internal/txtar":      "", // tests
}

func TestPackagesImportInOneDirection(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "wijkvisie/...").CombinedOutput()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, out)
	}
	seen := make(map[string]bool)
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		name := strings.TrimPrefix(fields[0], "wijkvisie/")
		may, known := allowed[name]
		if !known {
			t.Errorf("%s is not in the table of the house", name)
			continue
		}
		seen[name] = true
		for _, imported := range fields[1:] {
			checkImport(t, name, strings.Fields(may), imported)
		}
	}
	for name := range allowed {
		if !seen[name] {
			t.Errorf("%s is in the table of the house but does not exist", name)
		}
	}
}

func checkImport(t *testing.T, name string, may []string, imported string) {
	t.Helper()
	if ours, ok := strings.CutPrefix(imported, "wijkvisie/"); ok {
		if !slices.Contains(may, strings.TrimPrefix(ours, "internal/")) {
			t.Errorf("%s imports %s, against the direction of the house", name, ours)
		}
		return
	}
	for library, owner := range outside {
		if strings.HasPrefix(imported, library) && name != owner {
			t.Errorf("%s imports %s, which only %q may know", name, imported, owner)
		}
	}
}
