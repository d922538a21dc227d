package render_test

import (
	"strings"
	"testing"
)

// TestHowItWent reads the section of how the needs stood month by month.
func TestHowItWent(t *testing.T) {
	const done = "id: een, titel: Bomen, toegezegd-op: 2011-09-10, voortgang: [{datum: 2012-02-03, status: gerealiseerd}]"
	for _, c := range []struct {
		name, date string
		content    files
		url        string
		has        []string // nil when there is no such section
		not        []string
	}{
		{"what was asked, promised and done", "2012-04-15", promises(done), "/wijken/oost/",
			[]string{
				"Eind mei 2011 was bij geen enkele behoefte gedaan wat was toegezegd. Op 15 april 2012 bij de enige behoefte.",
				"het eind van elke maand", "Gedaan wat was toegezegd Toegezegd Nog geen antwoord Dezelfde",
				"mei 2011 0 0 1 1 september 2011 0 1 0 1 februari 2012 1 0 0 1 15 april 2012 1 0 0 1",
			}, []string{"juni 2011"}},
		{"of a dienst from its first answer on", "2012-04-15", promises(done), "/diensten/werken/",
			[]string{"Eind september 2011 was bij geen enkele behoefte gedaan wat was toegezegd. Op 15 april 2012 bij de enige behoefte.", "september 2011 0 1 1 februari 2012 1 0 1"}, []string{"mei 2011"}},
		{"as much as at first", "2011-12-20", promises(done), "/vraaggericht/",
			[]string{"Eind mei 2011 en op 20 december 2011 was bij geen enkele behoefte gedaan wat was toegezegd."}, nil},
		{"many months are shown by threes", "2018-04-15", promises(done), "/vraaggericht/",
			[]string{"het eind van elke derde maand", "juli 2011 0 0 1 1 oktober 2011 0 1 0 1 april 2012 1 0 0 1 15 april 2018 1 0 0 1"}, []string{"mei 2011"}},
		{"in the first month there is nothing to show", "2011-05-25", promises(done), "/vraaggericht/", nil, nil},
		{"nor without a vision", "2012-04-15", withoutFile(promises(done), "wijkvisies/oost.md"), "/vraaggericht/", nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := readTree(t, c.url, published(t, c.content, options{date: c.date}).page(t, c.url)).all("main")[0].words()
			_, section, found := strings.Cut(text, "maand voor maand? Geteld")
			if found != (c.has != nil) {
				t.Fatalf("that there is a section is %v: %s", found, text)
			}
			for _, want := range c.has {
				if !strings.Contains(section, want) {
					t.Errorf("no %q in %q", want, section)
				}
			}
			for _, not := range c.not {
				if strings.Contains(section, not) {
					t.Errorf("%q in %q", not, section)
				}
			}
		})
	}
}

// TestADienstLeadsToItsBook has a dienst that names the theme of a need without an answer.
func TestADienstLeadsToItsBook(t *testing.T) {
	content := promises("id: een, titel: Bomen").replaced(t, "programmas/werken-1.md", "behoeften: [oost/bomen]", "wijken: [oost]")
	s := published(t, content.replaced(t, "diensten/werken.md", "naam: Werken", "naam: Werken\nthemas: [groen]"), options{})
	if page := s.page(t, "/diensten/werken/"); !strings.Contains(page, `<a href="/vraaggericht/#wv-boek-werken">In het vraagboek staat nog 1 behoefte zonder antwoord</a>`) {
		t.Error("the page of the dienst does not lead to its book")
	}
	if page := s.page(t, "/vraaggericht/"); !strings.Contains(page, `<h3 id="wv-boek-werken">`) || strings.Contains(page, "<br>schatting") {
		t.Error("the need is not in the book, or as a guess")
	}
	if page := published(t, promises("id: een, titel: Bomen"), options{}).page(t, "/diensten/werken/"); strings.Contains(page, "vraagboek") {
		t.Error("a dienst that is asked nothing leads to its book")
	}
}
