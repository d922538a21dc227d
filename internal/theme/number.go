package theme

import "strconv"

// Number returns a whole number as the language writes it: 4.080 in Dutch, 4,080 in English.
// Every number of something on a page is written so. Years and numbers of a list are not.
func (w *Words) Number(n int) string {
	digits := strconv.Itoa(n)
	if -1000 < n && n < 1000 {
		return digits
	}
	separator := byte('.')
	if w.Lang == "en" {
		separator = ','
	}
	var grouped []byte
	for i, c := range []byte(digits) {
		if i > 0 && digits[i-1] != '-' && (len(digits)-i)%3 == 0 {
			grouped = append(grouped, separator)
		}
		grouped = append(grouped, c)
	}
	return string(grouped)
}

// Euros returns an amount in whole euros: € 185.000.
func (w *Words) Euros(amount int) string { return "€\u00a0" + w.Number(amount) }
