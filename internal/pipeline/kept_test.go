package pipeline_test

import (
	"bytes"
	"fmt"
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

// What is said to be as it was is as it was, whatever was edited. For a longer search:
// WIJKVISIE_EDITS=10000 go test -run Kept.
func TestFilesThatAreKeptAreTheSame(t *testing.T) {
	rounds := 40
	if n, err := strconv.Atoi(os.Getenv("WIJKVISIE_EDITS")); err == nil {
		rounds = n
	}
	sampled := fstest.MapFS{}
	for name, text := range sample.Files(3) {
		sampled[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for of, content := range map[string]fstest.MapFS{"example": exampleContent(t), "sample": sampled} {
		t.Run(of, func(t *testing.T) {
			var names []string
			for name := range content {
				if dir := path.Dir(name); dir == "wijkvisies" || dir == "programmas" {
					names = append(names, name)
				}
			}
			slices.Sort(names)
			kinds := slices.Sorted(maps.Keys(edits))
			site := makeSite(t, content, nil)
			kept, all := 0, 0
			for round := range rounds {
				rnd := rand.New(rand.NewPCG(uint64(round), 5))
				with, what, edited := content, "", []string(nil)
				for range 1 + rnd.IntN(2) {
					name, kind := names[rnd.IntN(len(names))], kinds[rnd.IntN(len(kinds))]
					with = editFront(with, name, func(lines []string) []string { return edits[kind](rnd, lines) })
					what += name + ": " + kind + "; "
					edited = append(edited, name)
				}
				k, n := checkKept(t, site, with, edited, fmt.Sprintf("%d: %s", round, what))
				kept, all = kept+k, all+n
				if t.Failed() {
					return
				}
			}
			t.Logf("%d of %d files were kept", kept, all)
			if 2*kept < all {
				t.Errorf("%d of %d files were kept", kept, all)
			}
		})
	}
}

// checkKept builds content of which some records were edited, and holds what is said to
// be kept against what was there.
func checkKept(t *testing.T, before madeSite, content fs.FS, edited []string, what string) (kept, all int) {
	t.Helper()
	slices.Sort(edited)
	in := pipeline.Input{Content: content, Date: city.Day{Year: 2013, Month: 3, Day: 1}}
	out, err := new(pipeline.Pipeline).Build(in)
	if err != nil {
		t.Fatal(err)
	}
	files, shown := out.FilesSince(pipeline.Since{Changed: slices.Compact(edited), Before: before.shown})
	for f := range files {
		all++
		now := written(t, f)
		if !f.Kept {
			continue
		}
		kept++
		if was, ok := before.pages[f.Path]; !ok || !bytes.Equal(was, now) {
			t.Errorf("%s: %s was kept, but is\n%s\nand was\n%s", what, f.Path, now, was)
		}
	}
	shown()
	return kept, all
}
