package city

// How many bytes an item of a list has when nothing was written in it.
const (
	leastText       = 2
	leastBuurt      = 6
	leastNeed       = 18
	leastJudgement  = 11
	leastCommitment = 14
	leastProgress   = 9
	leastAnswer     = 11
)

func (p *packer) common(r *Record) {
	p.string(&r.ID)
	p.pos(&r.Top)
	p.texts(&r.Former)
	p.date(&r.Publish)
	p.bool(&r.Broken)
	p.body(&r.Body)
}

func (w *Wijk) pack(p *packer) {
	p.common(&w.Record)
	p.text(&w.Name)
	p.text(&w.Code)
	p.int(&w.Order)
	p.contact(&w.Manager)
	p.text(&w.OfficeAt)
	p.text(&w.OfficeHours)
	p.texts(&w.Network)
	items(p, &w.Buurten, leastBuurt, (*Buurt).pack)
	p.int(&w.Residents)
	p.text(&w.ResidentsAt)
	p.text(&w.ResidentsBy)
	p.int(&w.Tile[0])
	p.int(&w.Tile[1])
	p.pos(&w.TilePos)
	p.pos(&w.ResidentsPos)
}

func (b *Buurt) pack(p *packer) {
	p.text(&b.ID)
	p.text(&b.Name)
	p.text(&b.Code)
}

func (v *Vision) pack(p *packer) {
	p.common(&v.Record)
	p.text(&v.Title)
	p.text(&v.Wijk)
	p.period(&v.Period)
	p.text(&v.Status)
	p.date(&v.AdoptedOn)
	p.text(&v.AdoptedBy)
	p.date(&v.OpenFrom)
	p.date(&v.OpenThrough)
	p.text(&v.OpenURL)
	p.date(&v.WithdrawnOn)
	p.text(&v.Reason)
	p.text(&v.Summary)
	p.text(&v.SummaryEN)
	p.source(&v.Source)
	items(p, &v.Needs, leastNeed, (*Need).pack)
}

func (n *Need) pack(p *packer) {
	p.pos(&n.Top)
	p.text(&n.ID)
	p.text(&n.Title)
	p.text(&n.Theme)
	p.int(&n.Priority)
	p.pos(&n.PriorityPos)
	p.texts(&n.Buurten)
	p.texts(&n.RaisedBy)
	p.text(&n.RaisedAt)
	p.day(&n.RaisedOn)
	items(p, &n.Judgements, leastJudgement, (*Judgement).pack)
	if shared(p, &n.NeedDetails, &noNeedDetails) {
		n.packDetails(p)
	}
}

func (n *NeedDetails) packDetails(p *packer) {
	located := n.Location != nil
	if p.bool(&located); located {
		if p.reads() {
			n.Location = new(Point)
		}
		p.float(&n.Location.Lon)
		p.float(&n.Location.Lat)
		p.pos(&n.Location.Pos)
	}
	p.text(&n.RaisedIn)
	p.text(&n.Explanation)
	p.texts(&n.Former)
}

// shared packs whether something is the one that many share, and tells whether it is not:
// then it is read into one of its own.
func shared[T any](p *packer, is **T, all *T) (own bool) {
	own = *is != all
	p.bool(&own)
	if p.reads() {
		*is = all
		if own {
			*is = new(T)
		}
	}
	return own
}

func (j *Judgement) pack(p *packer) {
	p.pos(&j.Top)
	p.date(&j.Date)
	p.text(&j.By)
	p.text(&j.Verdict)
	p.text(&j.Text)
}

func (d *Department) pack(p *packer) {
	p.common(&d.Record)
	p.text(&d.Name)
	p.contact(&d.Contact)
	p.text(&d.Description)
	p.date(&d.ValidFrom)
	p.date(&d.ValidThrough)
	p.text(&d.SucceededBy)
}

func (q *Programme) pack(p *packer) {
	q.packHead(p)
	items(p, &q.Commitments, leastCommitment, (*Commitment).pack)
	items(p, &q.Answers, leastAnswer, (*Answer).pack)
}

func (q *Programme) packHead(p *packer) {
	p.common(&q.Record)
	p.text(&q.Title)
	p.text(&q.Department)
	p.period(&q.Period)
	p.text(&q.Status)
}

func (c *Commitment) pack(p *packer) {
	p.pos(&c.Top)
	p.text(&c.ID)
	p.text(&c.Title)
	p.texts(&c.Needs)
	p.planned(&c.Due)
	p.int(&c.Budget)
	items(p, &c.Progress, leastProgress, (*Progress).pack)
	if shared(p, &c.CommitmentDetails, &noCommitmentDetails) {
		c.packDetails(p)
	}
}

func (c *CommitmentDetails) packDetails(p *packer) {
	p.texts(&c.Wijken)
	p.texts(&c.Partners)
	p.planned(&c.Start)
	p.text(&c.Cover)
	p.source(&c.Source)
	p.text(&c.Explanation)
	p.texts(&c.Former)
}

func (g *Progress) pack(p *packer) {
	p.date(&g.Date)
	p.text(&g.Status)
	p.text(&g.Text)
	if !shared(p, &g.Change, &noChange) {
		return
	}
	p.planned(&g.Due)
	p.text(&g.Reason)
	if shared(p, &g.To, &nobody) {
		p.text(g.To)
	}
}

func (a *Answer) pack(p *packer) {
	p.pos(&a.Top)
	p.text(&a.Need)
	p.text(&a.Answer)
	p.text(&a.Reason)
	p.date(&a.Date)
}

func (q *Page) pack(p *packer) {
	p.common(&q.Record)
	p.text(&q.Title)
	p.text(&q.Description)
	p.int(&q.Order)
	p.text(&q.Menu)
	p.date(&q.Updated)
	p.text(&q.Status)
	p.text(&q.Language)
}
