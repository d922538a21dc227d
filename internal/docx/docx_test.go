package docx

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`

// archiveOf returns an archive of parts.
func archiveOf(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	names := make([]string, 0, len(parts))
	for name := range parts {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withBody returns a document with a body, and parts beside it.
func withBody(t testing.TB, body string, parts map[string]string) []byte {
	t.Helper()
	all := map[string]string{"word/document.xml": `<w:document ` + namespaces + `><w:body>` + body + `</w:body></w:document>`}
	for name, text := range parts {
		all[name] = text
	}
	return archiveOf(t, all)
}

func p(inside string) string { return "<w:p>" + inside + "</w:p>" }
func r(text string) string {
	return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

func mustRead(t testing.TB, data []byte) *Document {
	t.Helper()
	doc, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestTextOfParagraphs(t *testing.T) {
	field := func(instruction, result string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>` + instruction + `</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + result + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	for _, test := range []struct{ name, inside, want, left string }{
		{"runs", r("een ") + r("tekst"), "een tekst", ""},
		{"a soft hyphen", r("wijk\u00adraad") + `<w:r><w:softHyphen/></w:r>`, "wijkraad", ""},
		{"a hyphen that keeps words together", `<w:r><w:t>wijk</w:t><w:noBreakHyphen/><w:t>raad</w:t></w:r>`, "wijk-raad", ""},
		{"spaces that keep words together", r("14\u00a0030"), "14 030", ""},
		{"characters that nobody sees", r("wijk\u200b\u202eraad\ufeff"), "wijkraad", ""},
		{"a tab and the end of a line", `<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>`, "a\tb\nc", ""},
		{"the end of a page", `<w:r><w:br w:type="page"/><w:t>a</w:t></w:r>`, "a", ""},
		{"inserted", `<w:ins w:author="x">` + r("nieuw") + `</w:ins>`, "nieuw", ""},
		{"deleted", r("blijft") + `<w:del><w:r><w:delText>gaat</w:delText></w:r></w:del>`, "blijft", "2 gaat"},
		{"moved", `<w:moveFrom>` + r("weg") + `</w:moveFrom><w:moveTo>` + r("hier") + `</w:moveTo>`, "hier", ""},
		{"hidden", r("te zien") + `<w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r>`, "te zien", "4 verborgen"},
		{"not hidden", `<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>te zien</w:t></w:r>`, "te zien", ""},
		{"a field", r("op ") + field(" DATE \\@ d ", r("12 mei")), "op 12 mei", ""},
		{"the number of a page", r("blz ") + field(" PAGE ", r("3")), "blz", "0 3"},
		{"a field in a field", field(" IF "+field("X", "")+" 1 ", r("ja")), "ja", ""},
		{"a table of contents", field(` TOC \o "1-3" `, r("Inleiding 3")), "", "1 Inleiding 3"},
		{"a simple field", `<w:fldSimple w:instr=" TITLE ">` + r("Visie") + `</w:fldSimple>`, "Visie", ""},
		{"a symbol", `<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>`, "✓", ""},
		{"a symbol that is not known", r("a") + `<w:r><w:sym w:font="Webdings" w:char="F0FC"/></w:r>`, "a", "9 Webdings F0FC"},
		{"a character of Symbol in the text", r("\uf0b7 punt"), "• punt", ""},
		{"a content control", `<w:sdt><w:sdtContent>` + r("ingevuld") + `</w:sdtContent></w:sdt>`, "ingevuld", ""},
		{"one that was not filled in", r("naam: ") + `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + r("Klik hier") + `</w:sdtContent></w:sdt>`, "naam:", "5 Klik hier"},
		{"a formula", `<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>`, "a+b", ""},
		{"a choice", `<mc:AlternateContent><mc:Choice>` + r("nieuw") + `</mc:Choice><mc:Fallback>` + r("oud") + `</mc:Fallback></mc:AlternateContent>`, "nieuw", ""},
	} {
		doc := mustRead(t, withBody(t, p(test.inside), nil))
		got, left := "", ""
		for _, b := range doc.Blocks {
			got += b.Text()
		}
		for _, l := range doc.LeftOut {
			left += fmt.Sprint(int(l.Reason), " ", l.Text)
		}
		if got != test.want || left != test.left {
			t.Errorf("%s: %q, left out %q; want %q and %q", test.name, got, left, test.want, test.left)
		}
	}
}

