// Tables that can be sorted: the head of every column is a button.

// A name is not found under an article of a letter or two: "'t Hof" stands under H.
const article = /^['’‘ʼ`][a-z]{1,2}[ -]/i;

for (const table of document.querySelectorAll('table[data-sort]')) {
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  const original = [...body.rows];
  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });

  // key returns what a row is sorted by: 4.080 as 4080, a name from its first letter.
  const key = (row, column) => {
    const cell = row.cells[column];
    if (cell.dataset.value) return cell.dataset.value;
    const name = cell.textContent.trim().replace(article, '').replace(/(?<=\d)[.,](?=\d{3})/g, '');
    return name.slice(Math.max(0, name.search(/[\p{L}\p{N}]/u)));
  };

  // firstOrder returns how a column is sorted first: figures from the largest, names from A.
  const firstOrder = (column) => {
    const cell = original[0].cells[column];
    const isFigure = cell.tagName === 'TD' && (/^\d/.test(key(original[0], column)) || cell.dataset.value);
    return isFigure ? 'descending' : 'ascending';
  };

  // nextOrder returns what follows after an order: first one way, then the other, then as it was.
  const nextOrder = (order, column) => {
    const first = firstOrder(column);
    const second = first === 'ascending' ? 'descending' : 'ascending';
    return { none: first, [first]: second, [second]: 'none' }[order];
  };

  const sort = (head, column) => {
    const order = nextOrder(head.getAttribute('aria-sort') || 'none', column);
    for (const other of heads) other.removeAttribute('aria-sort');
    const rows = [...original];
    if (order !== 'none') {
      head.setAttribute('aria-sort', order);
      const sign = order === 'ascending' ? 1 : -1;
      rows.sort((a, b) => sign * compare(key(a, column), key(b, column)));
    }
    body.append(...rows);
  };

  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'wv-sort';
    button.title = table.dataset.sort.replace('{column}', head.textContent.trim());
    button.textContent = head.textContent.trim();
    button.addEventListener('click', () => sort(head, column));
    head.replaceChildren(button);
  });
}
