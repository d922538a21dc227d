package pipeline

import (
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/load"
	"wijkvisie/internal/parallel"
	"wijkvisie/internal/parse"
	"wijkvisie/internal/source"
)

// record is what a file was parsed to, which depends on its path and its bytes
// alone.
type record struct {
	file     *source.File
	problems diag.List
	value    any  // a *city.Wijk, *city.Vision, …
	kept     bool // from the build before: of its body there may be but the outline
}

// parser reads one kind of file.
type parser func(*source.File) (any, diag.List)

func as[T any](parse func(*source.File) (T, diag.List)) parser {
	return func(f *source.File) (any, diag.List) { return parse(f) }
}

// parse turns files into records, on all cores. Files that are as they were are
// not parsed again. Of one that is broken the last good record is kept when that
// is asked.
func (p *Pipeline) parse(jobs []job, in Input, bytes int) (*city.City, diag.List) {
	done := p.parseAll(jobs, in, bytes)

	var c city.City
	var problems diag.List
	p.changed = changedFiles(p.records, jobs, done)
	p.records = make(map[string]record, len(jobs))
	good := make(map[string]any)
	for i, j := range jobs {
		p.records[j.file.Path] = done[i]
		problems = append(problems, done[i].problems...)
		value := done[i].value
		if in.Keep {
			if last, ok := p.good[j.file.Path]; ok && done[i].problems.HasErrors() {
				value = last
			}
			if !done[i].problems.HasErrors() || good[j.file.Path] == nil && p.good[j.file.Path] != nil {
				good[j.file.Path] = value
			}
		}
		collect(&c, value)
	}
	p.good = good
	return &c, problems
}

// changedFiles returns the paths of the files that are other than before, new or
// gone, sorted.
func changedFiles(before map[string]record, jobs []job, now []record) []string {
	var changed []string
	here := make(map[string]bool, len(jobs))
	for i, j := range jobs {
		here[j.file.Path] = true
		if old, ok := before[j.file.Path]; !ok || old.file != now[i].file && old.file.Hash() != j.file.Hash() {
			changed = append(changed, j.file.Path)
		}
	}
	for path := range before {
		if !here[path] {
			changed = append(changed, path)
		}
	}
	slices.Sort(changed)
	return changed
}

type job struct {
	file  *source.File
	parse parser
}

func jobsOf(files *load.Content) []job {
	var jobs []job
	add := func(parse parser, files ...*source.File) {
		for _, f := range files {
			jobs = append(jobs, job{f, parse})
		}
	}
	if files.Site != nil {
		add(as(parse.Site), files.Site)
	}
	add(as(parse.Wijk), files.Wijken...)
	add(as(parse.Vision), files.Visions...)
	add(as(parse.Department), files.Departments...)
	add(as(parse.Programme), files.Programmes...)
	add(as(parse.Page), files.Pages...)
	if files.Map != nil {
		add(as(parse.Map), files.Map)
	}
	return jobs
}

// parseAll parses the files that are other than before, on all cores.
func (p *Pipeline) parseAll(jobs []job, in Input, bytes int) []record {
	done := make([]record, len(jobs))
	var fresh []int
	for i, j := range jobs {
		known, ok := p.records[j.file.Path]
		if ok && (known.file == j.file || known.file.Hash() == j.file.Hash()) {
			done[i] = known
			continue
		}
		fresh = append(fresh, i)
	}
	if in.Read != nil {
		in.Read(len(fresh), bytes)
	}
	parallel.Each(len(fresh), func(n int) {
		j := jobs[fresh[n]]
		j.file.Shelf = in.Shelf
		value, problems := j.parse(j.file)
		done[fresh[n]] = record{file: j.file, problems: problems, value: value}
		j.file.Hash() // kept for the fingerprint, which would ask for it on one core
		j.file.SetAside()
		if in.Parsed != nil {
			in.Parsed()
		}
	})
	return done
}

func collect(c *city.City, value any) {
	switch v := value.(type) {
	case *city.Site:
		c.Site = v
	case *city.Wijk:
		c.Wijken = append(c.Wijken, v)
	case *city.Vision:
		c.Visions = append(c.Visions, v)
	case *city.Department:
		c.Departments = append(c.Departments, v)
	case *city.Programme:
		c.Programmes = append(c.Programmes, v)
	case *city.Page:
		c.Pages = append(c.Pages, v)
	case *city.Map:
		c.Map = v
	}
}
