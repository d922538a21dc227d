package contrast

import (
	"math"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/colornames"
)

func TestParse(t *testing.T) {
	for written, want := range map[string]string{
		"#1a3FA8": "#1a3fa8", " #fff ": "#ffffff", "#ffff": "#ffffff", "#00000080": "#000000", "White": "#ffffff", "rebeccapurple": "#663399",
		"rgb(26, 63, 168)": "#1a3fa8", "rgb(26 63 168 / 50%)": "#1a3fa8", "rgba(10%,20%,30%,.5)": "#1a334d",
		"hsl(90 30% 50%)": "#80a659", "hsl(90deg, 30%, 50%)": "#80a659", "hsla(0.25turn 30% 50% / 1)": "#80a659", "hsl(100grad 30% 50%)": "#80a659",
		"hsl(-270 30% 50%)": "#80a659", "hwb(195 0% 0%)": "#00bfff", "hwb(0 60% 60%)": "#808080", "rgb(300 -5 0)": "#ff0000",
		"oklch(62.796% 0.25768 29.234)": "#ff0000", "oklch(0.452 31.31% 264.05deg)": "#31519b", "oklab(100% 0 0)": "#ffffff", "oklab(60% 0.1 -0.1)": "#9f63ba",
		"lab(29.2345% 39.3825 20.0664)": "#7d2329", "lch(52.2345% 72.2 56.2)": "#c65d06", "lch(0 none none)": "#000000", "color(srgb 0.1 0.2 0.3)": "#1a334d",
		"color-mix(in srgb, white, black)": "#808080", "color-mix(in srgb, #1a3fa8 25%, white)": "#c6cfe9", "color-mix(in srgb, 75% white, rgb(26 63 168))": "#c6cfe9",
		"color-mix(in oklab, white, black)": "#636363", "color-mix(in oklch, red, blue)": "#ba00c2", "color-mix(in oklch, #1a3fa8 30%, #fc0)": "#5bc356", "color-mix(in srgb-linear, white, black)": "#bcbcbc",
		"color-mix(in srgb, color-mix(in srgb, red, red), red)": "#ff0000", "light-dark(#1a3fa8, #a8bdff)": "#1a3fa8", "light-dark(rgb(26, 63, 168), red)": "#1a3fa8",
	} {
		c, ok := Parse(written)
		if !ok || c.String() != want {
			t.Errorf("%s is %s, %v, want %s", written, c, ok, want)
		}
	}
	for _, wrong := range []string{"", "#12", "#12345", "#gggggg", "rgb(1,2)", "rgb(1 2 3", "rgb(a b c)", "oklch(70% 0.1 blue)", "color(display-p3 1 0 0)", "color-mix(in hsl, red, blue)", "color-mix(red, blue)",
		"color-mix(in srgb, red 0%, blue 0%)", "light-dark(red)", "light-dark(", strings.Repeat("light-dark(", 1000) + "red" + strings.Repeat(",red)", 1000), "var(--x)", "currentColor", "hsl(NaN 1% 1%)", "url(x)", "rgb(1 2 3 4 5)"} {
		if c, ok := Parse(wrong); ok {
			t.Errorf("%s is %s", wrong, c)
		}
	}
	for written, want := range map[string]float64{"rgb(0 0 0 / 25%)": 0.25, "#00000040": 64.0 / 255, "color-mix(in srgb, red, transparent)": 0.5, "color-mix(in srgb, red 20%, blue 30%)": 0.5} {
		if c, _ := Parse(written); c.A != want {
			t.Errorf("%s: alpha %v", written, c.A)
		}
	}
}

func TestNamedColours(t *testing.T) {
	if !slices.IsSortedFunc(named[:], func(a, b namedColor) int { return strings.Compare(a.name, b.name) }) {
		t.Error("the names are not sorted")
	}
	for name, want := range colornames.Map {
		c, ok := Parse(name)
		if !ok || c != (Color{float64(want.R) / 255, float64(want.G) / 255, float64(want.B) / 255, 1}) {
			t.Errorf("%s is %v, %v, want %v", name, c, ok, want)
		}
	}
	if len(named) != len(colornames.Map)+1 { // rebeccapurple is younger than SVG 1.1
		t.Errorf("%d names", len(named))
	}
}

// The figures are those of WebAIM's contrast checker, some for colours of real house
// styles.
func TestRatio(t *testing.T) {
	for _, test := range []struct {
		ink, ground string
		want        float64
	}{
		{"#000", "#fff", 21}, {"#777", "#fff", 4.48}, {"#1d1a16", "#fbf8f1", 16.3}, {"#fff", "hsl(90 30% 50%)", 2.80}, {"#fff", "#fff", 1},
	} {
		ink, _ := Parse(test.ink)
		ground, _ := Parse(test.ground)
		if got := Ratio(ink, ground); math.Abs(got-test.want) > 0.05 {
			t.Errorf("%s on %s: %.2f, want %.2f", test.ink, test.ground, got, test.want)
		}
	}
}

func TestBlackOrWhiteCanAlwaysBeRead(t *testing.T) {
	for r := 0; r < 256; r += 5 {
		for g := 0; g < 256; g += 5 {
			for b := 0; b < 256; b += 5 {
				ground := Color{float64(r) / 255, float64(g) / 255, float64(b) / 255, 1}
				if got := Ratio(BlackOrWhite(ground), ground); got < Text {
					t.Fatalf("%s: %.2f", ground, got)
				}
			}
		}
	}
}

func TestOver(t *testing.T) {
	half, _ := Parse("rgb(0 0 0 / 50%)")
	if got := half.Over(White).String(); got != "#808080" {
		t.Error(got)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("hsl(90 30% 50% / .5)")
	f.Add("color-mix(in oklch, oklch(62% 0.25 29) 25%, light-dark(lab(29% 39 20), lch(1 2 3turn)))")
	f.Fuzz(func(t *testing.T, s string) {
		c, ok := Parse(s)
		for _, v := range []float64{c.R, c.G, c.B, c.A} {
			if ok && !(v >= -1e-9 && v <= 1+1e-9) {
				t.Errorf("%q: %v", s, c)
			}
		}
	})
}
