package housestyle

import "wijkvisie/internal/theme/contrast"

// What the theme has, in style.css, where a house style has nothing.

// ownColor returns a colour of the theme on a light screen.
func ownColor(name string) contrast.Color {
	c, _ := contrast.Parse(map[string]string{
		"ground":   "#fbf8f1",
		"ink":      "#1d1a16",
		"accent":   "#1a3fa8",
		"pos-fill": "#2b7245",
		"inf-fill": "#3b66b5",
		"war-fill": "#b87a0a",
		"neu-fill": "#7a7166",
	}[name])
	return c
}

// ownDark returns the ground of a dark page.
func ownDark() contrast.Color {
	c, _ := contrast.Parse("#171512")
	return c
}

// ownSans returns the fonts of the municipality.
func ownSans() string {
	return `-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif`
}

// ownSerif returns the fonts of the wijk.
func ownSerif() string {
	return `Charter, "Bitstream Charter", "Charis SIL", "Sitka Text", Cambria, "Noto Serif", "Liberation Serif", Georgia, serif`
}
