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

// parsedFile is what a file was parsed to, which depends on its path and its bytes alone.
type parsedFile struct {
	file     *source.File
	value    any // a *city.Wijk, *city.Vision, …
	problems diag.List
}

// job is a file and what parses its kind.
type job struct {
	file  *source.File
	parse func(*source.File) (value any, problems diag.List)
}

func jobsOf(files *load.Content) []job {
	var jobs []job
	if files.Site != nil {
		jobs = appendJobs(jobs, parse.Site, files.Site)
	}
	jobs = appendJobs(jobs, parse.Wijk, files.Wijken...)
	jobs = appendJobs(jobs, parse.Vision, files.Visions...)
	jobs = appendJobs(jobs, parse.Department, files.Departments...)
	jobs = appendJobs(jobs, parse.Programme, files.Programmes...)
	jobs = appendJobs(jobs, parse.Page, files.Pages...)
	if files.Map != nil {
		jobs = appendJobs(jobs, parse.Map, files.Map)
	}
	return jobs
}

func appendJobs[T any](jobs []job, parse func(*source.File) (T, diag.List), files ...*source.File) []job {
	for _, f := range files {
		jobs = append(jobs, job{f, func(f *source.File) (any, diag.List) { return parse(f) }})
	}
	return jobs
}

// parse turns files into records, on all cores. Files that did not change are not parsed
// again.
func (p *Pipeline) parse(files *load.Content, in Input) (*city.City, diag.List) {
	jobs := jobsOf(files)
	parsed := p.parseChanged(jobs, in)
	p.changed = changedFiles(p.parsed, parsed)

	var c city.City
	var problems diag.List
	good := make(map[string]any, len(parsed))
	p.parsed = make(map[string]parsedFile, len(parsed))
	for _, r := range parsed {
		path := r.file.Path
		p.parsed[path] = r
		problems = append(problems, r.problems...)
		last, known := p.good[path]
		if !r.problems.HasErrors() {
			good[path] = r.value
		} else if known {
			good[path] = last
		}
		if in.KeepGood && r.problems.HasErrors() && known {
			collect(&c, last)
		} else {
			collect(&c, r.value)
		}
	}
	p.good = good
	return &c, problems
}

// parseChanged returns the parsed files of all jobs, in their order. It parses those whose
// files changed.
func (p *Pipeline) parseChanged(jobs []job, in Input) []parsedFile {
	parsed := make([]parsedFile, len(jobs))
	var fresh []int
	for i, j := range jobs {
		if known, ok := p.parsed[j.file.Path]; ok && sameFile(known.file, j.file) {
			parsed[i] = known
		} else {
			fresh = append(fresh, i)
		}
	}
	in.begin(Parsing, len(fresh))
	parallel.Each(len(fresh), func(n int) {
		i := fresh[n]
		value, problems := jobs[i].parse(jobs[i].file)
		parsed[i] = parsedFile{jobs[i].file, value, problems}
		in.done()
	})
	return parsed
}

func sameFile(a, b *source.File) bool { return a == b || a.Hash() == b.Hash() }

// changedFiles returns the paths of the files that differ from those before, are new or
// are gone, sorted.
func changedFiles(before map[string]parsedFile, now []parsedFile) []string {
	var changed []string
	here := make(map[string]bool, len(now))
	for _, r := range now {
		here[r.file.Path] = true
		if old, ok := before[r.file.Path]; !ok || !sameFile(old.file, r.file) {
			changed = append(changed, r.file.Path)
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
