package check

import (
	"bytes"
	"iter"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/markdown"
	"wijkvisie/internal/source"
)

// prose is a piece of running text of an author, and the part of the file that it
// stands in.
type prose struct {
	text  string
	where source.Pos
	// passage is the passage of a body that it is; its heading may be nil.
	passage *markdown.Passage
}

// proseOf returns the running text of a record that is in Dutch, the front matter
// before the body.
func proseOf(r *city.Record, front []source.Text, foreign bool) iter.Seq[prose] {
	return func(yield func(prose) bool) {
		for _, t := range front {
			if !t.IsZero() && !yield(prose{text: t.Value, where: t.Pos}) {
				return
			}
		}
		if r.Body == nil || foreign {
			return
		}
		for p := range r.Body.Prose() {
			if !yield(prose{text: p.Text, where: r.Body.Pos, passage: &p}) {
				return
			}
		}
	}
}

// frontTexts returns the running texts in the front matter of each record, in the
// order of the file, and the records whose body is in another language.
func frontTexts(c *city.City) (texts map[*city.Record][]source.Text, foreign map[*city.Record]bool) {
	texts, foreign = make(map[*city.Record][]source.Text), make(map[*city.Record]bool)
	for _, v := range c.Visions {
		list := []source.Text{v.Reason, v.Summary}
		for _, n := range v.Needs {
			list = append(list, n.Explanation)
			for _, j := range n.Judgements {
				list = append(list, j.Text)
			}
		}
		texts[&v.Record] = list
	}
	for _, d := range c.Departments {
		texts[&d.Record] = []source.Text{d.Description}
	}
	for _, p := range c.Programmes {
		var list []source.Text
		for _, commitment := range p.Commitments {
			list = append(list, commitment.Explanation)
			for _, e := range commitment.Progress {
				list = append(list, e.Reason, e.Text)
			}
		}
		for _, a := range p.Answers {
			list = append(list, a.Reason)
		}
		texts[&p.Record] = list
	}
	for _, p := range c.Pages {
		if lang := p.Language.Value; lang != "" && !strings.HasPrefix(lang, "nl") {
			foreign[&p.Record] = true
			continue
		}
		texts[&p.Record] = []source.Text{p.Description}
	}
	return texts, foreign
}

// finder finds words in a file, one after the other.
type finder struct {
	where source.Pos
	at    int // how far it has come
}

func (p prose) finder() *finder { return &finder{p.where, int(p.where.Start)} }

// farthest is how many bytes of markup, such as the address of a link, may stand
// between two words of a sentence.
const farthest = 400

// find returns where a sentence stands, by its words: between them may be markup
// and ends of lines. Of what is not found, the rest of the text is the place.
func (f *finder) find(sentence string) source.Pos {
	data := f.where.File.Data[:f.where.End]
	start, end := -1, f.at
	for word := range strings.FieldsSeq(sentence) {
		word = strings.Trim(word, `.,;:!?"'()[]‘’“”…`)
		if word == "" {
			continue
		}
		i := bytes.Index(data[end:], []byte(word))
		if i < 0 || start >= 0 && i > farthest {
			continue // written otherwise, as with an escape
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
