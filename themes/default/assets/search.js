// Search for what people say: in any form of a word, a part of it, another word for it, or
// with a mistake in it. The index is in parts, of which only those are fetched that have the
// words that were typed, and the texts that are shown (internal/render/search).

const form = document.querySelector('[data-index]');
const field = form.querySelector('input');
const status = document.querySelector('.wv-count');
const results = document.querySelector('.wv-results');
const more = document.querySelector('.wv-more');
const waysOn = document.querySelector('.wv-ways-on');
const everything = document.querySelector('.wv-everything');

const perPage = 10;
const rest = { search: 200, announcement: 800 }; // ms after the last key

// Files

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

// ownKeys returns an object without the properties that every object has: constructor is a word.
const ownKeys = (object) => Object.setPrototypeOf(object, null);

let index; // the head of the index

const loadHead = async () => {
  if (index) return;
  const head = await get(form.dataset.index);
  head.small = new Set(split(fold(head.small)));
  head.blocks = numbersOf(head.blocks);
  ownKeys(head.same);
  index = head;
};

// Words. Go makes them in the same way (internal/stem, internal/render/search/words.go).

// fold returns a text in small letters without accents.
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

// split returns the words of a text of two letters or more.
const split = (text) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => [...word].length > 1);

// stem returns the part that a word shares with its other forms.
const stem = (word) => {
  if (/[^a-z]/.test(word)) return word;
  for (let fits = true; fits; ) {
    fits = index.endings.find(([ending, , least]) => {
      const n = word.length - ending.length;
      return n >= least && word.endsWith(ending) && !/[aeiou]/.test(word.charAt(n - 1));
    });
    if (fits) word = word.slice(0, word.length - fits[0].length) + fits[1];
  }
  if (word.length > 2) word = word.replace(/([^aeiou])\1$/, '$1');
  if (word.length > 1) word = word.replace(/v$/, 'f').replace(/z$/, 's');
  return word.length > 3 ? word.replace(/([aeou])\1([^aeiou])$/, '$1$2') : word;
};

// sound returns a word as it sounds.
const sound = (word) => index.sounds.reduce((w, [spelling, other]) => w.split(spelling).join(other), word);

