// Small comforts on every page. Without this script everything is there too.

// "Kopieer link": the button is there only where it can work.
for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    const canonical = document.querySelector('link[rel=canonical]');
    const address = canonical ? canonical.href : location.href.split('#')[0];
    await navigator.clipboard.writeText(address);
    button.nextElementSibling.value = button.dataset.copy;
  });
}

// A link to something within closed details opens them.
const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  let details = target?.closest('details');
  while (details) {
    details.open = true;
    details = details.parentElement.closest('details');
  }
};
addEventListener('hashchange', reveal);
reveal();

// On paper all details are open.
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
});

// A status word opens its definition right at the word, and gets the focus back when that
// closes. Where there are no popovers, the link leads to the definition in the list below.
const glossary = document.querySelector('.wv-defs');

const makeBox = () => {
  const element = (tag, id) => Object.assign(document.createElement(tag), { id });
  const box = element('div', 'wv-uitleg');
  const word = element('p', 'wv-uitleg-woord');
  const meaning = element('p', 'wv-uitleg-tekst');
  const close = element('button', 'wv-uitleg-sluit');
  box.popover = 'auto'; // Escape, or a click elsewhere, closes it
  box.tabIndex = -1; // the focus is on the box: on its button the Enter that opens it would close it
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-labelledby', word.id);
  box.setAttribute('aria-describedby', meaning.id);
  close.type = 'button';
  close.textContent = glossary.dataset.close;
  close.addEventListener('click', () => box.hidePopover());
  box.addEventListener('keydown', ({ key, target, shiftKey }) => {
    if (key === 'Tab' && (target === close || shiftKey)) box.hidePopover(); // on from the word
  });
  box.append(word, meaning, close);
  document.body.append(box);
  return { box, word, meaning };
};

// place puts a box under a word, or above it where there is no room under it.
const place = (box, link) => {
  const gap = 8;
  const at = link.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const room = document.documentElement.clientWidth - width - gap;
  const under = at.bottom + gap;
  const fits = under + height <= innerHeight || at.top < height + gap;
  box.style.left = `${scrollX + Math.max(gap, Math.min(at.left, room))}px`;
  box.style.top = `${scrollY + (fits ? under : at.top - height - gap)}px`;
};

if (glossary && 'popover' in HTMLElement.prototype) {
  let parts; // of the box, once it was needed
  let opened; // the word that was opened last
  let closes = false; // whether what is pressed is the word of which the definition is open
  const links = 'a[href^="#wv-woord-"]';
  for (const link of document.querySelectorAll(links)) link.setAttribute('aria-haspopup', 'dialog');

  addEventListener('pointerdown', ({ target }) => {
    closes = parts?.box.matches(':popover-open') && target.closest(links) === opened;
  });
  addEventListener('click', (event) => {
    const link = event.target.closest(links);
    const definition = link && document.getElementById(link.hash.slice(1));
    if (!definition || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (closes && link === opened) {
      closes = false;
      return;
    }
    opened = link;
    parts ??= makeBox();
    const { box, word, meaning } = parts;
    const [term, text] = definition.children;
    word.replaceChildren(...term.cloneNode(true).childNodes);
    meaning.replaceChildren(...text.cloneNode(true).childNodes);
    link.focus(); // not every browser does so, and it is where the focus goes back to
    box.showPopover();
    place(box, link);
    box.focus({ preventScroll: true });
  });
}
