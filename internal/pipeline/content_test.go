package pipeline_test

import (
	"context"
	"fmt"
	"hash/crc32"
	"maps"
	"reflect"
	"strings"
	"testing/fstest"
	"time"

	"wijkvisie/internal/city"
	"wijkvisie/internal/contenttest"
	"wijkvisie/internal/diag"
	"wijkvisie/internal/pipeline"
	"wijkvisie/internal/source"
)

// content is the files of a site by path.
type content map[string]string

// fs returns the content as a file system.
func (c content) fs() fstest.MapFS {
	fs := make(fstest.MapFS)
	for path, text := range c {
		sum := crc32.ChecksumIEEE([]byte(text)) // a file is read again when its time differs
		fs[path] = &fstest.MapFile{Data: []byte(text), Mode: 0o644, ModTime: time.Unix(int64(sum), 0)}
	}
	return fs
}

// with returns the content with another text in a file.
func (c content) with(path, text string) content {
	c = maps.Clone(c)
	c[path] = text
	return c
}

// duringFirstVision is a day on which much of the sites of these tests has happened.
var duringFirstVision = city.Day{Year: 2012, Month: 6, Day: 1}

// checked returns what is wrong with content.
func checked(p *pipeline.Pipeline, c content) (diag.List, error) {
	out, err := p.Prepare(pipeline.Input{Content: c.fs(), Date: duringFirstVision})
	if err == nil {
		err = out.Check(context.Background())
	}
	if err != nil {
		return nil, err
	}
	return out.Diagnostics, nil
}

// meaning returns the records of content as text, without the places of anything.
func meaning(c content) string {
	var b strings.Builder
	write(&b, reflect.ValueOf(contenttest.Parse(c).City))
	return b.String()
}

func write(b *strings.Builder, v reflect.Value) {
	switch v.Type() {
	case reflect.TypeFor[source.Pos](), reflect.TypeFor[*source.File]():
		return
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			b.WriteString("nil\n")
			return
		}
		write(b, v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).IsZero() {
				continue
			}
			b.WriteString(v.Type().Field(i).Name + " ")
			write(b, v.Field(i))
		}
	case reflect.Slice, reflect.Array:
		if v.Type().Elem() == reflect.TypeFor[source.Pos]() {
			return
		}
		for i := range v.Len() {
			write(b, v.Index(i))
		}
		b.WriteString("end\n")
	default:
		fmt.Fprintf(b, "%v\n", v)
	}
}

// said returns a diagnostic in Dutch, as an author reads it.
func said(d diag.Diagnostic) string {
	at := d.Pos.Place()
	return fmt.Sprintf("%s:%d:%d: %s [%s] %s", d.Path(), at.Line, at.Column, diag.Dutch.Say(d.Text), d.Code(), diag.Dutch.Hint(d))
}

// lists returns diagnostics in Dutch, a line each.
func lists(l diag.List) string {
	var b strings.Builder
	for _, d := range l {
		b.WriteString("\t" + said(d) + "\n")
	}
	return b.String()
}

// news returns the diagnostics that were not there before, wherever they stand.
func news(before, after diag.List) diag.List {
	had := make(map[string]int)
	for _, d := range before {
		had[d.Path()+diag.Dutch.Say(d.Text)]++
	}
	var list diag.List
	for _, d := range after {
		if key := d.Path() + diag.Dutch.Say(d.Text); had[key] > 0 {
			had[key]--
		} else {
			list = append(list, d)
		}
	}
	return list
}
