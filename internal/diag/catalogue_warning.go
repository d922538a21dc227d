package diag

// Problems of what the content says: warnings. The comments name the arguments.
const (
	HTMLFound        Message = "raw-html"                             // tag
	AltMissing       Message = "image-without-alt"                    // image
	HeadingSkipped   Message = "heading-skip"                         // from level, to level
	LinkTextVague    Message = "vague-link-text"                      // text
	LinkUnpublished  Message = "unpublished-link"                     // target
	NeedMissing      Message = "commitment-without-need"              // commitment
	OutsidePeriod    Message = "commitment-outside-period"            // commitment, year, period
	OutOfOrder       Message = "progress-out-of-order"                // date, earlier date
	SectionUnused    Message = "unused-need-section"                  // id
	SectionOfOther   Message = "unused-need-section/section-of-other" // id, file
	FolderUnknown    Message = "unknown-file"                         // folder
	ExtensionUnknown Message = "unknown-file/extension-unknown"       // file
	FileUnknown      Message = "unknown-file/file-unknown"            // file
	MediaLarge       Message = "large-file"                           // size, limit
	NoBaseURL        Message = "missing-base-url"
	BSNFound         Message = "personal-data"             // number
	MobileFound      Message = "personal-data/mobile"      // number
	MailFound        Message = "personal-data/mail"        // address
	CodeOfOtherWijk  Message = "code-name-mismatch"        // code, name on the map, name of the wijk
	BuurtOfOtherWijk Message = "code-name-mismatch/buurt"  // code, wijk, how it should begin
	SecurityExpiring Message = "security-contact-expiring" // date

	LeaveOut     Message = "hint/leave-out"
	RenewContact Message = "hint/renew-contact"
)

func warningTexts() map[Message]translation {
	return map[Message]translation{
		HTMLFound: {
			`HTML wordt niet overgenomen: %s`,
			`HTML is left out: %s`,
		},
		AltMissing: {
			`bij de afbeelding "%s" staat niet wat er te zien is`,
			`the image "%s" has no description`,
		},
		HeadingSkipped: {
			`de koppen slaan een niveau over: van %d naar %d`,
			`the headings skip a level: from %d to %d`,
		},
		LinkTextVague: {
			`de linktekst "%s" zegt niet waar de link heen gaat`,
			`the link text "%s" does not say where the link goes`,
		},
		LinkUnpublished: {
			`de link naar "%s" wordt gewone tekst, want dat is nog niet gepubliceerd`,
			`the link to "%s" becomes plain text, for that is not published yet`,
		},
		NeedMissing: {
			`toezegging "%s" noemt geen behoefte`,
			`commitment "%s" names no need`,
		},
		OutsidePeriod: {
			`toezegging "%s" is van %s, maar de wijkvisie geldt voor %s`,
			`commitment "%s" is of %s, but the wijkvisie is for %s`,
		},
		OutOfOrder: {
			`%s staat na %s: de voortgang staat niet op volgorde van datum`,
			`%s stands after %s: the log is not in order of date`,
		},
		SectionUnused: {
			`de kop {#%s} hoort bij geen behoefte van deze wijkvisie`,
			`the heading {#%s} belongs to no need of this wijkvisie`,
		},
		SectionOfOther: {
			`de kop {#%s} is van een behoefte in %s`,
			`the heading {#%s} is of a need in %s`,
		},
		FolderUnknown: {
			`de map "%s" wordt niet gelezen`,
			`the folder "%s" is not read`,
		},
		ExtensionUnknown: {
			`het bestand "%s" wordt niet gelezen: de naam eindigt niet zoals het hoort`,
			`the file "%s" is not read: its name does not end as it should`,
		},
		FileUnknown: {
			`het bestand "%s" wordt niet gelezen`,
			`the file "%s" is not read`,
		},
		MediaLarge: {
			`dit bestand is groot: %d MB, meer dan %d MB`,
			`this file is large: %d MB, more than %d MB`,
		},
		BSNFound: {
			`"%s" lijkt een burgerservicenummer; dat mag niet op een openbare pagina staan`,
			`"%s" looks like a citizen service number, which may not stand on a public page`,
		},
		MobileFound: {
			`"%s" is een mobiel nummer, misschien van een bewoner`,
			`"%s" is a mobile number, perhaps a resident's`,
		},
		MailFound: {
			`"%s" lijkt het mailadres van een bewoner`,
			`"%s" looks like a resident's mail address`,
		},
		LeaveOut: {
			`laat het weg, of noem een adres of nummer van de gemeente of de wijkraad`,
			`leave it out, or name an address or a number of the municipality or the wijkraad`,
		},
		CodeOfOtherWijk: {
			`de code %s is op de kaart van "%s", niet van "%s"`,
			`the code %s is of "%s" on the map, not of "%s"`,
		},
		BuurtOfOtherWijk: {
			`de code %s is niet van een buurt in %s: die begint met %s`,
			`the code %s is not of a buurt in %s: that begins with %s`,
		},
		SecurityExpiring: {
			`het contact voor beveiliging is geldig tot %s`,
			`the contact for security is valid until %s`,
		},
		RenewContact: {
			`kijk na of het adres nog klopt, en schrijf dan bij verloopt een latere dag`,
			`see whether the address is still right, and then write a later day at verloopt`,
		},
		NoBaseURL: {
			`er is geen basis-url, dus de vaste adressen van de pagina's worden weggelaten`,
			`there is no basis-url, so the lasting addresses of the pages are left out`,
		},
	}
}
