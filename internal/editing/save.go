package editing

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"slices"
	"strconv"
)

// mostSaves is how many saves can be undone.
const mostSaves = 10

// save is something that was written.
type save struct {
	number int
	file   string
	title  string
	once   string // identifies the form for something new; empty of others
	before []byte // nil when there was no file
	after  string // the fingerprint of what was written
}

// errChanged is a file that changed between the moment that it was read and that it would be
// written.
var errChanged = errors.New("the file changed meanwhile")

// errNoSave is a save that is not known, or not any more.
var errNoSave = errors.New("no such save")

// write puts bytes in the place of those of a file, which must be what they were, and returns the
// number of the save. A file that was not there is nil.
func (e *Editor) write(ctx context.Context, file, title, once string, before, after []byte) (int, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	err := e.opt.Shown(ctx, func() error {
		if before == nil {
			return e.opt.Content.Create(file, after)
		}
		now, err := e.opt.Content.Read(file)
		if err != nil {
			return err
		}
		if fingerprint(now) != fingerprint(before) {
			return errChanged
		}
		return e.opt.Content.Replace(file, after)
	})
	if err != nil {
		return 0, err
	}
	e.count++
	e.saves = append(e.saves, save{e.count, file, title, once, before, fingerprint(after)})
	e.saves = slices.Delete(e.saves, 0, max(0, len(e.saves)-mostSaves))
	return e.count, nil
}

// made returns the number of the save of a form for something new.
func (e *Editor) made(once string) (number int, done bool) {
	for _, s := range e.saved() {
		if once != "" && s.once == once {
			return s.number, true
		}
	}
	return 0, false
}

// undo makes a file what it was before a save, unless it changed since.
func (e *Editor) undo(w http.ResponseWriter, r *http.Request) {
	number, _ := strconv.Atoi(r.PostForm.Get("nummer"))
	back := e.backTo(r.PostForm.Get("terug"))
	s, err := e.revert(r.Context(), number)
	switch {
	case errors.Is(err, errChanged):
		e.problem(w, r, http.StatusConflict, fmt.Sprintf("%s is daarna nog veranderd.", s.file), "Er is niets ongedaan gemaakt. Maak eerst ongedaan wat er later is bewaard, of verander het opnieuw.")
	case errors.Is(err, errNoSave):
		e.problem(w, r, http.StatusNotFound, "Dit kan niet meer ongedaan worden gemaakt.", "De laatste tien keer bewaren is te herstellen, zolang “wijkvisie serve” loopt.")
	case err != nil:
		why, advice := whyNotWritten(s.file, err)
		e.problem(w, r, http.StatusConflict, why, "Er is niets ongedaan gemaakt. "+advice+" Probeer het daarna opnieuw.")
	default:
		http.Redirect(w, r, back+"?hersteld="+strconv.Itoa(number), http.StatusSeeOther)
	}
}

func (e *Editor) revert(ctx context.Context, number int) (save, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	i := slices.IndexFunc(e.saves, func(s save) bool { return s.number == number })
	if i < 0 {
		return save{}, errNoSave
	}
	s := e.saves[i]
	err := e.opt.Shown(ctx, func() error {
		now, err := e.opt.Content.Read(s.file)
		switch {
		case s.before == nil && errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case fingerprint(now) != s.after:
			return errChanged
		}
		if s.before == nil {
			return e.opt.Content.Remove(s.file)
		}
		return e.opt.Content.Replace(s.file, s.before)
	})
	if err == nil {
		e.saves = slices.Delete(e.saves, i, i+1)
	}
	return s, err
}

// saved returns the saves that can be undone, the last one first.
func (e *Editor) saved() []save {
	e.mu.Lock()
	defer e.mu.Unlock()
	list := slices.Clone(e.saves)
	slices.Reverse(list)
	return list
}

// notWritten returns that nothing was saved, why, and what to do.
func notWritten(file string, err error) string {
	why, advice := whyNotWritten(file, err)
	return why + " Er is niets bewaard. " + advice + " Bewaar daarna opnieuw."
}

// whyNotWritten returns why a file was not written or removed, and what to do before trying again. It
// names no path of this machine.
func whyNotWritten(file string, err error) (why, advice string) {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return file + " is alleen te lezen.", "Geef uzelf het recht om het bestand en zijn map te schrijven."
	case errors.Is(err, fs.ErrInvalid):
		return file + " is een link naar een ander bestand.", "Verander dat andere bestand, of zet het bestand zelf op deze plek."
	case errors.Is(err, fs.ErrNotExist):
		return file + " is er niet meer.", "Zet het bestand terug."
	}
	return file + " kan niet worden gelezen of geschreven.", "Mag u in die map schrijven, en is er plaats op de schijf?"
}
