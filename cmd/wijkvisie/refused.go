package main

import (
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/publish"
)

// refusedText says why an output folder is refused, and the way out.
func refusedText(r *publish.Refused, lang diag.Lang) string {
	files := strings.Join(r.Files, ", ")
	if r.More {
		files += ", …"
	}
	switch r.Reason {
	case publish.Foreign:
		return say(lang, phrase{
			"in de map %q staan bestanden die wijkvisie niet schreef: %s; kies met --out een andere map, of haal ze daar weg",
			"the folder %q holds files that wijkvisie did not write: %s; name another folder with --out, or move them away",
		}, r.Dir, files)
	case publish.IsContent:
		return say(lang, phrase{
			"de map %q is de map met inhoud; kies met --out een andere map",
			"the folder %q is the content folder; name another folder with --out",
		}, r.Dir)
	case publish.InContent:
		return say(lang, phrase{
			"de map %q ligt in de map met inhoud; kies met --out een map daarbuiten",
			"the folder %q is inside the content folder; name one outside it with --out",
		}, r.Dir)
	case publish.HoldsContent:
		return say(lang, phrase{
			"in de map %q ligt de map met inhoud; kies met --out een eigen map voor de site, zoals public",
			"the folder %q holds the content folder; name a folder just for the site with --out, such as public",
		}, r.Dir)
	case publish.NotFolder:
		return say(lang, phrase{"%[2]q is geen map", "%[2]q is not a folder"}, r.Dir, r.Path)
	case publish.BrokenLink:
		return say(lang, phrase{
			"%[2]q is een snelkoppeling die nergens heen gaat",
			"%[2]q is a symbolic link that leads nowhere",
		}, r.Dir, r.Path)
	case publish.Immovable:
		return say(lang, phrase{
			"de map %q is een schijf of een koppelpunt en kan niet in haar geheel worden vervangen; kies een map daarin",
			"the folder %q is a disk or a mount point and cannot be replaced as a whole; name a folder in it",
		}, r.Dir)
	case publish.Occupied:
		return say(lang, phrase{
			"%[2]q is nodig om de nieuwe site klaar te zetten, maar is van iets anders; haal het weg of kies met --out een andere map",
			"%[2]q is needed to prepare the new site but belongs to something else; move it away or name another folder with --out",
		}, r.Dir, r.Path)
	case publish.NotArchive:
		return say(lang, phrase{
			"--bundle %q kan geen archief zijn: noem een bestand met een naam die eindigt op .zip",
			"--bundle %q cannot be an archive: name a file that ends in .zip",
		}, r.Dir)
	case publish.ArchiveInside:
		return say(lang, phrase{
			"--bundle %q ligt in de map %q, en die hoort alleen de inhoud of de site te bevatten; noem een bestand daarbuiten",
			"--bundle %q is inside the folder %q, which should hold only the content or the site; name a file outside it",
		}, r.Dir, r.Path)
	default:
		return r.Error()
	}
}
