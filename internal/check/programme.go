package check

import "wijkvisie/internal/diag"

// programmes checks programmes, and the references of their commitments and answers.
func (k *checker) programmes() {
	for p := range untilEnd(k, k.city.Programmes) {
		k.unresolved = k.unresolved || p.Broken // the part that could not be read may be about any need
		k.department(p.Department)
		inPeriod, doubtful := false, false
		for _, c := range p.Commitments {
			for _, ref := range c.Needs {
				k.need(ref)
			}
			for _, ref := range c.Wijken {
				k.wijk(ref)
			}
			if len(c.Needs) == 0 && !p.Broken {
				k.report(diag.At(c.FirstLine, diag.NeedMissing, c.ID.Value))
			}
			inside, mayBeOutside := k.inPeriod(p, c)
			inPeriod, doubtful = inPeriod || inside, doubtful || mayBeOutside
			k.progress(p, c)
			for _, e := range c.Progress {
				k.evidence(p, e)
			}
		}
		for _, a := range p.Answers {
			k.need(a.Need)
		}
		k.answersTwice(p)
		// The year of a programme that is outside may well be the mistake, and not those of its dates.
		if !k.unlikelyPeriod(p.Period) && (inPeriod || !doubtful) {
			k.likelyDates(p)
		}
	}
}
