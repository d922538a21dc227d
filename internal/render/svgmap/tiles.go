package svgmap

import "fmt"

// The sizes in a tile map, in units of the drawing.
const (
	largestTile = 124
	tileGap     = 4
)

// drawTiles draws a square for each wijk at its column and row.
func (d *Drawing) drawTiles() {
	d.tiles = true
	columns, rows := 0, 0
	left, top := 0, 0
	for _, a := range d.areas {
		if a.Tile == [2]int{} {
			continue
		}
		if left == 0 {
			left, top = a.Tile[0], a.Tile[1]
		}
		left, top = min(left, a.Tile[0]), min(top, a.Tile[1])
		columns, rows = max(columns, a.Tile[0]), max(rows, a.Tile[1])
	}
	columns, rows = columns-left+1, rows-top+1
	pitch := min(largestTile+tileGap, width/columns)
	side := max(pitch-tileGap, 1)
	d.width, d.height = columns*pitch, rows*pitch
	d.shapes = make([]shape, len(d.areas))
	for i, a := range d.areas {
		if a.Tile == [2]int{} {
			continue
		}
		x, y := (a.Tile[0]-left)*pitch+tileGap/2, (a.Tile[1]-top)*pitch+tileGap/2
		square := ring{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}
		d.shapes[i] = shape{true, fmt.Sprintf("M%d %dh%dv%dh-%dz", x, y, side, side, side), place([]ring{square}, a.Name)}
	}
}
