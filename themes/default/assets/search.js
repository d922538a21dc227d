// Search as you type: parts of words will do, and one letter may be wrong. What can be
// found is fetched when somebody searches: one file, or, on a large site, a file with the
// words that begin alike and files with blocks of entries.

const form = document.querySelector('[data-index]');
const field = form.querySelector('input');
const status = document.querySelector('.wv-count');
const results = document.querySelector('.wv-results');
const everything = document.querySelector('.wv-everything');

const mostResults = 50;

// Words

// fold returns a text in small letters without accents.
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const split = (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

// near reports whether two words differ by at most one letter: one more, one less, another
// one, or two that changed places.
const near = (a, b) => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let before = 0;
  while (before < a.length && a[before] === b[before]) before++;
  const room = Math.min(a.length, b.length) - before;
  let after = 0;
  while (after < room && a.at(-1 - after) === b.at(-1 - after)) after++;
  const x = a.slice(before, a.length - after);
  const y = b.slice(before, b.length - after);
  return (x.length < 2 && y.length < 2) || (x.length === 2 && x === y[1] + y[0]);
};

// roughly returns what reports whether a word begins as what was typed, but for a letter;
// false when that is too short to say.
const roughly = (typed) => {
  if (typed.length <= 3) return false;
  return (word) => near(typed, word) || (word.length > typed.length && near(typed, word.slice(0, typed.length)));
};

// What a word that was typed counts for: as a word of the title, the beginning of one, a
// part of the title, a part of the note; as a word of either but for a letter.
const points = { word: 6, beginning: 5, title: 4, note: 2, roughTitle: 1, roughNote: 0.5, nothing: 0 };

// score returns how well a word that was typed fits an entry.
const score = (word, { title, words, also }) => {
  if (words.includes(word)) return points.word;
  if (words.some((w) => w.startsWith(word))) return points.beginning;
  if (title.includes(word)) return points.title;
  if (also.includes(word)) return points.note;
  const rough = roughly(word);
  if (rough && words.some(rough)) return points.roughTitle;
  return rough && split(also).some(rough) ? points.roughNote : points.nothing;
};

// The index

// get fetches a file once. One that could not be fetched is fetched again the next time.
const fetched = {};
const get = (url) => {
  fetched[url] ??= fetch(url)
    .then((response) => {
      if (!response.ok) throw new Error(response.status);
      return response.json();
    })
    .catch((error) => {
      delete fetched[url];
      throw error;
    });
  return fetched[url];
};

// entryOf returns an entry of the index, which is a list there, by names.
const entryOf = ({ kinds, states }, [kind, state, text, url, note, more]) => {
  const title = fold(text);
  return {
    kind: kinds[kind],
    isVoice: kind === 1, // a need, in the words of the wijk
    state: states[state],
    text,
    url,
    note,
    title,
    words: split(title),
    also: fold(`${note} ${more || ''}`),
  };
};

const load = async () => {
  const index = await get(form.dataset.index);
  index.all ??= index.entries?.map((entry) => entryOf(index, entry));
  return index;
};

const total = (numbers) => numbers.reduce((a, b) => a + b, 0);

// findInWhole searches an index of one file.
const findInWhole = (index, words) => {
  const found = index.all
    .map((entry) => ({ entry, scores: words.map((word) => score(word, entry)) }))
    .filter(({ scores }) => scores.every((n) => n > 0));
  found.sort((a, b) => total(b.scores) - total(a.scores));
  return { count: found.length, entries: found.slice(0, mostResults).map(({ entry }) => entry) };
};

// bucketOf returns the number of the file with the words that begin as a word does.
const bucketOf = (word, buckets) =>
  [...word].slice(0, 2).reduce((n, letter) => n * 31 + letter.codePointAt(0), 0) % buckets;

// scoresOf returns how well a word fits entries, by their numbers; undefined for a word
// that nearly all entries have, of which the index has no list.
const scoresOf = async (parts, typed) => {
  const scores = new Map();
  const rough = roughly(typed);
  let isCommon = false;
  const inBucket = await get(parts.words.replace('{n}', bucketOf(typed, parts.buckets)));
  for (const [word, lists] of Object.entries(inBucket)) {
    let good = points.nothing;
    if (word === typed) good = points.word;
    else if (word.startsWith(typed)) good = points.beginning;
    else if (rough && rough(word)) good = points.roughTitle;
    if (!good) continue;
    if (!lists) isCommon = true;
    // The first list has the entries with the word in their title, the second those with it elsewhere.
    lists?.forEach((numbers, elsewhere) => {
      for (const n of numbers) scores.set(n, Math.max(scores.get(n) ?? 0, elsewhere ? good / 3 : good));
    });
  }
  return isCommon ? undefined : scores;
};

