package markdown_test

import (
	"testing"

	"wijkvisie/internal/markdown"
)

func TestShapeIsOfMarkupAndNotOfWords(t *testing.T) {
	const body = "## Kop\n\nEen *klein* plan, zie [hier](a.md).\n\n- punt\n"
	of := func(s string) string { return markdown.Shape(parse(s, markdown.Options{})) }
	if a, b := of(body), of("## Titel\n\nHet *grote* werk: zie [daar](b.md)!\n\n- ding\n"); a != b {
		t.Errorf("other words give %q and %q", a, b)
	}
	for _, other := range []string{
		"### Kop\n\nEen *klein* plan, zie [hier](a.md).\n\n- punt\n",
		"## Kop {#kop}\n\nEen *klein* plan, zie [hier](a.md).\n\n- punt\n",
		"## Kop\n\nEen **klein** plan, zie [hier](a.md).\n\n- punt\n",
		"## Kop\n\nEen *klein* plan, zie [hier] (a.md).\n\n- punt\n",
		"## Kop\n\nEen *klein* plan, zie [hier](a.md).\n\npunt\n",
		"## Kop\n\nEen *klein* plan,\nzie [hier](a.md).\n\n- punt\n",
		"## Kop\n\nEen *klein* <b>plan, zie [hier](a.md).\n\n- punt\n",
		body + "- punt\n",
	} {
		if of(other) == of(body) {
			t.Errorf("%q has the shape of %q", other, body)
		}
	}
}
