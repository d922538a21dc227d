package relate

// Figures are numbers of needs, in all and by status.
type Figures struct {
	Total        int
	By           [NeedUntracked + 1]int // by status, of which that is the last
	Contradicted int                    // of those under NeedKept: the wijk says that they are not met
	Wijken       int                    // that ask them

	last *Wijk // whose need was added last
}

// Add counts one need. Those of a wijk are added one after the other.
func (f *Figures) Add(n *Need) {
	if n.Wijk != f.last {
		f.Wijken, f.last = f.Wijken+1, n.Wijk
	}
	f.Total++
	f.By[n.Status]++
	if n.Contradicted() {
		f.Contradicted++
	}
}

// Done returns for how many needs everything was done that was promised, those that are met
// too.
func (f *Figures) Done() int { return f.By[NeedMet] + f.By[NeedKept] }
