package pipeline_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"maps"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/sample"
	"wijkvisie/internal/source"
)

// place is an entry of a mapping in the YAML of a file.
type place struct {
	path     string
	key      *parse.Key
	keyStart int
	value    *tree.Node
	isFlow   bool // between braces
	isFirst  bool // of its mapping
}

// mistaken is content with a mistake in it, and what was meant.
type mistaken struct{ wrong, meant content }

// goodSite is content without errors, where mistakes are made.
type goodSite struct {
	content content
	normal  diag.List
	places  []place
}

// placesOf returns the entries of all mappings of content.
func placesOf(c content) []place {
	var all []place
	for _, path := range slices.Sorted(maps.Keys(c)) {
		f := source.NewFile(path, []byte(c[path]))
		start, end := 0, len(f.Data)
		if path != "site.yaml" {
			front, _, ok := decode.Find(f)
			if !ok || !strings.HasSuffix(path, ".md") {
				continue
			}
			start, end = front.Start, front.End
		}
		folder, _, _ := strings.Cut(path, "/")
		for _, kind := range parse.Kinds() {
			if root := decode.ReadableYAML(f, start, end); root != nil && (kind.Folder == folder || kind.Folder == "" && path == "site.yaml") {
				all = appendPlaces(all, path, root, kind.Mapping)
			}
		}
	}
	return all
}

func appendPlaces(all []place, path string, n *tree.Node, m *parse.Mapping) []place {
	for i := 0; i+1 < len(n.Children); i += 2 {
		at := slices.IndexFunc(m.Keys, func(k parse.Key) bool { return k.Name == n.Children[i].Text })
		if at < 0 {
			continue
		}
		k, value := &m.Keys[at], n.Children[i+1]
		all = append(all, place{path, k, n.Children[i].Start, value, n.Flow, i == 0})
		switch k.Type {
		case parse.GroupValue:
			all = appendPlaces(all, path, value, k.Of)
		case parse.GroupsValue:
			for _, item := range value.Children {
				all = appendPlaces(all, path, item, k.Of)
			}
		}
	}
	return all
}

// isPlain reports whether the value is a text without quotes.
func (p place) isPlain() bool { return p.value.Kind == tree.Scalar && p.value.Form == tree.Plain }

// isText reports whether any text may stand at the key.
func (p place) isText() bool {
	return p.isPlain() && p.key.Type == parse.TextValue && p.key.RefersTo == parse.NoReference && len(p.key.Enum) == 0
}

// maker makes mistakes in a site at random.
type maker struct {
	*rand.Rand
	site goodSite
}

// pick returns one of the places that fit.
func (m maker) pick(fits func(place) bool) (place, bool) {
	for _, i := range m.Perm(len(m.site.places)) {
		if fits(m.site.places[i]) {
			return m.site.places[i], true
		}
	}
	return place{}, false
}

// value makes a mistake in a value: text in its place.
func (m maker) value(fits func(place) bool, mistyped func(value string) string) (mistaken, bool) {
	p, ok := m.pick(func(p place) bool { return fits(p) && mistyped(m.source(p)) != m.source(p) })
	if !ok {
		return mistaken{}, false
	}
	return mistaken{m.with(p, mistyped(m.source(p))), m.site.content}, true
}

// text types a text without the quotes that it needs, in the place of another one.
func (m maker) text(mistyped func(text string) string) (mistaken, bool) {
	p, ok := m.pick(place.isText)
	if !ok {
		return mistaken{}, false
	}
	text := mistyped(m.source(p))
	return mistaken{m.with(p, text), m.with(p, decode.Quote(text))}, true
}

// source returns the value of a place as it is written.
func (m maker) source(p place) string { return m.site.content[p.path][p.value.Start:p.value.End] }

// with returns the content with another value in a place.
func (m maker) with(p place, value string) content {
	text := m.site.content[p.path]
	return m.site.content.with(p.path, text[:p.value.Start]+value+text[p.value.End:])
}

// file makes a mistake in a whole file.
func (m maker) file(fits func(path, text string) bool, mistyped func(text string) string) (mistaken, bool) {
	paths := slices.Sorted(maps.Keys(m.site.content))
	for _, i := range m.Perm(len(paths)) {
		if path := paths[i]; fits(path, m.site.content[path]) {
			if wrong := mistyped(m.site.content[path]); wrong != m.site.content[path] {
				return mistaken{m.site.content.with(path, wrong), m.site.content}, true
			}
		}
	}
	return mistaken{}, false
}

