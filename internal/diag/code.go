package diag

// Code is the name that tools know a kind of problem by. The codes are a
// contract: none is renamed or dropped.
type Code string

// Errors: nothing is published.
const (
	FrontMatterMissing  Code = "front-matter-missing"
	FrontMatterUnclosed Code = "front-matter-unclosed"
	FrontMatterSyntax   Code = "front-matter-syntax"
	NotUTF8             Code = "not-utf8"
	ConflictMarker      Code = "conflict-marker"
	FileTooLarge        Code = "file-too-large"
	OutsideContent      Code = "outside-content"
	UnreadableImage     Code = "unreadable-image"
	InvalidMap          Code = "invalid-map"
	TemplateError       Code = "template-error"
	DuplicateKey        Code = "duplicate-key"
	UnknownKey          Code = "unknown-key"
	MissingKey          Code = "missing-key"
	MissingReason       Code = "missing-reason"
	WrongType           Code = "wrong-type"
	InvalidValue        Code = "invalid-value"
	InvalidDate         Code = "invalid-date"
	InvalidID           Code = "invalid-id"
	InvalidCode         Code = "invalid-code"
	DuplicateID         Code = "duplicate-id"
	DuplicatePriority   Code = "duplicate-priority"
	UnknownWijk         Code = "unknown-wijk"
	UnknownBuurt        Code = "unknown-buurt"
	UnknownTheme        Code = "unknown-theme"
	UnknownDepartment   Code = "unknown-department"
	UnknownNeed         Code = "unknown-need"
	UnknownCommitment   Code = "unknown-commitment"
	PeriodOverlap       Code = "period-overlap"
	URLClash            Code = "url-clash"
	BrokenLink          Code = "broken-link"
	BrokenAnchor        Code = "broken-anchor"
	MissingImage        Code = "missing-image"
	UnsafeLink          Code = "unsafe-link"
	ImportRow           Code = "import-row"
)

// Warnings: published, but doubtful.
const (
	RawHTML                 Code = "raw-html"
	ImageWithoutAlt         Code = "image-without-alt"
	HeadingSkip             Code = "heading-skip"
	VagueLinkText           Code = "vague-link-text"
	UnpublishedLink         Code = "unpublished-link"
	PersonalData            Code = "personal-data"
	CommitmentWithoutNeed   Code = "commitment-without-need"
	CommitmentOutsidePeriod Code = "commitment-outside-period"
	ProgressOutOfOrder      Code = "progress-out-of-order"
	CodeNameMismatch        Code = "code-name-mismatch"
	UnusedNeedSection       Code = "unused-need-section"
	TruncatedValue          Code = "truncated-value"
	UnknownFile             Code = "unknown-file"
	LargeFile               Code = "large-file"
	AreaWithoutWijk         Code = "area-without-wijk"
	WijkWithoutArea         Code = "wijk-without-area"
	LowContrast             Code = "low-contrast"
	SecurityContactExpiring Code = "security-contact-expiring"
	MissingBaseURL          Code = "missing-base-url"
)

// Information: good to know.
const (
	NeedUnanswered   Code = "need-unanswered"
	DateShifted      Code = "date-shifted"
	NoProgress       Code = "no-progress"
	RenamedReference Code = "renamed-reference"
	LongSentence     Code = "long-sentence"
	HardToRead       Code = "hard-to-read"
	Jargon           Code = "jargon"
	PossibleMatch    Code = "possible-match"
)

// Severity returns how bad a code is. A code that is not in the contract is an
// error, so that it cannot slip through.
func (c Code) Severity() Severity {
	switch c {
	case RawHTML, ImageWithoutAlt, HeadingSkip, VagueLinkText, UnpublishedLink, PersonalData,
		CommitmentWithoutNeed, CommitmentOutsidePeriod, ProgressOutOfOrder, CodeNameMismatch,
		UnusedNeedSection, TruncatedValue, UnknownFile, LargeFile, AreaWithoutWijk, WijkWithoutArea,
		LowContrast, SecurityContactExpiring, MissingBaseURL:
		return Warning
	case NeedUnanswered, DateShifted, NoProgress, RenamedReference, LongSentence, HardToRead,
		Jargon, PossibleMatch:
		return Info
	default:
		return Error
	}
}
