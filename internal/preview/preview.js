// The preview: a saved change is on the screen without the page being loaded again.
// Only what differs is patched, so that scroll, focus, open details and what is
// half typed stay.
import { connect } from './connection.js';

let dismissed = '';

// same tells whether one node can become the other.
const same = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.id || '') === (b.id || '');

const attributes = (from, to) => {
  // What a reader did to the page is not undone by the page.
  const kept = from.matches('details') ? ['open'] : from.matches('input, select, textarea, option') ? ['value', 'checked', 'selected'] : from.matches('li, p, button') ? ['hidden'] : [];
  for (const { name, value } of [...to.attributes]) if (!kept.includes(name) && from.getAttribute(name) !== value) from.setAttribute(name, value);
  for (const { name } of [...from.attributes]) if (!kept.includes(name) && !to.hasAttribute(name)) from.removeAttribute(name);
};

const changed = new Set();
const note = (node) => changed.add(node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);

const patch = (from, to) => {
  if (from.nodeType !== Node.ELEMENT_NODE) {
    if (from.nodeValue !== to.nodeValue) {
      from.nodeValue = to.nodeValue;
      note(from);
    }
    return;
  }
  attributes(from, to);
  let old = from.firstChild;
  for (const next of [...to.childNodes]) {
    if (old && same(old, next)) {
      patch(old, next);
      old = old.nextSibling;
      continue;
    }
    // Look a little further: something was put in, or taken out.
    let found = null;
    for (let look = old?.nextSibling, steps = 0; look && steps < 50; look = look.nextSibling, steps++) {
      if (same(look, next) && (next.id || look.textContent === next.textContent)) {
        found = look;
        break;
      }
    }
    if (found) {
      while (old !== found) {
        const gone = old;
        old = old.nextSibling;
        gone.remove();
      }
      patch(old, next);
      old = old.nextSibling;
    } else {
      const put = document.importNode(next, true);
      from.insertBefore(put, old);
      note(put);
    }
  }
  while (old) {
    const gone = old;
    old = old.nextSibling;
    gone.remove();
  }
};

// styles puts new stylesheets beside the old ones and takes those away when the
// new ones are there, so that the page is never bare.
const styles = (to) => {
  const olds = [...document.querySelectorAll('link[rel=stylesheet]')];
  const news = [...to.querySelectorAll('link[rel=stylesheet]')];
  const has = (list, link) => list.some((l) => l.getAttribute('href') === link.getAttribute('href'));
  const gone = olds.filter((l) => !has(news, l));
  for (const link of news.filter((l) => !has(olds, l))) {
    const put = document.importNode(link);
    put.addEventListener('load', () => gone.splice(0).forEach((l) => l.remove()));
    document.head.append(put);
  }
};

const update = async () => {
  const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  changed.clear();
  const link = document.activeElement?.closest('.wv-edit')?.getAttribute('href');
  for (const own of document.querySelectorAll('.wv-edit')) own.remove(); // the page that comes does not have them
  styles(page);
  document.title = page.title;
  patch(document.body, page.body);
  for (const node of changed) {
    if (!node.isConnected || node.closest('[data-wv-overlay]')) continue;
    node.classList.add('wv-changed');
    node.addEventListener('animationend', () => node.classList.remove('wv-changed'), { once: true });
  }
  overlay();
  places();
  edits();
  if (link) document.querySelector(`.wv-edit[href="${CSS.escape(link)}"]`)?.focus({ preventScroll: true });
  // What a reader chose holds for what is new too.
  for (const form of document.querySelectorAll('.wv-filter')) form.dispatchEvent(new Event('input'));
};

const overlay = () => {
  const list = document.querySelector('[data-wv-overlay]');
  if (!list) return;
  list.hidden = list.textContent === dismissed;
  list.querySelector('[data-wv-close]').onclick = () => {
    dismissed = list.textContent;
    list.hidden = true;
  };
};

// places shows where needs and commitments were written, beside each of them, while
// that list is open.
const places = () => {
  for (const old of document.querySelectorAll('.wv-preview-where')) old.remove();
  const list = document.querySelector('[data-wv-places]');
  if (!list) return;
  list.ontoggle = places;
  if (!list.open) return;
  for (const item of list.querySelectorAll('[data-wv-for]')) {
    const url = item.dataset.wvFor;
    const here = url.startsWith(location.pathname) ? document.getElementById(url.slice(location.pathname.length + 1)) : null;
    const place = here ?? document.querySelector(`main :is(h2, h3, h4, p) a[href="${CSS.escape(url)}"]`)?.closest('h2, h3, h4, p, li');
    if (!place) continue;
    const where = document.createElement('small');
    where.className = 'wv-preview-where';
    where.append(...[...item.querySelectorAll('a, code')].slice(0, 1).map((n) => n.cloneNode(true)));
    place.append(where);
  }
};

