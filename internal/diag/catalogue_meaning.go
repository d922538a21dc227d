package diag

// Problems of what the content says: errors. The comments name the arguments.
const (
	IDTwice             Message = "duplicate-id"                       // id
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
	PeriodsOverlap      Message = "period-overlap"                     // period, other period
	URLTaken            Message = "url-clash"                          // URL
	AssetTwice          Message = "url-clash/asset-twice"              // name of the other file
	LinkBroken          Message = "broken-link"                        // target
	LinkToContentFolder Message = "broken-link/link-to-content-folder" // target
	AnchorBroken        Message = "broken-anchor"                      // target, anchor
	ImageMissing        Message = "missing-image"                      // target
	ImageOfOthers       Message = "missing-image/image-of-others"      // target
	LinkWithSpace       Message = "broken-link/with-space"             // target
	ImageWithSpace      Message = "missing-image/with-space"           // target
	ImageUnreadable     Message = "unreadable-image"                   // target
	ImageActive         Message = "unreadable-image/active"            // target
	LinkUnsafe          Message = "unsafe-link"                        // target, scheme
	LinkOutside         Message = "outside-content/link"               // target
)

func meaningTexts() map[Message]translation {
	return map[Message]translation{
		IDTwice: {
			`het kenmerk "%s" bestaat al`,
			`the id "%s" exists already`,
		},
		CodeTwice: {
			`de CBS-code %s hoort al bij een andere wijk`,
			`the CBS code %s belongs to another wijk already`,
		},
		FileTwice: {
			`er is al een bestand met het kenmerk "%s"`,
			`there is a file with the id "%s" already`,
		},
		PriorityTwice: {
			`prioriteit %d komt twee keer voor`,
			`priority %d is given twice`,
		},
		WijkUnknown: {
			`wijk "%s" bestaat niet`,
			`wijk "%s" does not exist`,
		},
		BuurtUnknown: {
			`buurt "%s" bestaat niet in de wijk %s`,
			`buurt "%s" does not exist in the wijk %s`,
		},
		ThemeUnknown: {
			`thema "%s" staat niet in site.yaml`,
			`theme "%s" is not in site.yaml`,
		},
		DepartmentUnknown: {
			`dienst "%s" bestaat niet`,
			`department "%s" does not exist`,
		},
		NeedUnknown: {
			`behoefte "%s" bestaat niet`,
			`need "%s" does not exist`,
		},
		NeedOfUnknownWijk: {
			`behoefte "%s" bestaat niet: er is geen wijk "%s"`,
			`need "%s" does not exist: there is no wijk "%s"`,
		},
		NeedNotQualified: {
			`bij behoefte "%s" ontbreekt de wijk`,
			`the wijk is missing from need "%s"`,
		},
		CommitmentUnknown: {
			`toezegging "%s" bestaat niet`,
			`commitment "%s" does not exist`,
		},
		PeriodsOverlap: {
			`de periode %s valt samen met %s van een andere vastgestelde wijkvisie`,
			`the period %s overlaps %s of another adopted wijkvisie`,
		},
		URLTaken: {
			`het adres %s is al in gebruik`,
			`the address %s is taken already`,
		},
		AssetTwice: {
			`de naam lijkt te veel op "%s": op sommige computers is het hetzelfde bestand`,
			`the name is too much like "%s": on some computers it is the same file`,
		},
		LinkBroken: {
			`de link naar "%s" gaat nergens heen`,
			`the link to "%s" leads nowhere`,
		},
		LinkToContentFolder: {
			`de link naar "%s" gaat naar een map, niet naar een bestand`,
			`the link to "%s" leads to a folder, not to a file`,
		},
		AnchorBroken: {
			`in %s is er geen kop of behoefte "%s"`,
			`%s has no heading or need "%s"`,
		},
		ImageMissing: {
			`de afbeelding "%s" is er niet`,
			`the image "%s" is not there`,
		},
		LinkWithSpace: {
			`dit wordt geen link: in het adres "%s" staat een spatie`,
			`this is not a link: there is a space in the address "%s"`,
		},
		ImageWithSpace: {
			`dit wordt geen afbeelding: in de naam "%s" staat een spatie`,
			`this is not an image: there is a space in the name "%s"`,
		},
		ImageUnreadable: {
			`de afbeelding "%s" is niet te lezen`,
			`the image "%s" cannot be read`,
		},
		ImageActive: {
			`de tekening "%s" bevat een script of een verwijzing en wordt niet gepubliceerd`,
			`the drawing "%s" holds a script or a reference and is not published`,
		},
		ImageOfOthers: {
			`de afbeelding "%s" staat op een andere site; deze site toont alleen eigen afbeeldingen`,
			`the image "%s" is on another site; this site shows only images of its own`,
		},
		LinkUnsafe: {
			`de link naar "%s" mag niet: %s is niet veilig`,
			`the link to "%s" is not allowed: %s is not safe`,
		},
		LinkOutside: {
			`de link naar "%s" gaat buiten de map met inhoud`,
			`the link to "%s" leads out of the content folder`,
		},
	}
}
