package diag

// Problems of what the content says: errors. The comments name the arguments.
const (
	IDTwice             Message = "duplicate-id"                       // id
	CodeTwice           Message = "duplicate-id/code-twice"            // CBS code
	FileTwice           Message = "duplicate-id/file-twice"            // id
	PriorityTwice       Message = "duplicate-priority"                 // number
	WijkUnknown         Message = "unknown-wijk"                       // id
	BuurtUnknown        Message = "unknown-buurt"                      // id, wijk
	ThemeUnknown        Message = "unknown-theme"                      // id
	DepartmentUnknown   Message = "unknown-department"                 // id
	NeedUnknown         Message = "unknown-need"                       // wijk/need
	NeedOfUnknownWijk   Message = "unknown-need/need-of-unknown-wijk"  // wijk/need, wijk
	NeedNotQualified    Message = "unknown-need/need-not-qualified"    // need
	CommitmentUnknown   Message = "unknown-commitment"                 // id
	PeriodsOverlap      Message = "period-overlap"                     // period, other period
	URLTaken            Message = "url-clash"                          // URL
	LinkBroken          Message = "broken-link"                        // target
	LinkToContentFolder Message = "broken-link/link-to-content-folder" // target
	AnchorBroken        Message = "broken-anchor"                      // target, anchor
	ImageMissing        Message = "missing-image"                      // target
	LinkUnsafe          Message = "unsafe-link"                        // target, scheme
	LinkOutside         Message = "outside-content"                    // target
)

var meaningTexts = map[Message]translation{
	IDTwice:             {`IDTwice`, `IDTwice`},
	CodeTwice:           {`CodeTwice`, `CodeTwice`},
	FileTwice:           {`FileTwice`, `FileTwice`},
	PriorityTwice:       {`PriorityTwice`, `PriorityTwice`},
	WijkUnknown:         {`WijkUnknown`, `WijkUnknown`},
	BuurtUnknown:        {`BuurtUnknown`, `BuurtUnknown`},
	ThemeUnknown:        {`ThemeUnknown`, `ThemeUnknown`},
	DepartmentUnknown:   {`DepartmentUnknown`, `DepartmentUnknown`},
	NeedUnknown:         {`NeedUnknown`, `NeedUnknown`},
	NeedOfUnknownWijk:   {`NeedOfUnknownWijk`, `NeedOfUnknownWijk`},
	NeedNotQualified:    {`NeedNotQualified`, `NeedNotQualified`},
	CommitmentUnknown:   {`CommitmentUnknown`, `CommitmentUnknown`},
	PeriodsOverlap:      {`PeriodsOverlap`, `PeriodsOverlap`},
	URLTaken:            {`URLTaken`, `URLTaken`},
	LinkBroken:          {`LinkBroken`, `LinkBroken`},
	LinkToContentFolder: {`LinkToContentFolder`, `LinkToContentFolder`},
	AnchorBroken:        {`AnchorBroken`, `AnchorBroken`},
	ImageMissing:        {`ImageMissing`, `ImageMissing`},
	LinkUnsafe:          {`LinkUnsafe`, `LinkUnsafe`},
	LinkOutside:         {`LinkOutside`, `LinkOutside`},
}
