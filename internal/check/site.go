package check

import "wijkvisie/internal/diag"

// warnBefore is how many days before the contact for security expires it is reported (RFC 9116
// recommends less than a year).
const warnBefore = 30

// site checks site.yaml.
func (k *checker) site() {
	s := k.city.Site
	if s == nil {
		return
	}
	ids := k.newDuplicates()
	for _, t := range s.Themes {
		ids.add(t.ID, diag.IDTwice, t.ID.Value)
	}
	if expires := s.SecurityExpires; !expires.IsZero() && !expires.Day.After(k.graph.Date.AddDays(warnBefore)) {
		k.report(diag.At(expires.Pos, diag.SecurityExpiring, expires.String()).WithHint(diag.RenewContact))
	}
	if s.BaseURL.Pos.IsZero() && k.opt.BaseURL == "" && !s.Broken {
		k.report(diag.At(s.FirstLine, diag.NoBaseURL).WithHint(diag.AddKey, "basis-url", "https://wijkvisies.example.nl"))
	}
}
