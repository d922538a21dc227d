package check

import (
	"strings"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

// wijken checks the codes and ids of wijken and their buurten.
func (k *checker) wijken() {
	k.ownMunicipality()
	codes, former := k.newDuplicates(), k.newDuplicates()
	for w := range untilEnd(k, k.city.Wijken) {
		codes.add(w.Code, diag.CodeTwice, w.Code.Value)
		k.ownCode(w.Code, "WK")
		k.former(w.Former, w.ID, former, func(id string) (source.Pos, bool) {
			other, now, ok := k.index.Wijken.Find(id)
			if !ok || now != id {
				return source.Pos{}, false
			}
			return top(&other.Record), true
		})
		ids := k.newDuplicates()
		for _, b := range w.Buurten {
			ids.add(b.ID, diag.IDTwice, b.ID.Value)
			codes.add(b.Code, diag.CodeTwice, b.Code.Value)
			k.ownCode(b.Code, "BU")
		}
	}
}

// ownMunicipality reports the code of the municipality when all wijken, of several, have codes of
// one other.
func (k *checker) ownMunicipality() {
	if k.city.Site == nil || k.city.Site.MunicipalityCode.IsZero() {
		return
	}
	codes := make(map[string]bool)
	count := 0
	for _, w := range k.city.Wijken {
		if code := strings.TrimPrefix(w.Code.Value, "WK"); len(code) > digitsOfMunicipality {
			codes[code[:digitsOfMunicipality]] = true
			count++
		}
	}
	own := k.city.Site.MunicipalityCode
	for digits := range codes {
		if len(codes) == 1 && count > 1 && "GM"+digits != own.Value {
			k.otherCity = true
			k.report(diag.At(own.Pos, diag.CodeOfOtherCity, own.Value, digits).WithHint(diag.DidYouMean, "GM"+digits))
		}
	}
}

// digitsOfMunicipality is the number of digits that tell a municipality in a code of CBS.
const digitsOfMunicipality = 4

// ownCode reports a CBS code that is not of the municipality. The prefix is WK or BU.
func (k *checker) ownCode(code source.Text, prefix string) {
	if k.otherCity || k.city.Site == nil || code.IsZero() || k.city.Site.MunicipalityCode.IsZero() {
		return
	}
	digits := strings.TrimPrefix(k.city.Site.MunicipalityCode.Value, "GM")
	if !strings.HasPrefix(code.Value, prefix+digits) {
		k.report(diag.At(code.Pos, diag.CodeOfOtherCity, code.Value, digits).
			WithRelated(k.city.Site.MunicipalityCode.Pos, diag.DefinedHere))
	}
}

// wijk checks a reference to a wijk and returns the id that the wijk has now.
func (k *checker) wijk(ref source.Text) (id string, ok bool) {
	if ref.IsZero() {
		return "", false
	}
	_, now, ok := k.index.Wijken.Find(ref.Value)
	switch {
	case !ok:
		k.unknown(ref, k.index.Wijken.IDs(), func(id string) source.Pos {
			w, _, _ := k.index.Wijken.Find(id)
			return top(&w.Record)
		}, diag.WijkUnknown, ref.Value)
	case now != ref.Value:
		k.renamed(ref, now)
	}
	return now, ok
}
