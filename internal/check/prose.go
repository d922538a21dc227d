package check

import (
	"bytes"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/source"
)

// prose is running text of an author.
type prose struct {
	text    string
	where   source.Pos        // the part of the file that it is in
	passage *markdown.Passage // of a body, nil in front matter
}

// recordText is the running text of a record.
type recordText struct {
	record  *city.Record
	front   []source.Text // in the front matter, in the order of the file; some are empty
	labels  []source.Text // titles, names and such: no running text, but published
	foreign bool          // the body is in another language than Dutch
}

// prose returns the running text in Dutch, the front matter before the body.
func (t recordText) prose() []prose {
	var all []prose
	for _, text := range t.front {
		if !text.IsZero() {
			all = append(all, prose{text: text.Value, where: text.Pos})
		}
	}
	if body := t.record.Body; body != nil && !t.foreign {
		for p := range markdown.Prose(body) {
			all = append(all, prose{text: p.Text, where: body.Pos, passage: &p})
		}
	}
	return all
}

// textsOf returns the running text of every record of a city.
func textsOf(c *city.City) []recordText {
	var all []recordText
	for _, w := range c.Wijken {
		all = append(all, recordText{record: &w.Record, labels: wijkLabels(w)})
	}
	for _, v := range c.Visions {
		all = append(all, recordText{record: &v.Record, front: visionTexts(v), labels: visionLabels(v)})
	}
	for _, d := range c.Departments {
		all = append(all, recordText{record: &d.Record, front: []source.Text{d.Description}, labels: []source.Text{d.Name, d.Contact.Name, d.Contact.Phone}})
	}
	for _, p := range c.Programmes {
		all = append(all, recordText{record: &p.Record, front: programmeTexts(p), labels: programmeLabels(p)})
	}
	for _, p := range c.Pages {
		t := recordText{record: &p.Record, labels: []source.Text{p.Title}}
		if lang := p.Language.Value; lang != "" && !strings.HasPrefix(lang, "nl") {
			t.foreign = true
			t.labels = append(t.labels, p.Description)
		} else {
			t.front = []source.Text{p.Description}
		}
		all = append(all, t)
	}
	return all
}

func visionTexts(v *city.Vision) []source.Text {
	texts := []source.Text{v.Reason, v.Summary}
	for _, a := range v.Advice {
		texts = append(texts, a.Text, a.Reply)
	}
	for _, n := range v.Needs {
		texts = append(texts, n.Explanation)
		for _, j := range n.Judgements {
			texts = append(texts, j.Text)
		}
		texts = append(texts, n.Reason)
	}
	return texts
}

func programmeTexts(p *city.Programme) []source.Text {
	texts := []source.Text{p.Reason}
	for _, c := range p.Commitments {
		texts = append(texts, c.Explanation)
		for _, e := range c.Progress {
			texts = append(texts, e.Reason, e.Text)
			if e.Image != nil {
				texts = append(texts, e.Image.Alt)
			}
		}
	}
	for _, a := range p.Answers {
		texts = append(texts, a.Reason)
	}
	return texts
}

// finder finds the sentences of a prose in its file, one after the other.
type finder struct {
	where  source.Pos
	at     int // where the next sentence is looked for
	passed int // how many bytes were passed over to find words
}

func (p prose) finder() *finder { return &finder{where: p.where, at: p.where.Start} }

// farthest is the number of bytes of markup, such as the address of a link, that may stand
// between two words of a sentence.
const farthest = 400

// mostPassed is how many bytes are passed over to find words. In a body of many megabytes each
// word that is written in another way there takes as many.
const mostPassed = 1 << 28

// find returns the place of the next sentence, by its words: between them may be markup and
// ends of lines. It returns the place of the whole prose when no word is found.
func (f *finder) find(sentence string) source.Pos {
	data := f.where.File.Data[:f.where.End]
	start, end := -1, f.at
	for word := range strings.FieldsSeq(sentence) {
		word = strings.Trim(word, `.,;:!?"'()[]‘’“”…`)
		if word == "" || f.passed > mostPassed {
			continue
		}
		rest := data[end:]
		if start >= 0 {
			rest = rest[:min(len(rest), farthest+len(word))]
		}
		i := bytes.Index(rest, []byte(word))
		if i < 0 {
			f.passed += len(rest)
			continue // written in another way in the file, as with an escape
		}
		if start < 0 {
			start = end + i
		}
		end += i + len(word)
	}
	if start < 0 {
		return f.where
	}
	f.at = end
	return f.where.File.Pos(start, end)
}
