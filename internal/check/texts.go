package check

import (
	"runtime"
	"sync"

	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
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
	texts := k.opt.Texts
	if texts == nil {
		texts = new(Texts)
	}
	known := texts.read
	texts.read = make(map[*city.Record]*remarks, len(known))
	type job struct {
		record *city.Record
		found  *remarks
	}
	var jobs []job
	for r := range k.city.Records() {
		found := known[r]
		if found == nil || k.opt.Language && !found.advised {
			found = new(remarks)
			jobs = append(jobs, job{r, found})
		}
		texts.read[r] = found
	}
	if len(jobs) == 0 {
		return texts.read
	}
	front, foreign := frontTexts(k.city)
	next := make(chan job)
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(jobs)) {
		group.Go(func() {
			for j := range next {
				j.found.personal = personalIn(j.record, front[j.record])
				if j.found.advised = k.opt.Language; j.found.advised {
					j.found.language = languageOf(j.record, front[j.record], foreign[j.record])
				}
			}
		})
	}
	for _, j := range jobs {
		next <- j
	}
	close(next)
	group.Wait()
	return texts.read
}

// textRules reports what was found in texts: what is personal, but for how people
// say they can be reached, and what could be plainer.
func (k *checker) textRules() {
	own := k.reachable()
	for _, found := range k.remark() {
		for _, p := range found.personal {
			if !own[p.key] {
				k.report(p.Diagnostic)
			}
		}
		if k.opt.Language {
			k.list = append(k.list, found.language...)
		}
	}
}
