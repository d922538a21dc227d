// Package parse turns files of content into records: the only package that
// knows YAML, TOML and JSON.
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
// Which keys there are, what belongs at each, which are required and an
// example of every one stand in one table a kind of file: siteMapping,
// wijkMapping, visionMapping (with needMapping), departmentMapping,
// programmeMapping (with commitmentMapping) and pageMapping. Kinds returns
// them all.
//
// # Values
//
// Everything is text as written, whatever YAML would make of it: 0110 stays
// 0110, no stays no. In TOML and JSON a text has quotes; years, numbers and,
// in TOML, days do not need them. A key with nothing behind it, null, ~ and
// texts of spaces only were not written.
//
//	day           2011-05-19
//	planned date  2011-05-19, 2011-10, 2011-Q3, 2011, onbekend
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
// needs both its keys; a closing delimiter stands at the start of its line, so
// that an indented one can be part of a text.
//
// # What comes out
//
// A record depends on the path and the bytes of its file alone. There always is
// one, also of a file that cannot be read: its id is the file name. A field
// with an error stays zero, for the error is already reported. Broken is set
// when what others refer to could not be read, so that references to it are
// not judged: one cause, one message.
package parse
