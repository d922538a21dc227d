package city

import "testing"

func TestParseTargetStaysInItsPlace(t *testing.T) {
	for _, c := range []struct {
		dest string
		want Target
	}{
		{"../wijken/oost.md", Target{Kind: TargetContent, Path: "wijken/oost.md"}},
		{"oost-2011.md#oversteek", Target{Kind: TargetContent, Path: "wijkvisies/oost-2011.md", Anchor: "oversteek"}},
		{"../media/een%20plan.pdf", Target{Kind: TargetContent, Path: "media/een plan.pdf"}},
		{"#zwemles", Target{Kind: TargetAnchor, Anchor: "zwemles"}},
		{"", Target{Kind: TargetAnchor}},
		{"/wijken/oost/", Target{Kind: TargetSite, Path: "/wijken/oost/"}},
		{"/wijken/../../../etc/passwd", Target{Kind: TargetSite, Path: "/etc/passwd"}},
		{"https://example.nl/a#b", Target{Kind: TargetExternal, Scheme: "https"}},
		{"HTTPS://example.nl", Target{Kind: TargetExternal, Scheme: "https"}},
		{"mailto:a@example.nl", Target{Kind: TargetExternal, Scheme: "mailto"}},
		{"//example.nl/a", Target{Kind: TargetExternal, Scheme: "https"}},
		{"../../geheim.md", Target{Kind: TargetOutside, Path: "../geheim.md"}},
		{"..%2f..%2fgeheim.md", Target{Kind: TargetOutside, Path: "../geheim.md"}},
		{"javascript:alert(1)", Target{Kind: TargetUnsafe, Scheme: "javascript"}},
		{" java\tscript:alert(1)", Target{Kind: TargetUnsafe, Scheme: "javascript"}},
		{"JAVASCRIPT:alert(1)", Target{Kind: TargetUnsafe, Scheme: "javascript"}},
		{"data:text/html,x", Target{Kind: TargetUnsafe, Scheme: "data"}},
		{"een:twee/drie.md", Target{Kind: TargetUnsafe, Scheme: "een"}},
		{"map/een:twee.md", Target{Kind: TargetContent, Path: "wijkvisies/map/een:twee.md"}},
	} {
		if got := ParseTarget("wijkvisies/west-2011.md", c.dest); got != c.want {
			t.Errorf("%q: got %+v, want %+v", c.dest, got, c.want)
		}
	}
}
