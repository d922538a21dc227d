// Package publish writes all files of a site to a folder, all or nothing.
//
// # How a folder is replaced
//
// Every file is made anew, and compared with the file of that path in the output
// folder: first the size, then the bytes. When no file differs, none is new and none
// has to go, the output folder is not touched.
//
// Else the new site is put together in a work folder next to the output folder, with
// a fixed name: for public it is .public.wijkvisie, which holds
//
//	lock     locked by the build that is at work; the next build waits for it
//	new      the new site; after the exchange, the site it replaced
//	old      only where the system cannot exchange folders: the replaced site
//	large-N  a file that is too large for memory, while worker N writes it
//
// Files that are new or differ are written there. Unchanged files become hard links to
// the old ones (copies where links cannot be made), so that they keep their
// modification time. No file of the output folder is ever written in place.
//
// When new is complete, it and the output folder are exchanged in one step
// (renameat2 with RENAME_EXCHANGE on Linux, renameatx_np with RENAME_SWAP on
// macOS): there is no moment at which the name leads to anything but one whole
// site. Where the system or its file system cannot do that (Windows, NFS), the
// old site is renamed to old and then new to the output folder. Between those two
// renames the output folder is missing, never incomplete; a build killed in that
// moment is repaired by the next, which begins by moving old back.
//
// Then the work folder is removed. What a killed build left of it is recognised by its
// name and its lock file, and removed by the next build. A folder of that name
// that is not ours is not touched, and the output folder is refused. The lock file
// lies in the work folder, not in the output folder, which is exchanged, nor in
// a folder of the user's, which two people publishing to one folder do not share;
// the system releases the lock when the build that holds it dies.
//
// The output folder becomes a new one when it is replaced: it keeps the permission bits
// of the old, but not its owner, its access lists, or a program that runs in it.
//
// Only the marker is flushed to the disk before the exchange, so that a folder is
// known as ours after a power cut too; any other file that was lost in one differs
// from what the next build makes, and so is written again.
//
// # Whose folder it is
//
// A published site has a file .wijkvisie at its root, the marker: the line
// "wijkvisie 1", then the path of every file of the site, one a line, sorted by
// byte. It depends on the site's paths alone, and gives a visitor no more than the
// site does. A folder is ours when every file in it is the marker or listed
// there, whatever somebody did to its bytes; an empty folder is anybody's. What
// file managers leave (.DS_Store, Thumbs.db, …) does not count, nor do empty
// folders; both go when the folder is replaced. Any other file, and every symbolic
// link, is foreign: the folder is [Refused], and not touched.
package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
)

// File is one file of the site.
type File struct {
	Path  string                  // slash-separated and relative: "wijken/oost/index.html"
	Write func(w io.Writer) error // called at most once, from any goroutine
}

// Options are the settings of one build.
type Options struct {
	Dir     string // output folder; made, with its parents, when it does not exist
	Content string // content folder, which the output folder may not touch; "" for none
	Files   int    // about how many files there are; 0 when that is not known
	Workers int    // how many files are written at a time; 0 is one for each core
	Waiting func() // called once when another build holds the folder; may be nil
	Done    func() // called for every finished file, from any goroutine; may be nil

	twoRenames bool // replace the folder in two renames, as on systems that cannot exchange
}

// withDefaults returns the options with a value for every one that may be omitted.
func (opt Options) withDefaults() Options {
	if opt.Workers <= 0 {
		opt.Workers = runtime.GOMAXPROCS(0)
	}
	if opt.Waiting == nil {
		opt.Waiting = func() {}
	}
	if opt.Done == nil {
		opt.Done = func() {}
	}
	return opt
}

// Report is the result of a build.
type Report struct {
	Files   int      // in the site
	Changed []string // paths of those that are new or have other bytes than before, sorted
	Removed int      // files of the old site that are not in the new one
}

// Check returns the [*Refused] with which [To] would refuse the output folder, as far
// as can be seen without making anything. It changes nothing.
func Check(opt Options) error {
	loc, err := locate(opt.Dir, opt.Content)
	if err != nil {
		return err
	}
	_, _, err = scanOutput(loc)
	return err
}

// To publishes files: afterwards the output folder holds exactly those or, on
// error, what it held before. The error is a [*Refused] when the folder cannot be
// used, else the machine's, a file's own, or the context's. A folder that holds foreign
// files is refused when all files are made; [Check] finds that out before.
func To(ctx context.Context, opt Options, files iter.Seq[File]) (report Report, err error) {
	opt = opt.withDefaults()
	loc, err := locate(opt.Dir, opt.Content)
	if err != nil {
		return Report{}, err
	}
	work, err := openWorkFolder(ctx, loc, opt.Waiting)
	if err != nil {
		return Report{}, err
	}
	defer func() {
		if closing := work.close(); closing != nil {
			err = errors.Join(err, fmt.Errorf("clearing up beside the output folder: %w", closing))
		}
	}()
	old, err := statOldSite(loc)
	if err != nil {
		return Report{}, err
	}
	return build(ctx, opt, work, old, files)
}

// build writes the new site and replaces the old one with it, unless they are the same.
func build(ctx context.Context, opt Options, work *workFolder, old oldSite, files iter.Seq[File]) (Report, error) {
	site, err := createNewSite(work, old, opt)
	if err != nil {
		return Report{}, err
	}
	if err := site.write(ctx, opt, files); err != nil {
		return Report{}, err
	}
	differs := !site.equalsOld()
	if differs {
		if err := site.complete(ctx, opt.Workers); err != nil {
			return Report{}, err
		}
	}
	// As late as possible: foreign files would be deleted with the old site.
	before, exists, err := scanOutput(work.loc)
	if err != nil {
		return Report{}, err
	}
	site.report.Removed = site.countRemoved(before)
	if !differs {
		return site.report, nil
	}
	return site.report, work.replaceSite(exists, opt.twoRenames)
}
