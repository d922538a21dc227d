package contrast

import "math"

// linear returns a channel of sRGB in proportion to light, and encoded undoes that.
func linear(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

func encoded(v float64) float64 {
	if v <= 0.0031308 {
		return v * 12.92
	}
	return 1.055*math.Pow(v, 1/2.4) - 0.055
}

// fromLinear returns the colour with channels in proportion to light. A channel that a
// screen cannot show is the nearest that it can.
func fromLinear(r, g, b float64) Color {
	channel := func(v float64) float64 { return min(max(encoded(max(v, 0)), 0), 1) }
	return Color{channel(r), channel(g), channel(b), 1}
}

// fromOklab returns a colour of Oklab (https://bottosson.github.io/posts/oklab/): its
// lightness from 0 to 1, and how red or green, and how yellow or blue it is.
func fromOklab(lightness, a, b float64) Color {
	cube := func(v float64) float64 { return v * v * v }
	l := cube(lightness + 0.3963377774*a + 0.2158037573*b)
	m := cube(lightness - 0.1055613458*a - 0.0638541728*b)
	s := cube(lightness - 0.0894841775*a - 1.2914855480*b)
	return fromLinear(
		4.0767416621*l-3.3077115913*m+0.2309699292*s,
		-1.2684380046*l+2.6097574011*m-0.3413193965*s,
		-0.0041960863*l-0.7034186147*m+1.7076147010*s)
}

// oklab returns the colour in Oklab.
func (c Color) oklab() (lightness, a, b float64) {
	red, green, blue := linear(c.R), linear(c.G), linear(c.B)
	l := math.Cbrt(0.4122214708*red + 0.5363325363*green + 0.0514459929*blue)
	m := math.Cbrt(0.2119034982*red + 0.6806995451*green + 0.1073969566*blue)
	s := math.Cbrt(0.0883024619*red + 0.2817188376*green + 0.6299787005*blue)
	return 0.2104542553*l + 0.7936177850*m - 0.0040720468*s,
		1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s
}

// fromLab returns a colour of CIE Lab, whose white is D50: lightness from 0 to 100.
func fromLab(lightness, a, b float64) Color {
	const kappa, epsilon = 24389.0 / 27, 216.0 / 24389
	y := (lightness + 16) / 116
	part := func(f float64) float64 {
		if cube := f * f * f; cube > epsilon {
			return cube
		}
		return (116*f - 16) / kappa
	}
	x, z := 0.3457/0.3585*part(y+a/500), (1-0.3457-0.3585)/0.3585*part(y-b/200)
	y = part(y)
	// to the white of screens, D65, and then to their red, green and blue
	return fromLinear(
		3.1341359569*x-1.6173863321*y-0.4906619460*z,
		-0.9787954766*x+1.9162543771*y+0.0334427330*z,
		0.0719553791*x-0.2289767701*y+1.4053860351*z)
}

// polar returns the two coordinates of a chroma and a hue, as a part of the circle.
func polar(chroma, hue float64) (a, b float64) {
	sin, cos := math.Sincos(2 * math.Pi * hue)
	return chroma * cos, chroma * sin
}

// Chroma returns how far the colour is from grey: 0 for grey, some 0.3 for the brightest
// colours of a screen (that of Oklch).
func (c Color) Chroma() float64 {
	_, a, b := c.oklab()
	return math.Hypot(a, b)
}

// WithLightness returns the colour with another lightness, from 0 for black to 1 for
// white, and at least the given chroma (those of Oklch). A grey stays grey.
func (c Color) WithLightness(lightness, chroma float64) Color {
	_, a, b := c.oklab()
	own := math.Hypot(a, b)
	if own < grey {
		return fromOklab(lightness, 0, 0)
	}
	factor := max(own, chroma) / own
	return fromOklab(lightness, a*factor, b*factor)
}

// Lightness returns that of Oklab: 0 for black, 1 for white.
func (c Color) Lightness() float64 {
	lightness, _, _ := c.oklab()
	return lightness
}

// grey is the chroma below which nobody sees a hue.
const grey = 0.005
