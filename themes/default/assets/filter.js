// Filters: the list shows only what was chosen. The choice stands in the address, so
// that it can be shared and comes back with the page.

for (const form of document.querySelectorAll('.wv-filter')) {
  const items = () => [...document.querySelectorAll(`#${form.dataset.list} > li`)];
  const nothingFound = form.parentElement.querySelector('.wv-none');
  const output = form.querySelector('output');

  // matches reports whether an item has every value that was chosen. An attribute of an
  // item holds all its values of a kind, with spaces between them.
  const matches = (item, chosen) =>
    chosen.every(([name, value]) => (item.dataset[name] || '').split(' ').includes(value));

  // apply shows the items that match, and says how many there are.
  const apply = () => {
    const chosen = [...new FormData(form)].filter(([, value]) => value);
    let shown = 0;
    for (const item of items()) {
      item.hidden = !matches(item, chosen);
      if (!item.hidden) shown++;
    }
    nothingFound.hidden = shown > 0;
    const text = chosen.length ? form.dataset.some.replace('{n}', shown) : form.dataset.all;
    if (output.value !== text) output.value = text; // a screen reader reads out every change
    count();
  };

  // count says at every choice how many items it fits, beside what else is chosen. What
  // fits none cannot be chosen.
  const count = () => {
    const chosen = [...new FormData(form)].filter(([, value]) => value);
    for (const select of form.querySelectorAll('select')) {
      const others = chosen.filter(([name]) => name !== select.name);
      for (const option of select.options) {
        if (!option.value) continue;
        const fits = items().filter((item) => matches(item, [...others, [select.name, option.value]])).length;
        option.text = option.text.replace(/\d+$/, fits);
        option.disabled = !fits && !option.selected;
      }
    }
  };

  // remember writes the choice into the address.
  const remember = () => {
    const url = new URL(location.href);
    for (const [name, value] of new FormData(form)) {
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    history.replaceState(history.state, '', url);
  };

  // restore chooses what the address has.
  const restore = () => {
    const wanted = new URL(location.href).searchParams;
    for (const select of form.querySelectorAll('select')) {
      select.value = wanted.get(select.name) || '';
      if (select.selectedIndex < 0) select.value = ''; // the address has a value that is none
    }
    apply();
  };

  // clear shows everything.
  const clear = () => {
    form.reset();
    apply();
    remember();
  };

  // reveal shows everything when a link leads to an item that is filtered away.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const item = items().find((candidate) => candidate.contains(target));
    if (target && item?.hidden) {
      clear();
      target.scrollIntoView();
    }
  };

  form.addEventListener('input', () => {
    apply();
    remember();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  nothingFound.querySelector('button').addEventListener('click', () => {
    clear();
    form.querySelector('select').focus();
  });
  addEventListener('popstate', restore);
  addEventListener('hashchange', reveal);

  restore();
  reveal();
}
