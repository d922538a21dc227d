// Search as you type. Accents do not count, parts of words will do, and one
// letter may be wrong. What can be found is fetched when somebody searches.
const form = document.querySelector('[data-index]'); // around the form itself
const field = form.querySelector('input');
const status = document.querySelector('.wv-count');
const results = document.querySelector('.wv-results');
const everything = document.querySelector('.wv-everything');
const { some, single, none, failed } = form.dataset;
const most = 50;

const fold = (s) => s.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const split = (s) => s.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

// near tells whether two words differ by at most one letter that is more, less,
// other, or swapped with the next.
const near = (a, b) => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0, j = 0;
  while (i < a.length && a[i] === b[i]) i++;
  while (j < Math.min(a.length, b.length) - i && a.at(-1 - j) === b.at(-1 - j)) j++;
  const x = a.slice(i, a.length - j), y = b.slice(i, b.length - j);
  return (x.length < 2 && y.length < 2) || (x.length === 2 && x === y[1] + y[0]);
};

// score tells how well a word that was typed fits an entry; 0 is not at all.
const score = (word, { title, words, also }) => {
  if (words.includes(word)) return 6;
  if (words.some((w) => w.startsWith(word))) return 5;
  if (title.includes(word)) return 4;
  if (also.includes(word)) return 2;
  const rough = word.length > 3 && ((w) => near(word, w) || (w.length > word.length && near(word, w.slice(0, word.length))));
  if (rough && words.some(rough)) return 1;
  return rough && split(also).some(rough) ? 0.5 : 0;
};

let index;
const load = () => index ??= fetch(form.dataset.index).then((r) => {
  if (!r.ok) throw new Error(r.status);
  return r.json();
}).then(({ kinds, states, entries }) => entries.map(([kind, state, text, url, note, more]) => {
  const title = fold(text);
  return { kind: kinds[kind], voice: kind === 1, state: states[state], text, url, note, title, words: split(title), also: fold(`${note} ${more || ''}`) };
})).catch((error) => { index = undefined; throw error; });

const make = (tag, name, ...children) => {
  const e = document.createElement(tag);
  if (name) e.className = name;
  e.append(...children);
  return e;
};

// marked returns a title with what was typed in it marked.
const marked = (text, words) => {
  const folded = [...text].map((c) => fold(c)).join('');
  const word = words.find((w) => folded.includes(w));
  if (!word || folded.length !== text.length) return [text];
  const at = folded.indexOf(word);
  return [text.slice(0, at), make('mark', '', text.slice(at, at + word.length)), text.slice(at + word.length)];
};

const mark = ([, shape, family]) => {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg'), use = document.createElementNS(ns, 'use');
  svg.setAttribute('class', `wv-mark wv-${family}`);
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `#${shape}`);
  svg.append(use);
  return svg;
};

const row = (entry, words) => {
  const link = make('a', '', ...marked(entry.text, words));
  link.href = entry.url;
  const what = make('div', '', make('p', entry.voice ? 'wv-ask wv-wijk' : 'wv-ask', link),
    make('p', 'wv-meta', [entry.kind, entry.note].filter(Boolean).join(' · ')));
  const item = make('div', 'wv-item', what);
  if (entry.state) item.append(make('p', 'wv-st', mark(entry.state), ` ${entry.state[0]}`));
  return make('li', '', item);
};

let turn = 0;
const search = async () => {
  const mine = ++turn;
  const asked = field.value.trim(), words = split(fold(asked));
  const url = new URL(location.href);
  if (asked) url.searchParams.set('q', asked);
  else url.searchParams.delete('q');
  history.replaceState(history.state, '', url);
  if (!words.length) {
    results.replaceChildren();
    everything.hidden = false;
    status.textContent = '';
    return;
  }
  let found;
  try {
    found = (await load()).map((entry) => ({ entry, points: words.map((w) => score(w, entry)) }));
  } catch {
    status.textContent = failed;
    return;
  }
  if (mine !== turn) return; // something else was typed meanwhile
  found = found.filter(({ points }) => points.every((p) => p > 0));
  const total = (points) => points.reduce((a, b) => a + b, 0);
  found.sort((a, b) => total(b.points) - total(a.points));
  results.replaceChildren(make('ul', 'wv-list', ...found.slice(0, most).map(({ entry }) => row(entry, words))));
  everything.hidden = found.length > 0;
  const text = { 0: none, 1: single }[found.length] ?? some;
  status.textContent = text.replace('{n}', found.length).replace('{q}', asked);
};

// Arrows walk through the results, Enter goes to the first, Escape begins anew.
const links = () => [...results.querySelectorAll('a')];
document.querySelector('main').addEventListener('keydown', (event) => {
  const all = links(), at = all.indexOf(document.activeElement);
  if (event.key === 'Escape' && field.value) {
    field.value = '';
    field.focus();
    search();
  } else if (event.key === 'ArrowDown' && (at >= 0 || document.activeElement === field)) {
    all[at + 1]?.focus();
  } else if (event.key === 'ArrowUp' && at >= 0) {
    (all[at - 1] ?? field).focus();
  } else return;
  event.preventDefault();
});

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  await search();
  links()[0]?.focus();
});
field.addEventListener('focus', () => load().catch(() => {}));
field.addEventListener('input', search);
field.value = new URL(location.href).searchParams.get('q') || '';
if (field.value) search();
