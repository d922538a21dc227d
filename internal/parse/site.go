package parse

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/noun"
	"wijkvisie/internal/parse/decode"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// Site parses site.yaml. It is YAML from the first line to the last.
func Site(f *source.File) (*city.Site, diag.List) {
	s := &city.Site{File: f, FirstLine: f.Whole(), SilentMonths: city.DefaultSilentMonths}
	r := &reader{file: f}
	if r.readable() {
		decoded, problems := decode.YAML(f, f.LineStart(1), len(f.Data))
		if root, ok := r.decoded(siteMapping, decoded, problems); ok {
			s.FirstLine = r.root(root, f.Whole(), siteMapping, s)
		}
	}
	s.Broken = r.broken
	return s, r.problems
}

// readable reports what keeps a file without front matter from being read.
func (r *reader) readable() bool {
	if d, bad := decode.NotText(r.file); bad {
		return r.fail(d)
	}
	if all := decode.Conflicts(r.file, len(r.file.Data)); len(all) > 0 {
		return r.fail(all...)
	}
	return true
}

var siteMapping = &Mapping{
	Name: "site",
	Keys: []Key{
		text("titel", func(s *city.Site) *source.Text { return &s.Title }).required().
			about("De naam van de site.", "The name of the site.", "Wijkvisies Utrecht"),
		text("gemeente", func(s *city.Site) *source.Text { return &s.Municipality }).required().
			about("De naam van de gemeente.", "The name of the municipality.", "Utrecht"),
		code("gemeentecode", `^GM\d{4}$`, func(s *city.Site) *source.Text { return &s.MunicipalityCode }).
			about("De code van de gemeente bij het CBS.", "The code of the municipality at CBS.", "GM0344"),
		address("basis-url", func(s *city.Site) *source.Text { return &s.BaseURL }).
			about("Het adres waar de site komt te staan.", "The address that the site will have.", "https://wijkvisies.example.nl"),
		year("basis-url-sinds", func(s *city.Site) *source.Text { return &s.AddressSince }).
			about("Sinds welk jaar de gemeente dat adres heeft. Het staat in de kenmerken van de feeds: verander het daarna niet meer.", "Since which year the municipality has that address. It is in the ids of the feeds: do not change it later.", "2011"),
		text("taal", func(s *city.Site) *source.Text { return &s.Language }).oneOf("nl", "en").
			about("De taal van de woorden van de site zelf.", "The language of the site's own words.", "nl"),
		text("omschrijving", func(s *city.Site) *source.Text { return &s.Description }).prose().
			about("Eén zin over de site.", "A sentence about the site.", "Wat de wijken vragen en wat de gemeente toezegt."),
		text("mededeling", func(s *city.Site) *source.Text { return &s.Notice }).prose().
			about("Een mededeling op elke pagina.", "A notice on every page.", "Dit is voorbeeldinhoud."),
		groups("themas", themeMapping, func(s *city.Site) *[]*city.Theme { return &s.Themes }, nil).required().
			about("De {thema's}, in de volgorde waarin ze getoond worden.", "The {thema's}, in the order in which they are shown.", "[{id: verkeer, naam: Verkeer}]"),
		group("contact", contactMapping, func(s *city.Site) *city.Contact { return &s.Contact }).
			about("Hoe de gemeente te bereiken is.", "How to reach the municipality.", "{naam: Wijkbureaus, e-mail: wijken@example.nl}"),
		address("bewerk-url", func(s *city.Site) *source.Text { return &s.EditURL }).
			about("Het adres om een bestand te bewerken; {bestand} wordt het pad.", "The address at which a file can be edited; {bestand} becomes its path.", "https://example.nl/edit/content/{bestand}"),
		address("toegankelijkheidsverklaring", func(s *city.Site) *source.Text { return &s.Accessibility }).
			about("Het adres van de toegankelijkheidsverklaring.", "The address of the accessibility statement.", "https://example.nl/verklaring"),
		group("beveiliging", securityMapping, func(s *city.Site) *city.Site { return s }).
			about("Waar iemand een lek kan melden.", "Where somebody can report a leak.", "{contact: mailto:security@example.nl, verloopt: 2027-06-01}"),
		text("licentie", func(s *city.Site) *source.Text { return &s.Licence }).
			about("De licentie van de open data.", "The licence of the open data.", "CC0-1.0"),
		group("kaart", mapMapping, func(s *city.Site) *city.Site { return s }).
			about("De bron van de kaart, onder de kaart getoond.", "The source of the map, shown under it.", "{bron: Kadaster, jaar: 2024}"),
		text("huisstijl", func(s *city.Site) *source.Text { return &s.HouseStyle }).
			about("Het bestand met de huisstijl van de gemeente.", "The file with the house style of the municipality.", "huisstijl.css"),
		text("logo", func(s *city.Site) *source.Text { return &s.Logo }).
			about("Het bestand met het logo van de gemeente.", "The file with the logo of the municipality.", "logo.svg"),
		text("deelplaatje", func(s *city.Site) *source.Text { return &s.SharePicture }).
			about("De afbeelding bij een gedeelde link: een PNG van 1200 × 630.", "The picture that a shared link shows: a PNG of 1200 × 630.", "deel.png"),
		whole("stil-na-maanden", 1, 1200, func(s *city.Site) (*int, *source.Pos) { return &s.SilentMonths, nil }).
			about("Na hoeveel maanden zonder nieuws een {toezegging} lang niet bijgewerkt heet.", "After how many months without news {a/an toezegging} counts as not updated for a long time.", "12"),
		words("begrippen", termMapping, noun.Keys(), func(s *city.Site) *[]city.Term { return &s.Terms }).
			about("De eigen woorden van de gemeente.", "The municipality's own words.", "{wijkvisie: {enkelvoud: wijkagenda, meervoud: wijkagenda's, lidwoord: de}}"),
	},
}

