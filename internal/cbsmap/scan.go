package cbsmap

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"wijkvisie/internal/cbs"
)

// scanned is what was read from the features of maps.
type scanned struct {
	want           string // the code of the municipality of which the features are kept
	municipalities map[string]*Municipality
	features       []*feature
	read, matched  int // how many features there were, and how many there should be
}

// feature is an area of the municipality that was asked for.
type feature struct {
	file       *reading
	level      cbs.Level
	code       string
	properties cbs.Properties
	geometry   json.RawMessage
}

// reading is the reading of one file.
type reading struct {
	name   string
	kind   string // type of the whole
	system string // name of the coordinate system
	year   string // in the name of the layer or of the file; empty when it is not there
}

// scan reads maps and keeps the features of the municipality with a code, of none when it is
// empty.
func scan(files []File, want string) (*scanned, error) {
	s := &scanned{want: want, municipalities: make(map[string]*Municipality)}
	for _, f := range files {
		if err := s.file(f); err != nil {
			return nil, err
		}
	}
	if s.matched > s.read {
		return nil, &Problem{What: Incomplete, File: files[0].Name, Text: fmt.Sprintf("%d/%d", s.read, s.matched)}
	}
	if len(s.municipalities) == 0 {
		return nil, &Problem{What: NoCodes, File: files[0].Name}
	}
	return s, nil
}

func (s *scanned) file(f File) error {
	in, err := f.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	buffered := bufio.NewReaderSize(in, 1<<16)
	if what, ok := otherFormat(buffered, f.Name); ok {
		return &Problem{What: what, File: f.Name}
	}
	r := &reading{name: f.Name, year: yearIn(strings.TrimSuffix(filepath.Base(f.Name), filepath.Ext(f.Name)))}
	err = s.collection(r, json.NewDecoder(buffered))
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return &Problem{What: NotGeoJSON, File: f.Name, Text: err.Error()}
	case err != nil:
		return err
	case r.kind == "Topology":
		return &Problem{What: TopoJSON, File: f.Name}
	case r.kind != "FeatureCollection":
		return &Problem{What: NoCollection, File: f.Name}
	}
	if _, known := cbs.IsGrid(r.system); !known {
		return &Problem{What: OtherSystem, File: f.Name, Text: r.system}
	}
	return nil
}

// otherFormat reports whether a file is in another format than JSON, by its first bytes, and
// skips a byte-order mark.
func otherFormat(in *bufio.Reader, name string) (What, bool) {
	start, _ := in.Peek(16) // what cannot be read is reported when it is read
	switch {
	case bytes.HasPrefix(start, []byte("\xEF\xBB\xBF")):
		_, _ = in.Discard(3)
	case bytes.HasPrefix(start, []byte("SQLite format 3")):
		return GeoPackage, true
	case bytes.HasPrefix(start, []byte{0, 0, 0x27, 0x0a}), strings.EqualFold(filepath.Ext(name), ".dbf"), strings.EqualFold(filepath.Ext(name), ".shx"), strings.EqualFold(filepath.Ext(name), ".prj"):
		return Shapefile, true
	case bytes.HasPrefix(start, []byte("PK\x03\x04")), bytes.HasPrefix(start, []byte{0x1f, 0x8b}):
		return Archive, true
	case bytes.HasPrefix(bytes.TrimLeft(start, " \t\r\n"), []byte("<")):
		return XML, true
	}
	return 0, false
}

// collection reads the members of the object in a file.
func (s *scanned) collection(r *reading, in *json.Decoder) error {
	token, err := in.Token()
	if err != nil || token != json.Delim('{') {
		return err // what is no object has no type, and is no collection
	}
	for in.More() {
		name, err := in.Token()
		if err != nil {
			return err
		}
		if err := s.member(r, in, name.(string)); err != nil {
			return err
		}
	}
	if _, err = in.Token(); err != nil {
		return err
	}
	return nil
}

func (s *scanned) member(r *reading, in *json.Decoder, name string) error {
	if name == "features" {
		return s.areas(r, in)
	}
	var value json.RawMessage
	if err := in.Decode(&value); err != nil {
		return err
	}
	var text string
	switch name {
	case "type":
		_ = json.Unmarshal(value, &r.kind) // what is no text is no collection
	case "crs":
		r.system = cbs.SystemOf(value)
	case "name":
		if json.Unmarshal(value, &text) == nil && yearIn(text) != "" {
			r.year = yearIn(text)
		}
	case "numberMatched":
		n, _ := strconv.Atoi(string(value)) // PDOK says how many there are, or "unknown"
		s.matched += n
	}
	return nil
}

func (s *scanned) areas(r *reading, in *json.Decoder) error {
	token, err := in.Token()
	if err != nil {
		return err
	}
	if token != json.Delim('[') {
		return skip(in, token)
	}
	for in.More() {
		var f struct {
			Properties cbs.Properties  `json:"properties"`
			Geometry   json.RawMessage `json:"geometry"`
		}
		var wrong *json.UnmarshalTypeError
		if err := in.Decode(&f); err != nil && !errors.As(err, &wrong) {
			return err
		}
		s.read++
		s.feature(r, f.Properties, f.Geometry)
	}
	_, err = in.Token()
	return err
}

// skip reads the rest of a value that began with a token.
func skip(in *json.Decoder, token json.Token) error {
	depth := 0
	for {
		switch token {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth == 0 {
			return nil
		}
		var err error
		if token, err = in.Token(); err != nil {
			return err
		}
	}
}

// feature keeps a feature when it is of the municipality that was asked for.
func (s *scanned) feature(r *reading, p cbs.Properties, geometry json.RawMessage) {
	level, code, ok := p.Area()
	if !ok {
		return
	}
	own := code
	if level != cbs.Municipality {
		own = cbs.MunicipalityOf(code)
	}
	water := p.IsWater()
	m := s.municipalities[own]
	if m == nil {
		if water {
			m = new(Municipality) // such as Buitenland, which is no municipality
		} else {
			m = &Municipality{Code: own}
			s.municipalities[own] = m
		}
	}
	if m.Name == "" {
		m.Name = clean(p.NameOf(cbs.Municipality, level))
	}
	if level == cbs.Wijk && !water {
		m.Wijken++
	}
	if own == s.want && level != cbs.Municipality {
		s.features = append(s.features, &feature{r, level, code, p, geometry})
	}
}

// yearIn returns the year in the name of a map (wijken_2023, wijkenbuurten2019), empty when it has
// none or more than one.
func yearIn(name string) string {
	year := ""
	for _, number := range strings.FieldsFunc(name, func(r rune) bool { return r < '0' || r > '9' }) {
		if len(number) != len("2023") || number[:2] != "20" {
			continue
		}
		if year != "" {
			return ""
		}
		year = number
	}
	return year
}

// year returns the year that a feature is of, empty when that is not known.
func (f *feature) year() string {
	if y := f.properties.Year(); y != "" {
		return y
	}
	return f.file.year
}
