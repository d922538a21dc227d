package starter_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"wijkvisie/internal/noun"
	"wijkvisie/internal/starter"
)

// TestFrontMatterTakesItsSettings holds frontmatter.json against the schema of the extension.
func TestFrontMatterTakesItsSettings(t *testing.T) {
	const address = "https://frontmatter.codes/frontmatter.schema.json" // as the schema refers to itself
	f, err := os.Open("testdata/frontmatter/schema.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	read, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(address, read); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(address)
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"nl", "en"} {
		settings := starter.Site(2026, noun.Of(lang, nil))["frontmatter.json"]
		if strings.Contains(settings, `"block"`) || strings.Count(settings, `"disableCreation": true`) != 5 {
			t.Error("the extension would add keys that are not ours")
		}
		var v any
		if err := json.Unmarshal([]byte(settings), &v); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %v", lang, err)
		}
		// A schema that takes anything proves nothing.
		for _, mistake := range [][2]string{{`"type": "datetime"`, `"type": "date"`}, {"taxonomy.frontMatterType", "frontMatterType"}, {`"choices"`, `"options"`}, {`"name": "titel"`, `"naam": "titel"`}} {
			if err := json.Unmarshal([]byte(strings.Replace(settings, mistake[0], mistake[1], 1)), &v); err != nil {
				t.Fatal(err)
			}
			if schema.Validate(v) == nil {
				t.Errorf("%s passes", mistake[1])
			}
		}
	}
}
