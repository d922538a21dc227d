// Package publish writes all pages of a site to a folder, all or nothing.
//
// # How a folder is replaced
//
// The new site is written into a work folder beside the output folder, with a
// fixed name: for public it is .public.wijkvisie, which holds
//
//	lock   held by the build that is at work; the next build waits for it
//	new    the site being written; after the swap, the site it replaced
//	old    only where the system cannot swap: the old site, set aside
//	spare  the site before the old one, while it is made into the new one
//	large… a file that is too large for memory, while it is written
//
// When the last file is written, new and the output folder change places in one
// step (renameat2 with RENAME_EXCHANGE on Linux, renameatx_np with RENAME_SWAP on
// macOS): there is no moment at which the name leads to anything but one whole
// site. Where the system or its file system cannot do that (Windows, NFS), the
// old site is moved to old and the new one moved in. Between those two renames
// the output folder is missing, never half there; a build killed in that moment
// is mended by the next, which begins by moving old back. That is the closest
// such systems allow.
//
// Then the work folder goes. What a killed build left of it is recognised by its
// name and its lock file, and cleared by the next build. A folder of that name
// that is not ours is left alone, and the output folder is refused. The lock file
// lies in the work folder, not in the output folder, which changes places, nor in
// a folder of the user's, which two people publishing to one folder do not share;
// the system lets go of it when the build that holds it dies.
//
// A site that came out the same to the byte is not replaced at all. In one that
// did not, unchanged files are hard links to the old ones (copies where links
// cannot be made), so that they keep their modification time; no file is ever
// written in place. The folder itself is a new one: it keeps the permission bits
// of the old, but not its owner, its access lists, or a program that stands in it.
//
// Only the marker is flushed to the disk before the swap, so that a folder is
// known as ours after a power cut too; any other file that was lost in one differs
// from what the next build writes, and so is written again.
//
// # What is remembered
//
// Who gives To a [Memory] has it filled with a [Record] of the site: the tags of the
// bytes of all files, and the identities of the files and folders. A file whose tag is
// that of the new bytes, and that still is the file of the record, need not be read.
// Folders that still are those of the record need not be looked through for what is not
// ours. They are looked at once, before the swap.
//
// To make tens of thousands of folders and links for a page that changed takes longer
// than all else. So, where the site is known to be as it was left:
//
//   - When all that changed is in one folder, as after an edit of the story of a wijk,
//     that folder alone changes places with a new one. That too is one step. Who knows
//     beforehand which files those are asks for it with [Change], which goes through no
//     more of the rest than to look whether it is as it was.
//   - Else the site that was replaced is not removed but set aside, as the spare, in a
//     folder for caches; on the same disk it takes no room but for its folders and the
//     files that changed. In the
//     next build it gets what changed since, and takes the place of the site in its
//     turn. A spare that is not as it was left, and one on another disk, is not used.
//     [Change] does so for files all over, when no file comes or goes.
//
// # Whose folder it is
//
// A published site has a file .wijkvisie at its root, the marker: the line
// "wijkvisie 1", then the path of every file of the site, one a line, sorted by
// byte. It depends on the site's paths alone, and tells a visitor nothing that the
// site does not. A folder is ours when every file in it is the marker or listed
// there, whatever somebody did to its bytes; an empty folder is anybody's. What
// file managers leave (.DS_Store, Thumbs.db, …) does not count, nor do empty
// folders; both go when the folder is replaced. Anything else, and every symbolic
// link, is somebody's: the folder is [Refused], untouched.
package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"runtime"
)

// File is one file of the site.
type File struct {
	Path  string                  // slash-separated and relative: "wijken/oost/index.html"
	Write func(w io.Writer) error // called at most once, from any goroutine
	// Kept says that the file has the bytes that it had at the build before. It need not
	// be written when it still has them.
	Kept bool
}

// Options say where a site goes.
type Options struct {
	Dir     string  // output folder; made, with its parents, when it is not there
	Content string  // content folder, which the output folder may not touch; "" for none
	Files   int     // about how many files there are; 0 when that is not known
	Workers int     // how many files are written at a time; 0 is one for each core
	Waiting func()  // called once when another build holds the folder; may be nil
	Done    func()  // called for every file that is written or kept, from any goroutine; may be nil
	Memory  *Memory // what the build before left; To leaves its own there; may be nil

	inTwo bool // replace the folder in two renames, as on systems that cannot swap
}

// Memory is what a build leaves for the next one to the same output folder.
type Memory struct {
	Site  *Record // the site in the output folder; nil when nothing is known of it
	Spare string  // where the site before that one is kept; "" for nowhere
}

// Report tells what was published.
type Report struct {
	Files   int      // in the site
	Changed []string // of those, new or with other bytes than before, by path
	Removed int      // in the site before, and no longer
	Bytes   int64    // of all files together
}

