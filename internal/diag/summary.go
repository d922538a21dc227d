package diag

import "fmt"

// Summary returns the closing line of a report, as in "3 fouten, 5 waarschuwingen in 4
// bestanden." It is empty when the list is.
func Summary(l List, lang Lang) string {
	if len(l) == 0 {
		return ""
	}
	files := make(map[string]bool)
	for _, d := range l {
		files[d.Path()] = true
	}
	words := [...][2][2]string{ // singular and plural, by severity and language
		Error:   {{"fout", "fouten"}, {"error", "errors"}},
		Warning: {{"waarschuwing", "waarschuwingen"}, {"warning", "warnings"}},
		Info:    {{"opmerking", "opmerkingen"}, {"remark", "remarks"}},
	}
	text := ""
	for _, s := range []Severity{Error, Warning, Info} {
		if n := l.Count(s); n > 0 {
			if text != "" {
				text += ", "
			}
			text += counted(n, words[s][lang])
		}
	}
	in := counted(len(files), [...][2]string{{"bestand", "bestanden"}, {"file", "files"}}[lang])
	return fmt.Sprintf("%s in %s.", text, in)
}

func counted(n int, words [2]string) string {
	if n == 1 {
		return "1 " + words[0]
	}
	return fmt.Sprintf("%d %s", n, words[1])
}