// isNear reports whether two words differ by at most one letter: one more, one less, another
// one, or two that changed places.
const isNear = (a, b) => {
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

// The index

const lettersOfBeginning = 3;
const lettersOfEnding = 2;

// part fetches the words that stand with some letters.
const part = (letters) => {
  const number = [...letters].reduce((n, letter) => (n * 31 + letter.codePointAt(0)) % index.buckets, 0);
  return get(index.words.replace('{n}', number));
};

const beginningOf = (word) => {
  const heard = sound(word);
  return /^\d/.test(heard) ? heard : [...heard].slice(0, lettersOfBeginning).join('');
};

// withBeginning fetches the words that begin as a word does, each with its entries.
const withBeginning = async (word) => ownKeys((await part(beginningOf(word))).words);

// withEnding fetches the words that end as a word does.
const withEnding = async (word) => (await part([...word].slice(-lettersOfEnding).join(''))).ends.split(' ');

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

// numbersOf reads a list of numbers of entries.
const numbersOf = (written) => {
  const values = [...written].map((digit) => digits.indexOf(digit));
  const numbers = [];
  if (written[0] === '.') {
    values.slice(1).forEach((bits, six) => {
      for (let bit = 0; bit < 6; bit++) if (bits & (1 << bit)) numbers.push(six * 6 + bit);
    });
    return numbers;
  }
  let last = -1;
  let between = 0;
  let shift = 0;
  for (const value of values) {
    between |= (value & 31) << shift;
    shift += 5;
    if (value & 32) continue;
    last += between + 1;
    numbers.push(last);
    between = shift = 0;
  }
  return numbers;
};

// Finding

// What a word counts for: by how it fits, and by the place where it stands.
const fit = { exact: 1, same: 0.7, beginning: 0.5, sound: 0.4, rough: 0.3, half: 0.25 };
const placeWorth = [3, 1, 1.8, 0.6]; // title, text, part of a word of the title, of the text

// What an entry counts for, by its kind: a wijk, a need, another vision, a commitment, a
// department, a programme, a theme, a contact, a page.
const kindWorth = [1.3, 1.2, 0.7, 1, 1.1, 0.8, 1.1, 1.1, 0.8];

const few = 5; // entries; when a word has fewer, words that fit it less are looked for too

// rarityOf returns how rare a word is that a number of entries have.
const rarityOf = (entries) => Math.log(1 + index.count / Math.max(1, entries));

// scoresOf returns of the entries that have one of some words the score, and how rare what
// they have is, by their numbers.
const scoresOf = (known) => {
  const scores = new Map();
  for (const [, written, worth] of known) {
    const places = written.split(' ').map(numbersOf);
    const rarity = rarityOf(new Set(places.flat()).size);
    places.forEach((numbers, place) => {
      for (const n of numbers) {
        const [score, has] = scores.get(n) ?? [0, 0];
        scores.set(n, [Math.max(score, worth * placeWorth[place] * rarity), Math.max(has, rarity)]);
      }
    });
  }
  return scores;
};

// knownWords returns the words of the site that fit a word that was typed: lists of the
// stem, its entries and how well it fits; exact ones before rough ones.
const knownWords = async (typed) => {
  const wanted = stem(typed);
  const words = await withBeginning(wanted);
  const known = Object.keys(words);
  const those = (stems, worth) => stems.map((s) => [s, words[s], worth]);
  const found = those(known.filter((s) => s === wanted), fit.exact);
  for (const other of index.same[wanted]?.split(' ') ?? []) {
    found.push([other, (await withBeginning(other))[other], fit.same]);
  }
  const longer = found.length ? 2 : Infinity; // letters; romein and romeins
  if (scoresOf(found).size < few && [...sound(wanted)].length >= lettersOfBeginning) {
    const isBeginning = (s) => s.startsWith(wanted) || s.startsWith(typed);
    found.push(...those(known.filter((s) => s !== wanted && isBeginning(s) && s.length - wanted.length <= longer), fit.beginning));
  }
  if (found.length) return found;
  const heard = sound(wanted);
  found.push(...those(known.filter((s) => sound(s) === heard), fit.sound));
  if (found.length || typed.length < 5) return found;
  const rough = (s) => s.length > 3 && (isNear(wanted, s) || isNear(typed, s) || isNear(heard, sound(s)));
  // What is being typed may be a word and the beginning of an ending.
  found.push(...those(known.filter((s) => rough(s) || (s.length > 4 && typed.startsWith(s) && typed.length - s.length < 3)), fit.rough));
  if (found.length) return found;
  for (const s of (await withEnding(wanted)).filter(rough)) found.push([s, (await withBeginning(s))[s], fit.rough]);
  return found.length ? found : those(known.filter((s) => typed.length > 7 && s.slice(0, 6) === typed.slice(0, 6)), fit.half);
};

// halves returns the words of the site that a word is made of: both of them, or a long first
// one.
const halves = async (typed) => {
  let first = [];
  for (let n = typed.length - 3; n >= 3; n--) {
    const links = ['', 's', 'e', 'en'].filter((link) => n - link.length > 2 && typed.slice(0, n).endsWith(link));
    for (const written of links.map((link) => stem(typed.slice(0, n - link.length)))) {
      const own = (await withBeginning(written))[written];
      const head = own ? written : index.same[written]?.split(' ')[0];
      const entries = own ?? (head && (await withBeginning(head))[head]);
      if (!entries) continue;
      const tail = stem(typed.slice(n));
      const others = (await withBeginning(tail))[tail];
      if (others) return [[tail, others, fit.half], [head, entries, fit.half]];
      if (!first.length && head.length > 4) first = [[head, entries, fit.half]];
    }
  }
  return first;
};

// termOf returns what a word that was typed finds: the scores of entries, and its words.
const termOf = async (typed) => {
  const known = await knownWords(typed);
  const scores = scoresOf(known);
  if (scores.size >= few || typed.length < 7) return { scores, known };
  const made = await halves(typed);
  const [one = new Map(), other = one] = made.map((half) => scoresOf([half]));
  const both = [...one.keys()].filter((n) => other.has(n));
  if (known.length && (made.length < 2 || !both.length)) return { scores, known };
  const rarity = rarityOf(both.length || one.size + other.size);
  for (const n of both) {
    const score = one.get(n)[0] + other.get(n)[0];
    if (score > (scores.get(n)?.[0] ?? 0)) scores.set(n, [score, rarity]);
  }
  if (!both.length) for (const [n, score] of [...other, ...one]) scores.set(n, score);
  return { scores, known: [...known, ...made] };
};

const kindOf = (n) => index.kinds.findLastIndex(([, first]) => first <= n);

// termsOf returns what the words that were typed find, and the words that find nothing. Two
// that stand together may be one word.
const termsOf = async (asked) => {
  const typed = split(fold(asked));
  const terms = [];
  const unknown = [];
  for (const word of new Set(typed.filter((w) => !index.small.has(w)))) {
    const term = await termOf(word);
    if (term.scores.size) terms.push(term);
    else unknown.push(word);
  }
  for (let i = 1; i < typed.length; i++) {
    if (index.small.has(typed[i - 1]) || index.small.has(typed[i])) continue;
    const joined = stem(typed[i - 1] + typed[i]);
    if (index.same[joined] || (await withBeginning(joined))[joined]) terms.push(await termOf(typed[i - 1] + typed[i]));
  }
  return { terms, unknown };
};

// find returns the numbers of the entries that have what was asked, the best first; the
// stems of it; and the words that nothing has. Entries with little of it are left out.
const find = async (asked) => {
  const { terms, unknown } = await termsOf(asked);
  const stems = new Map(); // how rare they are
  const found = new Map(); // of each entry its score, and how rare what it has is
  for (const { scores, known } of terms) {
    for (const [s, written] of known) stems.set(s, rarityOf(written.length / 2));
    for (const [n, [score, has]] of scores) {
      const [scoreSoFar, hasSoFar] = found.get(n) ?? [0, 0];
      found.set(n, [scoreSoFar + score, hasSoFar + has]);
    }
  }
  const most = Math.max(0, ...[...found.values()].map(([, has]) => has));
  const numbers = [...found.keys()].filter((n) => found.get(n)[1] >= most * 0.4);
  const worth = new Map(numbers.map((n) => [n, found.get(n)[0] * kindWorth[kindOf(n)]]));
  numbers.sort((a, b) => worth.get(b) - worth.get(a) || a - b);
  return { numbers, stems, unknown };
};

// Results

const make = (tag, className, ...children) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
};

