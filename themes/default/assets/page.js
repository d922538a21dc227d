// Small comforts on every page. Without this file everything is there too.

// "Kopieer link": the button shows only where it can work.
for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    const canonical = document.querySelector('link[rel=canonical]');
    await navigator.clipboard.writeText(canonical ? canonical.href : location.href.split('#')[0]);
    button.nextElementSibling.value = button.dataset.copy;
  });
}

// A link into closed details opens them; on paper all are open.
const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let d = target?.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
};
addEventListener('hashchange', reveal);
reveal();
addEventListener('beforeprint', () => {
  for (const d of document.querySelectorAll('details')) d.open = true;
});
