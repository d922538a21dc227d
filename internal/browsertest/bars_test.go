package browsertest

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"wijkvisie/internal/render/chart"
)

// hueAlone is a pair of segments that differ by their hue and by nothing else, as the
// measure of the test must tell.
const hueAlone = "solid green and solid blue"

// pairs puts every two statuses of the bars of the page next to each other in a bar, in
// their order, and each beside itself in a key. There it draws nothing else.
var pairs = `(() => {
  const segmentsOf = (bar) => [...bar.querySelectorAll('rect')];
  const fills = (bar) => segmentsOf(bar).map((rect) => rect.getAttribute('class') + rect.getAttribute('fill')).join();
  const byFills = new Map([...document.querySelectorAll('main .wv-bar')].reverse().map((bar) => [fills(bar), bar]));
  const kinds = [...byFills.values()].sort((a, b) => segmentsOf(b).length - segmentsOf(a).length).slice(0, 2);
  const keyOf = (bar) => [...document.querySelectorAll('.wv-key')].find((key) => bar.compareDocumentPosition(key) & Node.DOCUMENT_POSITION_FOLLOWING && key.querySelectorAll('.wv-swatch').length === segmentsOf(bar).length);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.wv main { display: grid !important; grid-template-columns: repeat(6, 120px); gap: 4px; padding: 0 }');
  document.adoptedStyleSheets = [sheet];
  const drawn = [];
  for (const bar of kinds) {
    const segments = segmentsOf(bar);
    const swatches = [...keyOf(bar).querySelectorAll('.wv-swatch rect')];
    const pair = (a, b, name, same) => {
      const svg = bar.cloneNode(false);
      svg.setAttribute('width', 120);
      svg.setAttribute('height', 12);
      [a, b].forEach((rect, i) => {
        const part = rect.cloneNode(true);
        for (const [name, value] of Object.entries({ x: 60 * i, width: 60, height: 12 })) part.setAttribute(name, value);
        svg.append(part);
      });
      drawn.push({ svg, name, same });
    };
    const name = (rect) => rect.getAttribute('class') + ' ' + rect.getAttribute('fill');
    segments.forEach((a, i) => {
      pair(a, swatches[i], name(a) + ' and its key', true);
      for (const b of segments.slice(i + 1)) pair(a, b, name(a) + ' and ' + name(b), false);
    });
    if (bar === kinds[0]) {
      const other = segments[0].cloneNode(true);
      other.setAttribute('class', 'wv-inf');
      pair(segments[0], other, '` + hueAlone + `', true);
    }
  }
  const main = document.querySelector('main');
  main.replaceChildren(...drawn.map(({ svg }) => svg));
  document.body.replaceChildren(document.querySelector('.wv-sprite'), main);
  return drawn.map(({ svg, name, same }) => {
    const { x, y } = svg.getBoundingClientRect();
    return { X: Math.round(x), Y: Math.round(y), Name: name, Same: same, Statuses: kinds.map((bar) => bar.querySelectorAll('rect').length) };
  });
})()`

// TestNeighboursInABarDifferByMoreThanTheirHue draws every two statuses that may meet in a
// bar, as they are seen by people who see colours otherwise or not at all, and measures
// them in the picture.
func TestNeighboursInABarDifferByMoreThanTheirHue(t *testing.T) {
	t.Parallel()
	s := everyStatusNamed.get(t)
	for _, scheme := range schemes {
		t.Run(scheme, func(t *testing.T) {
			t.Parallel()
			b := open(t)
			call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 800, Height: 600, DeviceScaleFactor: 1})
			b.under(scheme)
			b.visit(s.url("/voortgang/"))
			drawn := script[[]drawnPair](b, pairs)
			if !slices.Equal(drawn[0].Statuses, []int{9, 9}) {
				t.Fatalf("there are bars of %v statuses", drawn[0].Statuses)
			}
			for _, vision := range []emulation.SetEmulatedVisionDeficiencyType{
				emulation.SetEmulatedVisionDeficiencyTypeNone,
				emulation.SetEmulatedVisionDeficiencyTypeProtanopia,
				emulation.SetEmulatedVisionDeficiencyTypeDeuteranopia,
				emulation.SetEmulatedVisionDeficiencyTypeTritanopia,
				emulation.SetEmulatedVisionDeficiencyTypeAchromatopsia,
			} {
				call(b, emulation.SetEmulatedVisionDeficiency, emulation.SetEmulatedVisionDeficiencyParams{Type: vision})
				picture := brightness(b.picture())
				for _, d := range drawn {
					if d.Name == hueAlone && strings.HasPrefix(scheme, "forced") {
						continue // the reader chose these colours
					}
					left := grainOf(picture, image.Rect(d.X+4, d.Y+2, d.X+56, d.Y+10))
					right := grainOf(picture, image.Rect(d.X+64, d.Y+2, d.X+116, d.Y+10))
					if left.differs(right) == d.Same {
						t.Errorf("%s: %s: is their difference seen? %v\n%v\n%v", vision, d.Name, !d.Same, left, right)
					}
				}
			}
		})
	}
}

