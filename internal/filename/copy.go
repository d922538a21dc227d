package filename

import (
	"path"
	"regexp"
	"strings"
	"sync"
)

// copyPattern is how a program names a copy of a file that two people changed, or that somebody
// copied. Its first group is the name of the original without extension.
type copyPattern struct {
	expr *regexp.Regexp
	// ofSibling is whether such a name can also be that of a file of its own, so that it is a
	// copy only when the original stands beside it.
	ofSibling bool
}

var copyPatterns = sync.OnceValue(func() []copyPattern {
	var patterns []copyPattern
	add := func(ofSibling bool, exprs ...string) {
		for _, e := range exprs {
			patterns = append(patterns, copyPattern{regexp.MustCompile(e), ofSibling})
		}
	}
	add(false,
		`^(.+)\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]+)?$`,                // Syncthing
		`^(.+)_(?:LOCAL|BASE|REMOTE|BACKUP)_\d+$`,                         // git mergetool
		`^(.+)-(?:DESKTOP|LAPTOP|PC|WIN)-[A-Z0-9]+$`,                      // OneDrive: the name of the computer
		`^(.+?) ?\([^()]*(?i:conflict|conflicterend|conflicted)[^()]*\)$`, // Dropbox, Nextcloud, Google Drive
		`^(.+)_conflict-\d{8}-\d{6}$`,                                     // ownCloud
		`^(.+?) - (?i:kopie|copy)(?: \(\d+\))?$`,                          // Windows
		`^(.+?) ?\(\d{1,3}\)$`,                                            // browsers and Google Drive: a second download
		`^(?i:kopie van|copy of) (.+)$`,                                   // Google Drive, older Windows
		`^(.+?) (?i:kopie|copy)(?: \d+)?$`,                                // macOS
	)
	add(true,
		`^(.+) \d{1,2}$`,                     // macOS
		`^(.+?)-[A-Z][A-Za-z0-9-]*[A-Z0-9]$`, // OneDrive: computers have all kinds of names
		`^(.+)[-_](?i:kopie|copy)$`,
	)
	return patterns
})

// Original returns the name of the file that name is a copy of, as programs name copies. has
// reports whether a file stands in the same folder.
func Original(name string, has func(name string) bool) (original string, ok bool) {
	ext := path.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	for _, p := range copyPatterns() {
		m := p.expr.FindStringSubmatch(stem)
		if m == nil {
			continue
		}
		if original = m[1] + ext; !p.ofSibling || has(original) {
			return original, true
		}
	}
	return "", false
}
