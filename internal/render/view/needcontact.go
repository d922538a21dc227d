package view

import (
	"html/template"
	"net/url"
	"slices"
	"strings"

	"wijkvisie/internal/city"
	"wijkvisie/internal/relate"
)

// needContact is somebody who can be asked about a need.
type needContact struct {
	Label string // the name of the department; empty when the first line is a name
	Lines contact
}

// needContacts returns who can be asked about a need: who speaks for the wijk, and the
// departments that promised or answered something; when there is nobody, who answers for the
// site.
func (b *pageBuilder) needContacts(n *relate.Need, now *asking) []needContact {
	var list []needContact
	add := func(label string, c city.Contact) {
		if lines := b.mailAbout(n, contactOf(c)); len(lines) > 0 {
			list = append(list, needContact{label, lines})
		}
	}
	if m := n.Wijk.Manager; m.Name.IsZero() {
		add(b.Words.Text("wijk.manager"), m)
	} else {
		add("", m)
	}
	for _, d := range departmentsOf(now) {
		add(d.Name.Value, d.Contact)
	}
	if len(list) == 0 {
		add("", b.graph.Site.Contact)
	}
	return list
}

// departmentsOf returns who promised or answered something, each once.
func departmentsOf(now *asking) []*relate.Department {
	var list []*relate.Department
	add := func(d *relate.Department) {
		if d != nil && !slices.Contains(list, d) {
			list = append(list, d)
		}
	}
	for _, c := range now.commitments {
		add(c.Programme.Department)
	}
	for _, a := range now.answers {
		add(a.Programme.Department)
	}
	return list
}

// mailAbout returns how to reach somebody, with letters that begin with a need as their
// subject (RFC 6068).
func (b *pageBuilder) mailAbout(n *relate.Need, lines contact) contact {
	subject := b.Words.Text("need.mail-subject", "title", n.Main.Title.Value, "name", n.Wijk.Name.Value)
	for i := range lines {
		if mail := string(lines[i].URL); strings.HasPrefix(mail, "mailto:") && !strings.Contains(mail, "?") {
			lines[i].URL = template.URL(mail + "?subject=" + strings.ReplaceAll(url.QueryEscape(subject), "+", "%20"))
		}
	}
	return lines
}