// drawnPair is two segments side by side, and where they are on the page.
type drawnPair struct {
	X, Y     int
	Name     string
	Same     bool  // they look the same without their hue
	Statuses []int // how many there are in the bars of the page
}

// schemes are the colours that a page may have.
var schemes = []string{"light", "dark", "forced light", "forced dark", "print"}

// under shows pages in the colours of a scheme.
func (b *tab) under(scheme string) {
	b.t.Helper()
	media := emulation.SetEmulatedMediaParams{Media: "print"}
	if scheme != "print" {
		scheme, isForced := strings.CutPrefix(scheme, "forced ")
		forced := map[bool]string{true: "active", false: "none"}[isForced]
		media = emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}, {Name: "forced-colors", Value: forced}}}
	}
	call(b, emulation.SetEmulatedMedia, media)
}

func (b *tab) picture() image.Image {
	b.t.Helper()
	data, err := chromedp.Run(b, chromedp.CaptureScreenshot())
	if err != nil {
		b.t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		b.t.Fatal(err)
	}
	return picture
}

// grain is how a plane looks without its hue.
type grain struct {
	light float64 // its luminance, on average
	// contrast is between what is light and what is dark in it: 1 when it is solid.
	contrast float64
	// runs is how far one goes on through what is dark, and through what is light, in pixels
	// on average: across, down, and along both diagonals.
	runs [8]float64
}

// What the eye needs to tell planes apart.
const (
	leastContrast = 1.5
	leastLonger   = 1.4
)

// differs reports whether two planes differ by how light they are, or by their patterns.
func (g grain) differs(h grain) bool {
	if contrast(g.light, h.light) >= leastContrast {
		return true
	}
	if g.contrast < leastContrast || h.contrast < leastContrast {
		return max(g.contrast, h.contrast) >= leastContrast
	}
	for i := range g.runs {
		if longer := g.runs[i] / h.runs[i]; max(longer, 1/longer) >= leastLonger {
			return true
		}
	}
	return false
}

// contrast returns the contrast of two luminances, as WCAG has it.
func contrast(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }

// grainOf returns how a part of a picture looks.
func grainOf(picture brightnesses, part image.Rectangle) grain {
	var g grain
	var all []float64
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			all = append(all, picture.at(x, y))
		}
	}
	for _, l := range all {
		g.light += l / float64(len(all))
	}
	slices.Sort(all)
	dark, light := all[len(all)/20], all[len(all)-1-len(all)/20]
	g.contrast = contrast(dark, light)
	middle := math.Sqrt((dark+0.05)*(light+0.05)) - 0.05
	for i, step := range []image.Point{{X: 1}, {Y: 1}, {X: 1, Y: 1}, {X: 1, Y: -1}} {
		for phase := range 2 {
			isOf := func(p image.Point) bool {
				return p.In(part) && (picture.at(p.X, p.Y) > middle) == (phase == 1)
			}
			g.runs[2*i+phase] = meanRun(part, step, isOf)
		}
	}
	return g
}

// meanRun returns how long the runs are in a direction, on average.
func meanRun(part image.Rectangle, step image.Point, isOf func(image.Point) bool) float64 {
	pixels, runs := 0, 0
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			p := image.Pt(x, y)
			if isOf(p) {
				pixels++
				if !isOf(p.Sub(step)) {
					runs++
				}
			}
		}
	}
	return float64(pixels) / float64(max(runs, 1))
}

// brightnesses are the relative luminances of the pixels of a picture.
type brightnesses struct {
	width int
	all   []float64
}

func (b brightnesses) at(x, y int) float64 { return b.all[y*b.width+x] }

func brightness(picture image.Image) brightnesses {
	var linear [256]float64
	for v := range linear {
		linear[v] = float64(v) / 255 / 12.92
		if s := float64(v) / 255; s > 0.04045 {
			linear[v] = math.Pow((s+0.055)/1.055, 2.4)
		}
	}
	size := picture.Bounds()
	b := brightnesses{width: size.Dx()}
	for y := range size.Dy() {
		for x := range size.Dx() {
			red, green, blue, _ := picture.At(x, y).RGBA()
			b.all = append(b.all, 0.2126*linear[red>>8]+0.7152*linear[green>>8]+0.0722*linear[blue>>8])
		}
	}
	return b
}

func (g grain) String() string {
	return fmt.Sprintf("light %.3f, contrast %.2f, runs %.1f", g.light, g.contrast, g.runs)
}

