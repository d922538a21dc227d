package filename_test

import (
	"slices"
	"testing"

	"wijkvisie/internal/filename"
)

func TestCopiesAreKnownByTheirNames(t *testing.T) {
	siblings := []string{"privacy.md", "oost-2011.md"}
	has := func(name string) bool { return slices.Contains(siblings, name) }
	for name, want := range map[string]string{
		"privacy.sync-conflict-20240115-103000-ABCDEFG.md":  "privacy.md",
		"privacy_LOCAL_123.md":                              "privacy.md",
		"privacy_BACKUP_4711.md":                            "privacy.md",
		"privacy-DESKTOP-4K2L.md":                           "privacy.md",
		"weg-LAPTOP-A1B2C3.md":                              "weg.md", // also when the original is gone
		"privacy-JAN-THUIS.md":                              "privacy.md",
		"privacy (conflicted copy 2024-01-15 103000).md":    "privacy.md",
		"privacy (Jans conflicterende kopie 2024-01-15).md": "privacy.md",
		"privacy (1).md":                                    "privacy.md",
		"privacy(2).md":                                     "privacy.md",
		"privacy - kopie.md":                                "privacy.md",
		"privacy - Kopie (2).md":                            "privacy.md",
		"privacy - Copy.md":                                 "privacy.md",
		"Kopie van privacy.md":                              "privacy.md",
		"Copy of privacy.md":                                "privacy.md",
		"privacy kopie.md":                                  "privacy.md",
		"privacy copy 3.md":                                 "privacy.md",
		"privacy 2.md":                                      "privacy.md",
		"privacy.md.BACKUP.1234.md":                         "privacy.md",
		"privacy.LOCAL.1234.md":                             "privacy.md",
		"privacy (kopie).md":                                "privacy.md",
		"privacy (Kopie 2).md":                              "privacy.md",
		"privacy [Jan, conflicted].md":                      "privacy.md",
		"privacy.conflict.md":                               "privacy.md",
		"school-conflict.md":                                "",
		"privacy.md.bak":                                    "privacy.md",
		"site.yaml.old":                                     "site.yaml",
		"privacy.md.r12":                                    "privacy.md",
		"privacy.bak":                                       "",
		"privacy.md.pdf":                                    "",
		"privacy-kopie.md":                                  "privacy.md",
		"privacy-oud.md":                                    "", // as the wijk Bergen-Oud beside Bergen
		"oost-2011_conflict-20240115-103000.md":             "oost-2011.md",
		"privacy.md":                                        "",
		"oost-2011.md":                                      "",
		"oost-2014.md":                                      "",
		"west 2.md":                                         "",
		"dorp-oud.md":                                       "",
		"kopie.md":                                          "",
		"straten-A12.md":                                    "",
		"Leidsche Rijn (Utrecht).md":                        "",
	} {
		if got, ok := filename.Original(name, has); got != want || ok != (want != "") {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