func TestLevelsOfHeadings(t *testing.T) {
	styles := `<w:styles ` + namespaces + `>
		<w:style w:styleId="Kop1"><w:name w:val="Kop 1"/></w:style>
		<w:style w:styleId="a"><w:name w:val="heading 2"/></w:style>
		<w:style w:styleId="Eigen"><w:name w:val="Onze kop"/><w:basedOn w:val="a"/></w:style>
		<w:style w:styleId="Lus"><w:name w:val="x"/><w:basedOn w:val="Lus"/></w:style>
		<w:style w:styleId="Omtrek"><w:name w:val="y"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
		<w:style w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style></w:styles>`
	rels := `<Relationships><Relationship Id="s" Type="http://x/styles" Target="styles.xml"/></Relationships>`
	var body strings.Builder
	for _, id := range []string{"Kop1", "a", "Eigen", "Omtrek", "Lus", "Heading3", "geen", "Inhopg1"} {
		body.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + id + `"/></w:pPr>` + r(id) + `</w:p>`)
	}
	body.WriteString(`<w:p><w:pPr><w:pStyle w:val="a"/><w:outlineLvl w:val="9"/></w:pPr>` + r("tekst") + `</w:p>`)
	doc := mustRead(t, withBody(t, body.String(), map[string]string{"word/styles.xml": styles, "word/_rels/document.xml.rels": rels}))
	var got []string
	for _, b := range doc.Blocks {
		got = append(got, fmt.Sprintf("%s %d", b.Text(), b.Level))
	}
	if want := []string{"Kop1 1", "a 2", "Eigen 2", "Omtrek 4", "Lus 0", "Heading3 3", "geen 0", "tekst 0"}; !slices.Equal(got, want) {
		t.Errorf("the levels are %v, want %v", got, want)
	}
}

