package chart

// Axis is a span of years on which dates are drawn. Moments are years with a fraction:
// 2012.5 is the first of July. A page draws everything on one axis, so that it can be
// compared.
type Axis struct {
	From, To int // the first and the last year
	Today    float64
}

// maxNamed is the greatest number of years that have a name: those that fit on the
// narrowest screen.
const maxNamed = 7

// Include widens the axis so that a moment is on it. It ignores 0.
func (a *Axis) Include(moment float64) {
	if moment > 0 {
		a.From, a.To = min(a.From, int(moment)), max(a.To, int(moment))
	}
}

// step returns how many years lie between years that have a name.
func (a Axis) step() int { return (a.To-a.From)/maxNamed + 1 }

// has reports whether a moment is on the axis.
func (a Axis) has(moment float64) bool {
	return moment >= float64(a.From) && moment <= float64(a.To+1)
}

// x returns the place of a moment on the axis, or that of the end beyond which it lies.
func (a Axis) x(moment float64) string {
	share := min(max((moment-float64(a.From))/float64(a.To+1-a.From), 0), 1)
	return percent(int(share*10_000+0.5), 10_000)
}
