package decode

import (
	"testing"

	"wijkvisie/internal/diag"
	"wijkvisie/internal/source"
)

func TestTextThatYAMLTakesForSyntaxIsReported(t *testing.T) {
	for _, c := range []struct{ data, at, fix string }{
		{"a: Speelplek #2\n", "Speelplek #2", `"Speelplek #2"`},
		{"a: Speelplek  #2\n", "Speelplek  #2", `"Speelplek  #2"`},
		{"a: Een plek #samen # let op\n", "Een plek #samen", `"Een plek #samen"`},
		{"a: #metoo in de wijk\n", "#metoo in de wijk", `"#metoo in de wijk"`},
		{"a: #metoo # let op\nb: c\n", "#metoo", `"#metoo"`},
		{"a: \"Speelplek\"#2\n", `"Speelplek"#2`, `"Speelplek#2"`},
		{"a: 'Speelplek' #2\n", `'Speelplek' #2`, `"Speelplek #2"`},
		{"a: &Wijk samen\n", "&Wijk samen", `"&Wijk samen"`},
		{"a: ! let op\n", "! let op", `"! let op"`},
		{"a: & Wijk\n", "", ""}, // an error
		{"a: [een, &twee drie]\n", "&twee drie", `"&twee drie"`},
		{"a: [een, twee]#drie\n", "#drie", ""},
		{"a: [een, twee] #drie # vier\n", "#drie", ""},
		{"a: {b: c}#d\n", "#d", ""},
		{"a: >#2\n  tekst\n", ">#2", ""},
		{"a: | #2\n  tekst\n", "| #2", ""},
		{"- een #2\n- twee\n", "een #2", `"een #2"`},
		{"a:\n  - #Oost\n  - b\n", "#Oost", `"#Oost"`},
		// What is meant for nobody but the author.
		{"a: b # c\n", "", ""},
		{"a: b #\n", "", ""},
		{"a: \"b\" # c\n", "", ""},
		{"a: [b] # c\n", "", ""},
		{"a: | # c\n  tekst\n", "", ""},
		{"a: # c\n  - b\n", "", ""},
		{"a: C#\n", "", ""},
		{"a: b#c\n", "", ""},
		{"a: &x b\nc: *x\n", "", ""},
		{"a: !!str 12\n", "", ""},
	} {
		f := source.NewFile("x.md", []byte(c.data))
		_, problems := YAML(f, 0, len(c.data))
		at, fix := "", ""
		for _, d := range problems {
			if d.Code() == diag.ValueTruncated.Code() {
				at, fix = at+string(d.Pos.Bytes()), fix+d.Fix().Text
			}
		}
		if at != c.at || fix != c.fix {
			t.Errorf("%q: %q, mended to %s; want %q and %s", c.data, at, fix, c.at, c.fix)
		}
	}
}
