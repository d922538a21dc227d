package diag

import (
	"fmt"
	"io"
	"strings"
	"sync"
)

// explanation is what an author should know of a code.
type explanation struct {
	means   translation
	mend    translation
	example string // content that it is said of
}

// Codes returns every code: errors, warnings and information, in the order of
// the contract.
func Codes() []Code {
	return []Code{
		FrontMatterMissing, FrontMatterUnclosed, FrontMatterSyntax, NotUTF8, ConflictMarker, FileTooLarge, OutsideContent, UnreadableImage, InvalidMap, TemplateError,
		DuplicateKey, UnknownKey, MissingKey, MissingReason, WrongType, InvalidValue, InvalidDate, InvalidID, InvalidCode,
		DuplicateID, DuplicatePriority, UnknownWijk, UnknownBuurt, UnknownTheme, UnknownDepartment, UnknownNeed, UnknownCommitment,
		PeriodOverlap, URLClash, BrokenLink, BrokenAnchor, MissingImage, UnsafeLink, ImportRow,
		RawHTML, ImageWithoutAlt, HeadingSkip, VagueLinkText, UnpublishedLink, PersonalData, CommitmentWithoutNeed,
		CommitmentOutsidePeriod, ProgressOutOfOrder, CodeNameMismatch, UnusedNeedSection, TruncatedValue, UnknownFile,
		LargeFile, AreaWithoutWijk, WijkWithoutArea, LowContrast, SecurityContactExpiring, MissingBaseURL,
		NeedUnanswered, DateShifted, NoProgress, RenamedReference, LongSentence, HardToRead, Jargon, PossibleMatch,
	}
}

// Explain writes what a code means, an example and how to mend it.
func Explain(w io.Writer, c Code, lang Lang) error {
	e := explanations()[c]
	words := [...][5]string{
		Dutch:   {"fout: er wordt niets gepubliceerd zolang dit er staat", "waarschuwing: de site wordt gepubliceerd, maar kijk er even naar", "informatie: goed om te weten", "Bijvoorbeeld:", "Wat u doet:"},
		English: {"error: nothing is published while this stands there", "warning: the site is published, but have a look", "info: good to know", "For example:", "What to do:"},
	}[lang]
	_, err := fmt.Fprintf(w, "%s\n%s\n\n%s\n\n%s\n\n    %s\n\n%s %s\n", c, words[c.Severity()], e.means[lang], words[3],
		strings.ReplaceAll(e.example, "\n", "\n    "), words[4], e.mend[lang])
	return err
}

// ExplainAll writes the list of codes, each with what it means.
func ExplainAll(w io.Writer, lang Lang) error {
	heads := [...][3]string{Dutch: {"Fouten: er wordt niets gepubliceerd", "Waarschuwingen", "Informatie"}, English: {"Errors: nothing is published", "Warnings", "Information"}}[lang]
	last := Severity(255)
	for _, c := range Codes() {
		if s := c.Severity(); s != last {
			if last != 255 {
				fmt.Fprintln(w)
			}
			fmt.Fprintf(w, "%s\n\n", heads[s])
			last = s
		}
		first, _, _ := strings.Cut(explanations()[c].means[lang], ". ")
		if _, err := fmt.Fprintf(w, "  %-26s %s\n", c, strings.TrimSuffix(first, ".")); err != nil {
			return err
		}
	}
	return nil
}

