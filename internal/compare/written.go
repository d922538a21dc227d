package compare

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/relate"
	"wijkvisie/internal/source"
)

// The functions in this file return what was written of a thing and is compared as it stands:
// each aspect has the name of its key in the content format.

func writtenOfWijk(w *relate.Wijk) []aspect {
	return []aspect{
		{"code", w.Code.Value}, {"volgorde", positive(w.Order)}, {"wijkregisseur", contact(w.Manager)},
		{"wijkbureau", listed(w.OfficeAt.Value, w.OfficeHours.Value)}, {"wijknetwerk", joined(w.Network)},
		{"inwoners", listed(amount(w.Residents), w.ResidentsAt.Value, w.ResidentsBy.Value)}, {"tegel", tile(w.Tile)},
		{Outline, fmt.Sprint(w.Shape)},
	}
}

func writtenOfVision(v *relate.Vision) []aspect {
	return []aspect{
		{"periode", v.Period.String()}, {"vastgesteld-door", v.AdoptedBy.Value},
		{"inspraak", listed(v.OpenFrom.String(), v.OpenThrough.String(), v.OpenURL.Value)},
		{"samenvatting", v.Summary.Value}, {"samenvatting-en", v.SummaryEN.Value}, {"bron", document(v.Source)},
		{"publiceren-op", v.Publish.String()},
	}
}

func writtenOfNeed(n *relate.Appearance) []aspect {
	place := ""
	if n.Location != nil {
		place = fmt.Sprint(n.Location.Lon, ", ", n.Location.Lat)
	}
	return []aspect{
		{"buurten", joined(n.Buurten)}, {"ingebracht-door", joined(n.RaisedBy)},
		{"bron", listed(n.RaisedAt.Value, n.RaisedOn.String(), n.RaisedIn.Value)},
		{"locatie", place}, {"toelichting", n.Explanation.Value},
	}
}

func writtenOfDepartment(d *relate.Department) []aspect {
	return []aspect{
		{"omschrijving", d.Description.Value}, {"contact", contact(d.Contact)}, {"geldig-vanaf", d.ValidFrom.String()},
		{"geldig-tot-en-met", d.ValidThrough.String()}, {"opgevolgd-door", d.SucceededBy.Value},
		{"themas", joined(d.Themes)},
	}
}

func writtenOfProgramme(p *relate.Programme) []aspect {
	return []aspect{{"dienst", p.Programme.Department.Value}, {"periode", p.Period.String()}, {"publiceren-op", p.Publish.String()}}
}

func writtenOfCommitment(x *relate.Commitment) []aspect {
	return []aspect{
		{"wijken", joined(x.Commitment.Wijken)}, {"start", x.Start.String()}, {"dekking", x.Cover.Value},
		{"bron", document(x.Source)}, {"toelichting", x.Explanation.Value},
	}
}

func writtenOfPage(p *relate.Page) []aspect {
	return []aspect{
		{"omschrijving", p.Description.Value}, {"volgorde", positive(p.Order)}, {"menu", p.Menu.Value},
		{"bijgewerkt", p.Updated.String()}, {"taal", p.Language.Value}, {"status", p.Status.Value},
	}
}

func writtenOfSite(s *city.Site) []aspect {
	return []aspect{
		{"gemeente", s.Municipality.Value}, {"gemeentecode", s.MunicipalityCode.Value}, {"basis-url", s.BaseURL.Value},
		{"basis-url-sinds", s.AddressSince.Value}, {"taal", s.Language.Value}, {"omschrijving", s.Description.Value},
		{"mededeling", s.Notice.Value}, {"contact", contact(s.Contact)}, {"bewerk-url", s.EditURL.Value},
		{"toegankelijkheidsverklaring", s.Accessibility.Value},
		{"beveiliging", listed(joined(s.SecurityContacts), s.SecurityPolicy.Value, s.SecurityExpires.String())}, {"licentie", s.Licence.Value},
		{"kaart", listed(s.MapSource.Value, s.MapYear.Value)}, {"huisstijl", s.HouseStyle.Value}, {"logo", s.Logo.Value},
		{"deelplaatje", s.SharePicture.Value}, {"stil-na-maanden", positive(s.SilentMonths)},
	}
}

func buurten(list []*city.Buurt) []item {
	var all []item
	for _, b := range list {
		all = append(all, newItem("buurten", b.ID.Value, b.Name.Value, b.Code.Value))
	}
	return all
}

func themes(s *city.Site) []item {
	var all []item
	for _, t := range s.Themes {
		all = append(all, newItem("themas", t.ID.Value, t.Name.Value, t.Description.Value))
	}
	return all
}

func terms(s *city.Site) []item {
	var all []item
	for _, t := range s.Terms {
		all = append(all, newItem("begrippen", t.Key.Value, t.Singular.Value, t.Plural.Value, t.Article.Value))
	}
	return all
}

// answers returns what was said to a need; the newest answer itself is compared as Reply.
func answers(list []*relate.Answer) []item {
	var all []item
	for i, a := range list {
		said := []string{a.Answer.Answer.Value, a.Reason.Value}
		if i == 0 {
			said = said[1:]
		}
		all = append(all, newItem("antwoorden", a.Date.String()+" "+a.Programme.ID, said...))
	}
	return all
}

// older returns what visions that do not count any more say of a need.
func older(n *relate.Need) []item {
	var all []item
	for _, a := range n.Appearances {
		if a == n.Main {
			continue
		}
		said := []string{a.Title.Value, a.Need.Theme.Value, positive(a.Priority), a.Reason.Value, a.RetractedOn.String()}
		for _, written := range writtenOfNeed(a) {
			said = append(said, written.value)
		}
		all = append(all, newItem("wijkvisie", a.Vision.ID, said...))
	}
	return all
}

// textOf returns what is shown of a body, line by line.
func textOf(b *city.Body) []item {
	if b == nil {
		return nil
	}
	var all []item
	for _, text := range []string{markdown.Whole(b).Text(), markdown.NotesText(b)} {
		for line := range strings.SplitSeq(text, "\n") {
			if line != "" {
				all = append(all, item{name: Text, value: line})
			}
		}
	}
	for i := range b.Links {
		l := &b.Links[i]
		all = append(all, item{name: Link, value: listed(l.Text, l.Title, l.Dest.Value)})
	}
	for i := range b.Images {
		m := &b.Images[i]
		all = append(all, item{name: Picture, value: listed(m.Alt, m.Title, m.Dest.Value)})
	}
	return all
}

func contact(c city.Contact) string {
	return listed(c.Name.Value, c.Email.Value, c.Phone.Value, c.URL.Value)
}

func document(s city.Source) string { return listed(s.Title.Value, s.URL.Value) }

func tile(at [2]int) string {
	if at[0] == 0 {
		return ""
	}
	return strconv.Itoa(at[0]) + ", " + strconv.Itoa(at[1])
}

// listed returns the texts that are not empty as one.
func listed(values ...string) string {
	return strings.Join(slices.DeleteFunc(values, func(s string) bool { return s == "" }), ", ")
}

// joined returns a list of texts as one.
func joined(list []source.Text) string {
	values := make([]string, len(list))
	for i, t := range list {
		values[i] = t.Value
	}
	return strings.Join(values, ", ")
}
