package render

import "strconv"

// appendNumber appends a whole number with the separators of a language: 35.255.
func appendNumber(dst []byte, lang string, n int) []byte {
	between := byte('.')
	if lang == "en" {
		between = ','
	}
	var room [20]byte
	digits := strconv.AppendInt(room[:0], int64(n), 10)
	if n < 0 {
		dst, digits = append(dst, '-'), digits[1:]
	}
	for i, c := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			dst = append(dst, between)
		}
		dst = append(dst, c)
	}
	return dst
}
