// Tables that can be sorted: a button in the head of every column.
for (const table of document.querySelectorAll('table[data-sort]')) {
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  const original = [...body.rows];
  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const key = (row, i) => row.cells[i].dataset.value ?? row.cells[i].textContent.trim();

  heads.forEach((head, i) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'wv-sort';
    button.setAttribute('aria-label', table.dataset.sort.replace('{column}', head.textContent.trim()));
    button.addEventListener('click', () => {
      // Figures begin with the largest, names with A; a third time is as it was.
      const first = /^\d/.test(key(original[0], i)) || original[0].cells[i].dataset.value ? 'descending' : 'ascending';
      const second = first === 'ascending' ? 'descending' : 'ascending';
      const now = { none: first, [first]: second, [second]: 'none' }[head.getAttribute('aria-sort') || 'none'];
      for (const other of heads) other.removeAttribute('aria-sort');
      const rows = [...original];
      if (now !== 'none') {
        head.setAttribute('aria-sort', now);
        const sign = now === 'ascending' ? 1 : -1;
        rows.sort((a, b) => sign * compare(key(a, i), key(b, i)));
      }
      body.append(...rows);
    });
    head.append(' ', button);
  });
}
