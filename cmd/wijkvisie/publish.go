package main

import (
	"context"
	"errors"
	"io"
	"iter"
	"sync/atomic"

	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/publish"
	"wijkvisie/internal/shelf"
)

// since returns what is known of the build before that this one can go on from.
func (b *building) since() pipeline.Since {
	if b.remembered == nil || b.opt.bundle != "" || !b.remembered.since.Local(b.in.Content) { // all files are read for a bundle
		return pipeline.Since{}
	}
	return b.remembered.since
}

// publish makes the site, goes on from what is known of the build before, and publishes it.
func (b *building) publish(ctx context.Context, since pipeline.Since) (int, error) {
	var texts shelf.Shelf
	defer texts.Close()
	in := b.in
	in.Shelf, in.Since = &texts, since
	b.meter.reading(&in)
	if since.Before != nil {
		b.goOn(&in)
	} else {
		b.economise(&in)
	}
	out, err := new(pipeline.Pipeline).Build(in)
	if err != nil {
		return 0, err
	}
	if fails(out.Diagnostics, b.opt) {
		b.meter.end()
		return refuse(b.env, b.opt, out.Diagnostics)
	}
	files, shown := out.Files(), func() *pipeline.Shown { return nil }
	if b.remembered != nil {
		files, shown = out.FilesSince()
	}
	done, err := b.write(ctx, out, files)
	b.meter.end()
	if d, ok := pipeline.Mistake(err); ok {
		return refuse(b.env, b.opt, append(out.Diagnostics, d))
	}
	if err != nil {
		return 0, err
	}
	t, err := tell(b.env, b.opt, out, done, b.in.Revision())
	if err != nil {
		return 0, err
	}
	b.summarise(t, done)
	b.remembered.keep(shown(), t)
	return statusDone, nil
}

// economise settles how much memory there may be when it is known how much content there
// is, and again when that is parsed.
func (b *building) economise(in *pipeline.Input) {
	read, parsed, texts := in.Read, in.Parsed, in.Shelf
	limitMemory(b.env, noLimit)
	var left atomic.Int64
	var then int
	in.Read = func(files, bytes int) {
		var reading int
		reading, then = garbageOf(bytes)
		allowGarbage(b.env, reading)
		setAside(texts, bytes)
		left.Store(int64(files))
		read(files, bytes)
	}
	in.Parsed = func() {
		parsed()
		if left.Add(-1) == 0 {
			allowGarbage(b.env, then)
		}
	}
}

// goOn settles how much memory there may be for a build that goes on from the one before:
// it is over before it has used much, and is not to spend that time on collecting.
func (b *building) goOn(in *pipeline.Input) {
	read := in.Read
	allowGarbage(b.env, noCollecting)
	in.Read = func(files, bytes int) {
		limitMemory(b.env, limitOf(bytes))
		read(files, bytes)
	}
}

// write writes the site, and a bundle of it when that is asked. The bundle is ready
// before the site is published, so that there is never a site without it.
func (b *building) write(ctx context.Context, out *pipeline.Output, files iter.Seq[publish.File]) (publish.Report, error) {
	total := out.Count()
	b.folder.Files = total
	if out.SameFiles() {
		if done, ok, err := b.change(ctx, files); ok || err != nil {
			done.Files = total
			return done, err
		}
	}
	if b.opt.bundle == "" {
		b.folder.Done = b.meter.begin(stageWriting, total).did
		return publish.To(ctx, b.folder, files)
	}
	b.folder.Done = b.meter.begin(stageWriting, 2*total).did // every file is written to the bundle too
	bundle, err := publish.NewBundle(ctx, b.opt.bundle, files, out.Site.Graph.Date.Time(), b.folder.Done)
	if err != nil {
		return publish.Report{}, err
	}
	done, err := publish.To(ctx, b.folder, files)
	if err != nil {
		return done, errors.Join(err, bundle.Drop())
	}
	return done, bundle.Put()
}

// mostChanged is of how many files the site is gone through as a whole after all.
const mostChanged = 4096

// change puts the files of a site that are not kept in the place of those that they replace.
// It is not done when the site has to be gone through as a whole.
func (b *building) change(ctx context.Context, files iter.Seq[publish.File]) (done publish.Report, ok bool, err error) {
	var others []publish.File
	var begun atomic.Bool
	for f := range files {
		if f.Kept {
			continue
		}
		if len(others) == mostChanged {
			return done, false, nil
		}
		write := f.Write
		f.Write = func(w io.Writer) error {
			begun.Store(true)
			return write(w)
		}
		others = append(others, f)
	}
	b.folder.Done = b.meter.begin(stageWriting, len(others)).did
	done, ok, err = publish.Change(ctx, b.folder, others)
	if err == nil && !ok && begun.Load() { // no file can be written twice
		err = pipeline.ErrOvertaken
	}
	return done, ok, err
}
