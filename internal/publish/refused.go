package publish

import (
	"fmt"
	"strings"
)

// Reason is why an output folder or an archive is refused.
type Reason int

// The reasons.
const (
	Foreign      Reason = iota + 1 // it holds files this program did not write
	IsContent                      // it is the content folder
	InContent                      // it lies in the content folder
	HoldsContent                   // the content folder lies in it
	NotFolder                      // it, or a path above it, is something else than a folder
	BrokenLink                     // it, or a folder above it, is a symbolic link that leads nowhere
	Immovable                      // it is a disk, a mount point or the like, which cannot be replaced by another folder
	Occupied                       // the name of the work folder next to it belongs to something that is not ours

	NotArchive    // of a bundle: its name does not end in .zip, or leads to something else than a file
	ArchiveInside // of a bundle: it lies in the content folder or the output folder
)

// Refused is the error for an output folder, or a file for a bundle, that cannot be used
// as one. Nothing was changed.
type Refused struct {
	Reason Reason
	Dir    string   // the output folder or the bundle as it was given
	Path   string   // the obstacle, for NotFolder, BrokenLink and Occupied; the folder, for ArchiveInside
	Files  []string // for Foreign, the first few by depth and path, relative to Dir
	More   bool     // whether there are more of those
}

// Error implements error, in English.
func (r *Refused) Error() string {
	what := "output folder"
	if r.Reason == NotArchive || r.Reason == ArchiveInside {
		what = "archive"
	}
	return fmt.Sprintf("%s %q is refused: %s", what, r.Dir, r.why())
}

// why returns the reason in English.
func (r *Refused) why() string {
	switch r.Reason {
	case Foreign:
		names := strings.Join(r.Files, ", ")
		if r.More {
			names += ", …"
		}
		return "it holds files that this program did not write: " + names
	case IsContent:
		return "it is the content folder"
	case InContent:
		return "it lies in the content folder"
	case HoldsContent:
		return "it holds the content folder"
	case NotFolder:
		return fmt.Sprintf("%q is not a folder", r.Path)
	case BrokenLink:
		return fmt.Sprintf("%q is a symbolic link that leads nowhere", r.Path)
	case Immovable:
		return "it is a disk, a mount point or the like and cannot be replaced as a whole; name a folder in it"
	case Occupied:
		return fmt.Sprintf("%q is needed to prepare the new site and belongs to something else", r.Path)
	case NotArchive:
		return "it is no file with a name that ends in .zip"
	case ArchiveInside:
		return fmt.Sprintf("it lies in %q", r.Path)
	}
	return "unknown reason"
}
