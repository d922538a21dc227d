package render

// number returns a whole number with the separators of the site's language:
// 35.255.
func (r *Renderer) number(n int) string { return r.printer.Sprint(n) }

// euros returns an amount of whole euros: € 185.000.
func (r *Renderer) euros(n int) string { return "€\u00a0" + r.number(n) }
