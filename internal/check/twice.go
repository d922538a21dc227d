package check

import (
	"wijkvisie/internal/city"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// answersTwice reports answers of a programme that are there twice, as after a merge.
func (k *checker) answersTwice(p *city.Programme) {
	first := make(map[[3]string]source.Pos, len(p.Answers))
	for _, a := range p.Answers {
		key := [3]string{a.Need.Value, a.Answer.Value + " " + a.Date.String(), city.Plain(a.Reason.Value)}
		k.twice(first, key, a.Date, diag.AnswerTwice)
	}
}

// judgementsTwice reports judgements of a need that are there twice.
func (k *checker) judgementsTwice(n *city.Need) {
	first := make(map[[3]string]source.Pos, len(n.Judgements))
	for _, j := range n.Judgements {
		key := [3]string{j.About.Value + " " + j.Verdict.Value + " " + j.Date.String(), city.Plain(j.By.Value), city.Plain(j.Text.Value)}
		k.twice(first, key, j.Date, diag.JudgementTwice)
	}
}

// twice reports what has a key that something before it has.
func (k *checker) twice(first map[[3]string]source.Pos, key [3]string, date city.Date, m diag.Message) {
	if date.IsZero() {
		return
	}
	if pos, known := first[key]; known {
		k.report(diag.At(date.Pos, m, date.String()).WithRelated(pos, diag.FirstHere))
		return
	}
	first[key] = date.Pos
}
