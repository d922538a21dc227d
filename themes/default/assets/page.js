// Small comforts on every page. Without this script everything is there too.

// "Kopieer link": the button is there only where it can work.
for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    const canonical = document.querySelector('link[rel=canonical]');
    const address = canonical ? canonical.href : location.href.split('#')[0];
    await navigator.clipboard.writeText(address);
    button.nextElementSibling.value = button.dataset.copy;
  });
}

// A link to something within closed details opens them.
const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  let details = target?.closest('details');
  while (details) {
    details.open = true;
    details = details.parentElement.closest('details');
  }
};
addEventListener('hashchange', reveal);
reveal();

// On paper all details are open.
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
});
