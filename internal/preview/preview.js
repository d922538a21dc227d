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
overlay();
places();

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
