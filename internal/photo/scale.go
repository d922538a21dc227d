package photo

import (
	"image"
	"math"
)

// plane is one channel of a picture: a sample a byte, row after row.
type plane struct {
	width, height int
	stride        int // the distance between two rows
	samples       []uint8
}

func newPlane(width, height int) plane {
	stride := (width + rowsAtOnce - 1) / rowsAtOnce * rowsAtOnce
	return plane{width, height, stride, make([]uint8, stride*height)}
}

func (p plane) row(y int) []uint8 { return p.samples[y*p.stride:][:p.width] }

// frame is a picture as JPEG stores it: brightness, and two channels of colour in half of
// its width and height (4:2:0).
type frame struct{ y, cb, cr plane }

func (f frame) image() *image.YCbCr {
	return &image.YCbCr{
		Y: f.y.samples, YStride: f.y.stride, Cb: f.cb.samples, Cr: f.cr.samples, CStride: f.cb.stride,
		SubsampleRatio: image.YCbCrSubsampleRatio420, Rect: image.Rect(0, 0, f.y.width, f.y.height),
	}
}

// scaled returns a copy of a picture in another size.
func scaled(m *image.YCbCr, width, height int) frame {
	size := m.Rect.Size()
	scaleX, scaleY := float64(size.X)/float64(width), float64(size.Y)/float64(height)
	shareX, shareY := subsampling(m.SubsampleRatio)
	colour := func(samples []uint8) plane {
		p := plane{(size.X + shareX - 1) / shareX, (size.Y + shareY - 1) / shareY, m.CStride, samples}
		return p.scale((width+1)/2, (height+1)/2, scaleX*2/float64(shareX), scaleY*2/float64(shareY))
	}
	return frame{plane{size.X, size.Y, m.YStride, m.Y}.scale(width, height, scaleX, scaleY), colour(m.Cb), colour(m.Cr)}
}

// subsampling returns how many pixels share a sample of colour, across and down.
func subsampling(ratio image.YCbCrSubsampleRatio) (x, y int) {
	switch ratio {
	case image.YCbCrSubsampleRatio422:
		return 2, 1
	case image.YCbCrSubsampleRatio420:
		return 2, 2
	case image.YCbCrSubsampleRatio440:
		return 1, 2
	case image.YCbCrSubsampleRatio411:
		return 4, 1
	case image.YCbCrSubsampleRatio410:
		return 4, 2
	default:
		return 1, 1
	}
}

// minFiltered is the least scale that the filter does when a plane is first reduced by
// whole numbers, which is faster. From 2 on, the difference can hardly be measured.
const minFiltered = 2

// scale returns a plane in another size. A sample of it stands for scaleX by scaleY
// samples of p.
func (p plane) scale(width, height int, scaleX, scaleY float64) plane {
	nx, ny := max(1, int(scaleX/minFiltered)), max(1, int(scaleY/minFiltered))
	p = p.reduce(nx, ny)
	return p.filterRows(width, scaleX/float64(nx)).filterRows(height, scaleY/float64(ny))
}

// reduce returns the averages of boxes of nx by ny samples.
func (p plane) reduce(nx, ny int) plane {
	if nx == 1 && ny == 1 {
		return p
	}
	out := newPlane((p.width+nx-1)/nx, (p.height+ny-1)/ny)
	sums := make([]int, out.width)
	for y := range out.height {
		clear(sums)
		bottom := min((y+1)*ny, p.height)
		for from := y * ny; from < bottom; from++ {
			row := p.row(from)
			for x := range sums {
				for _, sample := range row[x*nx : min((x+1)*nx, len(row))] {
					sums[x] += int(sample)
				}
			}
		}
		for x, sum := range sums {
			n := (min((x+1)*nx, p.width) - x*nx) * (bottom - y*ny)
			out.samples[y*out.stride+x] = uint8((sum + n/2) / n)
		}
	}
	return out
}

// filterRows returns a plane of which the columns are the rows of p, filtered to a
// length. Called twice, it filters both ways and returns rows as rows.
func (p plane) filterRows(length int, scale float64) plane {
	list := tapsOf(p.width, length, scale)
	out := newPlane(p.height, length)
	row := func(y int) []uint8 { return p.row(min(y, p.height-1)) }
	for y := 0; y < p.height; y += rowsAtOnce {
		r0, r1, r2, r3 := row(y), row(y+1), row(y+2), row(y+3)
		for x, t := range list {
			from, to := t.first, t.first+len(t.weights)
			s0, s1, s2, s3 := r0[from:to], r1[from:to], r2[from:to], r3[from:to]
			var sum0, sum1, sum2, sum3 int32
			for i, weight := range t.weights {
				sum0 += weight * int32(s0[i])
				sum1 += weight * int32(s1[i])
				sum2 += weight * int32(s2[i])
				sum3 += weight * int32(s3[i])
			}
			column := out.samples[x*out.stride+y:][:rowsAtOnce]
			column[0], column[1], column[2], column[3] = sampleOf(sum0), sampleOf(sum1), sampleOf(sum2), sampleOf(sum3)
		}
	}
	return out
}

// rowsAtOnce is the number of rows that are filtered together, which takes less than half
// of the time of one after the other. It divides the stride of a new plane.
const rowsAtOnce = 4

// sampleOf returns the sample of a sum of weighted samples.
func sampleOf(sum int32) uint8 {
	return uint8(min(max((sum+weightOne/2)/weightOne, 0), math.MaxUint8))
}

// weightOne is the sum of the weights of a sample.
const weightOne = 1 << 14

// taps are the samples of a row that a sample of the filtered row is made of.
type taps struct {
	first   int
	weights []int32
}

func tapsOf(from, to int, scale float64) []taps {
	stretch := max(scale, 1)
	list := make([]taps, to)
	for i := range list {
		centre := (float64(i) + 0.5) * scale
		first := min(max(int(math.Ceil(centre-2*stretch-0.5)), 0), from-1)
		last := min(max(int(math.Floor(centre+2*stretch-0.5)), first), from-1)
		values, sum := make([]float64, last-first+1), 0.0
		for j := range values {
			values[j] = catmullRom((float64(first+j) + 0.5 - centre) / stretch)
			sum += values[j]
		}
		list[i] = taps{first, fixed(values, sum)}.trimmed()
	}
	return list
}

// trimmed returns taps without those at both ends that weigh nothing.
func (t taps) trimmed() taps {
	for t.weights[0] == 0 {
		t.first, t.weights = t.first+1, t.weights[1:]
	}
	for t.weights[len(t.weights)-1] == 0 {
		t.weights = t.weights[:len(t.weights)-1]
	}
	return t
}

// fixed returns weights as whole numbers that are weightOne together.
func fixed(values []float64, sum float64) []int32 {
	weights, rest, largest := make([]int32, len(values)), int32(weightOne), 0
	for i, v := range values {
		weights[i] = int32(math.Round(v / sum * weightOne))
		rest -= weights[i]
		if weights[i] > weights[largest] {
			largest = i
		}
	}
	weights[largest] += rest
	return weights
}

// catmullRom is the cubic filter of Catmull and Rom, which keeps edges sharp.
func catmullRom(x float64) float64 {
	switch x = math.Abs(x); {
	case x < 1:
		return (1.5*x-2.5)*x*x + 1
	case x < 2:
		return ((-0.5*x+2.5)*x-4)*x + 2
	default:
		return 0
	}
}