// line makes a mistake in one of the lines of YAML that fit.
func (m maker) line(mistyped func(line string) string) (mistaken, bool) {
	return m.file(isPage, func(text string) string {
		data, body, _ := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
		lines := strings.Split(data, "\n")
		for _, i := range m.Perm(len(lines)) {
			if wrong := mistyped(lines[i]); wrong != lines[i] {
				lines[i] = wrong
				return "---\n" + strings.Join(lines, "\n") + "\n---\n" + body
			}
		}
		return text
	})
}

// body makes a mistake in the text below the data of a file, in the place of an expression.
func (m maker) body(old, mistyped string) (mistaken, bool) {
	return m.file(func(path, text string) bool { return isPage(path, text) && strings.Contains(text, old) }, func(text string) string {
		return strings.Replace(text, old, mistyped, 1)
	})
}

func isPage(path, _ string) bool { return strings.HasSuffix(path, ".md") }

// goodSites returns sites to make mistakes in.
func goodSites(tb testing.TB) []goodSite {
	tb.Helper()
	all := []content{richSite(tb)}
	mayDangle := regexp.MustCompile(`, (?:over|naar): t-\d-\d`) // to commitments that need not be there
	for seed := range uint64(4) {
		random := make(content)
		for path, text := range sample.Random(seed) {
			random[path] = mayDangle.ReplaceAllString(text, "")
		}
		all = append(all, random)
	}
	small := make(content)
	for path, text := range sample.Files(1) {
		small[path] = text
	}
	var good []goodSite
	for _, c := range append(all, small) {
		list, err := checked(new(pipeline.Pipeline), c)
		if err != nil {
			tb.Fatal(err)
		}
		if list.HasErrors() {
			tb.Fatal(lists(list))
		}
		good = append(good, goodSite{c, list, placesOf(c)})
	}
	return good
}

// richSite is the everyday site with what it lacks.
func richSite(tb testing.TB) content {
	tb.Helper()
	c := everydaySite()
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
		tb.Fatal(err)
	}
	c["media/plateau.png"] = picture.String()
	c["site.yaml"] += "beveiliging: {contact: mailto:security@example.nl, verloopt: 2027-06-01}\n"
	c["kaart/wijken.geojson"] = `{"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"statcode": "WK034403", "statnaam": "Overvecht"}, "geometry": {"type": "Polygon", "coordinates": [[[5.1, 52.1], [5.12, 52.1], [5.12, 52.12], [5.1, 52.1]]]}},
{"type": "Feature", "properties": {"statcode": "WK034404", "statnaam": "Het Zand"}, "geometry": {"type": "Polygon", "coordinates": [[[5.2, 52.1], [5.22, 52.1], [5.22, 52.12], [5.2, 52.1]]]}}
]}
`
	c["wijkvisies/overvecht-2007.md"] = "---\ntitel: Wijkvisie van toen\nwijk: overvecht\nperiode: 2007-2010\nstatus: vastgesteld\nvastgesteld-op: 2007-05-19\nbehoeften:\n  - id: speelplek\n    titel: Een speelplek\n    thema: groen\n---\nTekst.\n"
	c["wijkvisies/zand-2011.md"] = "---\ntitel: Wijkvisie van het Zand\nwijk: zand\nperiode: 2011-2014\nstatus: ingetrokken\ningetrokken-op: 2012-01-10\nreden: Er komt een andere.\n---\nTekst.\n"
	c["diensten/politie.md"] = "---\nnaam: Politie\nsoort: partner\nvoorheen: [korps]\n---\nTekst.\n"
	c["programmas/politie-2011.md"] = "---\ntitel: Plan van de politie\ndienst: politie\nperiode: 2011-2014\nstatus: vastgesteld\ntoezeggingen:\n  - id: pol-1\n    titel: Meer toezicht\n    behoeften: [overvecht/veilige-oversteek]\n    gereed: 2012-Q2\n    voortgang:\n      - {datum: 2012-02-01, status: doorgeschoven, naar: pol-2, reden: Geen mensen.}\n  - {id: pol-2, titel: Toezicht in de zomer, behoeften: [overvecht/veilige-oversteek], gereed: 2012-08}\n---\nTekst.\n"
	c["paginas/foto.md"] = "---\ntitel: Een foto\nvolgorde: 2\n---\n## Het plein\n\nEen café en ![Het plateau](../media/plateau.png) met een noot[^1].\n\n### Bomen\n\nLees [het verslag](https://example.nl/verslag) en de lijst:\n\n| Plein | Boom |\n|---|---|\n| Noord | 3 |\n\n[^1]: De noot.\n"
	return c
}

