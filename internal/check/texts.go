package check

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/parallel"
)

// Texts is what the rules on running text found, by record. It depends on the file
// of a record alone, so that of a file that did not change it need not be looked for
// again. It serves one goroutine at a time.
type Texts struct {
	read map[*city.Record]*remarks
}

// remarks is what was found in the texts of one record.
type remarks struct {
	personal []personal
	language diag.List
	advised  bool // language was looked at
}

// remark looks at the texts of all records, those that were not looked at before.
func (k *checker) remark() map[*city.Record]*remarks {
	kept := k.opt.Texts
	if kept == nil {
		kept = new(Texts)
	}
	known := kept.read
	kept.read = make(map[*city.Record]*remarks, len(known))
	type job struct {
		of    texts
		found *remarks
	}
	var jobs []job
	for t := range textsOf(k.city) {
		found := known[t.record]
		if found == nil || k.opt.Language && !found.advised {
			found = new(remarks)
			jobs = append(jobs, job{t, found})
		}
		kept.read[t.record] = found
	}
	parallel.Each(len(jobs), func(i int) {
		j := jobs[i]
		j.found.personal = personalIn(j.of)
		if j.found.advised = k.opt.Language; j.found.advised {
			j.found.language = languageOf(j.of)
		}
	})
	return kept.read
}

// textRules reports what was found in texts: what is personal, but for how people
// say they can be reached, and what could be plainer.
func (k *checker) textRules() {
	own := k.reachable()
	for _, found := range k.remarks {
		for _, p := range found.personal {
			if !own[p.key] {
				k.report(p.Diagnostic)
			}
		}
		if k.opt.Language {
			for _, d := range found.language {
				k.report(d)
			}
		}
	}
}