// hits returns where a text has one of some stems, or a word that is made with one: the
// position, the length and the worth of each.
const hits = (text, stems) => {
  const all = [];
  for (const { 0: written, index: at } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const word = fold(written);
    const own = stem(word);
    let worth = stems.get(own);
    for (const [s, rarity] of worth || index.small.has(word) ? [] : stems) {
      if (s.length > 2 && (own.startsWith(s) || own.endsWith(s))) worth = rarity / 2;
    }
    if (worth) all.push({ at, length: written.length, worth, stem: own });
  }
  return all;
};

// marked returns a text from one place to another, with the hits in it marked.
const marked = (text, found, from = 0, to = text.length) => {
  const pieces = [];
  for (const { at, length } of found.filter((hit) => hit.at >= from && hit.at + hit.length <= to)) {
    pieces.push(text.slice(from, at), make('mark', '', text.slice(at, at + length)));
    from = at + length;
  }
  return [...pieces, text.slice(from, to)];
};

const around = { before: 60, after: 150 }; // letters of a snippet, before and after its first hit

// snippetOf returns the part of what was said that has most of what was asked.
const snippetOf = (passages, stems) => {
  let best;
  for (const passage of passages) {
    const [from, text] = Array.isArray(passage) ? passage : ['', passage];
    const found = hits(text, stems);
    for (const first of found) {
      const near = found.filter(({ at }) => at >= first.at && at < first.at + around.after);
      const worth = [...new Map(near.map((hit) => [hit.stem, hit.worth])).values()].reduce((a, b) => a + b, 0);
      if (!best || worth > best.worth) best = { worth, from, text, found, at: first.at };
    }
  }
  if (!best) return undefined;
  const { from, text, found, at } = best;
  const start = at > around.before ? text.indexOf(' ', at - around.before) + 1 : 0;
  const end = text.length > at + around.after ? text.lastIndexOf(' ', at + around.after) : text.length;
  const snippet = make('p', 'wv-snippet', start > 0 ? '… ' : '', ...marked(text, found, start, end), end < text.length ? ' …' : '');
  if (from) snippet.append(make('span', 'wv-meta', ` (${from})`));
  return snippet;
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

const need = 1; // the kind that is in the words of the wijk

// row fetches an entry and returns how it shows.
const row = async (n, stems) => {
  const number = index.blocks.findLastIndex((first) => first <= n);
  const block = await get(index.entries.replace('{n}', number));
  const [state, title, url, note, passages] = block[n - index.blocks[number]];
  const kind = kindOf(n);
  const link = make('a', '', ...marked(title, hits(title, stems)));
  link.href = url;
  const about = [index.kinds[kind][0], note].filter(Boolean).join(' · ');
  const text = make('div', '', make('p', kind === need ? 'wv-ask wv-wijk' : 'wv-ask', link), make('p', 'wv-meta', about));
  const snippet = snippetOf(passages, stems);
  if (snippet) text.append(snippet);
  const item = make('div', 'wv-item', text);
  if (index.states[state]) item.append(make('p', 'wv-st', mark(index.states[state]), ` ${index.states[state][0]}`));
  return make('li', '', item);
};

let announcement;

// announce says something once typing rests.
const announce = (text, wait = rest.announcement) => {
  clearTimeout(announcement);
  announcement = setTimeout(() => (status.textContent = text), wait);
};

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

// summaryOf returns how many entries were found, and what was not.
const summaryOf = ({ numbers, unknown }, shown, asked) => {
  const { none, single, some, part: partly, unknown: not } = form.dataset;
  const n = numbers.length;
  const text = n === 0 ? none : n === 1 ? single : shown < n ? partly : some;
  const values = { n, shown, q: asked };
  return [fill(text, values), ...(n ? unknown.map((word) => fill(not, { word })) : [])].join(' ');
};

// remember writes what was asked into the address.
const remember = (asked) => {
  const url = new URL(location.href);
  if (asked) url.searchParams.set('q', asked);
  else url.searchParams.delete('q');
  history.replaceState(history.state, '', url);
};

let current; // what is shown: what was found, the words of it, and how much of it is shown
let searches = 0;

// show shows entries up to a number of them, those that are there already aside.
const show = async (found, asked, shown) => {
  const mine = searches;
  const from = current?.found === found ? current.shown : 0;
  const rows = await Promise.all(found.numbers.slice(from, shown).map((n) => row(n, found.stems)));
  if (mine !== searches) return; // somebody typed on meanwhile
  if (from) results.firstElementChild.append(...rows);
  else results.replaceChildren(...(rows.length ? [make('ul', 'wv-list', ...rows)] : []));
  if (from) rows[0]?.querySelector('a').focus();
  current = { found, asked, shown };
  everything.hidden = found.numbers.length > 0;
  waysOn.hidden = found.numbers.length > 0;
  more.hidden = shown >= found.numbers.length;
  announce(summaryOf(found, Math.min(shown, found.numbers.length), asked));
};

const showNothing = () => {
  current = undefined;
  results.replaceChildren();
  everything.hidden = false;
  waysOn.hidden = true;
  more.hidden = true;
  announce('', 0);
};

const search = async () => {
  const mine = ++searches;
  const asked = field.value.trim();
  remember(asked);
  if ([...fold(asked)].length < 2) {
    showNothing();
    return;
  }
  try {
    await loadHead();
    const found = await find(asked);
    if (mine === searches) await show(found, asked, perPage);
  } catch {
    announce(form.dataset.failed);
  }
};

let typing;

// searchSoon searches once typing rests.
const searchSoon = () => {
  clearTimeout(typing);
  clearTimeout(announcement);
  typing = setTimeout(search, rest.search);
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
  clearTimeout(typing);
  await search();
  links()[0]?.focus();
});
more.addEventListener('click', () => {
  show(current.found, current.asked, current.shown + perPage).catch(() => announce(form.dataset.failed));
});
field.addEventListener('focus', () => loadHead().catch(() => {})); // search says when that fails
field.addEventListener('input', searchSoon);

field.value = new URL(location.href).searchParams.get('q') || '';
if (field.value) search();
