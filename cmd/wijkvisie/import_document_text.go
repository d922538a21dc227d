package main

import (
	"wijkvisie/internal/docx"
	"wijkvisie/internal/docximport"
)

var (
	sayDocumentWhose  = phrase{"zeg van welke wijk de visie in %s is: --wijk oost --periode 2011-2014; of van welke dienst het programma: --dienst stadswerken --jaar 2011", "say which wijk the vision in %s is of: --wijk oost --periode 2011-2014; or which department the programme: --dienst stadswerken --jaar 2011"}
	sayDocumentPeriod = phrase{"zeg voor welke jaren de wijkvisie in %s geldt: --wijk %s --periode 2011-2014", "say which years the wijkvisie in %s is for: --wijk %s --periode 2011-2014"}
	sayDocumentYear   = phrase{"zeg voor welk jaar het programma in %s geldt: --dienst %s --jaar 2011", "say which year the programme in %s is for: --dienst %s --jaar 2011"}
	sayDocumentYears  = phrase{"--%s %s klopt niet; schrijf --periode 2011-2014 of --jaar 2011", "--%s %s is not right; write --periode 2011-2014 or --jaar 2011"}

	sayDocumentFile    = phrase{"%s: %s", "%s: %s"}
	sayWouldFile       = phrase{"%s: %s (zou erbij komen; er is niets veranderd)", "%s: %s (would be added; nothing was changed)"}
	sayDocumentText    = phrase{"tekst", "text"}
	sayDocumentPicture = phrase{"afbeelding", "picture"}
	sayDocumentCheck   = phrase{"“wijkvisie check” zegt waar en wat u eraan doet.", "\"wijkvisie check\" says where, and what to do about it."}
	sayLookAt          = phrase{"Kijk na:", "Look at:"}
	sayLeftOut         = phrase{"Niet overgenomen uit het document:", "Not taken over from the document:"}
	sayNothingLeftOut  = phrase{"Alles uit het document staat in het concept.", "All of the document is in the draft."}
	sayParagraph       = phrase{"(alinea %d)", "(paragraph %d)"}
	nounNeed           = phrase{"behoefte", "need"}
	nounNeeds          = phrase{"behoeften", "needs"}
	nounCommitment     = phrase{"toezegging", "commitment"}
	nounCommitments    = phrase{"toezeggingen", "commitments"}
)

// sayDocument says why a file cannot be read.
var sayDocument = map[docx.Problem]phrase{
	docx.NotWord:      {"%s is geen Word-document; bewaar het in Word of LibreOffice als .docx", "%s is no Word document; save it as .docx in Word or LibreOffice"},
	docx.OldWord:      {"%s is een document van een oude Word (.doc); open het in Word of LibreOffice, bewaar het als .docx en lees dat in", "%s is a document of an old Word (.doc); open it in Word or LibreOffice, save it as .docx and import that"},
	docx.Locked:       {"%s is beveiligd met een wachtwoord; haal dat er in Word af (Bestand, Info, Document beveiligen) en bewaar het opnieuw", "%s is locked with a password; take that off in Word (File, Info, Protect Document) and save it again"},
	docx.OpenDocument: {"%s is een document van LibreOffice (.odt); bewaar het als .docx en lees dat in", "%s is a document of LibreOffice (.odt); save it as .docx and import that"},
	docx.RichText:     {"%s is RTF; open het in Word of LibreOffice, bewaar het als .docx en lees dat in", "%s is RTF; open it in Word or LibreOffice, save it as .docx and import that"},
	docx.Spreadsheet:  {"%s is een rekenblad en geen Word-document", "%s is a spreadsheet and no Word document"},
	docx.Damaged:      {"%s is beschadigd; open het in Word of LibreOffice en bewaar het opnieuw als .docx", "%s is damaged; open it in Word or LibreOffice and save it again as .docx"},
	docx.TooLarge:     {"%s is te groot of te ingewikkeld om te lezen; splits het, of maak de foto’s kleiner (Word: Afbeeldingen comprimeren)", "%s is too large or too intricate to read; split it, or make the photographs smaller (Word: Compress Pictures)"},
}

// sayRefused says why nothing can be made of a document.
var sayRefused = map[docximport.Problem]phrase{
	docximport.NoSite:            {"in %s staat geen site.yaml met thema’s; maak eerst een site met “wijkvisie new site MAP”", "there is no site.yaml with themes in %s; first make a site with \"wijkvisie new site DIR\""},
	docximport.UnknownWijk:       {"de wijk %q bestaat niet; kies uit: %s, of maak die eerst met “wijkvisie new wijk %[1]s”", "there is no wijk %q; choose one of: %s, or first make it with \"wijkvisie new wijk %[1]s\""},
	docximport.UnknownDepartment: {"de dienst %q bestaat niet; kies uit: %s, of maak die eerst met “wijkvisie new dienst %[1]s”", "there is no department %q; choose one of: %s, or first make it with \"wijkvisie new dienst %[1]s\""},
	docximport.FileExists:        {"%s is er al en blijft zoals het is; er is niets geschreven. Geef dat bestand eerst een andere naam, of haal het weg als het een eerder concept is", "%s already exists and stays as it is; nothing was written. First give that file another name, or remove it when it is an earlier draft"},
	docximport.NoActions:         {"in %s staat geen tabel met acties: kolommen met wat, en met wie, wanneer of hoe het staat. Is het een wijkvisie, gebruik dan --wijk en --periode", "there is no table of actions in %s: columns with what, and who, when or how it stands. If it is a wijkvisie, use --wijk and --periode"},
	docximport.NoText:            {"in %s staat geen tekst", "there is no text in %s"},
}

