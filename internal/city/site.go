package city

import "wijkvisie/internal/source"

// Site is site.yaml: the site as a whole.
type Site struct {
	File             *source.File
	FirstLine        source.Pos
	Broken           bool
	Title            source.Text
	Municipality     source.Text // gemeente
	MunicipalityCode source.Text // gemeentecode, as in GM0344
	BaseURL          source.Text // basis-url
	AddressSince     source.Text // basis-url-sinds: a year
	Language         source.Text // taal: nl or en
	Description      source.Text // omschrijving
	Notice           source.Text // mededeling
	Themes           []*Theme    // in display order
	Contact          Contact
	EditURL          source.Text   // bewerk-url, with {bestand}
	Accessibility    source.Text   // toegankelijkheidsverklaring
	SecurityContacts []source.Text // beveiliging.contact, the first to be tried first
	SecurityPolicy   source.Text   // beveiliging.beleid
	SecurityExpires  Date          // beveiliging.verloopt
	Licence          source.Text   // licentie
	MapSource        source.Text   // kaart.bron
	MapYear          source.Text   // kaart.jaar
	HouseStyle       source.Text   // huisstijl
	Logo             source.Text
	SharePicture     source.Text // deelplaatje: what others show of a link to the site
	SilentMonths     int         // stil-na-maanden; DefaultSilentMonths when not written
	Terms            []Term      // begrippen
}

// DefaultSilentMonths is after how many months without an entry a commitment is silent,
// when the site does not say.
const DefaultSilentMonths = 12

// Theme is a subject that needs are sorted by.
type Theme struct {
	ID          source.Text
	Name        source.Text
	Description source.Text
}

// Term is a municipality's own word for one of the site's nouns.
type Term struct {
	Key              source.Text // the site's own word: wijkvisie
	Singular, Plural source.Text
	Article          source.Text // de or het
}
