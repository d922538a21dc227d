// Package docximport makes of a Word document what it is in content: a concept wijkvisie with
// the needs that it names, and concept programmes with the actions in its tables.
//
// Nothing of the document is lost: each text is in a file, or in the list of what is left out,
// which Import verifies against the files that it made. Nothing is added to what the document
// says but ids, and for each need a theme, of which the file says so when it is a guess.
//
// Needs are the headings, the items of lists and the rows of tables in chapters such as "Wat
// wil de wijk", under the name of a theme, and behind labels such as "Doel 3:". Actions are
// the rows of tables of which the columns say what is done and who does it, when it is done,
// or how it stands.
package docximport

import (
	"cmp"
	"fmt"
	"slices"

	"wijkvisie/internal/city"
	"wijkvisie/internal/docx"
)

// Options says what is to be made of a document.
type Options struct {
	Wijk       string      // an id; empty for no wijkvisie
	Period     city.Period // of the wijkvisie
	Department string      // an id: whose programme it is; empty for those that the tables name
	Years      city.Period // of programmes; zero for that of the wijkvisie
	Day        city.Day    // on which what the tables say of progress held; zero when it is not known
	English    bool        // comments in the files are in English
	Exists     func(path string) bool
}

// Problem is why nothing can be made.
type Problem int

// The problems.
const (
	NoSite            Problem = iota // no site.yaml with themes
	UnknownWijk                      // Name, Choices
	UnknownDepartment                // Name, Choices
	FileExists                       // Name
	NoActions                        // a programme was asked for, and there is no table of actions
	NoText                           // there is nothing in the document
)

// Error is that nothing can be made.
type Error struct {
	Problem Problem
	Name    string
	Choices []string
}

func (e *Error) Error() string { return fmt.Sprintf("nothing to import: %d %s", e.Problem, e.Name) }

// File is a file that is to be written.
type File struct {
	Path string // from the content folder
	Data []byte
}

// Found is a need or an action that was found.
type Found struct {
	ID, Title string
	Theme     string
	File      string // its path
	Paragraph int    // in which its title stands
}

// Reason is why something of a document is in no file.
type Reason int

// The reasons in addition to those of package docx, which come first.
const (
	Columns   = Reason(docx.Macro) + 1 + iota // names of columns of a table that became needs or actions
	Bullets                                   // a mark or a number in front of a need
	PageLines                                 // "Pagina 3 van 20" in the text
	Unplaced                                  // it could not be placed
)

// Left is something of a document that is in no file.
type Left struct {
	Reason    Reason
	Text      string
	Paragraph int // 0 when it is in none
}

// Ask is what an author has to look at.
type Ask int

// What there is to look at.
const (
	GuessedTheme Ask = iota // of a need
	NoTheme                 // of a need
	NoAlt                   // of a picture
	RoughDate               // of an action: when it is done is known by the year
	NoDate                  // of an action: when it is done is kept as text
	NoDay                   // of an action: how it stands is kept as text, as it is not known of which day it is
	OtherStatus             // of an action: how it stands is in words for which there is no status
	NoDepartment            // of an action: nobody that the site knows does it
	OnlyTable               // a table of actions stays in the wijkvisie
	DoneLater               // an action that is done: the day is that of the overview, after the day it was planned for
	NoNeeds                 // nothing was found that is a need
)

// Question is what an author has to look at, and where.
type Question struct {
	Ask       Ask
	Text      string
	Paragraph int
}

// Placed is where a paragraph of the document ended up.
type Placed struct {
	Paragraph int
	Text      string
	File      string // its path; empty when it is left out
}

// Result is what is made of a document.
type Result struct {
	Files     []File // wijkvisie, programmes, pictures
	Needs     []Found
	Actions   []Found
	LeftOut   []Left
	Questions []Question
	Trace     []Placed
}