// sayAsk says what an author has to look at.
var sayAsk = map[docximport.Ask]phrase{
	docximport.GuessedTheme: {"Thema geraden; klopt het?", "A guessed theme; is it right?"},
	docximport.NoTheme:      {"Kies zelf een thema uit site.yaml; nu staat er het eerste, want het document noemt er geen:", "Choose a theme of site.yaml; the first one stands there now, as the document names none:"},
	docximport.NoAlt:        {"Beschrijf wat er op de afbeelding te zien is, tussen de rechte haken:", "Describe what can be seen in the picture, between the square brackets:"},
	docximport.RoughDate:    {"De datum is grof; alleen het jaar is zeker:", "The date is rough; only the year is certain:"},
	docximport.NoDate:       {"Geen datum die zeker is; wat er stond, staat in de toelichting:", "No date that is certain; what it said is in the explanation:"},
	docximport.NoDay:        {"Van welke dag is deze stand? Hij staat nu in de toelichting; met --stand JJJJ-MM-DD wordt het voortgang:", "Of which day is this? It is in the explanation now; with --stand YYYY-MM-DD it becomes progress:"},
	docximport.OtherStatus:  {"Geen status die zeker is; wat er stond, staat in de toelichting:", "No status that is certain; what it said is in the explanation:"},
	docximport.NoDepartment: {"Geen dienst die de site kent; de actie staat als tabel in de tekst:", "No department that the site knows; the action is in a table in the text:"},
	docximport.OnlyTable:    {"Een tabel met acties zonder dienst die de site kent, bleef een tabel; met --dienst ID wordt het een programma:", "A table of actions without a department that the site knows stayed a table; with --dienst ID it becomes a programme:"},
	docximport.DoneLater:    {"Klaar, maar op welke dag? Bij voortgang staat nu die van het overzicht, en die ligt na de planning:", "Done, but on which day? Its progress has that of the overview now, which is after what was planned:"},
	docximport.NoNeeds:      {"Niets in het document is zeker een behoefte; schrijf ze zelf bij behoeften.", "Nothing in the document is certainly a need; write them under behoeften yourself."},
}

// sayReason says why something is in no file.
var sayReason = map[docximport.Reason]phrase{
	docximport.Reason(docx.Furniture):    {"Kop- en voetteksten, paginanummers:", "Headers, footers, page numbers:"},
	docximport.Reason(docx.Contents):     {"Inhoudsopgave (de site maakt er zelf een):", "Table of contents (the site makes its own):"},
	docximport.Reason(docx.Deleted):      {"Verwijderd met bijgehouden wijzigingen:", "Deleted in tracked changes:"},
	docximport.Reason(docx.Commented):    {"Opmerkingen in de kantlijn:", "Comments in the margin:"},
	docximport.Reason(docx.Hidden):       {"Verborgen tekst:", "Hidden text:"},
	docximport.Reason(docx.Placeholder):  {"Invulvelden die leeg bleven:", "Fields that were not filled in:"},
	docximport.Reason(docx.BadPicture):   {"Afbeeldingen die een browser niet toont; bewaar ze als PNG of JPG:", "Pictures that no browser shows; save them as PNG or JPG:"},
	docximport.Reason(docx.OtherPicture): {"Afbeeldingen die niet in het document zitten:", "Pictures that are not in the document:"},
	docximport.Reason(docx.Object):       {"Grafieken, schema’s en andere ingevoegde onderdelen:", "Charts, diagrams and other inserted parts:"},
	docximport.Reason(docx.Symbol):       {"Tekens uit een symboollettertype:", "Characters of a font of symbols:"},
	docximport.Reason(docx.Address):      {"Adressen van links die niet op een site kunnen (de tekst staat er wel):", "Addresses of links that cannot be on a site (their text is in the draft):"},
	docximport.Reason(docx.Macro):        {"Macro’s:", "Macros:"},
	docximport.Columns:                   {"Koppen van tabellen die behoeften of toezeggingen werden:", "Names of columns of tables that became needs or commitments:"},
	docximport.Bullets:                   {"Nummers voor een behoefte of toezegging:", "Numbers in front of a need or a commitment:"},
	docximport.PageLines:                 {"Paginanummers in de tekst:", "Page numbers in the text:"},
	docximport.Unplaced:                  {"Niet te plaatsen; zet het zelf op zijn plek:", "Could not be placed; put it in its place yourself:"},
}
