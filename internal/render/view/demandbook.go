package view

import (
	"wijkvisie/internal/demand"
	"wijkvisie/internal/plan"
	"wijkvisie/internal/relate"
)

// demandBook is what the departments are asked and nobody answered.
type demandBook struct {
	Answer string // empty on a part
	Note   string
	Books  []departmentBook
}

// departmentBook is what all wijken ask of a department.
type departmentBook struct {
	ID    string // the anchor
	Title link
	Count string
	Needs folded[bookRow]
}

// bookRow is a need in the book of a department.
type bookRow struct {
	Need      link
	Wijk      link
	Priority  string // "prioriteit 3"; empty when it is not ranked
	Guess     string // that it is a guess; empty when it is none
	Since     stamp
	SinceWord string
}

// demandBook returns the books of all departments, or on a part those with the needs of its
// wijken.
func (b *pageBuilder) demandBook(p *plan.Page) demandBook {
	d := b.figuresOfDemand()
	var v demandBook
	if p.Parent == nil {
		switch n, total := d.Answers.Unanswered(), d.Answers.Asked; {
		case total == 0:
			v.Answer = b.Words.Text("figures.none")
		case n == 0:
			v.Answer = b.Words.Text("progress.waiting-none")
		default:
			v.Answer = b.Words.Text("demand.book", "things", b.outOf("demand.needs.", n, total))
		}
	}
	listed := needsOfPage(p)
	for _, book := range d.Books {
		var needs []demand.Asked
		for _, n := range book.Needs {
			if listed[n.Need] {
				needs = append(needs, n)
			}
		}
		if len(needs) == 0 {
			continue
		}
		v.Note = b.Words.Text("demand.book-note")
		title := link{Text: b.Words.Text("demand.book-nobody")}
		if book.Department != nil {
			title = b.departmentLink(book.Department)
		}
		v.Books = append(v.Books, departmentBook{
			ID: bookAnchor(book.Department), Title: title, Count: b.Words.Count("demand.book-needs", len(needs)),
			Needs: fold(b, p, "progress.more-needs", needs, b.bookRows),
		})
	}
	return v
}

// bookAnchor returns the anchor of the book of a department, nil for what is of none.
func bookAnchor(d *relate.Department) string {
	if d == nil {
		return "wv-boek"
	}
	return "wv-boek-" + d.ID
}

// bookLink returns the way to the book of a department, none when that is empty.
func (b *Builder) bookLink(of *relate.Department) link {
	for _, book := range b.figuresOfDemand().Books {
		if book.Department == of {
			return link{Text: b.Words.Count("demand.book-of", len(book.Needs)), URL: b.index(plan.Demand).URL + "#" + bookAnchor(of)}
		}
	}
	return link{}
}

// needsOfPage returns the needs that a page lists, with those of its parts.
func needsOfPage(p *plan.Page) map[*relate.Need]bool {
	listed := make(map[*relate.Need]bool)
	for _, of := range append([]*plan.Page{p}, p.Parts...) {
		for _, n := range of.Rows.Needs {
			listed[n] = true
		}
	}
	return listed
}

func (b *pageBuilder) bookRows(needs []demand.Asked) []bookRow {
	rows := make([]bookRow, len(needs))
	for i, n := range needs {
		rows[i] = bookRow{Need: b.needLink(n.Need), Wijk: b.wijkLink(n.Wijk)}
		if n.Main.Priority > 0 {
			rows[i].Priority = b.Words.Text("demand.priority", "n", b.Words.Number(n.Main.Priority))
		}
		if n.Guess {
			rows[i].Guess = b.Words.Text("demand.guess")
		}
		if since := n.OpenSince(); !since.IsZero() {
			rows[i].Since, rows[i].SinceWord = b.stamp(since), b.Words.Text("progress.since")
		}
	}
	return rows
}
