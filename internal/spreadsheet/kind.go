package spreadsheet

import (
	"archive/zip"
	"bytes"
	"strings"
)

// fileKind is what a file is.
type fileKind uint8

const (
	csvFile fileKind = iota // or some other text
	xlsxFile
	odsFile
	oldExcelFile
	lockedFile // a workbook with a password
	otherFile
)

// What a file is that is no table, in words for people.
const (
	pdf        = "PDF"
	word       = "Word"
	powerPoint = "PowerPoint"
	anyArchive = "zip"
)

// kindOf tells what a file is by what is in it, and of what program it is when it is no table.
func kindOf(data []byte) (kind fileKind, program string) {
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return kindOfArchive(data)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		// The name of the stream in a file of Office that is encrypted, in UTF-16.
		if bytes.Contains(data, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")) {
			return lockedFile, ""
		}
		if bytes.Contains(data, []byte("W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00")) {
			return otherFile, word
		}
		return oldExcelFile, ""
	case bytes.HasPrefix(data, []byte("%PDF")):
		return otherFile, pdf
	}
	head := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 512)], []byte("\xef\xbb\xbf")), " \t\r\n"))
	for _, start := range []string{"<?xml", "<html", "<!doctype", "<table", "<meta"} {
		if bytes.HasPrefix(head, []byte(start)) {
			return otherFile, "HTML, XML" // some programs name a page of HTML .xls
		}
	}
	return csvFile, ""
}

// kindOfArchive tells what a file is that is a zip archive.
func kindOfArchive(data []byte) (kind fileKind, program string) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return xlsxFile, "" // which reports that it is broken
	}
	locked := false
	for _, f := range r.File {
		switch name := f.Name; {
		case name == "content.xml":
			kind = odsFile
		case name == "xl/workbook.xml":
			return xlsxFile, ""
		case name == "xl/workbook.bin":
			return otherFile, "Excel (.xlsb)"
		case strings.HasPrefix(name, "word/"):
			return otherFile, word
		case strings.HasPrefix(name, "ppt/"):
			return otherFile, powerPoint
		case strings.HasPrefix(name, "Index/") && strings.HasSuffix(name, ".iwa"):
			return otherFile, "Numbers"
		case name == "META-INF/manifest.xml":
			manifest, err := readMember(f, 1<<20)
			locked = err == nil && bytes.Contains(manifest, []byte("encryption-data"))
		}
	}
	switch {
	case kind == odsFile && locked:
		return lockedFile, ""
	case kind == odsFile:
		return odsFile, ""
	case hasPart(r, "[Content_Types].xml"):
		return xlsxFile, "" // the workbook may have another name
	}
	return otherFile, anyArchive
}

func hasPart(r *zip.Reader, name string) bool {
	for _, f := range r.File {
		if f.Name == name {
			return true
		}
	}
	return false
}
