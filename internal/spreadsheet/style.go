package spreadsheet

import (
	"fmt"
	"strings"
)

// Style is how a cell looks.
type Style uint8

// The styles. A cell that is White is for filling in.
const (
	Plain Style = iota
	Day
	Head
	Wrapped
	Title
	About
	KnownAbout
	ColumnName
	KnownName
	Known
	White
)

// look is what a style is made of. Cells that are texts have that as their format, so that no
// program takes 2011-10 for a day.
type look struct {
	size   float64
	bold   bool
	ink    string
	fill   string // empty for none
	boxed  bool
	wrap   bool
	locked bool
	format int // the number of a format
}

// The colours and the formats.
const (
	black, greyInk      = "FF000000", "FF404040"
	greyFill, nameFill  = "FFE7E6E6", "FFD0CECE"
	lineColor           = "FFA6A6A6"
	generalFormat       = 0
	textFormat          = 49
	dayFormatNumber     = 164
	dayFormatOfWorkbook = "yyyy\\-mm\\-dd"
)

// looks returns the looks of the styles, by number.
func looks() []look {
	return []look{
		Plain:      {11, false, black, "", false, false, true, generalFormat},
		Day:        {11, false, black, "", false, false, true, dayFormatNumber},
		Head:       {11, true, black, nameFill, false, false, true, textFormat},
		Wrapped:    {11, false, black, "", false, true, true, textFormat},
		Title:      {16, true, black, "", false, false, true, textFormat},
		About:      {9, false, black, "", true, true, true, textFormat},
		KnownAbout: {9, false, greyInk, greyFill, true, true, true, textFormat},
		ColumnName: {11, true, black, "", true, true, true, textFormat},
		KnownName:  {11, true, greyInk, nameFill, true, true, true, textFormat},
		Known:      {11, false, greyInk, greyFill, true, true, true, textFormat},
		White:      {11, false, black, "", true, true, false, textFormat},
	}
}

// stylesXML returns the part with the styles.
func stylesXML() string {
	var fonts, fills, borders, cells strings.Builder
	for i, l := range looks() {
		bold := ""
		if l.bold {
			bold = "<b/>"
		}
		fmt.Fprintf(&fonts, `<font>%s<sz val="%g"/><color rgb="%s"/><name val="Calibri"/><family val="2"/></font>`, bold, l.size, l.ink)
		fill := 0
		if l.fill != "" {
			fill = strings.Count(fills.String(), "<fill>") + 2
			fmt.Fprintf(&fills, `<fill><patternFill patternType="solid"><fgColor rgb="%s"/></patternFill></fill>`, l.fill)
		}
		border, wrap, locked := 0, 0, 0
		if l.boxed {
			border = 1
		}
		if l.wrap {
			wrap = 1
		}
		if l.locked {
			locked = 1
		}
		fmt.Fprintf(&cells, `<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="%d" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="top" wrapText="%d"/><protection locked="%d"/></xf>`,
			l.format, i, fill, border, wrap, locked)
	}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		fmt.Fprintf(&borders, `<%s style="thin"><color rgb="%s"/></%[1]s>`, side, lineColor)
	}
	count := len(looks())
	return fmt.Sprintf(`<styleSheet xmlns="%s"><numFmts count="1"><numFmt numFmtId="%d" formatCode="%s"/></numFmts><fonts count="%d">%s</fonts>`, mainSpace, dayFormatNumber, escapeXML(dayFormatOfWorkbook), count, fonts.String()) +
		fmt.Sprintf(`<fills count="%d"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>%s</fills>`, strings.Count(fills.String(), "<fill>")+2, fills.String()) +
		fmt.Sprintf(`<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>%s<diagonal/></border></borders>`, borders.String()) +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		fmt.Sprintf(`<cellXfs count="%d">%s</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`, count, cells.String())
}
