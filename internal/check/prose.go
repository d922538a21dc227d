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

// texts is the running texts of a record.
type texts struct {
	record *city.Record
	// front yields those in the front matter, in the order of the file, empty ones too;
	// nil when there are none.
	front   iter.Seq[source.Text]
	foreign bool // the body is in another language
}

// prose yields the running text that is in Dutch, the front matter before the body.
func (t texts) prose() iter.Seq[prose] {
	return func(yield func(prose) bool) {
		if t.front != nil {
			for text := range t.front {
				if !text.IsZero() && !yield(prose{text: text.Value, where: text.Pos}) {
					return
				}
			}
		}
		body := t.record.Body
		if body == nil || t.foreign {
			return
		}
		for p := range body.Prose() {
			if !yield(prose{text: p.Text, where: body.Pos, passage: &p}) {
				return
			}
		}
	}
}

// textsOf yields the running texts of every record of a city.
func textsOf(c *city.City) iter.Seq[texts] {
	return func(yield func(texts) bool) {
		for _, w := range c.Wijken {
			if !yield(texts{record: &w.Record}) {
				return
			}
		}
		for _, v := range c.Visions {
			if !yield(texts{record: &v.Record, front: visionTexts(v)}) {
				return
			}
		}
		for _, d := range c.Departments {
			if !yield(texts{record: &d.Record, front: oneText(d.Description)}) {
				return
			}
		}
		for _, p := range c.Programmes {
			if !yield(texts{record: &p.Record, front: programmeTexts(p)}) {
				return
			}
		}
		for _, p := range c.Pages {
			t := texts{record: &p.Record, front: oneText(p.Description)}
			if lang := p.Language.Value; lang != "" && !strings.HasPrefix(lang, "nl") {
				t.front, t.foreign = nil, true
			}
			if !yield(t) {
				return
			}
		}
	}
}

func oneText(t source.Text) iter.Seq[source.Text] {
	return func(yield func(source.Text) bool) { yield(t) }
}

func visionTexts(v *city.Vision) iter.Seq[source.Text] {
	return func(yield func(source.Text) bool) {
		if !yield(v.Reason) || !yield(v.Summary) {
			return
		}
		for _, n := range v.Needs {
			if !yield(n.Explanation) {
				return
			}
			for _, j := range n.Judgements {
				if !yield(j.Text) {
					return
				}
			}
		}
	}
}

func programmeTexts(p *city.Programme) iter.Seq[source.Text] {
	return func(yield func(source.Text) bool) {
		for _, c := range p.Commitments {
			if !yield(c.Explanation) {
				return
			}
			for _, e := range c.Progress {
				if !yield(e.Reason) || !yield(e.Text) {
					return
				}
			}
		}
		for _, a := range p.Answers {
			if !yield(a.Reason) {
				return
			}
		}
	}
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