// edits puts a link to the form for a thing where the thing stands on the page: a need or a
// commitment by its address, what has a day by that and its words, a text by its first words.
const flat = (text) => text.replace(/\s+/g, ' ').trim();
const standsAt = ({ wvOf: of, wvDate: date, wvWords: words }) => {
  const main = document.querySelector('main');
  if (!main) return null;
  const says = (node) => !words || flat(node.textContent).includes(words);
  if (date) {
    for (const time of main.querySelectorAll(`time[datetime="${CSS.escape(date)}"]`)) {
      const node = time.closest('li, .wv-voice, .wv-two > div') ?? time.parentElement;
      const commitment = of.split('#')[1];
      if (!says(node) || commitment && !node.closest(`#${CSS.escape(commitment)}`) && document.getElementById(commitment)) continue;
      if (node.querySelector(':scope > .wv-edit')) continue;
      return node;
    }
    return null;
  }
  if (words) return [...main.querySelectorAll('.wv-text p, .wv-text li')].find((node) => flat(node.textContent).startsWith(words))?.parentElement ?? null;
  if (!of) return null;
  if (of === location.pathname) return main.querySelector('h1');
  const id = of.startsWith(`${location.pathname}#`) && document.getElementById(of.slice(location.pathname.length + 1));
  if (id) return id.querySelector('p, h3, h4') ?? id;
  return main.querySelector(`:is(h2, h3, h4, p) a[href="${CSS.escape(of)}"]`)?.closest('h2, h3, h4, p') ?? null;
};
const edits = () => {
  for (const old of document.querySelectorAll('.wv-edit')) old.remove();
  const list = document.querySelector('[data-wv-edit]');
  if (!list) return;
  for (const item of list.querySelectorAll('a[data-wv-of]')) {
    const place = standsAt(item.dataset);
    if (!place) continue;
    const link = document.createElement('a');
    link.className = 'wv-edit';
    link.href = item.getAttribute('href');
    link.textContent = item.dataset.wvLabel || 'Bewerk';
    link.setAttribute('aria-label', item.dataset.wvLabel ? item.textContent : `Bewerk: ${item.textContent}`);
    if (place.matches('h1')) ([...place.parentElement.querySelectorAll(':scope > .wv-edit')].pop() ?? place).after(link);
    else place.append(link);
  }
};

// Who comes back from a form is where the link to it stood.
document.addEventListener('click', (event) => {
  const link = event.target.closest('.wv-edit, [data-wv-edit] a');
  if (link) sessionStorage.setItem('wijkvisie-bewerk', `${location.pathname} ${link.getAttribute('href')}`);
});
const comeBack = () => {
  const [path, href] = (sessionStorage.getItem('wijkvisie-bewerk') ?? '').split(' ');
  if (path !== location.pathname) return;
  sessionStorage.removeItem('wijkvisie-bewerk');
  const bar = document.querySelector(`[data-wv-edit] a[href="${CSS.escape(href)}"]`);
  const link = document.querySelector(`.wv-edit[href="${CSS.escape(href)}"]`) ?? bar;
  if (!link) return;
  if (link === bar) bar.closest('details').open = true;
  link.focus();
  link.scrollIntoView({ block: 'center' });
  // What was saved is said to who does not see it: it was there before the page could be read.
  const note = document.querySelector('[data-wv-saved]');
  const says = note ? [...note.childNodes] : [];
  note?.replaceChildren();
  setTimeout(() => note?.append(...says), 200);
};

overlay();
places();
edits();
comeBack();

// A page that nobody sees is brought up to date when it is seen again.
let shown = document.querySelector('script[data-version]').dataset.version;
let newest = shown;
let busy = Promise.resolve();
const refresh = () => {
  busy = busy.then(async () => {
    const version = newest;
    if (document.hidden || version === shown) return;
    await update();
    shown = version;
  }).catch(() => {}); // the next event tries again
};
const receive = (version) => {
  newest = version;
  refresh();
};
document.addEventListener('visibilitychange', refresh);
addEventListener('pageshow', (event) => {
  if (event.persisted) receive(''); // it missed what came while it was in the history
});

// listenWhileVisible is for browsers without shared workers.
const listenWhileVisible = () => {
  let close;
  const follow = () => {
    if (document.hidden) {
      close?.();
      close = undefined;
    } else {
      close ??= connect(receive);
    }
  };
  document.addEventListener('visibilitychange', follow);
  follow();
};

try {
  new BroadcastChannel('wijkvisie').addEventListener('message', (event) => receive(event.data));
  new SharedWorker('/_wijkvisie/worker.js', { type: 'module' }).addEventListener('error', listenWhileVisible);
} catch {
  listenWhileVisible();
}
