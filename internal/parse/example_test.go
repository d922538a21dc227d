package parse

import (
	_ "embed"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"wijkvisie/internal/city"
	"wijkvisie/internal/source"
)

// The examples of the contract of the content format.
var (
	//go:embed testdata/site.yaml
	siteExample string
	//go:embed testdata/wijk.md
	wijkExample string
	//go:embed testdata/vision.md
	visionExample string
	//go:embed testdata/department.md
	departmentExample string
	//go:embed testdata/programme.md
	programmeExample string
	//go:embed testdata/page.md
	pageExample string
)

func TestEveryKeyOfTheContractIsRead(t *testing.T) {
	site, problems := Site(file("site.yaml", siteExample))
	wantProblems(t, problems, "")
	wijk, problems := Wijk(file("wijken/overvecht.md", wijkExample))
	wantProblems(t, problems, "")
	vision, problems := Vision(file("wijkvisies/overvecht-2011.md", visionExample))
	wantProblems(t, problems, "")
	department, problems := Department(file("diensten/stadswerken.md", departmentExample))
	wantProblems(t, problems, "")
	programme, problems := Programme(file("programmas/stadswerken-2011.md", programmeExample))
	wantProblems(t, problems, "")
	page, problems := Page(file("paginas/over-deze-site.md", pageExample))
	wantProblems(t, problems, "")

	need, commitment := vision.Needs[0], programme.Commitments[0]
	for _, c := range []struct{ got, want any }{
		{site.Title.Value, "Wijkvisies Utrecht"},
		{site.Contact.Phone.Value, "14 030"},
		{site.BaseURL.Value, "https://wijkvisies.example.nl"},
		{site.EditURL.Value, "https://example.nl/repo/edit/main/content/{bestand}"},
		{len(site.SecurityContacts), 2},
		{site.SecurityContacts[0].Value, "mailto:security@example.nl"},
		{site.SecurityPolicy.Value, "https://example.nl/kwetsbaarheid-melden"},
		{site.SecurityExpires.String(), "2027-06-01"},
		{site.MapYear.Value, "2024"},
		{site.SilentMonths, 12},
		{len(site.Themes), 1},
		{site.Themes[0].Name.Value, "Verkeer en bereikbaarheid"},
		{len(site.Terms), 1},
		{site.Terms[0].Key.Value, "wijkvisie"},
		{site.Terms[0].Plural.Value, "wijkagenda's"},
		{wijk.ID, "overvecht"},
		{wijk.Order, 3},
		{wijk.Manager.Name.Value, "Wijkregisseur Overvecht"},
		{wijk.OfficeHours.Value, "op werkdagen van 9 tot 17 uur"},
		{len(wijk.Network), 3},
		{wijk.Buurten[0].Code.Value, "BU03440311"},
		{wijk.Residents, 35255},
		{wijk.ResidentsAt.Value, "2024"},
		{wijk.Tile, [2]int{3, 1}},
		{vision.ID, "overvecht-2011"},
		{vision.Period.String(), "2011-2014"},
		{vision.AdoptedOn.String(), "2011-05-19"},
		{vision.OpenThrough.String(), "2011-03-15"},
		{vision.Publish.String(), "2011-05-20"},
		{vision.Source.URL.Value, "https://example.nl/besluit"},
		{need.ID.Value, "veilige-oversteek-einsteindreef"},
		{need.Priority, 1},
		{need.RaisedBy[1].Value, "ouders van een basisschool"},
		{need.RaisedOn.String(), "2010-11-16"},
		{need.Location.Lat, 52.1183},
		{need.Judgements[0].Text.Value, "De middenberm is klaar, de verlichting niet."},
		{need.Judgements[1].About.Value, "sw-2011-014"},
		{need.AddedOn.String(), "2012-02-01"},
		{need.RetractedOn.String(), "2013-01-15"},
		{need.Reason.Value, "De school is verhuisd."},
		{vision.Advice[0].Date.String(), "2011-03-10"},
		{vision.Advice[0].By.Value, "Wijkraad Overvecht"},
		{vision.Advice[0].Text.Value, "Kijk ook naar de Zambesidreef."},
		{vision.Advice[0].URL.Value, "https://example.nl/advies"},
		{vision.Advice[0].Reply.Value, "Overgenomen."},
		{department.Kind.Value, city.KindDepartment},
		{department.SucceededBy.Value, "stadsbedrijven"},
		{department.Themes[1].Value, "groen"},
		{department.ValidThrough.String(), "2013-12-31"},
		{programme.Period.String(), "2011-2011"},
		{programme.AdoptedOn.String(), "2011-02-22"},
		{programme.WithdrawnOn.String(), "2011-12-20"},
		{programme.Reason.Value, "De dienst is opgeheven."},
		{commitment.Due.String(), "2011-10"},
		{commitment.PromisedOn.String(), "2011-06-15"},
		{commitment.Budget, 185000},
		{commitment.Needs[0].Value, "overvecht/veilige-oversteek-einsteindreef"},
		{commitment.Progress[1].Due.String(), "2012-03"},
		{commitment.Progress[2].Status.Value, city.Realised},
		{commitment.Progress[2].Source.Title.Value, "Oplevering"},
		{commitment.Progress[2].Source.URL.Value, "../media/oplevering.pdf"},
		{commitment.Progress[2].Image.File.Value, "../media/plateau.jpg"},
		{commitment.Progress[2].Image.Alt.Value, "Het plateau met middenberm"},
		{programme.Answers[0].Answer.Value, city.AnswerNo},
		{page.Menu.Value, city.MenuMain},
		{page.Former[0].Value, "over"},
		{page.Updated.String(), "2011-05-19"},
	} {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("got %#v, want %#v", c.got, c.want)
		}
	}
	if vision.Body == nil || vision.Broken {
		t.Error("the vision has no body")
	}
}