// findInParts searches an index of many files.
const findInParts = async ({ parts, ...index }, words) => {
  const all = [];
  for (const word of words.filter((w) => [...w].length > 1)) {
    const scores = await scoresOf(parts, word);
    if (scores) all.push(scores);
  }
  const [fewest = new Map(), ...others] = all.sort((a, b) => a.size - b.size);
  const found = [...fewest.keys()].filter((n) => others.every((scores) => scores.has(n)));
  const worth = (n) => total(all.map((scores) => scores.get(n)));
  found.sort((a, b) => worth(b) - worth(a) || a - b);
  const entry = async (n) => {
    const block = await get(parts.entries.replace('{n}', Math.floor(n / parts.block)));
    return entryOf(index, block[n % parts.block]);
  };
  return { count: found.length, entries: await Promise.all(found.slice(0, mostResults).map(entry)) };
};

// Results

const make = (tag, className, ...children) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
};

// marked returns a text with the first word that was typed marked in it.
const marked = (text, words) => {
  const folded = [...text].map((letter) => fold(letter)).join('');
  const word = words.find((w) => folded.includes(w));
  if (!word || folded.length !== text.length) return [text];
  const start = folded.indexOf(word);
  const end = start + word.length;
  return [text.slice(0, start), make('mark', '', text.slice(start, end)), text.slice(end)];
};

// mark returns the mark of a status.
const mark = ([, shape, family]) => {
  const svgElement = (tag) => document.createElementNS('http://www.w3.org/2000/svg', tag);
  const svg = svgElement('svg');
  svg.setAttribute('class', `wv-mark wv-${family}`);
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const use = svgElement('use');
  use.setAttribute('href', `#${shape}`);
  svg.append(use);
  return svg;
};

const row = (entry, words) => {
  const link = make('a', '', ...marked(entry.text, words));
  link.href = entry.url;
  const title = make('p', entry.isVoice ? 'wv-ask wv-wijk' : 'wv-ask', link);
  const note = make('p', 'wv-meta', [entry.kind, entry.note].filter(Boolean).join(' · '));
  const item = make('div', 'wv-item', make('div', '', title, note));
  if (entry.state) item.append(make('p', 'wv-st', mark(entry.state), ` ${entry.state[0]}`));
  return make('li', '', item);
};

const showNothing = () => {
  results.replaceChildren();
  everything.hidden = false;
  status.textContent = '';
};

const show = ({ count, entries }, words, asked) => {
  results.replaceChildren(make('ul', 'wv-list', ...entries.map((entry) => row(entry, words))));
  everything.hidden = count > 0;
  const { none, single, some } = form.dataset;
  const text = { 0: none, 1: single }[count] ?? some;
  status.textContent = text.replace('{n}', count).replace('{q}', asked);
};

// remember writes what was asked into the address.
const remember = (asked) => {
  const url = new URL(location.href);
  if (asked) url.searchParams.set('q', asked);
  else url.searchParams.delete('q');
  history.replaceState(history.state, '', url);
};

let searches = 0;

const search = async () => {
  const mine = ++searches;
  const asked = field.value.trim();
  const words = split(fold(asked));
  remember(asked);
  if (!words.length) {
    showNothing();
    return;
  }
  let found;
  try {
    const index = await load();
    found = await (index.parts ? findInParts : findInWhole)(index, words);
  } catch {
    status.textContent = form.dataset.failed;
    return;
  }
  if (mine !== searches) return; // somebody typed on meanwhile
  show(found, words, asked);
};

// The keyboard: arrows walk through the results, Enter goes to the first, Escape begins anew.

const links = () => [...results.querySelectorAll('a')];

document.querySelector('main').addEventListener('keydown', (event) => {
  const all = links();
  const at = all.indexOf(document.activeElement);
  const inField = document.activeElement === field;
  if (event.key === 'Escape' && field.value) {
    field.value = '';
    field.focus();
    search();
  } else if (event.key === 'ArrowDown' && (at >= 0 || inField)) {
    all[at + 1]?.focus();
  } else if (event.key === 'ArrowUp' && at >= 0) {
    (all[at - 1] ?? field).focus();
  } else {
    return;
  }
  event.preventDefault();
});

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  await search();
  links()[0]?.focus();
});
field.addEventListener('focus', () => load().catch(() => {})); // search says when that fails
field.addEventListener('input', search);

field.value = new URL(location.href).searchParams.get('q') || '';
if (field.value) search();