// TestEveryMistakeIsMendedByItsHint makes a mistake of every kind that the catalogue knows, at random
// places of good sites, and does what the hints say. The mistake is gone then, nothing else is wrong,
// and the content means what was meant. What --fix does is no worse. WIJKVISIE_MISTAKES says how many
// mistakes are made; one of each kind, if nothing does.
func TestEveryMistakeIsMendedByItsHint(t *testing.T) {
	sites, kinds := goodSites(t), mistakes()
	tries := len(kinds)
	if n, err := strconv.Atoi(os.Getenv("WIJKVISIE_MISTAKES")); err == nil {
		tries = n
	}
	pipelines := make([]pipeline.Pipeline, len(sites))
	made := make([]int, len(kinds))
	for i := range tries {
		r := rand.New(rand.NewPCG(3, uint64(i)))
		kind, at := i%len(kinds), r.IntN(len(sites))
		m, ok := kinds[kind].make(maker{r, sites[at]})
		if !ok {
			at = 0
			if m, ok = kinds[kind].make(maker{r, sites[at]}); !ok {
				continue
			}
		}
		made[kind]++
		checkMistake(t, &pipelines[at], sites[at], kinds[kind], m)
		if t.Failed() && tries > 20_000 {
			t.Fatalf("case %d", i)
		}
	}
	for i, n := range made {
		if n == 0 && tries >= len(kinds) {
			t.Errorf("%s: %s was never made", kinds[i].code, kinds[i].what)
		}
	}
}

// checkMistake fails when a mistake is not reported, or is not mended by what its hints say or by
// --fix.
func checkMistake(t *testing.T, p *pipeline.Pipeline, site goodSite, kind mistakeKind, m mistaken) {
	t.Helper()
	list, err := checked(p, m.wrong)
	if err != nil {
		t.Fatal(err)
	}
	list = news(site.normal, list)
	fail := func(format string, args ...any) {
		t.Helper()
		for path, text := range m.wrong {
			if text != site.content[path] {
				t.Logf("%s: %s", path, text)
			}
		}
		t.Errorf("%s: %s: "+format+"\n%s", append(append([]any{kind.code, kind.what}, args...), lists(list))...)
	}
	if !slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Code() == kind.code }) {
		fail("is not reported")
		return
	}
	if len(list) > 1 && kind.follows == "" {
		fail("has %d messages", len(list))
	}
	normal := site.normal
	if m.meant[wrongPath(m)] != site.content[wrongPath(m)] {
		if normal, err = checked(p, m.meant); err != nil {
			t.Fatal(err)
		}
	}
	if mended, _, err := (author{m.meant}).mended(p, m.wrong, normal); err != nil {
		fail("%v", err)
	} else if meaning(mended) != meaning(m.meant) {
		fail("means something else: %s", firstDifference(mended, m.meant))
	}
	if !slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return !d.Fix().IsZero() || d.Code() == "not-utf8" }) {
		return // there is nothing that --fix could do
	}
	fixed, err := pipeline.Fix(context.Background(), pipeline.Input{Content: m.wrong.fs(), Date: duringFirstVision})
	if err != nil {
		t.Fatal(err)
	}
	after := m.wrong
	for _, f := range fixed {
		after = after.with(f.Path, string(f.Data))
	}
	if len(fixed) == 0 {
		return
	}
	left, err := checked(p, after)
	if err != nil {
		t.Fatal(err)
	}
	if left = news(site.normal, left); left.HasErrors() && !list.HasErrors() {
		fail("--fix broke it: %s", lists(left))
	} else if len(left) == 0 && meaning(after) != meaning(m.meant) {
		fail("--fix made something else of it: %s", firstDifference(after, m.meant))
	}
}

// wrongPath returns the file that a mistake is in.
func wrongPath(m mistaken) string {
	for path, text := range m.wrong {
		if text != m.meant[path] {
			return path
		}
	}
	return ""
}

// firstDifference returns the lines of two contents that differ first.
func firstDifference(a, b content) string {
	for path := range a {
		x, y := strings.Split(a[path], "\n"), strings.Split(b[path], "\n")
		for i := range min(len(x), len(y)) {
			if x[i] != y[i] {
				return strconv.Quote(x[i]) + ", want " + strconv.Quote(y[i])
			}
		}
	}
	return "other files or lines"
}

// TestTheCatalogueOfMistakesIsWhole holds that mistakes are made of every kind of problem, or says why
// not.
func TestTheCatalogueOfMistakesIsWhole(t *testing.T) {
	made := make(map[diag.Code]bool)
	for _, kind := range mistakes() {
		made[kind.code] = true
	}
	for _, code := range diag.Codes() {
		if why := notMade()[code]; made[code] == (why != "") {
			t.Errorf("%s: made %v, though %q", code, made[code], why)
		}
	}
}