// explanations are those of every code. They never change.
var explanations = sync.OnceValue(func() map[Code]explanation {
	return map[Code]explanation{
		FrontMatterMissing: {
			translation{"Een bestand begint met een blok gegevens tussen twee regels met drie streepjes. Dat blok ontbreekt hier.", "A file begins with a block of data between two lines of three dashes. That block is missing here."},
			translation{"Zet bovenaan een regel met ---, dan de gegevens, dan weer een regel met ---.", "Put a line of --- at the top, then the data, then another line of ---."},
			"Overvecht is een groene wijk.",
		},
		FrontMatterUnclosed: {
			translation{"Het blok gegevens begint met ---, maar er is geen tweede regel met --- die het afsluit. Zo is niet te zien waar de tekst begint.", "The block of data begins with ---, but no second line of --- closes it. So nobody can see where the text begins."},
			translation{"Zet een regel met alleen --- tussen de gegevens en de tekst.", "Put a line of only --- between the data and the text."},
			"---\nnaam: Overvecht\nOvervecht is een groene wijk.",
		},
		FrontMatterSyntax: {
			translation{"Het blok gegevens is niet te lezen. Vaak staat er een dubbele punt of een aanhalingsteken in een tekst, of springt een regel verkeerd in.", "The block of data cannot be read. Often there is a colon or a quote in a text, or a line is indented wrongly."},
			translation{"Zet een tekst waar een dubbele punt in staat tussen aanhalingstekens, en laat regels die bij elkaar horen evenveel inspringen.", "Put a text that has a colon in it in quotes, and indent lines that belong together by the same amount."},
			"titel: Overvecht: een visie        # fout\ntitel: \"Overvecht: een visie\"      # goed",
		},
		NotUTF8: {
			translation{"De letters in dit bestand zijn niet bewaard als UTF-8. Een é of een ’ zou op de site een raar teken worden.", "The letters in this file were not saved as UTF-8. An é or a ’ would become a strange sign on the site."},
			translation{"Bewaar het bestand opnieuw met de codering UTF-8, of laat “wijkvisie check --fix” het doen.", "Save the file again with the encoding UTF-8, or let “wijkvisie check --fix” do it."},
			"caf\\xe9 in plaats van café",
		},
		ConflictMarker: {
			translation{"Twee mensen hebben hetzelfde stuk veranderd, en Git heeft beide versies laten staan. Iemand moet kiezen.", "Two people changed the same passage, and Git left both versions standing. Somebody has to choose."},
			translation{"Kies een van de twee stukken, en haal de regels met <<<<<<<, ======= en >>>>>>> weg.", "Choose one of the two passages, and remove the lines of <<<<<<<, ======= and >>>>>>>."},
			"<<<<<<< HEAD\ntitel: Veilig oversteken\n=======\ntitel: Veilige oversteek\n>>>>>>> overvecht",
		},
		FileTooLarge: {
			translation{"Het bestand is groter dan een tekst ooit is. Waarschijnlijk staat er iets anders in.", "The file is larger than a text ever is. Probably there is something else in it."},
			translation{"Splits de tekst, of haal eruit wat er niet in hoort. Een plaatje hoort in media/.", "Split the text, or take out what does not belong. A picture belongs in media/."},
			"een foto die in de tekst is geplakt",
		},
		OutsideContent: {
			translation{"Een pad of een snelkoppeling leidt naar een plek buiten de map met inhoud. Die wordt niet gelezen.", "A path or a link leads to a place outside the content folder. It is not read."},
			translation{"Zet het bestand zelf in de map met inhoud, en verwijs daarnaar.", "Put the file itself in the content folder, and refer to it there."},
			"[plan](../../documenten/plan.pdf)",
		},
		UnreadableImage: {
			translation{"De afbeelding is beschadigd, is van een soort die browsers niet tonen, of is een tekening met een script erin.", "The image is damaged, is of a kind that browsers do not show, or is a drawing with a script in it."},
			translation{"Bewaar haar opnieuw als JPG, PNG, GIF, WebP of gewone SVG.", "Save it again as JPG, PNG, GIF, WebP or plain SVG."},
			"![De markt](../media/markt.heic)",
		},
		InvalidMap: {
			translation{"Het bestand kaart/wijken.geojson is geen kaart met gebieden in Nederland.", "The file kaart/wijken.geojson is not a map of areas in the Netherlands."},
			translation{"Exporteer de grenzen als GeoJSON, in graden (WGS84) of in het Rijksdriehoeksstelsel. Zonder het bestand tekent de site een tegelkaart.", "Export the boundaries as GeoJSON, in degrees (WGS84) or in the Dutch grid. Without the file the site draws a tile map."},
			"{\"type\": \"FeatureCollection\", \"features\": [ … ",
		},
		TemplateError: {
			translation{"In een bestand van het thema staat iets dat niet kan. Dit is werk voor wie het thema maakte.", "A file of the theme holds something that cannot be. This is work for who made the theme."},
			translation{"Herstel de regel in het thema, of bouw met --theme default.", "Mend the line in the theme, or build with --theme default."},
			"{{.Titel}}",
		},
		DuplicateKey: {
			translation{"Een sleutel staat twee keer in hetzelfde blok. Niemand weet dan welke telt.", "A key stands twice in one block. Nobody knows then which one counts."},
			translation{"Haal een van de twee weg.", "Remove one of the two."},
			"titel: Wijkvisie Oost\ntitel: Wijkvisie Oost 2011",
		},
		UnknownKey: {
			translation{"Deze sleutel kent de site niet, en wat erachter staat zou nergens te zien zijn.", "The site does not know this key, and what stands behind it would be seen nowhere."},
			translation{"Kijk of het een tikfout is. Staat de sleutel er niet voor niets, dan hoort de inhoud misschien in de tekst.", "See whether it is a slip of the hand. If it is meant, perhaps it belongs in the text."},
			"titl: Wijkvisie Oost",
		},
		MissingKey: {
			translation{"Hier ontbreekt een gegeven dat de site nodig heeft.", "Something that the site needs is missing here."},
			translation{"Voeg de regel toe die de melding noemt.", "Add the line that the message names."},
			"---\nwijk: oost\n---        # titel ontbreekt",
		},
		MissingReason: {
			translation{"Wie nee zegt, iets laat vervallen of een datum verschuift, zegt waarom. De bewoners mogen dat weten.", "Who says no, drops something or moves a date says why. The residents may know."},
			translation{"Voeg reden: toe, met één of twee zinnen.", "Add reden:, with a sentence or two."},
			"- {datum: 2012-05-14, gereed: 2013-05}",
		},
		WrongType: {
			translation{"Er staat een ander soort waarde dan hier hoort: een lijst waar een tekst hoort, of een woord waar een getal hoort.", "There is another kind of value than belongs here: a list where a text belongs, or a word where a number belongs."},
			translation{"Schrijf het zoals de melding voordoet.", "Write it as the message shows."},
			"prioriteit: hoog        # fout\nprioriteit: 1           # goed",
		},
		InvalidValue: {
			translation{"De waarde is van de goede soort, maar kan hier niet.", "The value is of the right kind, but cannot stand here."},
			translation{"Kies een van de waarden die de melding noemt.", "Choose one of the values that the message names."},
			"status: klaar           # kies gerealiseerd",
		},
		InvalidDate: {
			translation{"Deze dag bestaat niet, of staat er niet als jaar-maand-dag.", "This day does not exist, or is not written as year-month-day."},
			translation{"Schrijf eerst het jaar, dan de maand en dan de dag, met streepjes ertussen.", "Write the year first, then the month and then the day, with dashes between them."},
			"datum: 19 mei 2011      # fout\ndatum: 2011-05-19       # goed",
		},
		InvalidID: {
			translation{"Een naam waarmee de site iets aanwijst, heeft alleen kleine letters, cijfers en streepjes. De naam van het bestand is er ook een.", "A name by which the site points at something has only small letters, digits and dashes. The name of a file is one too."},
			translation{"Gebruik de naam die de melding voorstelt.", "Use the name that the message suggests."},
			"Overvecht (1).md        # fout\novervecht.md            # goed",
		},
		InvalidCode: {
			translation{"De CBS-code klopt niet: zij heeft een andere vorm, of is van een andere gemeente.", "The CBS code is wrong: it has another form, or is of another municipality."},
			translation{"Zoek de code op bij het CBS. Een wijk heeft WK en zes tekens, een buurt BU en acht, een gemeente GM en vier.", "Look the code up at CBS. A wijk has WK and six characters, a buurt BU and eight, a municipality GM and four."},
			"code: WK34403           # fout\ncode: WK034403          # goed",
		},
		DuplicateID: {
			translation{"Twee dingen hebben dezelfde naam. Een verwijzing kan dan naar beide gaan.", "Two things have the same name. A reference could go to either."},
			translation{"Geef een van de twee een andere naam, en pas aan wat ernaar verwijst.", "Give one of the two another name, and change what refers to it."},
			"- id: sw-2011-014\n  …\n- id: sw-2011-014",
		},
		DuplicatePriority: {
			translation{"Twee behoeften in één wijkvisie hebben dezelfde plaats op de lijst.", "Two needs in one vision have the same place on the list."},
			translation{"Kies welke voorgaat. Wat geen plaats heeft, komt achteraan.", "Choose which comes first. What has no place comes last."},
			"prioriteit: 2\n…\nprioriteit: 2",
		},
		UnknownWijk:       unknown("Er wordt verwezen naar een wijk die er niet is.", "A wijk is referred to that is not there.", "wijk: ovrvecht"),
		UnknownBuurt:      unknown("Er wordt verwezen naar een buurt die niet in deze wijk ligt.", "A buurt is referred to that is not in this wijk.", "buurten: [taagdref]"),
		UnknownTheme:      unknown("Er wordt verwezen naar een thema dat niet in site.yaml staat.", "A theme is referred to that is not in site.yaml.", "thema: verkeers"),
		UnknownDepartment: unknown("Er wordt verwezen naar een dienst die er niet is.", "A department is referred to that is not there.", "dienst: stadswerkn"),
		UnknownNeed:       unknown("Er wordt verwezen naar een behoefte die in geen enkele wijkvisie staat. Schrijf haar als wijk/behoefte.", "A need is referred to that is in no vision. Write it as wijk/need.", "behoeften: [overvecht/veilige-overstek]"),
		UnknownCommitment: unknown("Er wordt verwezen naar een toezegging die er niet is.", "A commitment is referred to that is not there.", "naar: sw-2013-99"),
		PeriodOverlap: {
			translation{"Twee vastgestelde wijkvisies van één wijk gelden in dezelfde jaren. Dan is niet te zeggen welke de huidige is.", "Two adopted visions of one wijk are for the same years. Then nobody can say which is the current one."},
			translation{"Pas een van de perioden aan, of geef de oude visie de status ingetrokken. Een jaar waarin de een eindigt en de ander begint, mag.", "Change one of the periods, or give the old vision the status ingetrokken. A year in which one ends and the other begins is fine."},
			"periode: 2011-2014\n…\nperiode: 2013-2016",
		},
		URLClash: {
			translation{"Twee dingen zouden op hetzelfde adres van de site komen te staan.", "Two things would get the same address on the site."},
			translation{"Geef een van de twee een andere naam.", "Give one of the two another name."},
			"paginas/wijken.md       # /wijken/ is van de site zelf",
		},
		BrokenLink: {
			translation{"Een link gaat naar een bestand of een pagina die er niet is.", "A link goes to a file or a page that is not there."},
			translation{"Verbeter het adres. Naar een ander bestand verwijst u met het pad, zoals ../wijken/oost.md.", "Mend the address. You refer to another file by its path, as in ../wijken/oost.md."},
			"[de wijk](../wijken/ost.md)",
		},
		BrokenAnchor: {
			translation{"Een link gaat naar een plek in een bestand, en die plek is er niet.", "A link goes to a place in a file, and that place is not there."},
			translation{"Gebruik de naam van een kop of een behoefte in dat bestand.", "Use the name of a heading or a need in that file."},
			"[zwemles](overvecht-2011.md#zwemlesen)",
		},
		MissingImage: {
			translation{"De afbeelding staat niet in media/, of op een andere site. De site toont alleen eigen afbeeldingen.", "The image is not in media/, or is on another site. The site shows only images of its own."},
			translation{"Zet de afbeelding in de map media/ en verwijs daarnaar. Een naam met spaties krijgt %20 op de plaats van elke spatie.", "Put the image in the folder media/ and refer to it there. A name with spaces gets %20 in the place of each space."},
			"![De markt](markt.jpg)",
		},
		UnsafeLink: {
			translation{"Het adres begint met iets waar een link op een openbare site niet heen mag gaan.", "The address begins with something that a link on a public site may not go to."},
			translation{"Verwijs naar een webadres (https://), een mailadres (mailto:), een telefoonnummer (tel:) of een bestand.", "Refer to a web address (https://), a mail address (mailto:), a telephone number (tel:) or a file."},
			"[klik](javascript:alert(1))",
		},
		ImportRow: {
			translation{"Een rij in het bestand met voortgang is niet te verwerken. Dan wordt er niets veranderd.", "A row in the file of progress cannot be used. Then nothing is changed."},
			translation{"Verbeter de rij die de melding noemt, en lees het bestand opnieuw in.", "Mend the row that the message names, and import the file again."},
			"sw-2011-014;31-02-2012;gerealiseerd",
		},
		RawHTML: {
			translation{"In de tekst staat HTML. De site laat de codes weg en houdt de tekst ertussen.", "There is HTML in the text. The site leaves the tags out and keeps the text between them."},
			translation{"Gebruik Markdown: **vet**, *schuin*, [tekst](adres).", "Use Markdown: **bold**, *italic*, [text](address)."},
			"Dit is <b>belangrijk</b>.",
		},
		ImageWithoutAlt: {
			translation{"Wie de afbeelding niet ziet, hoort niet wat erop staat.", "Who does not see the image does not hear what is in it."},
			translation{"Beschrijf tussen de rechte haken wat er te zien is.", "Describe between the square brackets what can be seen."},
			"![](../media/markt.jpg)",
		},
		HeadingSkip: {
			translation{"De koppen slaan een niveau over. Wie met een schermlezer leest, mist dan een stap.", "The headings skip a level. Who reads with a screen reader then misses a step."},
			translation{"Gebruik na ## eerst ###, en dan pas ####.", "After ## use ### first, and only then ####."},
			"## Groen\n#### Bomen",
		},
		VagueLinkText: {
			translation{"De tekst van de link zegt niet waar hij heen gaat. Veel mensen lezen alleen de links.", "The text of the link does not say where it goes. Many people read only the links."},
			translation{"Maak van de woorden die het zeggen de link.", "Make the words that say it the link."},
			"Lees [hier](plan.pdf) het plan.        # beter: Lees [het plan](plan.pdf).",
		},
		UnpublishedLink: {
			translation{"De link gaat naar iets dat nog niet op de site staat: een concept, of iets onder embargo. Hij wordt gewone tekst.", "The link goes to something that is not on the site yet: a concept, or something under embargo. It becomes plain text."},
			translation{"Niets, als dat de bedoeling is: de link komt vanzelf als de pagina er is.", "Nothing, if that is meant: the link comes by itself when the page is there."},
			"[de nieuwe visie](../wijkvisies/oost-2015.md)",
		},
		PersonalData: {
			translation{"Hier staat iets dat van een persoon is: een burgerservicenummer, een mobiel nummer of een mailadres van thuis.", "Here is something that belongs to a person: a citizen service number, a mobile number or a mail address at home."},
			translation{"Laat het weg. Hoe iemand van de gemeente te bereiken is, hoort bij contact of wijkregisseur.", "Leave it out. How to reach somebody of the municipality belongs in contact or wijkregisseur."},
			"Bel Jan: 06-12345678",
		},
		CommitmentWithoutNeed: {
			translation{"De toezegging noemt geen behoefte. Op de site is dan niet te zien waarom de dienst dit doet.", "The commitment names no need. Then the site cannot show why the department does this."},
			translation{"Noem de behoefte bij behoeften, of de wijk bij wijken.", "Name the need at behoeften, or the wijk at wijken."},
			"- id: sw-2011-020\n  titel: Nieuwe stoeptegels",
		},
		CommitmentOutsidePeriod: {
			translation{"De toezegging is van een jaar waarvoor de wijkvisie niet geldt.", "The commitment is of a year that the vision is not for."},
			translation{"Kijk of het jaar van het programma klopt, en of de behoefte die van de goede wijkvisie is.", "See whether the year of the programme is right, and whether the need is of the right vision."},
			"jaar: 2016              # de wijkvisie is voor 2011–2014",
		},
		ProgressOutOfOrder: {
			translation{"In de voortgang staat een oudere dag na een nieuwere. De laatste regel telt.", "In the log an older day stands after a newer one. The last line counts."},
			translation{"Zet de regels op volgorde van datum, of verbeter de datum.", "Put the lines in order of date, or mend the date."},
			"- {datum: 2012-03-15, …}\n- {datum: 2011-04-11, …}",
		},
		CodeNameMismatch: {
			translation{"De CBS-code is van een ander gebied dan de naam zegt.", "The CBS code is of another area than the name says."},
			translation{"Zoek op welke van de twee klopt.", "Look up which of the two is right."},
			"naam: Overvecht\ncode: WK034404          # dat is Noordoost",
		},
		UnusedNeedSection: {
			translation{"Een kop heeft tussen accolades een naam die op die van een behoefte lijkt, maar er geen is. Het stuk komt dan niet bij de behoefte te staan.", "A heading has a name in braces that looks like a need's but is none. The passage then does not stand with the need."},
			translation{"Schrijf de naam precies zoals bij de behoefte.", "Write the name exactly as it is at the need."},
			"## Oversteken {#veilige-overstek}",
		},
		TruncatedValue: {
			translation{"Een spatie met een # erna begint een opmerking. Wat daarachter staat, hoort niet bij de tekst.", "A space with a # after it begins a comment. What stands behind it is no part of the text."},
			translation{"Zet de hele tekst tussen aanhalingstekens.", "Put the whole text in quotes."},
			"titel: Speelplek #2            # de titel is nu Speelplek\ntitel: \"Speelplek #2\"",
		},
		UnknownFile: {
			translation{"Dit bestand of deze map wordt niet gelezen: de naam is anders dan de site verwacht.", "This file or folder is not read: its name is other than the site expects."},
			translation{"Geef het de naam die de melding voorstelt, of haal het weg.", "Give it the name that the message suggests, or remove it."},
			"wijkvisie/oost.MD       # wijkvisies/oost.md",
		},
		LargeFile: {
			translation{"Het bestand is groot. Wie het op een telefoon opent, wacht lang en betaalt ervoor.", "The file is large. Who opens it on a phone waits long and pays for it."},
			translation{"Maak een foto kleiner voordat u haar plaatst, en bewaar een PDF voor het web.", "Make a photograph smaller before you place it, and save a PDF for the web."},
			"media/wijkfeest.jpg     # 30 MB",
		},
		AreaWithoutWijk: {
			translation{"Op de kaart staat een gebied waar geen wijk bij hoort.", "On the map is an area that no wijk belongs to."},
			translation{"Geef de wijk de code van het gebied, of haal het gebied van de kaart.", "Give the wijk the code of the area, or take the area off the map."},
			"\"properties\": {\"statcode\": \"WK034411\"}",
		},
		WijkWithoutArea: {
			translation{"Een wijk staat niet op de kaart. In de lijst naast de kaart staat zij wel.", "A wijk is not on the map. It is in the list beside the map."},
			translation{"Kijk of de code van de wijk klopt, of voeg het gebied toe aan kaart/wijken.geojson.", "See whether the code of the wijk is right, or add the area to kaart/wijken.geojson."},
			"code: WK034411",
		},
		LowContrast: {
			translation{"Twee kleuren van de huisstijl verschillen te weinig om te lezen. De site kiest zelf zwart of wit.", "Two colours of the house style differ too little to be read. The site chooses black or white itself."},
			translation{"Kies in de huisstijl een kleur met meer contrast, ten minste 4,5 op 1.", "Choose a colour with more contrast in the house style, at least 4.5 to 1."},
			"--utrecht-status-badge-success-color: #fff;",
		},
		SecurityContactExpiring: {
			translation{"Wie een lek in de site vindt, kijkt in security.txt bij wie hij dat meldt. Dat adres verloopt binnenkort, of is verlopen.", "Who finds a leak in the site looks in security.txt for whom to tell. That address expires soon, or has expired."},
			translation{"Kijk of het adres nog klopt, en schrijf een nieuwe dag bij verloopt.", "See whether the address is still right, and write a new day at verloopt."},
			"beveiliging: {contact: mailto:security@example.nl, verloopt: 2026-12-01}",
		},
		MissingBaseURL: {
			translation{"De site weet haar eigen adres niet. Vaste adressen, nieuwsfeeds en de sitemap worden weggelaten.", "The site does not know its own address. Lasting addresses, feeds and the sitemap are left out."},
			translation{"Zet basis-url in site.yaml.", "Put basis-url in site.yaml."},
			"basis-url: https://wijkvisies.example.nl",
		},
		NeedUnanswered: {
			translation{"Geen enkele dienst heeft op deze behoefte geantwoord. De site laat dat zien.", "No department has answered this need. The site shows it."},
			translation{"Niets, als u de wijk bent. Een dienst antwoordt met een toezegging of met een antwoord.", "Nothing, if you are the wijk. A department answers with a commitment or an answer."},
			"- id: zwemles",
		},
		DateShifted: {
			translation{"De datum van een toezegging is verschoven. De site toont beide.", "The date of a commitment was moved. The site shows both."},
			translation{"U hoeft niets te doen: beide datums staan op de site.", "There is nothing to do: both dates are on the site."},
			"- {datum: 2011-09-30, gereed: 2012-03, reden: …}",
		},
		NoProgress: {
			translation{"Over een toezegging is lang niets gemeld.", "Nothing has been reported of a commitment for long."},
			translation{"Voeg bij voortgang een regel toe, ook als er niets veranderde.", "Add a line to voortgang, also when nothing changed."},
			"voortgang:\n  - {datum: 2011-04-11, status: in-uitvoering}",
		},
		RenamedReference: {
			translation{"Iets heeft een nieuwe naam gekregen. De oude werkt nog.", "Something got a new name. The old one still works."},
			translation{"Schrijf voortaan de nieuwe naam.", "Write the new name from now on."},
			"dienst: openbare-werken        # heet nu stadswerken",
		},
		LongSentence: {
			translation{"Deze zin heeft meer dan 25 woorden. Veel mensen zijn het begin dan kwijt.", "This sentence has more than 25 words. Many people have lost the beginning by then."},
			translation{"Maak er twee van, als dat kan.", "Make it two, if that can be done."},
			"Omdat de oversteek bij de school, waar elke dag honderden kinderen …",
		},
		HardToRead: {
			translation{"Dit stuk heeft lange woorden en lange zinnen. De formule van Flesch-Douma geeft minder dan 45 van de 100.", "This passage has long words and long sentences. The formula of Flesch-Douma gives less than 45 of 100."},
			translation{"Kortere zinnen en kortere woorden helpen. Lees het eens hardop.", "Shorter sentences and shorter words help. Read it aloud once."},
			"De implementatie van de gebiedsgerichte beleidsvoornemens …",
		},
		Jargon: {
			translation{"Niet iedereen kent dit woord.", "Not everybody knows this word."},
			translation{"Gebruik het woord dat de melding noemt, als dat past.", "Use the word that the message names, if it fits."},
			"Wij faciliteren bewoners.      # Wij helpen bewoners.",
		},
		PossibleMatch: {
			translation{"Een toezegging noemt geen behoefte, en een behoefte in dezelfde wijk kreeg geen antwoord. Ze gaan over hetzelfde.", "A commitment names no need, and a need in the same wijk got no answer. They are about the same."},
			translation{"Horen ze bij elkaar, noem dan de behoefte bij de toezegging.", "If they belong together, name the need at the commitment."},
			"behoeften: [oost/speelplek]",
		},
	}
})

// unknown is the explanation of a reference that leads nowhere.
func unknown(dutch, english, example string) explanation {
	return explanation{
		translation{dutch, english},
		translation{"Vaak is het een tikfout: de melding noemt wat u waarschijnlijk bedoelde.", "Often it is a slip of the hand: the message names what you probably meant."},
		example,
	}
}
