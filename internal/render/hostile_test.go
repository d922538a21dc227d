package render_test

import (
	"strings"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

// attack is text that is markup, closes an attribute and calls a script.
const attack = `"><script>alert(1)</script><img src=x onerror=alert(1)>' onmouseover='alert(1) {{.}} {n}`

// TestHostileTextStaysText fills every text of every record with an attack.
func TestHostileTextStaysText(t *testing.T) {
	s := hostileSite(t, attack, "https://example.nl/"+attack)
	for url, page := range s.pages {
		tree := readTree(t, url, page)
		checkAttributes(t, url, tree)
		if n := len(tree.all("img")); n > 0 && url != "/wijken/oost/" && url != "/wijken/oost/2011-2014/" && url != "/over-deze-site/" {
			t.Errorf("%s has an image", url)
		}
		for _, script := range tree.all("script") {
			if script.parent.tag == "head" && strings.HasPrefix(script.attr["src"], "/thema/") {
				continue // the theme's own
			}
			if script.parent.tag == "head" && isData(script) {
				continue
			}
			t.Errorf("%s has a script: %s", url, script.words())
		}
	}
	if page := s.page(t, "/wijken/oost/"); !strings.Contains(page, "&lt;script&gt;alert(1)") {
		t.Error("the page of the wijk does not show the text")
	}
}

// TestHostileAddressesAreNoLinks gives every address a scheme that runs a script,
// as a record that package parse did not see could have.
func TestHostileAddressesAreNoLinks(t *testing.T) {
	for _, address := range []string{"javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,<script>", "vbscript:x", "//ergens.example.com/x", "ergens/x"} {
		s := hostileSite(t, "Tekst", address)
		for url, page := range s.pages {
			readTree(t, url, page).walk(func(n *node) {
				for key, value := range n.attr {
					lower := strings.ToLower(strings.TrimSpace(value))
					if key == "href" && (strings.Contains(lower, "script:") || strings.HasPrefix(lower, "data:") || strings.Contains(lower, "ergens") || strings.Contains(value, "Zgotmpl")) {
						t.Errorf("%s: %q became %s=%q", url, address, key, value)
					}
				}
			})
		}
	}
}

// hostileSite is the example with a text and an address in every field.
func hostileSite(t *testing.T, text, address string) site {
	t.Helper()
	c, assets, _ := readFiles(t, "city").records()
	say := func(fields ...*source.Text) {
		for _, f := range fields {
			f.Value = text
		}
	}
	lead := func(fields ...*source.Text) {
		for _, f := range fields {
			f.Value = address
		}
	}
	contact := func(c *city.Contact) { say(&c.Name, &c.Email, &c.Phone); lead(&c.URL) }
	say(&c.Site.Title, &c.Site.Municipality, &c.Site.Description, &c.Site.Notice, &c.Site.Licence)
	lead(&c.Site.EditURL, &c.Site.Accessibility)
	contact(&c.Site.Contact)
	for _, theme := range c.Site.Themes {
		say(&theme.Name, &theme.Description)
	}
	for _, w := range c.Wijken {
		say(&w.Name, &w.OfficeAt, &w.OfficeHours, &w.ResidentsAt, &w.ResidentsBy)
		contact(&w.Manager)
		w.Network = []source.Text{{Value: text}}
		for _, b := range w.Buurten {
			say(&b.Name)
		}
	}
	for _, v := range c.Visions {
		say(&v.Title, &v.AdoptedBy, &v.Reason, &v.Summary, &v.SummaryEN, &v.Source.Title)
		lead(&v.OpenURL, &v.Source.URL)
		for _, a := range v.Advice {
			say(&a.By, &a.Text, &a.Reply)
			lead(&a.URL)
		}
		for _, n := range v.Needs {
			say(&n.Title, &n.RaisedAt, &n.Explanation, &n.Reason)
			lead(&n.RaisedIn)
			n.RaisedBy = []source.Text{{Value: text}}
			for _, j := range n.Judgements {
				say(&j.By, &j.Text)
			}
		}
	}
	for _, d := range c.Departments {
		say(&d.Name, &d.Description)
		contact(&d.Contact)
	}
	for _, p := range c.Programmes {
		say(&p.Title, &p.Reason)
		for _, k := range p.Commitments {
			say(&k.Title, &k.Cover, &k.Source.Title, &k.Explanation)
			lead(&k.Source.URL)
			k.Partners = []source.Text{{Value: text}}
			for _, entry := range k.Progress {
				say(&entry.Reason, &entry.Text, &entry.Source.Title)
				lead(&entry.Source.URL)
				if entry.Image != nil {
					say(&entry.Image.Alt)
					lead(&entry.Image.File)
				}
			}
		}
		for _, a := range p.Answers {
			say(&a.Reason)
		}
	}
	for _, p := range c.Pages {
		say(&p.Title, &p.Description)
	}
	return publishedOf(t, c, assets, options{})
}
