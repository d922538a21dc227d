package editing_test

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// linksTo returns where on the page of the need oversteek the links stand to the forms of a file: the
// addresses of what they belong to.
func (d *desk) linksTo(file string) (places []string) {
	d.t.Helper()
	needs := d.graph().Needs
	i := slices.IndexFunc(needs, func(n *relate.Need) bool { return n.Name() == "oversteek" })
	r := httptest.NewRequest(http.MethodGet, "/wijken/oost/behoeften/oversteek/", nil)
	root, err := html.Parse(strings.NewReader(d.Bar(r, &plan.Page{Kind: plan.Need, Need: needs[i]})))
	if err != nil {
		d.t.Fatal(err)
	}
	for n := range root.Descendants() {
		to, of := "", ""
		for _, a := range n.Attr {
			switch a.Key {
			case "href":
				to = a.Val
			case "data-wv-of":
				of = a.Val
			}
		}
		if of != "" && strings.Contains(to, strings.ReplaceAll(file, "/", "%2F")) {
			places = append(places, of)
		}
	}
	return places
}

// A link to a form stands at what has the address that it has on the page: that of a site in a folder
// begins with the folder.
func TestLinksOfASiteInAFolder(t *testing.T) {
	for _, base := range []string{"", "/stad"} {
		places := newDeskAt(t, base).linksTo(visionFile)
		if len(places) == 0 || slices.ContainsFunc(places, func(of string) bool { return of != base+"/wijken/oost/behoeften/oversteek/" }) {
			t.Errorf("below %q links stand at %q", base, places)
		}
	}
}

// The vision whose data count has its links at the need, also when a newer one is being written.
func TestLinksOfANeedThatANewerDraftAsksToo(t *testing.T) {
	d := newDesk(t)
	d.write("wijkvisies/oost-2015.md", "---\ntitel: Straks\nwijk: oost\nperiode: 2015-2018\nstatus: concept\nbehoeften:\n  - {id: oversteek, titel: Oversteken, thema: verkeer}\n---\n")
	if places := d.linksTo(visionFile); len(places) != 2 {
		t.Errorf("the form for the need and that for a new judgement stand at %q", places)
	}
	if places := d.linksTo("wijkvisies/oost-2015.md"); len(places) != 0 {
		t.Errorf("forms of the draft stand at %q", places)
	}
}
