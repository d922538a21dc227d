package plan_test

import (
	"slices"
	"strings"
	"testing"

	"wijkvisie/internal/diag"
)

func TestOnlyMediaThatVisiblePagesUseArePublished(t *testing.T) {
	for _, c := range []struct {
		drafts bool
		want   []string
	}{
		{false, []string{"/.well-known/x%20%C3%A9.txt", "/CNAME", "/media/kade.png", "/media/plan%20a.pdf"}},
		{true, []string{"/.well-known/x%20%C3%A9.txt", "/CNAME", "/media/geheim.png", "/media/kade.png", "/media/plan%20a.pdf"}},
	} {
		s, problems := smallSite().planned(t, c.drafts)
		if len(problems) > 0 {
			t.Errorf("problems: %+v", problems)
		}
		var got []string
		for _, f := range s.Files {
			got = append(got, f.URL)
			if !s.Has(f.URL) && !strings.Contains(f.URL, "%") {
				t.Errorf("the site does not have %s", f.URL)
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("with drafts %v the files are %q, want %q", c.drafts, got, c.want)
		}
	}
}

func TestProofOfProgressIsPublishedFromItsDayOn(t *testing.T) {
	programme := func(status, date string) string {
		return "---\ntitel: P\ndienst: zorg\njaar: 2012\nstatus: " + status + "\ntoezeggingen:\n  - id: z-9\n    titel: Bad\n    voortgang:\n      - {datum: " + date +
			", tekst: Af, bron: {titel: Brief, url: ../media/brief.pdf}, beeld: {bestand: ../media/bad.png, alt: Het bad}}\n---\n"
	}
	for _, c := range []struct {
		name, status, date string
		published          bool
	}{
		{"on its day", "vastgesteld", "2013-03-01", true},
		{"before its day", "vastgesteld", "2013-03-02", false},
		{"of a concept", "concept", "2013-03-01", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, _ := smallSite().with(content{"programmas/zorg-2012.md": programme(c.status, c.date), "media/brief.pdf": "", "media/bad.png": ""}).planned(t, false)
			href, ok := s.Resolve("programmas/zorg-2012.md", "../media/brief.pdf")
			if ok != c.published || ok && href != "/media/brief.pdf" {
				t.Errorf("the document is at %q, %v", href, ok)
			}
			image, ok := s.ResolveImage("programmas/zorg-2012.md", "../media/bad.png")
			if ok != c.published || ok && image.URL != "/media/bad.png" {
				t.Errorf("the picture is at %q, %v", image.URL, ok)
			}
		})
	}
}

func TestFilesOfTheContentDoNotTakeAddressesOfTheSite(t *testing.T) {
	for _, c := range []struct {
		file  string
		clash bool
	}{
		{"bestanden/robots.txt", true},
		{"bestanden/google1234.html", false},
		{"bestanden/gegevens/catalogus.jsonld", true},
		{"bestanden/wijken-kaart.pdf", false},
		{"bestanden/index.html", true},
		{"bestanden/404.html", true},
		{"bestanden/wijken/oost/index.html", true},
		{"bestanden/Wijken/Oost/Index.html", true}, // one file where names that differ in case are the same
		{"bestanden/wijken/oost/foto.png", false},
		{"bestanden/wijken", true},      // a folder of the site
		{"bestanden/wijken/oost", true}, // likewise
		{"bestanden/404.html/x", true},  // a file of the site as a folder
		{"bestanden/media/x.png", true},
		{"bestanden/thema/style.css", true},
		{"bestanden/gegevens/wijken.json", true},
		{"bestanden/over/index.html", true},
	} {
		t.Run(c.file, func(t *testing.T) {
			_, problems := smallSite().with(content{c.file: ""}).planned(t, false)
			if clash := len(problems) > 0; clash != c.clash {
				t.Fatalf("clash is %v, want %v: %+v", clash, c.clash, problems)
			}
			if c.clash && (problems[0].Code() != "url-clash" || problems[0].Path() != c.file) {
				t.Errorf("reported as %s in %s", problems[0].Code(), problems[0].Path())
			}
		})
	}
}

func TestPagesDoNotTakeAddressesOfTheSite(t *testing.T) {
	for _, id := range []string{"wijken", "diensten", "programmas", "themas", "voortgang", "wijzigingen", "zoeken", "gegevens", "media", "thema"} {
		t.Run(id, func(t *testing.T) {
			s, problems := smallSite().with(content{"paginas/" + id + ".md": "---\ntitel: X\n---\n"}).planned(t, false)
			if len(problems) != 1 || problems[0].Code() != "url-clash" || problems[0].Path() != "paginas/"+id+".md" {
				t.Errorf("problems: %+v", problems)
			}
			if p := s.Page("/" + id + "/"); p != nil && p.ContentPage != nil && id != "media" && id != "thema" {
				t.Errorf("the page took /%s/", id)
			}
		})
	}
}

func TestVisionsOfOnePeriodClash(t *testing.T) {
	vision := func(status string) string {
		return "---\ntitel: V\nwijk: oost\nperiode: 2011-2014\nstatus: " + status + "\nvastgesteld-op: 2011-06-01\n---\n"
	}
	for status, want := range map[string]diag.Code{"inspraak": "url-clash", "concept": "url-clash", "vastgesteld": ""} { // two adopted ones overlap, which is another rule
		_, problems := smallSite().with(content{"wijkvisies/oost-2012.md": strings.ReplaceAll(vision(status), "vastgesteld-op: 2011-06-01\n", map[bool]string{true: "vastgesteld-op: 2011-06-01\n"}[status == "vastgesteld"])}).planned(t, false)
		var got diag.Code
		if len(problems) > 0 {
			got = problems[0].Code()
		}
		if got != want {
			t.Errorf("%s: reported %q, want %q", status, got, want)
		}
	}
}
