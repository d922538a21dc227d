package relate

// Figures are numbers of needs, in all and by status.
type Figures struct {
	Total int
	By    [NeedUnanswered + 1]int // by status, of which that is the last
}

// Add counts one need.
func (f *Figures) Add(s NeedStatus) {
	f.Total++
	f.By[s]++
}
