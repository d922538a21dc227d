package pipeline

// Step is a part of the work whose progress is shown.
type Step int

// The steps, in order.
const (
	Reading Step = iota
	Parsing
	Writing
)

// Observer is told how far the work is.
type Observer interface {
	// Begin is called when a step begins, with the number of files in it, 0 when that is
	// not known.
	Begin(stage Step, files int)
	// Done is called for each of those files when it is done, from any goroutine.
	Done()
}

func (in Input) begin(stage Step, files int) {
	if in.Observer != nil {
		in.Observer.Begin(stage, files)
	}
}

func (in Input) done() {
	if in.Observer != nil {
		in.Observer.Done()
	}
}
