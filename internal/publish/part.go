package publish

import (
	"context"
	"path"
	"strings"
)

// part returns the folder that holds everything that changed, which then is all that
// must be replaced; empty when that is the whole site.
func (s *stage) part() string {
	if !s.marker || len(s.gone) > 0 || len(s.report.Changed) == 0 {
		return "" // other files than before
	}
	return common(s.report.Changed)
}

// replacePart makes a folder of the site and one of the stage change places, in one
// step. It is not done when that cannot be.
func (s *stage) replacePart(ctx context.Context, workers int, dir string) (done bool, err error) {
	if err := s.link(ctx, workers, under(dir)); err != nil {
		return false, err
	}
	above, name := path.Dir(dir), path.Base(dir)
	old, err := s.before.root.Open(above)
	if err != nil {
		return false, err
	}
	defer old.Close()
	fresh, err := s.root.Open(above)
	if err != nil {
		return false, err
	}
	defer fresh.Close()
	return exchange(old, name, fresh, name) == nil, nil
}

// under tells which files are in a folder, or below it.
func under(dir string) func(path string) bool {
	return func(path string) bool { return strings.HasPrefix(path, dir+"/") }
}
