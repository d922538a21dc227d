package pipeline

import (
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
)

// oneCause leaves one message of those with one cause that lies elsewhere: a folder with another
// name than it has to have, and a file that got another name.
func oneCause(list diag.List, c *city.City, media []string) diag.List {
	list.Sort()
	for _, d := range list {
		if folder, ok := misnamed(d); ok && !holds(folder, c, media) {
			list = oneOfFolder(list, d, folder)
		}
	}
	return oneOfName(oneOfRecord(oneOfFileName(oneOfKind(oneOfBlock(withoutEffects(list, c))))))
}

// misnamed returns the folder that another one was probably meant to be.
func misnamed(d diag.Diagnostic) (folder string, ok bool) {
	switch hint := d.Hint(); {
	case d.Text.Message != diag.FolderUnread:
		return "", false
	case hint.Message == diag.RenameFolder, hint.Message == diag.MoveContents:
		folder, ok = hint.Args[len(hint.Args)-1].(string)
	}
	return folder, ok
}

// holds reports whether a folder has anything in it that others refer to.
func holds(folder string, c *city.City, media []string) bool {
	switch folder {
	case "wijken":
		return len(c.Wijken) > 0
	case "wijkvisies":
		return len(c.Visions) > 0
	case "diensten":
		return len(c.Departments) > 0
	case "programmas":
		return len(c.Programmes) > 0
	case "paginas":
		return len(c.Pages) > 0
	case "media":
		return len(media) > 0
	}
	return true // nothing refers to the others
}

// follows reports whether a diagnostic is there because a folder is not read.
func follows(d diag.Diagnostic, folder string) bool {
	switch d.Code() {
	case "broken-link", "broken-anchor", "missing-image":
		if len(d.Text.Args) == 0 {
			return false // a link without an address
		}
		target, _ := d.Text.Args[0].(string)
		return strings.Contains(target, folder+"/")
	case "unknown-wijk", "area-without-wijk":
		return folder == "wijken"
	case "unknown-need":
		return folder == "wijkvisies" || folder == "wijken" && d.Text.Message == diag.NeedOfUnknownWijk
	case "unknown-department":
		return folder == "diensten"
	case "unknown-commitment", "need-unanswered":
		return folder == "programmas"
	}
	return false
}

// oneOfFolder leaves one message about a folder that has another name than it has to have: the
// first error that follows from it, or the one of the folder.
func oneOfFolder(list diag.List, of diag.Diagnostic, folder string) diag.List {
	first := slices.IndexFunc(list, func(d diag.Diagnostic) bool { return follows(d, folder) && d.Severity() == diag.Error })
	var remaining diag.List
	for i, d := range list {
		switch {
		case i == first:
			remaining = append(remaining, d.WithHint(diag.Because, of.Text, of.Hint()))
		case follows(d, folder), first >= 0 && d.Path() == of.Path() && d.Text.Message == of.Text.Message:
		default:
			remaining = append(remaining, d)
		}
	}
	return remaining
}
