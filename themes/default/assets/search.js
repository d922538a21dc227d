// Search as you type: parts of words will do, and one letter may be wrong. What can
// be found is fetched when somebody searches.
const form = document.querySelector('[data-index]');
const field = form.querySelector('input');
const status = document.querySelector('.wv-count');
const results = document.querySelector('.wv-results');
const everything = document.querySelector('.wv-everything');
const { some, single, none, failed } = form.dataset;
const most = 50;

const fold = (s) => s.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const split = (s) => s.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

// near tells whether two words differ by at most one letter: more, less, other, swapped.
const near = (a, b) => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0, j = 0;
  while (i < a.length && a[i] === b[i]) i++;
  while (j < Math.min(a.length, b.length) - i && a.at(-1 - j) === b.at(-1 - j)) j++;
  const x = a.slice(i, a.length - j), y = b.slice(i, b.length - j);
  return (x.length < 2 && y.length < 2) || (x.length === 2 && x === y[1] + y[0]);
};

// roughly tells whether a word begins as what was typed, but for a letter.
const roughly = (typed) => typed.length > 3 && ((w) => near(typed, w) || (w.length > typed.length && near(typed, w.slice(0, typed.length))));

// score tells how well a word fits an entry; 0: not at all.
const score = (word, { title, words, also }) => {
  if (words.includes(word)) return 6;
  if (words.some((w) => w.startsWith(word))) return 5;
  if (title.includes(word)) return 4;
  if (also.includes(word)) return 2;
  const rough = roughly(word);
  if (rough && words.some(rough)) return 1;
  return rough && split(also).some(rough) ? 0.5 : 0;
};

const fetched = {};
const get = (url) => fetched[url] ??= fetch(url).then((r) => {
  if (!r.ok) throw new Error(r.status);
  return r.json();
}).catch((error) => { delete fetched[url]; throw error; });

const entryOf = ({ kinds, states }, [kind, state, text, url, note, more]) => {
  const title = fold(text);
  return { kind: kinds[kind], voice: kind === 1, state: states[state], text, url, note, title, words: split(title), also: fold(`${note} ${more || ''}`) };
};

const load = () => get(form.dataset.index).then((head) => {
  head.all ??= head.entries?.map((e) => entryOf(head, e));
  return head;
});

const total = (points) => points.reduce((a, b) => a + b, 0);

const inWhole = (head, words) => {
  const found = head.all.map((entry) => ({ entry, points: words.map((w) => score(w, entry)) })).filter(({ points }) => points.every((p) => p > 0));
  found.sort((a, b) => total(b.points) - total(a.points));
  return { count: found.length, entries: found.slice(0, most).map(({ entry }) => entry) };
};

// inParts fetches the words that begin as what was typed, then the blocks of the best.
const inParts = async ({ parts, ...head }, words) => {
  const code = (w) => [...w].slice(0, 2).reduce((n, c) => n * 31 + c.codePointAt(0), 0) % parts.buckets;
  const points = []; // of each word, by number of the entry
  for (const word of words.filter((w) => [...w].length > 1)) {
    const mine = new Map(), rough = roughly(word);
    let common = false;
    for (const [w, lists] of Object.entries(await get(parts.words.replace('{n}', code(word))))) {
      const good = w === word ? 6 : w.startsWith(word) ? 5 : rough && rough(w) ? 1 : 0;
      if (!good) continue;
      if (!lists) common = true;
      lists?.forEach((numbers, also) => numbers.forEach((n) => mine.set(n, Math.max(mine.get(n) ?? 0, also ? good / 3 : good))));
    }
    if (!common) points.push(mine);
  }
  const [first = new Map(), ...rest] = points.sort((a, b) => a.size - b.size);
  const found = [...first.keys()].filter((n) => rest.every((m) => m.has(n)));
  const worth = (n) => total(points.map((m) => m.get(n)));
  found.sort((a, b) => worth(b) - worth(a) || a - b);
  const entries = await Promise.all(found.slice(0, most).map(async (n) =>
    entryOf(head, (await get(parts.entries.replace('{n}', Math.floor(n / parts.block))))[n % parts.block])));
  return { count: found.length, entries };
};

const make = (tag, name, ...children) => {
  const e = document.createElement(tag);
  if (name) e.className = name;
  e.append(...children);
  return e;
};

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
    const head = await load();
    found = await (head.parts ? inParts : inWhole)(head, words);
  } catch {
    status.textContent = failed;
    return;
  }
  if (mine !== turn) return; // typed on meanwhile
  results.replaceChildren(make('ul', 'wv-list', ...found.entries.map((entry) => row(entry, words))));
  everything.hidden = found.count > 0;
  const text = { 0: none, 1: single }[found.count] ?? some;
  status.textContent = text.replace('{n}', found.count).replace('{q}', asked);
};

// Arrows walk, Enter goes to the first, Escape begins anew.
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