func TestLabelsOfLists(t *testing.T) {
	level := func(i int, format, text string) string {
		return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/></w:lvl>`, i, format, text)
	}
	numbering := `<w:numbering ` + namespaces + `><w:abstractNum w:abstractNumId="0">` + level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "lowerRoman", "%1.%2.%3") + `</w:abstractNum>
		<w:abstractNum w:abstractNumId="1">` + level(0, "bullet", "\uf0b7") + `</w:abstractNum>
		<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
		<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>`
	rels := `<Relationships><Relationship Id="s" Type="http://x/numbering" Target="numbering.xml"/></Relationships>`
	var body strings.Builder
	for _, at := range [][2]int{{1, 0}, {1, 1}, {1, 1}, {1, 2}, {1, 0}, {1, 1}, {2, 0}, {3, 0}, {1, 0}, {0, 0}, {99, 0}} {
		body.WriteString(fmt.Sprintf(`<w:p><w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr></w:pPr>%s</w:p>`, at[1], at[0], r("x")))
	}
	doc := mustRead(t, withBody(t, body.String(), map[string]string{"word/numbering.xml": numbering, "word/_rels/document.xml.rels": rels}))
	var got []string
	for _, b := range doc.Blocks {
		got = append(got, fmt.Sprint(b.Label, "/", b.Depth))
	}
	if want := []string{"1./1", "a)/2", "b)/2", "1.b.i/3", "2./1", "a)/2", "•/1", "7./1", "3./1", "/0", "/0"}; !slices.Equal(got, want) {
		t.Errorf("the labels are %v, want %v", got, want)
	}
}

func TestCellsThatAreMerged(t *testing.T) {
	cell := func(properties, text string) string {
		return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(r(text)) + "</w:tc>"
	}
	doc := mustRead(t, withBody(t, "<w:tbl>"+
		"<w:tr>"+cell(`<w:gridSpan w:val="2"/>`, "a")+cell("", "b")+"</w:tr>"+
		"<w:tr>"+cell(`<w:vMerge w:val="restart"/>`, "c")+cell("", "d")+cell("", "e")+"</w:tr>"+
		"<w:tr>"+cell(`<w:vMerge/>`, "")+cell("", "f")+"</w:tr>"+
		"<w:tr><w:trPr><w:del/></w:trPr>"+cell("", "weg")+"</w:tr></w:tbl>", nil))
	var got []string
	for _, row := range doc.Blocks[0].Table.Rows {
		for _, c := range row.Cells {
			text := ""
			for _, b := range c.Blocks {
				text += b.Text()
			}
			got = append(got, fmt.Sprintf("%s%t%t", text, c.Right, c.Below))
		}
	}
	want := []string{"afalsefalse", "truefalse", "bfalsefalse", "cfalsefalse", "dfalsefalse", "efalsefalse", "falsetrue", "ffalsefalse", "falsefalse"}
	if !slices.Equal(got, want) {
		t.Errorf("the cells are %v, want %v", got, want)
	}
	if len(doc.LeftOut) != 1 || doc.LeftOut[0].Text != "weg" {
		t.Errorf("left out is %v", doc.LeftOut)
	}
}

func TestRelationsNeverLeaveTheDocument(t *testing.T) {
	picture := func(id string) string {
		return p(`<w:r><w:drawing><a:blip r:embed="` + id + `"/></w:drawing></w:r>`)
	}
	rels := `<Relationships>
		<Relationship Id="up" Type="http://x/image" Target="../../../../etc/passwd.png"/>
		<Relationship Id="out" Type="http://x/image" Target="https://example.com/x.png" TargetMode="External"/>
		<Relationship Id="file" Type="http://x/image" Target="file:///etc/passwd" TargetMode="External"/>
		<Relationship Id="in" Type="http://x/image" Target="media/x.png"/></Relationships>`
	doc := mustRead(t, withBody(t, picture("up")+picture("out")+picture("file")+picture("in")+picture("none"), map[string]string{"word/_rels/document.xml.rels": rels, "word/media/x.png": "PNG"}))
	if len(doc.Blocks) != 1 || string(doc.Blocks[0].Runs[0].Picture.Data) != "PNG" {
		t.Errorf("the blocks are %+v", doc.Blocks)
	}
	var left []string
	for _, l := range doc.LeftOut {
		left = append(left, l.Text)
	}
	if want := []string{"passwd.png", "https://example.com/x.png", "file:///etc/passwd"}; !slices.Equal(left, want) {
		t.Errorf("left out is %v, want %v", left, want)
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	deep := strings.Repeat("<w:tbl><w:tr><w:tc>", 300) + strings.Repeat("</w:tc></w:tr></w:tbl>", 300)
	compound := func(name string) []byte {
		data := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 600)...)
		for _, c := range name {
			data = append(data, byte(c), 0)
		}
		return data
	}
	locked := withBody(t, p(r("x")), nil)
	binary.LittleEndian.PutUint16(locked[bytes.Index(locked, []byte("PK\x01\x02"))+8:], 1)
	whole := withBody(t, p(r("x")), nil)
	for _, test := range []struct {
		name string
		data []byte
		want Problem
	}{
		{"nothing", nil, NotWord},
		{"a text", []byte("Beste lezer"), NotWord},
		{"another archive", archiveOf(t, map[string]string{"readme.txt": "x"}), NotWord},
		{"half of a document", whole[:len(whole)/2], Damaged},
		{"wrong XML", archiveOf(t, map[string]string{"word/document.xml": "<w:document><w:p></w:document>"}), Damaged},
		{"no body", archiveOf(t, map[string]string{"word/document.xml": "<document/>"}), Damaged},
		{"an empty part", archiveOf(t, map[string]string{"word/document.xml": ""}), Damaged},
		{"entities", archiveOf(t, map[string]string{"word/document.xml": `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document ` + namespaces + `><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`}), Damaged},
		{"too deep", withBody(t, deep, nil), TooLarge},
		{"an archive that unpacks to a huge part", withBody(t, p(r(strings.Repeat("a", maxXML))), nil), TooLarge},
		{"old Word", compound("WordDocument"), OldWord},
		{"a password", compound("EncryptedPackage"), Locked},
		{"a password of the archive", locked, Locked},
		{"RTF", []byte(`{\rtf1 x}`), RichText},
		{"LibreOffice", archiveOf(t, map[string]string{"a": "application/vnd.oasis.opendocument.text"}), NotWord},
		{"a workbook", archiveOf(t, map[string]string{"xl/workbook.xml": "<x/>"}), Spreadsheet},
	} {
		_, err := Read(test.data)
		var refused *Error
		if !errors.As(err, &refused) || refused.Problem != test.want {
			t.Errorf("%s: the error is %v, want problem %d", test.name, err, test.want)
		}
	}
	odt := []byte("PK\x03\x04" + strings.Repeat("\x00", 26) + "mimetypeapplication/vnd.oasis.opendocument.text")
	if _, err := Read(odt); err == nil || err.(*Error).Problem != OpenDocument {
		t.Errorf("LibreOffice: the error is %v", err)
	}
}

func TestWhatIsBesideTheText(t *testing.T) {
	rels := `<Relationships><Relationship Id="h" Type="http://x/header" Target="header1.xml"/><Relationship Id="c" Type="http://x/comments" Target="comments.xml"/><Relationship Id="f" Type="http://x/footnotes" Target="footnotes.xml"/></Relationships>`
	doc := mustRead(t, withBody(t, p(r("a")+`<w:r><w:footnoteReference w:id="2"/></w:r>`)+p(r("b")+`<w:r><w:footnoteReference w:id="2"/></w:r>`), map[string]string{
		"word/_rels/document.xml.rels": rels,
		"word/header1.xml":             `<w:hdr ` + namespaces + `>` + p(r("Gemeente")) + `</w:hdr>`,
		"word/comments.xml":            `<w:comments ` + namespaces + `><w:comment w:author="An">` + p(r("Klopt dit?")) + `</w:comment></w:comments>`,
		"word/footnotes.xml":           `<w:footnotes ` + namespaces + `><w:footnote w:id="1">` + p(r("niet")) + `</w:footnote><w:footnote w:id="2">` + p(r("wel")) + `</w:footnote></w:footnotes>`,
		"word/vbaProject.bin":          "x",
	}))
	if len(doc.Notes) != 1 || doc.Notes[0].Blocks[0].Text() != "wel" || doc.Blocks[1].Runs[1].Note != 1 {
		t.Errorf("the notes are %+v", doc.Notes)
	}
	want := []Left{{Commented, "An: Klopt dit?", 0}, {Furniture, "Gemeente", 0}, {Macro, "vbaProject.bin", 0}}
	if !slices.Equal(doc.LeftOut, want) {
		t.Errorf("left out is %v, want %v", doc.LeftOut, want)
	}
}

func TestNotesMayReferToThemselves(t *testing.T) {
	rels := `<Relationships><Relationship Id="f" Type="http://x/footnotes" Target="footnotes.xml"/></Relationships>`
	ref := `<w:r><w:footnoteReference w:id="1"/></w:r>`
	doc := mustRead(t, withBody(t, p(r("a")+ref), map[string]string{
		"word/_rels/document.xml.rels": rels,
		"word/footnotes.xml":           `<w:footnotes ` + namespaces + `><w:footnote w:id="1">` + p(r("noot")+ref) + `</w:footnote></w:footnotes>`,
	}))
	if len(doc.Notes) != 1 {
		t.Errorf("there are %d notes", len(doc.Notes))
	}
}

// FuzzRead reads documents of which the text, the styles, the numbering and the relations are
// anything.
func FuzzRead(f *testing.F) {
	f.Add(p(r("een")), "<w:style/>", "<w:num/>", "<Relationship/>")
	f.Add("<w:tbl><w:tr><w:tc>"+p(r("cel"))+"</w:tc></w:tr></w:tbl>", "", "", "")
	f.Add(p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`)+p(r("x")), "", "", "")
	f.Add(`<w:sdt><w:sdtContent>`+p(`<w:hyperlink r:id="a">`+r("x")+`</w:hyperlink>`)+`</w:sdtContent></w:sdt>`, "", "", `<Relationship Id="a" TargetMode="External" Target="x"/>`)
	f.Add(p(`<w:pPr><w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr></w:pPr>`+r("x")), "", `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="8"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1%9"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`, "")
	f.Fuzz(func(t *testing.T, body, styles, numbering, relations string) {
		_, _ = Read(withBody(t, body, map[string]string{
			"word/styles.xml":              "<w:styles " + namespaces + ">" + styles + "</w:styles>",
			"word/numbering.xml":           "<w:numbering " + namespaces + ">" + numbering + "</w:numbering>",
			"word/_rels/document.xml.rels": `<Relationships><Relationship Id="s" Type="x/styles" Target="styles.xml"/><Relationship Id="n" Type="x/numbering" Target="numbering.xml"/>` + relations + `</Relationships>`,
		}))
	})
}

// FuzzArchive reads anything at all.
func FuzzArchive(f *testing.F) {
	names, err := filepath.Glob("../docximport/testdata/*.docx")
	if err != nil || len(names) == 0 {
		f.Fatal("no documents", err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		_, err := Read(data)
		var refused *Error
		if err != nil && !errors.As(err, &refused) {
			t.Errorf("the error is %v", err)
		}
	})
}