var themeMapping = &Mapping{
	Name: "theme",
	Keys: []Key{
		id("id", func(t *city.Theme) *source.Text { return &t.ID }).required().
			about("Waarmee {behoeften} naar {de/het thema} verwijzen.", "What {behoeften} refer to the {thema} by.", "verkeer"),
		text("naam", func(t *city.Theme) *source.Text { return &t.Name }).required().
			about("De naam van {de/het thema}.", "The name of the {thema}.", "Verkeer en bereikbaarheid"),
		text("omschrijving", func(t *city.Theme) *source.Text { return &t.Description }).prose().
			about("Eén zin over {de/het thema}.", "A sentence about the {thema}.", "Veilig en vlot door de wijk."),
	},
}

var securityMapping = &Mapping{
	Name: "security contact",
	Keys: []Key{
		addresses("contact", func(s *city.Site) *[]source.Text { return &s.SecurityContacts }).oneOf("mailto", "https", "tel").required().
			about("Waar iemand een lek kan melden; bij een lijst wat u het liefst hebt eerst.", "Where somebody can report a leak; of a list, the first is preferred.", "mailto:security@example.nl"),
		address("beleid", func(s *city.Site) *source.Text { return &s.SecurityPolicy }).oneOf("https").
			about("De pagina waarop staat hoe u met een melding omgaat.", "The page that says how reports are dealt with.", "https://example.nl/kwetsbaarheid-melden"),
		date("verloopt", func(s *city.Site) *city.Date { return &s.SecurityExpires }).required().
			about("De dag waarop dit nagekeken moet zijn.", "The day by which this must be looked at.", "2027-06-01"),
	},
}

var mapMapping = &Mapping{
	Name: "map",
	Keys: []Key{
		text("bron", func(s *city.Site) *source.Text { return &s.MapSource }).
			about("Wie de kaart gemaakt heeft.", "Who made the map.", "Kadaster / Centraal Bureau voor de Statistiek"),
		year("jaar", func(s *city.Site) *source.Text { return &s.MapYear }).
			about("Van welk jaar de kaart is.", "Of which year the map is.", "2024"),
	},
}

var termMapping = &Mapping{
	Name: "term",
	Keys: []Key{
		text("enkelvoud", func(t *city.Term) *source.Text { return &t.Singular }).required().
			about("Het woord voor één.", "The word for one.", "wijkagenda"),
		text("meervoud", func(t *city.Term) *source.Text { return &t.Plural }).required().
			about("Het woord voor meer dan één.", "The word for more than one.", "wijkagenda's"),
		text("lidwoord", func(t *city.Term) *source.Text { return &t.Article }).oneOf(string(noun.De), string(noun.Het)).required().
			about("Of het woord de of het voor zich krijgt; in het Engels is dat om het even.", "Whether the word has de or het before it; in English it does not matter which.", "de"),
	},
}

// words is a key for a mapping whose keys are words of the site.
func words(name string, of *Mapping, allowed []string, at func(*city.Site) *[]city.Term) Key {
	return Key{Name: name, Type: WordsValue, Of: of, Enum: allowed, set: func(r *reader, k *Key, into any, n *tree.Node) {
		if !r.wants(k, n, tree.Mapping) {
			return
		}
		own := &Mapping{Name: k.Of.Name}
		for _, word := range k.Enum {
			own.Keys = append(own.Keys, group(word, k.Of, func(all *[]city.Term) *city.Term {
				key, _ := n.Entry(word)
				*all = append(*all, city.Term{Key: source.Text{Value: word, Pos: r.at(key)}})
				return &(*all)[len(*all)-1]
			}))
		}
		r.mapping(n, own, at(into.(*city.Site)))
	}}
}
