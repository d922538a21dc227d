package pipeline

// Stage is a part of the work that takes long enough to be followed.
type Stage int

// The stages, in order.
const (
	Reading Stage = iota
	Parsing
	Writing
)

// Observer is told how far the work is.
type Observer interface {
	// Begin is called when a stage begins, with the number of files in it, 0 when that is
	// not known.
	Begin(stage Stage, files int)
	// Done is called for each of those files when it is done, from any goroutine.
	Done()
}

func (in Input) begin(stage Stage, files int) {
	if in.Observer != nil {
		in.Observer.Begin(stage, files)
	}
}

func (in Input) done() {
	if in.Observer != nil {
		in.Observer.Done()
	}
}