// Import makes files of a document for the content that is there. The error is an *Error.
func Import(doc *docx.Document, c *city.City, opt Options) (*Result, error) {
	im := &importer{city: c, opt: opt, doc: doc, result: &Result{}}
	if im.opt.Years.First == 0 {
		im.opt.Years = opt.Period
	}
	if err := im.prepare(); err != nil {
		return nil, err
	}
	for _, left := range doc.LeftOut {
		im.leave(Reason(left.Reason), left.Text, left.Paragraph)
	}
	root := im.outline(doc.Blocks)
	if len(root.kids) == 0 && len(root.body) == 0 && im.title == "" {
		return nil, &Error{Problem: NoText}
	}
	if im.wijk != nil {
		im.findNeeds(root)
	}
	im.findActions(root)
	if err := im.write(root); err != nil {
		return nil, err
	}
	im.trace()
	slices.SortStableFunc(im.result.Questions, func(a, b Question) int { return cmp.Compare(a.Ask, b.Ask) })
	slices.SortStableFunc(im.result.LeftOut, func(a, b Left) int { return cmp.Compare(a.Reason, b.Reason) })
	return im.result, nil
}

// importer makes files of a document.
type importer struct {
	city   *city.City
	opt    Options
	doc    *docx.Document
	result *Result

	wijk        *city.Wijk
	themes      []*theme
	title       string // of the document, without its heading
	needs       []*need
	needIDs     map[string]bool
	mixed       []mixedTable
	anyWishes   bool // there is a chapter of wishes
	programmes  []*programme
	statedOn    city.Day          // that the document names for how things stand; zero for none
	values      map[int]bool      // the paragraphs that became a date, an amount or the like
	pictures    map[string]string // the path of each picture, by its bytes
	pictureBase string
}

// prepare checks what is asked against the content.
func (im *importer) prepare() error {
	if im.city.Site == nil || len(im.city.Site.Themes) == 0 {
		return &Error{Problem: NoSite}
	}
	im.themes = themesOf(im.city.Site)
	im.needIDs, im.pictures, im.values = make(map[string]bool), make(map[string]string), make(map[int]bool)
	if im.opt.Wijk != "" {
		var ids []string
		for _, w := range im.city.Wijken {
			ids = append(ids, w.ID)
			if w.ID == im.opt.Wijk {
				im.wijk = w
			}
		}
		if im.wijk == nil {
			return &Error{UnknownWijk, im.opt.Wijk, ids}
		}
		im.pictureBase = im.visionID()
		if path := im.visionPath(); im.opt.Exists(path) {
			return &Error{Problem: FileExists, Name: path}
		}
	}
	if im.opt.Department == "" {
		return nil
	}
	var ids []string
	for _, d := range im.city.Departments {
		ids = append(ids, d.ID)
	}
	if !slices.Contains(ids, im.opt.Department) {
		return &Error{UnknownDepartment, im.opt.Department, ids}
	}
	if im.pictureBase == "" {
		im.pictureBase = im.programmeID(im.opt.Department)
	}
	return nil
}

func (im *importer) visionID() string { return fmt.Sprintf("%s-%d", im.opt.Wijk, im.opt.Period.First) }

func (im *importer) visionPath() string { return "wijkvisies/" + im.visionID() + ".md" }

// programmeID returns the id of the programme of a department. One that comes along with what
// was asked for has a name of its own when there is a programme of that year already.
func (im *importer) programmeID(department string) string {
	id := fmt.Sprintf("%s-%d", department, im.opt.Years.First)
	if im.wijk == nil && department == im.opt.Department || !im.opt.Exists("programmas/"+id+".md") {
		return id
	}
	if im.wijk != nil {
		id = fmt.Sprintf("%s-%s-%d", department, im.wijk.ID, im.opt.Years.First)
	}
	free := id
	for n := 2; im.opt.Exists("programmas/" + free + ".md"); n++ {
		free = fmt.Sprintf("%s-%d", id, n)
	}
	return free
}

func (im *importer) programmePath(department string) string {
	return "programmas/" + im.programmeID(department) + ".md"
}

// became notes that paragraphs became values, which say the same in another form.
func (im *importer) became(blocks []docx.Block) {
	for _, b := range blocks {
		im.values[b.Paragraph] = true
	}
}

func (im *importer) leave(reason Reason, text string, paragraph int) {
	if text = spaced(text); text != "" {
		im.result.LeftOut = append(im.result.LeftOut, Left{reason, text, paragraph})
	}
}

func (im *importer) ask(what Ask, text string, paragraph int) {
	im.result.Questions = append(im.result.Questions, Question{what, spaced(text), paragraph})
}
