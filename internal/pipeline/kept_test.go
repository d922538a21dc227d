package pipeline_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"wijkvisie/internal/city"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/sample"
	"wijkvisie/internal/shelf"
)

// edits are what authors, and people who have an accident, do to the front matter of a
// record. lines are those between the first --- and the second.
var edits = map[string]func(rnd *rand.Rand, lines []string) []string{
	"another word": func(rnd *rand.Rand, lines []string) []string {
		at := rnd.IntN(len(lines))
		words := strings.Split(lines[at], " ")
		words[rnd.IntN(len(words))] += "e"
		lines[at] = strings.Join(words, " ")
		return lines
	},
	"another digit": func(rnd *rand.Rand, lines []string) []string {
		for range 50 {
			at := rnd.IntN(len(lines))
			if i := strings.LastIndexAny(lines[at], "0123456789"); i >= 0 {
				lines[at] = lines[at][:i] + strconv.Itoa(rnd.IntN(10)) + lines[at][i+1:]
				break
			}
		}
		return lines
	},
	"a line less": func(rnd *rand.Rand, lines []string) []string {
		i := rnd.IntN(len(lines))
		return slices.Delete(lines, i, i+1)
	},
	"a line twice": func(rnd *rand.Rand, lines []string) []string {
		i := rnd.IntN(len(lines))
		return slices.Insert(lines, i, lines[i])
	},
	"an item less": func(rnd *rand.Rand, lines []string) []string {
		from, to := anItem(rnd, lines)
		return slices.Delete(lines, from, to)
	},
	"an item elsewhere": func(rnd *rand.Rand, lines []string) []string {
		from, to := anItem(rnd, lines)
		item := slices.Clone(lines[from:to])
		next := to
		for next < len(lines) && indent(lines[next]) > indent(lines[from]) {
			next++
		}
		if next < len(lines) && strings.HasPrefix(strings.TrimSpace(lines[next]), "- ") {
			for next++; next < len(lines) && indent(lines[next]) > indent(lines[from]); next++ {
			}
		}
		return slices.Delete(slices.Insert(lines, next, item...), from, to)
	},
	"an item more": func(rnd *rand.Rand, lines []string) []string {
		from, to := anItem(rnd, lines)
		item := slices.Clone(lines[from:to])
		for i := range item {
			item[i] = strings.Replace(item[i], "id: ", fmt.Sprintf("id: n%d-", rnd.IntN(99)), 1)
		}
		return slices.Insert(lines, to, item...)
	},
	"another status": func(rnd *rand.Rand, lines []string) []string {
		all := []string{"gerealiseerd", "in-uitvoering", "doorgeschoven", "vervallen", "niet-gestart", "deels-gerealiseerd", "in-voorbereiding", "concept", "vastgesteld", "inspraak", "ingetrokken"}
		for range 50 {
			i := rnd.IntN(len(lines))
			for _, s := range all {
				if strings.Contains(lines[i], "status: "+s) {
					lines[i] = strings.Replace(lines[i], "status: "+s, "status: "+all[rnd.IntN(len(all))], 1)
					return lines
				}
			}
		}
		return lines
	},
	"progress": func(rnd *rand.Rand, lines []string) []string {
		at := slices.IndexFunc(lines, func(line string) bool { return strings.HasSuffix(line, "voortgang:") })
		if at < 0 {
			return lines
		}
		entry := strings.Repeat(" ", indent(lines[at])+2) + fmt.Sprintf("- {datum: 2012-%02d-%02d, status: %s, tekst: \"Zo staat het.\"}",
			1+rnd.IntN(12), 1+rnd.IntN(28), []string{"gerealiseerd", "in-uitvoering", "vervallen"}[rnd.IntN(3)])
		return slices.Insert(lines, at+1, entry)
	},
	"a name of another": func(rnd *rand.Rand, lines []string) []string {
		var named []int
		for i, line := range lines {
			if strings.Contains(line, "/") {
				named = append(named, i)
			}
		}
		if len(named) > 0 {
			i, j := named[rnd.IntN(len(named))], named[rnd.IntN(len(named))]
			lines[i], lines[j] = lines[j], lines[i]
		}
		return lines
	},
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// anItem returns where an item of a list stands; nothing when there is none.
func anItem(rnd *rand.Rand, lines []string) (from, to int) {
	for range 50 {
		from = rnd.IntN(len(lines))
		if strings.HasPrefix(strings.TrimSpace(lines[from]), "- ") {
			for to = from + 1; to < len(lines) && indent(lines[to]) > indent(lines[from]); to++ {
			}
			return from, to
		}
	}
	return 0, 0
}

// editFront edits the front matter of a file.
func editFront(content fstest.MapFS, name string, change func(lines []string) []string) fstest.MapFS {
	text := string(content[name].Data)
	front, body, ok := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
	if !ok {
		return content
	}
	with := maps.Clone(content)
	with[name] = &fstest.MapFile{Data: []byte("---\n" + strings.Join(change(strings.Split(front, "\n")), "\n") + "\n---\n" + body)}
	return with
}

// Whatever was edited, a build that goes on from the one before makes what one makes that
// knows nothing. For a longer search: WIJKVISIE_EDITS=10000 go test -run GoesOn.
func TestABuildGoesOnFromTheOneBefore(t *testing.T) {
	rounds := 12
	if n, err := strconv.Atoi(os.Getenv("WIJKVISIE_EDITS")); err == nil {
		rounds = n
	}
	for of, content := range map[string]fstest.MapFS{
		"example": exampleContent(t),
		"sample":  sampled(3),
		"parts":   sampled(90), // lists and the search are in parts
	} {
		t.Run(of, func(t *testing.T) {
			rounds := rounds
			if of == "parts" {
				rounds = rounds/20 + 1
			}
			var names, likely []string
			for name := range content {
				if path.Ext(name) != ".md" {
					continue
				}
				names = append(names, name)
				if dir := path.Dir(name); dir == "wijkvisies" || dir == "programmas" {
					likely = append(likely, name)
				}
			}
			slices.Sort(names)
			slices.Sort(likely)
			kinds := slices.Sorted(maps.Keys(edits))
			first := makeSite(t, content, nil)
			kept, all := 0, 0
			for round := range rounds {
				rnd := rand.New(rand.NewPCG(uint64(round), 5))
				with, site, what := content, first, fmt.Sprint(round)
				for range 2 { // the second goes on from the first
					var edited []string
					for range 1 + rnd.IntN(2) {
						name, kind := likely[rnd.IntN(len(likely))], kinds[rnd.IntN(len(kinds))]
						if rnd.IntN(8) == 0 {
							name = names[rnd.IntN(len(names))]
						}
						with = editFront(with, name, func(lines []string) []string { return edits[kind](rnd, lines) })
						if rnd.IntN(4) == 0 {
							with = edit(with, name, func(body string) string { return body + "\n\nMeer, zie [de wijken](/wijken/).\n" })
						}
						what += "; " + name + ": " + kind
						edited = append(edited, name)
					}
					slices.Sort(edited)
					now, some := site.goOn(t, with, slices.Compact(edited))
					now.check(t, with, nil, what)
					site, kept, all = now, kept+some, all+len(now.pages)
				}
				if t.Failed() {
					return
				}
			}
			t.Logf("%d of %d files were kept", kept, all)
			if 3*kept < all {
				t.Errorf("%d of %d files were kept", kept, all)
			}
		})
	}
}

func sampled(wijken int) fstest.MapFS {
	content := fstest.MapFS{}
	for name, text := range sample.Files(wijken) {
		content[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return content
}

// goOn builds content of which some records were edited, and tells how many files were
// kept of it.
func (s madeSite) goOn(t *testing.T, content fs.FS, edited []string) (now madeSite, same int) {
	t.Helper()
	in := pipeline.Input{
		Content: content, Date: city.Day{Year: 2013, Month: 3, Day: 1}, Shelf: new(shelf.Shelf),
		Since: pipeline.Since{Changed: edited, Before: s.shown},
	}
	out, err := new(pipeline.Pipeline).Build(in)
	if err != nil {
		t.Fatal(err)
	}
	now.pages = make(map[string][]byte)
	files, shown := out.FilesSince()
	for f := range files {
		if f.Kept {
			now.pages[f.Path] = s.pages[f.Path]
			same++
		} else {
			now.pages[f.Path] = written(t, f)
		}
	}
	now.said = said(t, out)
	now.left, now.shown = kept(t, shown(), s.left)
	return now, same
}

// A file that changed after it was looked at, and the site with it, is not half taken up.
func TestABuildThatIsOvertakenIsNotPublished(t *testing.T) {
	content := exampleContent(t)
	site := makeSite(t, content, nil)
	const edited, overtaken = "wijkvisies/overvecht-2011.md", "wijkvisies/overvecht-2004.md"
	with := editFront(content, edited, func(lines []string) []string {
		return slices.DeleteFunc(lines, func(line string) bool { return strings.HasPrefix(line, "samenvatting:") })
	})
	text := content[overtaken].Data
	with[overtaken] = &fstest.MapFile{Data: append(slices.Clone(text[:len(text)-2]), "?\n"...)} // as long as it was
	out, err := new(pipeline.Pipeline).Build(pipeline.Input{
		Content: with, Date: city.Day{Year: 2013, Month: 3, Day: 1}, Shelf: new(shelf.Shelf),
		Since: pipeline.Since{Changed: []string{edited}, Before: site.shown},
	})
	if err != nil {
		t.Fatal(err)
	}
	failed := 0
	files, shown := out.FilesSince()
	for f := range files {
		if f.Kept {
			continue
		}
		if err := f.Write(io.Discard); errors.Is(err, pipeline.ErrOvertaken) {
			failed++
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if failed == 0 || shown() != nil {
		t.Errorf("%d files failed, and something is kept: %t", failed, shown() != nil)
	}
}

// What one record shows of another is made again when the other is edited.
func TestWhatIsShownElsewhereIsMadeAgain(t *testing.T) {
	content := fstest.MapFS{}
	for name, text := range map[string]string{
		"site.yaml":               "titel: T\ngemeente: G\nbasis-url: https://example.nl\nthemas: [{id: verkeer, naam: V}]\n",
		"wijken/oost.md":          "---\nnaam: Oost\n---\n",
		"wijken/west.md":          "---\nnaam: West\n---\n",
		"diensten/werken.md":      "---\nnaam: Werken\n---\n",
		"wijkvisies/oost-2011.md": "---\ntitel: Visie Oost\nwijk: oost\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-05-19\nbehoeften:\n  - {id: a, titel: Behoefte A, thema: verkeer, voorheen: [oud]}\n---\n",
		"wijkvisies/west-2011.md": "---\ntitel: Visie West\nwijk: west\nperiode: 2011-2014\nstatus: vastgesteld\nvastgesteld-op: 2011-05-19\nbehoeften:\n  - {id: b, titel: Behoefte B, thema: verkeer}\n---\n## B {#b}\n\nZie [Oost](oost-2011.md#oud).\n",
		"programmas/een.md":       "---\ntitel: Een\ndienst: werken\njaar: 2011\nstatus: vastgesteld\ntoezeggingen:\n  - id: t-1\n    titel: Toezegging 1\n    behoeften: [oost/a, west/b]\n    gereed: 2011-10\n    voortgang:\n      - {datum: 2011-12-01, status: doorgeschoven, naar: t-2, reden: R}\n---\n",
		"programmas/twee.md":      "---\ntitel: Twee\ndienst: werken\njaar: 2012\nstatus: vastgesteld\ntoezeggingen:\n  - id: t-2\n    titel: Toezegging 2\n    behoeften: [oost/a]\n    gereed: 2012-10\n---\n",
	} {
		content[name] = &fstest.MapFile{Data: []byte(text)}
	}
	site := makeSite(t, content, nil)
	for name, c := range map[string]struct {
		file, old, new string
		shows          string // the page that shows it
	}{
		"the title of what takes over":  {"programmas/twee.md", "Toezegging 2", "Toezegging twee", "wijken/west/behoeften/b/index.html"},
		"the title of a need":           {"wijkvisies/oost-2011.md", "Behoefte A", "Behoefte Aa", "programmas/een/index.html"},
		"the title of another need":     {"wijkvisies/oost-2011.md", "Behoefte A", "Behoefte Aa", "diensten/werken/index.html"},
		"the years of what is linked":   {"wijkvisies/oost-2011.md", "2011-2014", "2011-2015", "wijken/west/2011-2014/index.html"},
		"what an anchor is called":      {"wijkvisies/oost-2011.md", "[oud]", "[ouder]", "wijken/west/behoeften/b/index.html"},
		"a status":                      {"programmas/een.md", "status: doorgeschoven, naar: t-2", "status: vervallen", "wijken/west/behoeften/b/index.html"},
		"a concept":                     {"wijkvisies/oost-2011.md", "status: vastgesteld", "status: concept", "wijken/west/behoeften/b/index.html"},
		"a programme that is withdrawn": {"programmas/een.md", "status: vastgesteld", "status: ingetrokken", "wijken/west/index.html"},
		"the title of a programme":      {"programmas/een.md", "titel: Een", "titel: Eerste", "diensten/werken/index.html"},
		"the title of a vision":         {"wijkvisies/oost-2011.md", "Visie Oost", "De visie van Oost", "wijken/oost/behoeften/a/index.html"},
	} {
		t.Run(name, func(t *testing.T) {
			with := maps.Clone(content)
			text := strings.Replace(string(content[c.file].Data), c.old, c.new, 1)
			with[c.file] = &fstest.MapFile{Data: []byte(text)}
			now, kept := site.goOn(t, with, []string{c.file})
			now.check(t, with, nil, name)
			if kept == 0 || bytes.Equal(now.pages[c.shows], site.pages[c.shows]) {
				t.Errorf("%d files were kept, and %s shows nothing of it", kept, c.shows)
			}
		})
	}
}

func TestWhatIsSeenEverywhereIsNotLocal(t *testing.T) {
	content := exampleContent(t)
	site := makeSite(t, content, nil)
	front := func(name, key string) fstest.MapFS {
		return editFront(content, name, func(lines []string) []string {
			for i := range lines {
				if strings.HasPrefix(lines[i], key) {
					lines[i] += "e"
				}
			}
			return lines
		})
	}
	words := func(name string) fstest.MapFS {
		return edit(content, name, func(body string) string { return body + "\n\nNog iets.\n" })
	}
	for name, c := range map[string]struct {
		content fstest.MapFS
		file    string
		local   bool
	}{
		"words of a vision":           {words("wijkvisies/oost-2011.md"), "wijkvisies/oost-2011.md", true},
		"front matter of a vision":    {front("wijkvisies/oost-2011.md", "titel:"), "wijkvisies/oost-2011.md", true},
		"front matter of a programme": {front("programmas/stadswerken-2011.md", "titel:"), "programmas/stadswerken-2011.md", true},
		"words of a wijk":             {words("wijken/oost.md"), "wijken/oost.md", true},
		"the name of a wijk":          {front("wijken/oost.md", "naam:"), "wijken/oost.md", false},
		"the name of a department":    {front("diensten/stadswerken.md", "naam:"), "diensten/stadswerken.md", false},
		"the site":                    {content, "site.yaml", false},
		"the map":                     {content, "kaart/wijken.geojson", false},
		"a file that is not there":    {content, "wijken/nieuw.md", false},
	} {
		if got := (pipeline.Since{Changed: []string{c.file}, Before: site.shown}).Local(c.content); got != c.local {
			t.Errorf("%s: local: %t", name, got)
		}
	}
	if (pipeline.Since{}).Local(content) {
		t.Error("of nothing that is known, something is local")
	}
}
