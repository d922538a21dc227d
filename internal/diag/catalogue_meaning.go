package diag

// Errors in what the content says. The comments name the arguments.
const (
	IDTwice             Message = "duplicate-id"                       // id
	FormerNeedTwice     Message = "duplicate-id/former-need"           // former id
	CodeTwice           Message = "duplicate-id/code-twice"            // CBS code
	FileTwice           Message = "duplicate-id/file-twice"            // id
	PriorityTwice       Message = "duplicate-priority"                 // number
	WijkUnknown         Message = "unknown-wijk"                       // id
	BuurtUnknown        Message = "unknown-buurt"                      // id, wijk
	ThemeUnknown        Message = "unknown-theme"                      // id
	DepartmentUnknown   Message = "unknown-department"                 // id
	NeedUnknown         Message = "unknown-need"                       // wijk/need
	NeedOfUnknownWijk   Message = "unknown-need/need-of-unknown-wijk"  // wijk/need, wijk
	NeedNotQualified    Message = "unknown-need/need-not-qualified"    // need
	CommitmentUnknown   Message = "unknown-commitment"                 // id
	CommitmentOfOther   Message = "unknown-commitment/of-other-need"   // id, wijk/need
	PeriodsOverlap      Message = "period-overlap"                     // period, other period
	URLTaken            Message = "url-clash"                          // URL
	PeriodTaken         Message = "url-clash/period"                   // period
	AssetTwice          Message = "url-clash/asset-twice"              // name of the other file
	LinkBroken          Message = "broken-link"                        // target
	LinkToContentFolder Message = "broken-link/link-to-content-folder" // target
	LinkEmpty           Message = "broken-link/empty"
	LinkNowhere         Message = "broken-link/no-address"          // target
	LinkWithSpace       Message = "broken-link/with-space"          // target
	StyleMissing        Message = "broken-link/house-style-missing" // path
	AnchorBroken        Message = "broken-anchor"                   // target, anchor
	ImageMissing        Message = "missing-image"                   // target
	ImageOfOthers       Message = "missing-image/image-of-others"   // target
	ImageWithSpace      Message = "missing-image/with-space"        // target
	LinkUnsafe          Message = "unsafe-link"                     // target, scheme
)

