package chart

import (
	"strings"
	"testing"
)

func TestAxisIsAsWideAsItsMoments(t *testing.T) {
	axis := Axis{From: 2012, To: 2012}
	for _, moment := range []float64{2013.9, 0, 2010.01, 2011} {
		axis.Include(moment)
	}
	if axis.From != 2010 || axis.To != 2013 {
		t.Errorf("from %d to %d", axis.From, axis.To)
	}
}

func TestYearsAreNamedAgainWithoutTheirLines(t *testing.T) {
	axis := Axis{From: 2011, To: 2014, Today: 2013.2}
	head, again := string(axis.AppendHead(nil)), string(axis.AppendYears(nil))
	if _, names, _ := strings.Cut(head, "</defs>"); !strings.HasSuffix(again, names) || strings.Contains(again, yearsID) {
		t.Errorf("the years are %s\nand again %s", head, again)
	}
}
