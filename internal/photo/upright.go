package photo

// sideways is the first orientation of EXIF that exchanges width and height.
const sideways = 5

// upright returns a picture turned as an orientation of EXIF says (1 to 8).
func (f frame) upright(orientation int) frame {
	return frame{f.y.upright(orientation), f.cb.upright(orientation), f.cr.upright(orientation)}
}

func (p plane) upright(orientation int) plane {
	if orientation < 2 {
		return p
	}
	out := newPlane(p.width, p.height)
	if orientation >= sideways {
		out = newPlane(p.height, p.width)
	}
	for y := range p.height {
		for x, sample := range p.row(y) {
			toX, toY := shownAt(orientation, x, y, p.width, p.height)
			out.samples[toY*out.stride+toX] = sample
		}
	}
	return out
}

// shownAt returns where a stored pixel is shown (EXIF 2.32, tag 0x0112).
func shownAt(orientation, x, y, width, height int) (int, int) {
	switch orientation {
	case 2:
		return width - 1 - x, y
	case 3:
		return width - 1 - x, height - 1 - y
	case 4:
		return x, height - 1 - y
	case 5:
		return y, x
	case 6:
		return height - 1 - y, x
	case 7:
		return height - 1 - y, width - 1 - x
	default:
		return y, width - 1 - x
	}
}
