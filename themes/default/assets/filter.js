// Filters: the list shows only what was chosen. The choice stands in the address,
// so that it can be shared and comes back with the page.
for (const form of document.querySelectorAll('.wv-filter')) {
  const items = () => [...document.querySelectorAll(`#${form.dataset.list} > li`)];
  const none = form.parentElement.querySelector('.wv-none');
  const out = form.querySelector('output');

  const apply = () => {
    const chosen = [...new FormData(form)].filter(([, value]) => value);
    let shown = 0;
    for (const item of items()) {
      item.hidden = !chosen.every(([name, value]) => (item.dataset[name] || '').split(' ').includes(value));
      if (!item.hidden) shown++;
    }
    none.hidden = shown > 0;
    const text = chosen.length ? form.dataset.some.replace('{n}', shown) : form.dataset.all;
    if (out.value !== text) out.value = text;
  };

  const remember = () => {
    const url = new URL(location.href);
    for (const [name, value] of new FormData(form)) {
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    history.replaceState(history.state, '', url);
  };

  const restore = () => {
    const wanted = new URL(location.href).searchParams;
    for (const select of form.querySelectorAll('select')) {
      select.value = wanted.get(select.name) || '';
      if (select.selectedIndex < 0) select.value = '';
    }
    apply();
  };

  // Whoever follows a link to a need that is filtered away wants to see it.
  const find = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const item = items().find((i) => i.contains(target));
    if (target && item?.hidden) {
      form.reset();
      apply();
      remember();
      target.scrollIntoView();
    }
  };

  form.addEventListener('input', () => { apply(); remember(); });
  form.addEventListener('submit', (event) => event.preventDefault());
  none.querySelector('button').addEventListener('click', () => {
    form.reset();
    apply();
    remember();
    form.querySelector('select').focus();
  });
  addEventListener('popstate', restore);
  addEventListener('hashchange', find);
  restore();
  find();
}
