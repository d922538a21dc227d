package parse

import "strings"

// Label returns the name of a key as people read it in a form, in Dutch: "Vastgesteld op" for
// vastgesteld-op.
func (k *Key) Label() string { return label(k.Name) }

// label returns a name of the content format as people read it.
func label(name string) string {
	switch name {
	case "e-mail":
		return "E-mail"
	case "url":
		return "Webadres"
	case "themas":
		return "Thema's"
	case "basis-url":
		return "Adres van de site"
	case "basis-url-sinds":
		return "Adres van de site sinds"
	case "bewerk-url":
		return "Adres om te bewerken"
	case "samenvatting-en":
		return "Samenvatting in het Engels"
	case "nl":
		return "Nederlands"
	case "en":
		return "Engels"
	case "":
		return ""
	}
	return strings.ToUpper(name[:1]) + strings.ReplaceAll(name[1:], "-", " ")
}

// Choice is a value that a key allows, with its label.
type Choice struct{ Value, Label string }

// Choices returns the values that a text allows, nil when it allows any.
func (k *Key) Choices() []Choice {
	if k.Type != TextValue {
		return nil
	}
	var all []Choice
	for _, v := range k.Enum {
		all = append(all, Choice{v, label(v)})
	}
	return all
}
