package parse

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/parse/tree"
	"wijkvisie/internal/source"
)

// Department parses a file in diensten/.
func Department(f *source.File) (*city.Department, diag.List) {
	d := &city.Department{}
	r := &reader{file: f}
	r.page(departmentMapping, &d.Record, d, noReserved)
	return d, r.problems
}

var departmentMapping = &Mapping{
	Name: "department",
	Keys: []Key{
		text("naam", func(d *city.Department) *source.Text { return &d.Name }).required().
			about("De naam van {de/het dienst}.", "The name of the {dienst}.", "Stadswerken"),
		text("omschrijving", func(d *city.Department) *source.Text { return &d.Description }).prose().
			about("Wat {de/het dienst} doet, in één zin.", "What the {dienst} does, in a sentence.", "Onderhoudt straten, pleinen en groen."),
		group("contact", contactMapping, func(d *city.Department) *city.Contact { return &d.Contact }).
			about("Hoe {de/het dienst} te bereiken is.", "How to reach the {dienst}.", "{e-mail: stadswerken@example.nl, telefoon: 14 030}"),
		date("geldig-vanaf", func(d *city.Department) *city.Date { return &d.ValidFrom }).
			about("De eerste dag van {de/het dienst}.", "The first day of the {dienst}.", "2004-01-01"),
		date("geldig-tot-en-met", func(d *city.Department) *city.Date { return &d.ValidThrough }).
			about("De laatste dag van {de/het dienst}.", "The last day of the {dienst}.", "2013-12-31"),
		text("opgevolgd-door", func(d *city.Department) *source.Text { return &d.SucceededBy }).refersTo(ToDepartment).
			about("{De/Het dienst die/dat} het werk overnam: de naam van een bestand in diensten/.", "The {dienst} that took over: the name of a file in diensten/.", "stadsbedrijven"),
		text("soort", func(d *city.Department) *source.Text { return &d.Kind }).
			oneOf(city.KindDepartment, city.KindPartner).
			about("Een {dienst} van de gemeente, of een partner zoals een woningcorporatie.", "{A/An dienst} of the municipality, or a partner such as a housing corporation.", city.KindDepartment),
		texts("themas", func(d *city.Department) *[]source.Text { return &d.Themes }).refersTo(ToTheme).
			about("De {thema's} waar {de/het dienst} over gaat: id's uit site.yaml. {Behoeften} van die {thema's} zonder {antwoord} komen in het vraagboek van {deze/dit dienst}.", "The {thema's} that are the {dienst}'s: ids of site.yaml. {Behoeften} of those {thema's} without {a/an antwoord} are in its demand book.", "[verkeer]"),
		former(func(d *city.Department) *[]source.Text { return &d.Former }),
	},
	rules: func(r *reader, _ *tree.Node, into any) {
		d := into.(*city.Department)
		r.inOrder(d.ValidFrom, d.ValidThrough)
	},
}
