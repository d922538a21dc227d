package check_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestLongBodiesTakeTimeInProportion checks bodies of megabytes with one mistake, or something
// that looks like one, in each paragraph. A rule that reads all of the body again for each of
// them takes much longer.
func TestLongBodiesTakeTimeInProportion(t *testing.T) {
	const length, most = 2 << 20, 20 * time.Second
	for name, paragraph := range map[string]string{
		"addresses with a space": "[plan](plan van %d.pdf) en meer tekst.\n\n",
		"mobile numbers":         "Bel 06-12345678, of loop binnen bij %d.\n\n",
		"escaped words":          "Tekst\\_die_%d anders is geschreven dan getoond.\n\n",
		"links to headings":      "## Kop {#kop-%d}\n\n[naar](#kop-%d)\n\n",
		"links to no heading":    "## Kop {#kop-%d}\n\n[naar](#kip-%d)\n\n",
	} {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			b.WriteString("---\ntitel: Over\n---\n")
			for i := 0; b.Len() < length; i++ {
				b.WriteString(strings.ReplaceAll(paragraph, "%d", fmt.Sprint(i)))
			}
			files := base()
			files["paginas/over.md"] = b.String()
			start := time.Now()
			found(t, files)
			if took := time.Since(start); took > most {
				t.Errorf("took %v", took)
			}
		})
	}
}
