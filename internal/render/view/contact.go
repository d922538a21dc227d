package view

import (
	"html/template"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// people is who can be spoken to.
type people struct {
	Manager     contact
	OfficeAt    string
	OfficeHours string
	Network     string
	Buurten     string
	Residents   string
}

// contact is how to reach somebody, a line for each way.
type contact []contactLine

type contactLine struct {
	Text string
	URL  template.URL // html/template does not know tel:
}

func (b *Builder) people(w *relate.Wijk) people {
	p := people{
		Manager:     contactOf(w.Manager),
		OfficeAt:    w.OfficeAt.Value,
		OfficeHours: w.OfficeHours.Value,
		Network:     joinTexts(w.Network, ", "),
		Buurten:     joinNames(w.Buurten, ", "),
	}
	if w.Residents >= 0 {
		p.Residents = b.Words.Number(w.Residents)
		if year := w.ResidentsAt.Value; year != "" {
			p.Residents = p.Residents + " (" + strings.Trim(w.ResidentsBy.Value+", "+year, ", ") + ")"
		}
	}
	return p
}

func contactOf(c city.Contact) contact {
	var lines contact
	add := func(text, address string) {
		if text != "" {
			lines = append(lines, contactLine{text, template.URL(address)})
		}
	}
	add(c.Name.Value, "")
	add(c.Email.Value, "mailto:"+c.Email.Value)
	add(c.Phone.Value, phoneURL(c.Phone.Value))
	add(c.URL.Value, External(c.URL.Value))
	return lines
}

// phoneURL returns the digits of a telephone number as a link (RFC 3966), empty
// when it holds something else too.
func phoneURL(number string) string {
	digits := strings.Map(func(r rune) rune {
		if strings.ContainsRune(" -()", r) {
			return -1
		}
		return r
	}, number)
	if digits == "" || strings.Trim(digits, "+0123456789") != "" {
		return ""
	}
	return "tel:" + digits
}
