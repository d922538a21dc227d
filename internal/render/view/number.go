package view

import "strconv"

// groupedNumber returns a whole number with the separators of a language: 35.255.
func groupedNumber(lang string, n int) string {
	separator := byte('.')
	if lang == "en" {
		separator = ','
	}
	digits := strconv.Itoa(n)
	var grouped []byte
	for i, c := range []byte(digits) {
		if i > 0 && digits[i-1] != '-' && (len(digits)-i)%3 == 0 {
			grouped = append(grouped, separator)
		}
		grouped = append(grouped, c)
	}
	return string(grouped)
}
