package starter_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"wijkvisie/internal/noun"
	"wijkvisie/internal/starter"
)

// TestFormsRefuseDaysThatAreNone fills in the day that a commitment would be done.
func TestFormsRefuseDaysThatAreNone(t *testing.T) {
	for _, c := range starter.CMSes() {
		config := c.Files(starter.Remote{Host: "github.com", Path: "zoetwater/wijken"}, noun.Of("nl", nil))["admin/config.yml"]
		_, field, _ := strings.Cut(config, `- name: "gereed"`)
		field, _, _ = strings.Cut(field, "- name:")
		_, value, found := strings.Cut(field, "pattern: ")
		var pattern []string
		if err := json.Unmarshal([]byte(strings.TrimSpace(value)), &pattern); err != nil || len(pattern) != 2 {
			t.Fatalf("%s has pattern %q (%t): %v", c.Name, value, found, err)
		}
		form := regexp.MustCompile(pattern[0])
		for text, want := range map[string]bool{
			"2011": true, "2011-Q3": true, "2011-10": true, "2011-10-31": true, "onbekend": true, "doorlopend": true,
			"2011-13": false, "2011-13-99": false, "2011-00": false, "2011-Q5": false, "2011-10-32": false, "straks": false,
		} {
			if got := form.MatchString(text); got != want {
				t.Errorf("%s: the form takes %q: %t", c.Name, text, got)
			}
		}
	}
}
