package plan_test

import "testing"

func TestResolve(t *testing.T) {
	s, _ := smallSite().planned(t, false)
	for _, c := range []struct{ name, from, dest, want string }{
		{"another site", "paginas/over.md", "https://example.nl/a?b#c", "https://example.nl/a?b#c"},
		{"a mail address", "paginas/over.md", "mailto:a@example.nl", "mailto:a@example.nl"},
		{"a wijk", "paginas/over.md", "../wijken/oost.md", "/wijken/oost/"},
		{"a heading of a wijk by the name that its file had", "paginas/over.md", "../wijken/oost-oud.md#haven", "/wijken/oost/#wv-wijk-haven"},
		{"a heading of a wijk", "paginas/over.md", "../wijken/oost.md#haven", "/wijken/oost/#wv-wijk-haven"},
		{"a need on the page of its wijk", "paginas/over.md", "../wijken/oost.md#zwemles", "/wijken/oost/#zwemles"},
		{"a vision", "wijken/oost.md", "../wijkvisies/oost-2011.md", "/wijken/oost/2011-2014/"},
		{"a need", "wijken/oost.md", "../wijkvisies/oost-2011.md#zwemles", "/wijken/oost/2011-2014/#zwemles"},
		{"a need by its old id", "wijken/oost.md", "../wijkvisies/oost-2011.md#zwemmen", "/wijken/oost/2011-2014/#zwemles"},
		{"a need in the vision that has the old id", "wijken/oost.md", "../wijkvisies/oost-2004.md#zwemmen", "/wijken/oost/2004-2004/#zwemmen"},
		{"an old id in the same file", "wijkvisies/oost-2011.md", "#zwemmen", "#zwemles"},
		{"a heading in the same file", "wijkvisies/oost-2011.md", "#kop", "#kop"},
		{"a programme", "wijken/oost.md", "../programmas/zorg-2011.md", "/programmas/zorg-2011/"},
		{"a commitment by its old id", "wijken/oost.md", "../programmas/zorg-2011.md#z-1", "/programmas/zorg-2011/#z-2"},
		{"a department", "wijken/oost.md", "../diensten/zorg.md", "/diensten/zorg/"},
		{"a page in the same folder", "paginas/over.md", "over.md", "/over/"},
		{"a file with a space", "wijken/oost.md", "../media/plan%20a.pdf", "/media/plan%20a.pdf"},
		{"an address of the site", "paginas/over.md", "/wijken/oost/#zwemles", "/wijken/oost/#zwemles"},
		{"an address without its slash", "paginas/over.md", "/wijken/oost", "/wijken/oost/"},
		{"an address with index.html", "paginas/over.md", "/wijken/oost/index.html", "/wijken/oost/"},
		{"the front page", "paginas/over.md", "/", "/"},
		{"a table", "paginas/over.md", "/gegevens/wijken.csv", "/gegevens/wijken.csv"},
		{"what is hidden", "paginas/over.md", "../wijkvisies/oost-2015.md", ""},
		{"a need of what is hidden", "paginas/over.md", "../wijkvisies/oost-2015.md#nieuw", ""},
		{"the address of what is hidden", "paginas/over.md", "/wijken/oost/2015-2018/", ""},
		{"a file that nobody shows", "paginas/over.md", "../media/geheim.png", ""},
		{"what is not there", "paginas/over.md", "../wijken/west.md", ""},
		{"an address that is not there", "paginas/over.md", "/wijken/west/", ""},
		{"an address in capitals", "paginas/over.md", "/Wijken/Oost/", ""},
		{"outside the content", "paginas/over.md", "../../geheim.md", ""},
		{"a script", "paginas/over.md", "javascript:alert(1)", ""},
		{"data", "paginas/over.md", "data:text/html,x", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := s.Resolve(c.from, c.dest)
			if ok != (c.want != "") || ok && got != c.want {
				t.Errorf("%s leads to %q, %v, want %q", c.dest, got, ok, c.want)
			}
		})
	}
}

func TestResolveImage(t *testing.T) {
	s, _ := smallSite().planned(t, false)
	for dest, want := range map[string]string{
		"../media/kade.png":           "/media/kade.png",
		"../media/niemand.png":        "",
		"https://example.nl/foto.png": "",
		"/media/kade.png":             "",
		"../bestanden/CNAME":          "",
	} {
		got, ok := s.ResolveImage("wijken/oost.md", dest)
		if ok != (want != "") || ok && got.URL != want {
			t.Errorf("%s is shown from %q, %v, want %q", dest, got.URL, ok, want)
		}
	}
}

func TestHas(t *testing.T) {
	s, _ := smallSite().planned(t, false)
	for address, want := range map[string]bool{"/wijken/oost/": true, "/wijken/oost": true, "/gegevens/wijken.json": true, "/CNAME": true, "/cname": false, "/wijken/oost/2015-2018/": false, "/x": false,
		"/wijken/oost/behoeften/zwemles/": true, "/wijken/oost/behoeften/zwemles": true, "/wijken/oost/behoeften/": false, "/wijken/oost/behoeften//": false,
		"/wijken/oost/behoeften/niets/": false, "/wijken/west/behoeften/zwemles/": false, "/wijken/oost/zwemles/": false, "/wijken//behoeften/zwemles/": false, "oost/behoeften/zwemles/": false} {
		if s.Has(address) != want {
			t.Errorf("Has(%s) is %v", address, !want)
		}
	}
}
