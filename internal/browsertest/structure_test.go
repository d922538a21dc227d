package browsertest

import "testing"

// tabbable are the elements that the Tab key reaches, in order.
const tabbable = `[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')].filter((e) => e.checkVisibility({visibilityProperty: true}) && !e.disabled)`

// unstructured tells what is wrong with the headings, the landmarks and the ids of a page,
// and with the link that skips its head.
const unstructured = `(() => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const wrong = [];
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility());
  let level = 0;
  for (const h of seen('h1, h2, h3, h4, h5, h6')) {
    const own = +h.tagName[1];
    if (own > level + 1) wrong.push('a heading skips a level: ' + h.outerHTML.slice(0, 200));
    level = own;
  }
  if (seen('h1').length !== 1) wrong.push('there are ' + seen('h1').length + ' h1');
  for (const landmark of ['body > header', 'main', 'body > footer']) {
    if (seen(landmark).length !== 1) wrong.push('there are ' + seen(landmark).length + ' ' + landmark);
  }
  const names = new Set();
  for (const nav of seen('nav')) {
    const name = nav.ariaLabel ?? document.getElementById(nav.getAttribute('aria-labelledby'))?.textContent;
    if (!name || names.has(name)) wrong.push('a nav is called ' + name);
    names.add(name);
  }
  const outside = [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility() && !e.children.length && e.textContent.trim() && !e.closest('header, nav, main, footer, .wv-skip, [role=dialog], [aria-hidden=true]'));
  for (const e of outside) wrong.push('outside all landmarks: ' + e.outerHTML.slice(0, 200));
  const ids = new Set();
  for (const { id } of document.querySelectorAll('[id]')) {
    if (ids.has(id)) wrong.push('two elements have the id ' + id);
    ids.add(id);
  }
  for (const e of document.querySelectorAll('[aria-labelledby], [aria-describedby]')) {
    const named = (e.getAttribute('aria-labelledby') ?? e.getAttribute('aria-describedby')).split(' ');
    for (const id of named) if (!document.getElementById(id)?.textContent.trim()) wrong.push('nothing has the id ' + id);
  }
  const skip = ` + tabbable + `[0];
  if (!skip.hash || document.querySelector(skip.hash) !== document.querySelector('main')) wrong.push('the first link does not skip to the content: ' + skip.outerHTML);
  return wrong;
})()`

// crowded names what is smaller than 24 by 24 pixels and has no room around it, as WCAG 2.2
// has it (2.5.8): a link within a sentence may be small, and so may one of which a circle of
// 24 pixels around its middle touches nothing else that can be pressed, nor its circle.
const crowded = `(() => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  document.adoptedStyleSheets = [sheet];
  const letters = (text) => text.replace(/[^\p{L}]/gu, '');
  const blockOf = (e) => {
    let block = e.parentElement;
    while (/^(inline|contents)$/.test(getComputedStyle(block).display)) block = block.parentElement;
    return block;
  };
  const isInSentence = (e) => {
    if (getComputedStyle(e).display !== 'inline') return false;
    const block = blockOf(e);
    const line = [''];
    // the text of the block that is not in links, between two breaks of the line
    const walk = (node) => {
      if (node === e) line[0] = 'here' + line[0];
      if (node.nodeType === Node.TEXT_NODE) line[line.length - 1] += node.data;
      else if (node.tagName === 'BR') line.push('');
      else if (node.tagName !== 'A' && /^(inline|contents)$/.test(node === block ? 'inline' : getComputedStyle(node).display)) node.childNodes.forEach(walk);
    };
    walk(block);
    return letters(line.join(' ').replace('here', '')).length > 1;
  };
  const targets = [...document.querySelectorAll('a[href], button, input, select, summary')]
    .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.wv-skip'))
    .map((e) => {
      const box = e.getBoundingClientRect();
      return { e, box, rects: [...e.getClientRects()], small: box.width < 24 - 0.01 || box.height < 24 - 0.01 };
    });
  const middle = ({ box }) => [box.x + box.width / 2, box.y + box.height / 2];
  const wrong = [];
  for (const t of targets) {
    if (!t.small || isInSentence(t.e)) continue;
    const [x, y] = middle(t);
    const touched = targets.find((o) => {
      if (o === t || o.e.contains(t.e) || t.e.contains(o.e)) return false;
      if (o.small) {
        const [ox, oy] = middle(o);
        if (Math.hypot(ox - x, oy - y) < 24 - 0.01) return true;
      }
      return o.rects.some((r) => Math.hypot(Math.max(r.left - x, 0, x - r.right), Math.max(r.top - y, 0, y - r.bottom)) < 12 - 0.01);
    });
    if (touched) wrong.push(t.e.outerHTML.slice(0, 160) + ' of ' + Math.round(t.box.width) + ' by ' + Math.round(t.box.height) + ' touches ' + touched.e.outerHTML.slice(0, 160));
  }
  document.adoptedStyleSheets = [];
  return wrong;
})()`

func TestPagesAreWellBuiltAndTheirTargetsHaveRoom(t *testing.T) {
	t.Parallel()
	for _, named := range allNamed() {
		t.Run(named.name, func(t *testing.T) {
			t.Parallel()
			s := named.get(t)
			b := open(t)
			b.as(look{width: 320, scheme: "light"})
			for _, address := range s.templates() {
				b.visit(s.url(address))
				for _, wrong := range script[[]string](b, unstructured) {
					t.Errorf("%s: %s", address, wrong)
				}
				all := script[[]string](b, crowded)
				for _, wrong := range all[:min(3, len(all))] {
					t.Errorf("%s: %d targets are too small, as: %s", address, len(all), wrong)
				}
			}
		})
	}
}

// TestTheMeasuresOfPagesCanFail holds the measures against pages that are wrong.
func TestTheMeasuresOfPagesCanFail(t *testing.T) {
	s := exampleSite(t)
	b := open(t)
	b.as(look{width: 320, scheme: "light"})
	for _, c := range []struct{ spoil, measure string }{
		{`document.querySelector('h2').outerHTML = '<h4>Te diep</h4>'`, unstructured},
		{`document.querySelector('h2').outerHTML = '<h1>Nog een</h1>'`, unstructured},
		{`document.querySelector('main').insertAdjacentHTML('afterend', '<p>Nergens</p>')`, unstructured},
		{`document.querySelector('main').insertAdjacentHTML('beforeend', '<nav><a href="/">Weg</a></nav>')`, unstructured},
		{`document.querySelector('.wv-skip').remove()`, unstructured},
		{`document.querySelector('main').insertAdjacentHTML('beforeend', '<p><a href="/">A</a> <a href="/">B</a></p>')`, crowded},
		{`document.querySelector('main').insertAdjacentHTML('beforeend', '<p class="wv-meta"><a href="/">Eerste</a><br><a href="/">Tweede</a></p>')`, crowded},
	} {
		b.visit(s.url("/themas/"))
		if before := script[[]string](b, c.measure); len(before) > 0 {
			t.Fatalf("it is wrong already: %v", before)
		}
		b.run(c.spoil)
		if len(script[[]string](b, c.measure)) == 0 {
			t.Errorf("nothing is found after %s", c.spoil)
		}
	}
}
