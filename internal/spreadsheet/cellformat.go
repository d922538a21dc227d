package spreadsheet

import (
	"encoding/xml"
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// cellFormat is how the number in a cell is shown, as far as that says what it means.
type cellFormat struct {
	kind  formatKind
	width int // of padded: how many digits there are at least
}

type formatKind uint8

const (
	plainNumber formatKind = iota
	dayFormat              // with or without a time
	monthFormat            // of a year, without a day
	yearFormat
	timeFormat // of a day that is not shown
	percentFormat
	paddedFormat // with zeros in front: 0110
)

// readFormats reads how the styles of a workbook show numbers.
func (b *workbook) readFormats() error {
	custom := make(map[int]string) // by id
	inCells := false
	return b.decode("xl/styles.xml", func(_ *xml.Decoder, e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			if id, err := strconv.Atoi(attribute(e, "numFmtId")); err == nil {
				custom[id] = attribute(e, "formatCode")
			}
		case "cellXfs":
			inCells = true
		case "xf":
			if inCells {
				id, _ := strconv.Atoi(attribute(e, "numFmtId"))
				b.formats = append(b.formats, formatNumbered(id, custom))
			}
		}
		return nil
	}, func(e xml.EndElement) {
		if e.Name.Local == "cellXfs" {
			inCells = false
		}
	})
}

// formatNumbered returns the format with a number: one of those that every workbook has
// (ECMA-376, 18.8.30), or one of its own.
func formatNumbered(id int, custom map[int]string) cellFormat {
	if code, ok := custom[id]; ok {
		return formatOf(code)
	}
	switch {
	case id == 17 || id == 55: // mmm-yy
		return cellFormat{kind: monthFormat}
	case id >= 14 && id <= 16, id == 22, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57, id == 58:
		return cellFormat{kind: dayFormat}
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id >= 45 && id <= 47:
		return cellFormat{kind: timeFormat}
	case id == 9 || id == 10:
		return cellFormat{kind: percentFormat}
	default:
		return cellFormat{}
	}
}

// notShown is what a format has beside the letters that stand for a part of a number: texts
// in quotes, a language or a colour in brackets, a character behind a backslash.
var notShown = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`"[^"]*"|\[[^\]]*\]|\\.|_.|\*.`)
})

// formatOf returns the meaning of a format in letters, such as d mmmm yyyy. Years are also
// written as j.
func formatOf(code string) cellFormat {
	elapsed := strings.Contains(strings.ToLower(code), "[h") || strings.Contains(strings.ToLower(code), "[m") || strings.Contains(strings.ToLower(code), "[s")
	code, _, _ = strings.Cut(notShown().ReplaceAllString(code, ""), ";")
	code = strings.ToLower(code)
	if strings.Contains(code, "general") || strings.Contains(code, "standaard") {
		return cellFormat{}
	}
	year, day, month := strings.ContainsAny(code, "yje"), strings.Contains(code, "d"), strings.Contains(code, "m")
	hour := strings.ContainsAny(code, "hus") || elapsed
	switch {
	case strings.ContainsAny(code, "0#?") && !day && !year && !hour:
		switch {
		case strings.Contains(code, "%"):
			return cellFormat{kind: percentFormat}
		case len(code) > 1 && strings.Trim(code, "0") == "":
			return cellFormat{paddedFormat, len(code)}
		}
		return cellFormat{}
	case day:
		return cellFormat{kind: dayFormat}
	case year && month:
		return cellFormat{kind: monthFormat}
	case year:
		return cellFormat{kind: yearFormat}
	case hour:
		return cellFormat{kind: timeFormat}
	case month:
		return cellFormat{kind: dayFormat}
	default:
		return cellFormat{}
	}
}

// text returns the text of a number.
func (f cellFormat) text(n float64, since1904 bool) string {
	switch f.kind {
	case percentFormat:
		return number15(n*100) + "%"
	case paddedFormat:
		if n == math.Trunc(n) && n >= 0 && n < 1e15 {
			s := strconv.FormatInt(int64(n), 10)
			return strings.Repeat("0", max(0, min(f.width, 32)-len(s))) + s
		}
	case timeFormat:
		if n < 1 {
			return time.Unix(int64(math.Round(n*86400)), 0).UTC().Format("15:04:05")
		}
		return dayOf(n, since1904, true)
	case dayFormat:
		return dayOf(n, since1904, true)
	case monthFormat, yearFormat:
		day := dayOf(n, since1904, false)
		if len(day) == len(time.DateOnly) && f.kind == monthFormat {
			return day[:len("2012-03")]
		}
		if len(day) == len(time.DateOnly) {
			return day[:len("2012")]
		}
		return day
	}
	return number15(n)
}

// dayOf returns the day of a number by which a workbook counts days, with the time when that
// is asked for and is not midnight. The numbers below 61 of the calendar of 1900 count a 29
// February that was not there.
func dayOf(n float64, since1904, withTime bool) string {
	if n < 0 || n > 2_958_466 { // the year 10000
		return number15(n)
	}
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if since1904 {
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	} else if n < 61 {
		epoch = epoch.AddDate(0, 0, 1)
	}
	days := math.Floor(n)
	seconds := math.Round((n - days) * 86400)
	t := epoch.AddDate(0, 0, int(days)).Add(time.Duration(seconds) * time.Second)
	if withTime && seconds > 0 && seconds < 86400 {
		return t.Format("2006-01-02 15:04:05")
	}
	return t.Format(time.DateOnly)
}

// number15 returns a number as spreadsheets show it: of fifteen digits at most, as more are what
// counting in binary leaves behind.
func number15(n float64) string {
	if math.IsInf(n, 0) || math.IsNaN(n) {
		return strconv.FormatFloat(n, 'g', -1, 64)
	}
	short, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil {
		short = n
	}
	if a := math.Abs(short); a != 0 && (a >= 1e21 || a < 1e-9) {
		return strconv.FormatFloat(short, 'g', -1, 64)
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}
