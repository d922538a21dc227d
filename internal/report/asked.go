package report

import (
	"strings"

	"wijkvisie/internal/relate"
)

// asked tells what happened to visions, and which needs were added to them and retracted.
func (b *builder) asked() []item {
	var list []item
	for _, e := range b.events {
		switch {
		case e.Vision != nil:
			list = append(list, newItem(e.Wijken(), nil, e.Date, e.Pos, b.visionSentences(e)...))
		case e.Need != nil:
			key, reason := "report.need.added", ""
			if e.Kind == relate.NeedRetracted {
				key, reason = "report.need.retracted", e.Need.Reason.Value
			}
			list = append(list, newItem(e.Wijken(), nil, e.Date, e.Pos, b.sentence(key, "day", b.Day(e.Date), "title", e.Need.Title.Value), reason))
		}
	}
	return list
}

// visionSentences returns what happened to a vision.
func (b *builder) visionSentences(e *relate.Event) []string {
	v := e.Vision
	key, more := "report.vision.adopted", b.holds(v)
	switch {
	case e.Kind == relate.VisionOpened:
		key = "report.vision.opened"
	case e.Kind == relate.VisionWithdrawn:
		key, more = "report.vision.withdrawn", v.Reason.Value
	case v.AdoptedBy.IsZero():
		key = "report.vision.adopted-by-nobody"
	}
	return []string{b.sentence(key, "title", v.Title.Value, "day", b.Day(e.Date), "by", v.AdoptedBy.Value), more}
}

// holds returns which needs a vision has.
func (b *builder) holds(v *relate.Vision) string {
	if len(v.Needs) == 0 {
		return ""
	}
	titles := make([]string, len(v.Needs))
	for i, a := range v.Needs {
		titles[i] = quoted(a.Title.Value)
	}
	return b.Count("report.vision.holds", len(v.Needs), "titles", strings.Join(titles, "; "))
}

// judged tells what wijken found of needs and of commitments.
func (b *builder) judged() []item {
	var list []item
	for _, e := range b.events {
		j := e.Judgement
		if j == nil {
			continue
		}
		title, by := j.Need.Main.Title.Value, (*relate.Programme)(nil)
		if j.About != nil {
			title, by = j.About.Title.Value, j.About.Programme
		}
		sentence := b.sentence("report.judged."+j.Verdict.Value, "who", j.By.Value, "day", b.Day(e.Date), "title", title)
		list = append(list, newItem(e.Wijken(), by, e.Date, e.Pos, sentence, quoted(j.Text.Value)))
	}
	return list
}