// Check reports whether To would refuse the output folder, and touches nothing. What a
// build left there is believed until To looks again.
func Check(opt Options) error {
	place, err := locate(opt.Dir, opt.Content)
	if err != nil {
		return err
	}
	b, err := open(place, opt.known())
	if err != nil {
		return err
	}
	return b.close()
}

// known returns what the build before left; nil when that is nothing.
func (opt Options) known() *Record {
	if opt.Memory == nil {
		return nil
	}
	return opt.Memory.Site
}

// workers returns how many files are written at a time.
func (opt Options) workers() int {
	if opt.Workers <= 0 {
		return runtime.GOMAXPROCS(0)
	}
	return opt.Workers
}

// Unfinished tells whether something stands beside the output folder that a build
// makes there: another build is at work, or one was killed.
func Unfinished(opt Options) bool {
	place, err := locate(opt.Dir, opt.Content)
	if err != nil {
		return true
	}
	_, err = os.Lstat(filepath.Join(place.parent, workName(place)))
	return !errors.Is(err, fs.ErrNotExist)
}

// To publishes files: afterwards the output folder holds exactly those or, on
// error, what it held before. The error is a *Refused when the folder cannot be
// used, else the machine's, a file's own, or the context's.
func To(ctx context.Context, opt Options, files iter.Seq[File]) (report Report, err error) {
	place, err := locate(opt.Dir, opt.Content)
	if err != nil {
		return Report{}, err
	}
	// Refuse before the first thing is made.
	before, err := open(place, opt.known())
	if err != nil {
		return Report{}, err
	}
	defer func() { before.close() }()
	work, err := openWork(ctx, place, opt.Waiting)
	if err != nil {
		return Report{}, err
	}
	defer func() {
		if closing := work.close(); closing != nil {
			err = errors.Join(err, fmt.Errorf("clearing up beside the output folder: %w", closing))
		}
	}()
	if before, err = before.again(place); err != nil {
		return Report{}, err
	}
	return replace(ctx, opt, work, before, files)
}

// replace writes the new site and puts it in the place of the old one, unless
// they are the same.
func replace(ctx context.Context, opt Options, work *work, before *before, files iter.Seq[File]) (Report, error) {
	stage, err := newStage(work, before, opt)
	if err != nil {
		return Report{}, err
	}
	defer stage.close()
	if err := stage.write(ctx, opt, files); err != nil {
		return Report{}, err
	}
	// A file that somebody put there while we wrote is refused like one that was
	// there before; without this second look it would be deleted.
	exists, asLeft, err := before.asLeft(work.place)
	if err != nil {
		return Report{}, err
	}
	if !asLeft && before.known != nil {
		stage.recount()
	}
	stage.report.Changed = stage.changed()
	record, err := stage.publish(ctx, opt, exists, asLeft)
	if err != nil {
		return Report{}, err
	}
	if opt.Memory != nil {
		opt.Memory.Site = record
	}
	return stage.report, nil
}

// publish puts the new site, or the part of it that changed, in the place of the old
// one. exists tells whether there is an old one, and asLeft whether it is as its record
// has it. It returns what is to be remembered; nil for nothing.
func (s *stage) publish(ctx context.Context, opt Options, exists, asLeft bool) (*Record, error) {
	if s.unchanged() {
		if opt.Memory == nil {
			return nil, nil
		}
		return s.rememberOld(asLeft), nil
	}
	if part := s.part(); part != "" && asLeft && !opt.inTwo {
		if done, err := s.replacePart(ctx, opt.workers(), part); err != nil {
			return nil, err
		} else if done {
			return s.rememberPart(part), nil
		}
	}
	name, tree, root := newName, s.tree, s.root
	look := func(string) bool { return true }
	spare, err := s.takeSpare(opt.Memory, false)
	switch {
	case err != nil:
		return nil, err
	case spare != nil:
		name, tree, root = spareName, spare.tree, spare.root
		look = func(dir string) bool { return spare.touched[dir] }
		defer spare.close()
		err = spare.complete()
	default:
		err = s.link(ctx, opt.workers(), func(string) bool { return true })
		if err == nil && exists {
			err = s.root.Chmod(".", s.before.mode)
		}
	}
	if err != nil {
		return nil, err
	}
	flushed := make(chan error, 1)
	go func() { flushed <- s.flush(root) }()
	record := s.rememberWhole(tree, look, asLeft)
	if err := <-flushed; err != nil {
		return nil, err
	}
	// Windows moves no folder that somebody has open.
	if err := errors.Join(s.close(), s.before.close()); err != nil {
		return nil, err
	}
	old, err := s.work.swap(name, exists, opt.inTwo)
	if err != nil || opt.Memory == nil {
		return nil, err
	}
	return s.settle(record, opt.Memory, old), nil
}