func TestEveryFileHasARecordAndWhatWasNotWrittenIsZero(t *testing.T) {
	for _, data := range []string{"", "tekst", "---\n", "---\n---\n", "---\n: [\n---\n", "\xff\xfe", "+++\na=\n+++\n", "{"} {
		f := file("wijken/oost.md", data)
		w, problems := Wijk(f)
		if w == nil || w.ID != "oost" || w.File != f || w.Residents != -1 || w.FirstLine.IsZero() {
			t.Errorf("%q: record %+v", data, w)
		}
		if !problems.HasErrors() {
			t.Errorf("%q: no error", data)
		}
	}
}

// TestAllFormatsGiveTheSameRecord holds the three formats to the same record.
func TestAllFormatsGiveTheSameRecord(t *testing.T) {
	const asYAML = "---\ntitel: A\ndienst: d\njaar: 2011\nstatus: concept\ntoezeggingen:\n" +
		"  - id: a-1\n    titel: B\n    budget: 12\n    gereed: 2011-10\n    bron: {titel: C}\n" +
		"    voortgang:\n      - {datum: 2011-04-11, tekst: D}\n---\nTekst.\n"
	const asTOML = "+++\ntitel = \"A\"\ndienst = 'd'\njaar = 2011\nstatus = \"\"\"concept\"\"\"\n\n[[toezeggingen]]\n" +
		"id = \"a-1\"\ntitel = \"B\"\nbudget = 12\ngereed = \"2011-10\"\nbron.titel = \"C\"\n\n" +
		"[[toezeggingen.voortgang]]\ndatum = 2011-04-11\ntekst = \"D\"\n+++\nTekst.\n"
	const asJSON = "{\n\"titel\": \"A\", \"dienst\": \"d\", \"jaar\": 2011, \"status\": \"concept\",\n\"toezeggingen\": [\n" +
		"{\"id\": \"a-1\", \"titel\": \"B\", \"budget\": 12, \"gereed\": \"2011-10\", \"bron\": {\"titel\": \"C\"},\n" +
		"\"voortgang\": [{\"datum\": \"2011-04-11\", \"tekst\": \"D\"}]}]\n}\n\nTekst.\n"
	want := programmeWithoutPlaces(t, asYAML)
	for _, data := range []string{
		asTOML, asJSON,
		strings.ReplaceAll(strings.Replace(asTOML, "+++\n", "---toml\n", 1), "+++\n", "---\n"),
		";;;\n" + strings.Replace(asJSON, "\n}\n\n", "\n}\n;;;\n", 1),
		"---json\n" + strings.Replace(asJSON, "\n}\n\n", "\n}\n---\n", 1),
		strings.Replace(asYAML, "---\n", "---yaml\n", 1),
		strings.Replace(asYAML, "\n---\n", "\n...\n", 1),
		strings.ReplaceAll(asYAML, "\n", "\r\n"),
		strings.ReplaceAll(asYAML, "\n", "\r"),
		strings.ReplaceAll(asTOML, "\n", "\r\n"),
		strings.ReplaceAll(asTOML, "\n", "\r"),
		strings.ReplaceAll(asJSON, "\n", "\r"),
		source.BOM + asYAML, source.BOM + asTOML, source.BOM + asJSON,
		"\n  \n" + asYAML, "\r\n" + asJSON,
		strings.Replace(asJSON, "}\n\n", "}\n", 1),
		strings.Replace(asYAML, "---\n", "---  \t\n", 2),
	} {
		if got := programmeWithoutPlaces(t, data); !reflect.DeepEqual(got, want) {
			t.Errorf("%q:\ngot  %q\nwant %q", data, got, want)
		}
	}
}

func programmeWithoutPlaces(t *testing.T, data string) []string {
	t.Helper()
	p, problems := Programme(file("programmas/d-2011.md", data))
	if len(problems) > 0 {
		t.Errorf("%q: %s", data, listing(problems))
		return nil
	}
	c := p.Commitments[0]
	return []string{
		p.Title.Value, p.Department.Value, p.Period.String(), p.Status.Value, c.ID.Value, c.Title.Value,
		strconv.Itoa(c.Budget), c.Due.String(),
		c.Source.Title.Value, c.Progress[0].Date.String(), c.Progress[0].Text.Value,
	}
}
