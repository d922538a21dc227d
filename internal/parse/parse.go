// Package parse turns files of content into records. Package decode below it turns
// their YAML, TOML and JSON into trees; the tables of this package are the keys that a
// record is read by.
//
// # What authors write
//
// A file of Markdown begins with a block of data between two lines of ---, in
// YAML; or of +++, in TOML; or of ;;; in JSON; or it is a JSON object. What
// follows the block is the text. The file site.yaml is data only.
//
//	---
//	titel: Wijkvisie Overvecht 2011–2014   # a comment: a space after the #
//	wijk: overvecht
//	periode: 2011-2014
//	status: vastgesteld
//	vastgesteld-op: 2011-05-19
//	behoeften:
//	  - id: veilige-oversteek
//	    titel: Veilig oversteken bij de Einsteindreef
//	    thema: verkeer
//	    buurten: [taagdreef]
//	    bron: {wat: wijkraadpleging, datum: 2010-11-16}
//	---
//	The story of the wijk.
//
//	## Veilig oversteken {#veilige-oversteek}
//
//	The story of that need.
//
// Each kind of file has a table of its keys, a row for each: its type, whether
// it is required, the field it fills, what it is for, and an example. The tables
// are siteMapping, wijkMapping, visionMapping (with needMapping),
// departmentMapping, programmeMapping (with commitmentMapping) and pageMapping.
// Kinds returns them; package schema writes schemas from them, and package
// starter new files and the settings of editors. So a new key is a row there, a
// field in package city, and its use.
//
// # Values
//
// Everything is text as written, whatever YAML would make of it: 0110 stays
// 0110, no stays no. In TOML and JSON a text has quotes; years, numbers and,
// in TOML, days do not need them. A key without a value, null, ~ and texts of
// spaces only were not written.
//
//	day           2011-05-19
//	planned date  2011-05-19, 2011-10, 2011-Q3, 2011, onbekend, doorlopend
//	period        2011-2014, 2011–2014, 2011
//	money         185000
//	place         [5.1175, 52.1183]    longitude, latitude
//	id            a–z, 0–9 and single hyphens, at most 100 characters
//	list          [a, b], or a line with a dash for each
//
// Anchors, aliases and << of YAML work, tags as !!binary do not. Only LF, CRLF
// and CR end a line, also inside a text in YAML.
//
// Where the contract of the format is silent: a programme has a jaar or a
// periode, not both; naar goes with the status doorgeschoven; a location may
// lie outside the Netherlands; volgorde and prioriteit begin at 1; beveiliging
// needs contact and verloopt, and its contact is one address or a list; the reden of a need goes with vervallen-op; a gereed is a
// later one, which needs a reden, when it ends after the date first promised and
// after the newest one that was known, and onbekend and doorlopend are later than
// a date that was known; a closing delimiter is at the start of its line, so
// that an indented one can be part of a text.
//
// # What comes out
//
// A record depends on the path and the bytes of its file alone. There always is
// one, also for a file that cannot be read: its id is the file name. A field
// with an error is zero, and the error is reported. Broken is set when what
// others refer to could not be read, so that references to it are not checked:
// one cause, one message.
package parse
