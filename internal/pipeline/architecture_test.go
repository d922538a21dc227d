package pipeline_test

import (
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

// allowed is, for each package, which of our packages it may import. The direction is one
// way; a package that is not named here may import nothing.
var allowed = map[string]string{
	"internal/source":           "",
	"internal/markdown":         "source city",
	"internal/city":             "source",
	"internal/diag":             "source",
	"internal/escape":           "",
	"internal/filename":         "",
	"internal/noun":             "city",
	"internal/parallel":         "",
	"internal/load":             "source diag filename parallel",
	"internal/parse":            "source city diag noun markdown cbs rdnew parse/decode parse/tree",
	"internal/parse/decode":     "source diag parse/plainyaml parse/tree",
	"internal/parse/plainyaml":  "parse/tree",
	"internal/parse/tree":       "",
	"internal/format":           "source parse parse/decode parse/tree",
	"internal/edit":             "source parse parse/decode parse/tree",
	"internal/forms":            "diag edit noun parse parse/tree",
	"internal/editing":          "source city relate plan diag noun parse parse/tree edit forms",
	"internal/relate":           "source city parallel",
	"internal/demand":           "city relate",
	"internal/compare":          "source city relate markdown",
	"internal/report":           "source city relate theme escape",
	"internal/characters":       "",
	"internal/check":            "source city relate diag markdown photo dutch parallel characters",
	"internal/dutch":            "stem",
	"internal/photo":            "",
	"internal/photo/cache":      "photo",
	"internal/plan":             "source city relate diag parallel",
	"internal/render":           "city relate plan theme escape render/calendar render/feed render/opendata render/search render/view",
	"internal/render/view":      "city noun relate demand plan theme markdown escape render/chart render/svgmap",
	"internal/render/chart":     "",
	"internal/render/calendar":  "city",
	"internal/render/feed":      "city escape",
	"internal/render/search":    "city relate plan markdown escape stem",
	"internal/render/svgmap":    "topology",
	"internal/rdnew":            "",
	"internal/cbs":              "rdnew",
	"internal/cbsmap":           "cbs topology",
	"internal/topology":         "",
	"internal/render/opendata":  "source city relate demand plan spreadsheet escape",
	"internal/spreadsheet":      "source diag",
	"internal/worksheet":        "city noun parse plan relate report spreadsheet theme",
	"internal/docx":             "",
	"internal/docximport":       "source city docx format parse parse/decode parse/tree markdown photo stem",
	"internal/tableimport":      "source city diag edit parse parse/tree plan relate render/opendata spreadsheet",
	"internal/theme":            "source city diag filename noun parallel theme/compile",
	"internal/theme/compile":    "",
	"internal/theme/contrast":   "",
	"internal/theme/housestyle": "source diag theme/contrast",
	"internal/headers":          "",
	"internal/preview":          "source city relate plan diag headers report",
	"internal/publish":          "filename",
	"internal/pipeline":         "source load city noun parallel parse format photo photo/cache diag relate check plan theme theme/housestyle render publish themes spreadsheet tableimport docx docximport",
	"internal/schema":           "parse noun",
	"internal/starter":          "parse parse/decode schema noun cbsmap headers",
	"internal/lsp":              "source city diag noun markdown parse parse/decode relate lsp/outline",
	"internal/lsp/outline":      "",
	"internal/release":          "", // what goes with a release
	"internal/sample":           "",
	"internal/stem":             "",
	"internal/browsertest":      "",                       // tests
	"internal/contenttest":      "source city diag parse", // for tests
	"internal/maptest":          "rdnew",                  // for tests
	"themes":                    "",
	"cmd/wijkvisie":             "editing pipeline preview publish lsp diag city format noun relate theme/housestyle parse schema starter spreadsheet tableimport worksheet compare escape report headers photo/cache characters cbsmap docx docximport",
}

// outside is the only package that may import a library, empty for tests alone.
var outside = map[string]string{
	"github.com/yuin/goldmark":                   "internal/markdown",
	"github.com/adrg/frontmatter":                "internal/parse/decode",
	"go.yaml.in/yaml/v3":                         "internal/parse/decode",
	"github.com/pelletier/go-toml/v2":            "internal/parse/decode",
	"github.com/arran4/golang-ical":              "internal/render/calendar",
	"github.com/emersion/go-ical":                "", // tests
	"github.com/rogpeppe/go-internal/diff":       "cmd/wijkvisie",
	"github.com/creachadair/jrpc2":               "internal/lsp",
	"github.com/creachadair/mds":                 "internal/lsp",
	"github.com/spf13/cobra":                     "cmd/wijkvisie",
	"github.com/spf13/pflag":                     "cmd/wijkvisie",
	"github.com/rogpeppe/go-internal/testscript": "", // tests
	"github.com/xuri/excelize":                   "", // tests
	"github.com/rogpeppe/go-internal/txtar":      "", // tests
}

// The most that a package may import of ours, outside pipeline and the command, and the most
// imports that may follow each other.
const (
	maxFanOut = 10
	maxDepth  = 7
)

func TestPackagesImportInOneDirection(t *testing.T) {
	imports := importsOfAll(t)
	for name, imported := range imports {
		may, known := allowed[name]
		if !known {
			t.Errorf("%s is not in the table", name)
			continue
		}
		for _, i := range imported {
			checkImport(t, name, strings.Fields(may), i)
		}
	}
	for name := range allowed {
		if _, exists := imports[name]; !exists {
			t.Errorf("%s is in the table but does not exist", name)
		}
	}
}

func TestPackagesDependOnFewOthers(t *testing.T) {
	imports := importsOfAll(t)
	var depth func(name string) int
	depth = func(name string) int {
		deepest := 0
		for _, i := range ours(imports[name]) {
			deepest = max(deepest, 1+depth(i))
		}
		return deepest
	}
	for name, imported := range imports {
		if n := len(ours(imported)); n > maxFanOut && name != "internal/pipeline" && name != "cmd/wijkvisie" {
			t.Errorf("%s imports %d packages of ours", name, n)
		}
		if d := depth(name); d > maxDepth {
			t.Errorf("%s is the first of %d imports that follow each other", name, d)
		}
	}
}

func TestNoPackageIsNamedForNothing(t *testing.T) {
	for name := range importsOfAll(t) {
		if slices.Contains([]string{"util", "utils", "common", "helpers", "base", "models"}, path.Base(name)) {
			t.Errorf("%s does not say what it is", name)
		}
	}
}

// importsOfAll returns what each package imports, tests aside, by its path in the module.
func importsOfAll(t *testing.T) map[string][]string {
	t.Helper()
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "wijkvisie/...").CombinedOutput()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, out)
	}
	imports := make(map[string][]string)
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		imports[strings.TrimPrefix(fields[0], "wijkvisie/")] = fields[1:]
	}
	return imports
}

// ours returns the packages of this module among imports, by their paths in it.
func ours(imports []string) []string {
	var names []string
	for _, i := range imports {
		if name, ok := strings.CutPrefix(i, "wijkvisie/"); ok {
			names = append(names, name)
		}
	}
	return names
}

func checkImport(t *testing.T, name string, may []string, imported string) {
	t.Helper()
	if ours, ok := strings.CutPrefix(imported, "wijkvisie/"); ok {
		if !slices.Contains(may, strings.TrimPrefix(ours, "internal/")) {
			t.Errorf("%s imports %s, against the direction", name, ours)
		}
		return
	}
	for library, owner := range outside {
		if strings.HasPrefix(imported, library) && name != owner {
			t.Errorf("%s imports %s, which only %q may", name, imported, owner)
		}
	}
}