var meaningKinds = []kind{
	{
		code: "duplicate-id", severity: Error,
		meaning: translation{"Twee dingen hebben dezelfde naam. Een verwijzing kan dan naar beide gaan.",
			"Two things have the same name. A reference could mean either one."},
		example: "- id: sw-2011-014\n  …\n- id: sw-2011-014",
		remedy: translation{"Geef een van de twee een andere naam, en pas aan wat ernaar verwijst.",
			"Give one of the two another name, and change what refers to it."},
		messages: []message{
			{name: IDTwice, text: translation{`het kenmerk "%s" bestaat al`, `the id "%s" exists already`}},
			{name: FormerNeedTwice, text: translation{`twee behoeften heetten vroeger "%s": een behoefte gaat maar in één andere verder`,
				`two needs were called "%s" before: a need goes on in only one other`},
				hint: translation{"laat het bij voorheen staan van de behoefte die dezelfde vraag is, en haal het weg bij de andere: die is nieuw",
					"keep it at voorheen of the need that asks the same, and remove it from the other, which is new"}},
			{name: CodeTwice, text: translation{"de CBS-code %s hoort al bij een andere wijk", "the CBS code %s belongs to another wijk already"},
				hint: translation{"zoek bij het CBS op welke van de twee klopt", "look up at CBS which of the two is right"}},
			{name: FileTwice, text: translation{`er is al een bestand met het kenmerk "%s"`, `there is a file with the id "%s" already`},
				hint: translation{"houd één van de twee bestanden over", "keep one of the two files"}},
		},
	},
	{
		code: "duplicate-priority", severity: Error,
		meaning: translation{"Twee behoeften in één wijkvisie hebben dezelfde plaats op de lijst.",
			"Two needs in one vision have the same place on the list."},
		example: "prioriteit: 2\n…\nprioriteit: 2",
		remedy:  translation{"Kies welke voorgaat. Wat geen plaats heeft, komt achteraan.", "Choose which comes first. What has no place comes last."},
		messages: []message{
			{name: PriorityTwice, text: translation{"prioriteit %d komt twee keer voor", "priority %d is given twice"}},
		},
	},
	{
		code: "unknown-wijk", severity: Error,
		meaning: translation{"Er wordt verwezen naar een wijk die er niet is.", "There is a reference to a wijk that does not exist."},
		example: "wijk: ovrvecht",
		remedy: translation{"Vaak is het een tikfout: de melding noemt wat u waarschijnlijk bedoelde.",
			"It is often a typing error: the message names what you probably meant."},
		messages: []message{
			{name: WijkUnknown, text: translation{`wijk "%s" bestaat niet`, `wijk "%s" does not exist`},
				hint: translation{"schrijf de naam van een bestand in wijken/, zonder .md", "write the name of a file in wijken/, without .md"}},
		},
	},
	{
		code: "unknown-buurt", severity: Error,
		meaning: translation{"Er wordt verwezen naar een buurt die niet in deze wijk ligt.", "There is a reference to a buurt that is not in this wijk."},
		example: "buurten: [taagdref]",
		remedy: translation{"Vaak is het een tikfout: de melding noemt wat u waarschijnlijk bedoelde.",
			"It is often a typing error: the message names what you probably meant."},
		messages: []message{
			{name: BuurtUnknown, text: translation{`buurt "%s" bestaat niet in de wijk %s`, `buurt "%s" does not exist in the wijk %s`},
				hint: translation{"schrijf de id van een buurt uit het bestand van de wijk, of voeg de buurt daar toe",
					"write the id of a buurt of the file of the wijk, or add the buurt there"}},
		},
	},
	{
		code: "unknown-theme", severity: Error,
		meaning: translation{"Er wordt verwezen naar een thema dat niet in site.yaml staat.", "There is a reference to a theme that is not in site.yaml."},
		example: "thema: verkeers",
		remedy: translation{"Vaak is het een tikfout: de melding noemt wat u waarschijnlijk bedoelde.",
			"It is often a typing error: the message names what you probably meant."},
		messages: []message{
			{name: ThemeUnknown, text: translation{`thema "%s" staat niet in site.yaml`, `theme "%s" is not in site.yaml`},
				hint: translation{"schrijf de id van een thema uit site.yaml, of voeg het thema daar toe",
					"write the id of a theme of site.yaml, or add the theme there"}},
		},
	},
	{
		code: "unknown-department", severity: Error,
		meaning: translation{"Er wordt verwezen naar een dienst die er niet is.", "There is a reference to a department that does not exist."},
		example: "dienst: stadswerkn",
		remedy: translation{"Vaak is het een tikfout: de melding noemt wat u waarschijnlijk bedoelde.",
			"It is often a typing error: the message names what you probably meant."},
		messages: []message{
			{name: DepartmentUnknown, text: translation{`dienst "%s" bestaat niet`, `department "%s" does not exist`},
				hint: translation{"schrijf de naam van een bestand in diensten/, zonder .md", "write the name of a file in diensten/, without .md"}},
		},
	},
	{
		code: "unknown-need", severity: Error,
		meaning: translation{"Er wordt verwezen naar een behoefte die in geen enkele wijkvisie staat. Schrijf haar als wijk/behoefte.",
			"There is a reference to a need that is in no vision. Write it as wijk/need."},
		example: "behoeften: [overvecht/veilige-overstek]",
		remedy: translation{"Vaak is het een tikfout: de melding noemt wat u waarschijnlijk bedoelde.",
			"It is often a typing error: the message names what you probably meant."},
		messages: []message{
			{name: NeedUnknown, text: translation{`behoefte "%s" bestaat niet`, `need "%s" does not exist`},
				hint: translation{"schrijf de wijk, een schuine streep en de id van een behoefte uit een wijkvisie van die wijk",
					"write the wijk, a slash and the id of a need in a vision of that wijk"}},
			{name: NeedOfUnknownWijk, text: translation{`behoefte "%s" bestaat niet: er is geen wijk "%s"`,
				`need "%s" does not exist: there is no wijk "%s"`},
				hint: translation{"schrijf eerst de naam van een bestand in wijken/, dan een schuine streep en de id van de behoefte",
					"write the name of a file in wijken/ first, then a slash and the id of the need"}},
			{name: NeedNotQualified, text: translation{`bij behoefte "%s" ontbreekt de wijk`, `the wijk is missing from need "%s"`}},
		},
	},
	{
		code: "unknown-commitment", severity: Error,
		meaning: translation{"Er wordt verwezen naar een toezegging die er niet is.", "There is a reference to a commitment that does not exist."},
		example: "naar: sw-2013-99",
		remedy: translation{"Vaak is het een tikfout: de melding noemt wat u waarschijnlijk bedoelde.",
			"It is often a typing error: the message names what you probably meant."},
		messages: []message{
			{name: CommitmentUnknown, text: translation{`toezegging "%s" bestaat niet`, `commitment "%s" does not exist`},
				hint: translation{"schrijf de id van een toezegging uit een programma", "write the id of a commitment in a programme"}},
			{name: CommitmentOfOther, text: translation{`toezegging "%s" is er niet voor behoefte "%s"`, `commitment "%s" is not for need "%s"`},
				hint: translation{"haal over weg: dan gaat het oordeel over de hele behoefte", "remove over: the judgement is then about the need as a whole"}},
		},
	},
	{
		code: "period-overlap", severity: Error,
		meaning: translation{"Twee vastgestelde wijkvisies van één wijk gelden in dezelfde jaren. Dan is niet te zeggen welke de huidige is.",
			"Two adopted visions of one wijk are for the same years. Then nobody can say which is the current one."},
		example: "periode: 2011-2014\n…\nperiode: 2013-2016",
		remedy: translation{"Pas een van de perioden aan, of geef de oude visie de status ingetrokken. Een jaar waarin de een eindigt en de ander begint, mag.",
			"Change one of the periods, or give the old vision the status ingetrokken. It is fine for one to end in the year in which the other begins."},
		messages: []message{
			{name: PeriodsOverlap, text: translation{"de periode %s valt samen met %s van een andere vastgestelde wijkvisie",
				"the period %s overlaps %s of another adopted vision"}},
		},
	},
	{
		code: "url-clash", severity: Error,
		meaning: translation{"Twee dingen zouden op hetzelfde adres van de site komen te staan.",
			"Two things would get the same address on the site."},
		example: "paginas/wijken.md       # /wijken/ is van de site zelf",
		remedy:  translation{"Geef een van de twee een andere naam.", "Give one of the two another name."},
		messages: []message{
			{name: PeriodTaken, text: translation{"de wijk heeft al een wijkvisie met de periode %s", "the wijk has a vision with the period %s already"},
				hint: translation{"pas een van de perioden aan, of haal een van de twee bestanden weg", "change one of the periods, or remove one of the two files"}},
			{name: URLTaken, text: translation{"het adres %s is al in gebruik", "the address %s is taken already"}},
			{name: AssetTwice, text: translation{`de naam lijkt te veel op "%s": op sommige computers is het hetzelfde bestand`,
				`the name is too much like "%s": on some computers it is the same file`}},
		},
	},
	{
		code: "broken-link", severity: Error,
		meaning: translation{"Een link gaat naar een bestand of een pagina die er niet is.", "A link goes to a file or a page that is not there."},
		example: "[de wijk](../wijken/ost.md)",
		remedy: translation{"Verbeter het adres. Naar een ander bestand verwijst u met het pad, zoals ../wijken/oost.md.",
			"Fix the address. You refer to another file by its path, as in ../wijken/oost.md."},
		messages: []message{
			{name: LinkBroken, text: translation{`de link naar "%s" gaat nergens heen`, `the link to "%s" leads nowhere`}},
			{name: LinkToContentFolder, text: translation{`de link naar "%s" gaat naar een map, niet naar een bestand`,
				`the link to "%s" leads to a folder, not to a file`},
				hint: translation{"verwijs naar een bestand, zoals ../wijken/oost.md, of naar een pagina, zoals /wijken/",
					"refer to a file, as in ../wijken/oost.md, or to a page, as in /wijken/"}},
			{name: LinkEmpty, text: translation{"deze link heeft geen adres", "this link has no address"},
				hint: translation{"zet het adres tussen de haakjes: [tekst](adres)", "put the address between the brackets: [text](address)"}},
			{name: LinkNowhere, text: translation{`"%s" is geen adres`, `"%s" is no address`},
				hint: translation{"schrijf het hele adres, zoals https://example.nl/plan", "write the whole address, such as https://example.nl/plan"}},
			{name: LinkWithSpace, text: translation{`dit wordt geen link: in het adres "%s" staat een spatie`,
				`this is not a link: there is a space in the address "%s"`}},
			{name: StyleMissing, text: translation{`het bestand "%s" met de huisstijl is er niet`, `the file "%s" with the house style is not there`},
				hint: translation{"zet het bestand in de map met inhoud, of haal huisstijl weg",
					"put the file in the content folder, or remove huisstijl"}},
		},
	},
	{
		code: "broken-anchor", severity: Error,
		meaning: translation{"Een link gaat naar een plek in een bestand, en die plek is er niet.",
			"A link goes to a place in a file, and that place is not there."},
		example: "[zwemles](overvecht-2011.md#zwemlesen)",
		remedy:  translation{"Gebruik de naam van een kop of een behoefte in dat bestand.", "Use the name of a heading or a need in that file."},
		messages: []message{
			{name: AnchorBroken, text: translation{`in %s is er geen kop of behoefte "%s"`, `%s has no heading or need "%s"`}},
		},
	},
	{
		code: "missing-image", severity: Error,
		meaning: translation{"De afbeelding staat niet in media/, of op een andere site. De site toont alleen eigen afbeeldingen.",
			"The image is not in media/, or is on another site. The site shows only images of its own."},
		example: "![De markt](markt.jpg)",
		remedy: translation{"Zet de afbeelding in de map media/ en verwijs daarnaar. Een naam met spaties krijgt %20 op de plaats van elke spatie.",
			"Put the image in the folder media/ and refer to it there. A name with spaces gets %20 in the place of each space."},
		messages: []message{
			{name: ImageMissing, text: translation{`de afbeelding "%s" is er niet`, `the image "%s" is not there`},
				hint: translation{"zet de afbeelding in media/, en kijk of de naam precies klopt",
					"put the image in media/, and see whether the name is exactly right"}},
			{name: ImageOfOthers, text: translation{`de afbeelding "%s" staat op een andere site; deze site toont alleen eigen afbeeldingen`,
				`the image "%s" is on another site; this site shows only images of its own`}},
			{name: ImageWithSpace, text: translation{`dit wordt geen afbeelding: in de naam "%s" staat een spatie`,
				`this is not an image: there is a space in the name "%s"`}},
		},
	},
	{
		code: "unsafe-link", severity: Error,
		meaning: translation{"Het adres begint met iets waar een link op een openbare site niet heen mag gaan.",
			"The address begins with something that a link on a public site may not go to."},
		example: "[klik](javascript:alert(1))",
		remedy: translation{"Verwijs naar een webadres (https://), een mailadres (mailto:), een telefoonnummer (tel:) of een bestand.",
			"Refer to a web address (https://), a mail address (mailto:), a telephone number (tel:) or a file."},
		messages: []message{
			{name: LinkUnsafe, text: translation{`de link naar "%s" mag niet: %s is niet veilig`, `the link to "%s" is not allowed: %s is not safe`}},
		},
	},
}
