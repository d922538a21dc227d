package diag

// Problems of what the content says: warnings. The comments name the arguments.
const (
	HTMLFound        Message = "raw-html"                             // tag
	AltMissing       Message = "image-without-alt"                    // image
	HeadingSkipped   Message = "heading-skip"                         // from level, to level
	LinkTextVague    Message = "vague-link-text"                      // text
	LinkUnpublished  Message = "unpublished-link"                     // target
	NeedMissing      Message = "commitment-without-need"              // commitment
	OutsidePeriod    Message = "commitment-outside-period"            // commitment, year, period
	OutOfOrder       Message = "progress-out-of-order"                // date, earlier date
	SectionUnused    Message = "unused-need-section"                  // id
	SectionOfOther   Message = "unused-need-section/section-of-other" // id, file
	FolderUnknown    Message = "unknown-file"                         // folder
	ExtensionUnknown Message = "unknown-file/extension-unknown"       // file
	FileUnknown      Message = "unknown-file/file-unknown"            // file
	MediaLarge       Message = "large-file"                           // size, limit
	NoBaseURL        Message = "missing-base-url"
)

var warningTexts = map[Message]translation{
	HTMLFound:        {`HTMLFound`, `HTMLFound`},
	AltMissing:       {`AltMissing`, `AltMissing`},
	HeadingSkipped:   {`HeadingSkipped`, `HeadingSkipped`},
	LinkTextVague:    {`LinkTextVague`, `LinkTextVague`},
	LinkUnpublished:  {`LinkUnpublished`, `LinkUnpublished`},
	NeedMissing:      {`NeedMissing`, `NeedMissing`},
	OutsidePeriod:    {`OutsidePeriod`, `OutsidePeriod`},
	OutOfOrder:       {`OutOfOrder`, `OutOfOrder`},
	SectionUnused:    {`SectionUnused`, `SectionUnused`},
	SectionOfOther:   {`SectionOfOther`, `SectionOfOther`},
	FolderUnknown:    {`FolderUnknown`, `FolderUnknown`},
	ExtensionUnknown: {`ExtensionUnknown`, `ExtensionUnknown`},
	FileUnknown:      {`FileUnknown`, `FileUnknown`},
	MediaLarge:       {`MediaLarge`, `MediaLarge`},
	NoBaseURL:        {`NoBaseURL`, `NoBaseURL`},
}
