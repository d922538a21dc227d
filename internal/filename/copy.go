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
	// whole is whether it is the whole name, extension included, that the group is the original of.
	whole bool
	// ofSibling is whether such a name can also be that of a file of its own, so that it is a
	// copy only when the original stands beside it.
	ofSibling bool
}

var copyPatterns = sync.OnceValue(func() []copyPattern {
	var patterns []copyPattern
	add := func(like copyPattern, exprs ...string) {
		for _, e := range exprs {
			like.expr = regexp.MustCompile(e)
			patterns = append(patterns, like)
		}
	}
	add(copyPattern{},
		`^(.+)\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]+)?$`,                // Syncthing
		`^(.+)_(?:LOCAL|BASE|REMOTE|BACKUP)_\d+$`,                         // git mergetool
		`^(.+?)(?:\.[a-z]+)?\.(?:LOCAL|BASE|REMOTE|BACKUP)\.\d+$`,         // of older Git
		`^(.+)-(?:DESKTOP|LAPTOP|PC|WIN)-[A-Z0-9]+$`,                      // OneDrive: the name of the computer
		`^(.+?) ?\([^()]*(?i:conflict|conflicterend|conflicted)[^()]*\)$`, // Dropbox, Nextcloud, Google Drive
		`^(.+?) ?\[[^\[\]]*(?i:conflict)[^\[\]]*\]$`,
		`^(.+)_conflict-\d{8}-\d{6}$`,            // ownCloud
		`^(.+?) - (?i:kopie|copy)(?: \(\d+\))?$`, // Windows
		`^(.+?) ?\((?i:kopie|copy)(?: \d+)?\)$`,
		`^(.+?) ?\(\d{1,3}\)$`,             // browsers and Google Drive: a second download
		`^(?i:kopie van|copy of) (.+)$`,    // Google Drive, older Windows
		`^(.+?) (?i:kopie|copy)(?: \d+)?$`, // macOS
	)
	add(copyPattern{whole: true},
		`^(.+\.[A-Za-z0-9]+)\.(?i:bak|backup|old|oud|save|sav|mine|theirs|r\d+)$`, // editors, Subversion
	)
	add(copyPattern{ofSibling: true},
		`^(.+) \d{1,2}$`,                     // macOS
		`^(.+?)-[A-Z][A-Za-z0-9-]*[A-Z0-9]$`, // OneDrive: computers have all kinds of names
		`^(.+)[-_](?i:kopie|copy)$`,
		`^(.+)[-_.](?i:conflict|conflicted)$`,
	)
	return patterns
})

// Original returns the name of the file that name is a copy of, as programs name copies. has
// reports whether a file stands in the same folder.
func Original(name string, has func(name string) bool) (original string, ok bool) {
	ext := path.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	if isID(stem) && !strings.HasSuffix(stem, "kopie") && !strings.HasSuffix(stem, "copy") && !strings.HasSuffix(stem, "conflict") && !strings.HasSuffix(stem, "conflicted") {
		return "", false // as nearly all names: the patterns take long
	}
	for _, p := range copyPatterns() {
		of, end := stem, ext
		if p.whole {
			of, end = name, ""
		}
		m := p.expr.FindStringSubmatch(of)
		if m == nil {
			continue
		}
		if original = m[1] + end; !p.ofSibling || has(original) {
			return original, true
		}
	}
	return "", false
}

// isID reports whether a name has only small letters, digits and hyphens.
func isID(name string) bool {
	return !strings.ContainsFunc(name, func(r rune) bool {
		return (r < 'a' || 'z' < r) && (r < '0' || '9' < r) && r != '-'
	})
}