// TestFiguresInABarAreReadable looks at the figures in bars where these are at their
// narrowest: none touches another or leaves its segment, and all stand out.
func TestFiguresInABarAreReadable(t *testing.T) {
	t.Parallel()
	s := everyStatusNamed.get(t)
	b := open(t)
	var bars []byte
	dice := rand.New(rand.NewPCG(1, 20))
	for range 200 {
		var segments []chart.Segment
		for range 1 + dice.IntN(9) {
			count := dice.IntN([]int{3, 30, 300, 9999}[dice.IntN(4)])
			segments = append(segments, chart.Segment{Tone: "inf", Pattern: "dots", Count: count, Figure: strconv.Itoa(count)})
		}
		bars = chart.AppendBar(bars, segments, 24, "")
	}
	bars = chart.AppendBar(bars, slices.Repeat([]chart.Segment{{Tone: "pos", Count: 1000, Figure: "1.000"}}, 5), 36, "")
	for _, width := range []int64{320, 640, 1280} {
		b.as(look{width: width, scheme: "light"})
		b.visit(s.url("/voortgang/"))
		wrong := script[[]string](b, fmt.Sprintf(`(() => {
  const list = document.querySelector('.wv-bars');
  list.innerHTML = '<li><span></span>' + %q + '</li>';
  for (const bar of list.querySelectorAll('svg')) bar.style.gridColumn = matchMedia('(min-width: 40rem)').matches ? 2 : 1;
  const wrong = [];
  for (const bar of list.querySelectorAll('svg')) {
    const segments = [...bar.querySelectorAll('rect')].map((e) => e.getBoundingClientRect());
    for (const text of bar.querySelectorAll('text')) {
      const { left, right } = text.getBoundingClientRect();
      if (!segments.some((s) => s.left <= left && s.right >= right)) wrong.push(text.textContent + ' leaves its segment in a bar of ' + bar.clientWidth + ' px');
    }
  }
  if (!list.querySelector('text')) wrong.push('there are no figures');
  return wrong;
})()`, bars))
		for _, w := range wrong {
			t.Errorf("at %d: %s", width, w)
		}
	}
	for _, scheme := range schemes {
		b.under(scheme)
		b.visit(s.url("/voortgang/"))
		for _, w := range script[[]string](b, faintFigures) {
			t.Errorf("%s: %s", scheme, w)
		}
	}
}

// faintFigures names the figures in bars that do not stand out from what is behind them: a
// halo in a pattern, else the segment.
const faintFigures = `(() => {
  const pen = document.createElement('canvas').getContext('2d');
  const luminance = (color) => {
    pen.fillStyle = color;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map((v) => (v / 255 > 0.04045 ? ((v / 255 + 0.055) / 1.055) ** 2.4 : v / 255 / 12.92));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const wrong = [];
  const all = document.querySelectorAll('.wv-bar text');
  for (const text of all) {
    const { fill, stroke, paintOrder, strokeWidth } = getComputedStyle(text);
    const segment = [...text.parentNode.querySelectorAll('rect')].find((rect) => {
      const box = rect.getBoundingClientRect(), own = text.getBoundingClientRect();
      return box.left <= own.left && box.right >= own.right;
    });
    const hasHalo = paintOrder.startsWith('stroke') && parseFloat(strokeWidth) >= 4;
    const behind = hasHalo ? stroke : getComputedStyle(segment).fill;
    const [a, b] = [luminance(fill), luminance(behind)];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (!(contrast >= 4.5)) wrong.push(segment.outerHTML + ': ' + fill + ' on ' + behind);
  }
  if (all.length < 9) wrong.push('there are ' + all.length + ' figures');
  return wrong;
})()`

// TestMarksAreSeenInEveryScheme measures the marks of all statuses, in the list of what
// they mean and on their own planes, against what is behind them.
func TestMarksAreSeenInEveryScheme(t *testing.T) {
	t.Parallel()
	s := everyStatusNamed.get(t)
	b := open(t)
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 1280, Height: 2000, DeviceScaleFactor: 1})
	for _, scheme := range schemes {
		b.under(scheme)
		b.visit(s.url("/programmas/werken-2011/"))
		marks := script[[]struct {
			X, Y, Width int
			What        string
		}](b, `(() => {
  document.querySelector('.wv-defs').scrollIntoView({ block: 'end' });
  return [...document.querySelectorAll('.wv-defs .wv-mark, .wv-status .wv-mark, .wv-flag .wv-mark')].map((mark) => {
    const { x, y, width } = mark.getBoundingClientRect();
    return { X: Math.floor(x), Y: Math.floor(y), Width: Math.ceil(width), What: mark.innerHTML + ' of ' + mark.parentElement.className };
  }).filter(({ Y, Width }) => Width && Y >= 0 && Y + Width < innerHeight);
})()`)
		if len(marks) < 20 {
			t.Fatalf("%s: there are %d marks", scheme, len(marks))
		}
		picture := brightness(b.picture())
		for _, m := range marks {
			darkest, lightest := 1.0, 0.0
			for y := m.Y; y < m.Y+m.Width; y++ {
				for x := m.X; x < m.X+m.Width; x++ {
					darkest, lightest = min(darkest, picture.at(x, y)), max(lightest, picture.at(x, y))
				}
			}
			if c := contrast(darkest, lightest); c < 3 {
				t.Errorf("%s: %s has a contrast of %.1f", scheme, m.What, c)
			}
		}
	}
}
