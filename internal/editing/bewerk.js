// A form of the preview: it says what check says while one types, asks before it throws away what
// was typed, and goes back with Escape. It works without this too.
const form = document.querySelector('form[data-check]') ?? document.querySelector('main > form');

const filledIn = () => new URLSearchParams(new FormData(form)).toString();
const opened = form ? filledIn() : '';
let leaving = false;
const dirty = () => form && !leaving && filledIn() !== opened;

const mayLeave = () => !dirty() || confirm('Wat u typte, is niet bewaard. Toch teruggaan?');

document.addEventListener('click', (event) => {
  const back = event.target.closest('a[data-back]');
  if (!back) return;
  if (mayLeave()) leaving = true;
  else event.preventDefault();
});
addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
  document.querySelector('a[data-back]')?.click();
});
addEventListener('beforeunload', (event) => {
  if (dirty()) event.preventDefault();
});

const words = { error: 'Fout', warning: 'Let op', info: 'Tip' };
const show = (place, list) => {
  const same = JSON.stringify(list);
  if (place.dataset.says === same) return; // a screen reader says it once
  place.dataset.says = same;
  place.replaceChildren(...list.map(({ severity, text, hint }) => {
    const p = document.createElement('p');
    p.className = `m-${severity}`;
    const strong = document.createElement('strong');
    strong.textContent = `${words[severity]}:`;
    p.append(strong, ` ${text}`, hint ? ` ${hint}` : '');
    return p;
  }));
};

if (form?.dataset.check) {
  form.addEventListener('submit', () => { leaving = true; });
  let timer, busy = false, again = false;
  const check = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      const response = await fetch(form.dataset.check, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      if (!response.ok) return;
      const { fields, other } = await response.json();
      for (const place of document.querySelectorAll('[data-messages]')) {
        const name = place.dataset.messages;
        const list = (name ? fields[name] : other) ?? [];
        show(place, list);
        const wrong = list.some((m) => m.severity === 'error');
        for (const input of form.querySelectorAll(`[aria-describedby~="${CSS.escape(place.id)}"]`)) {
          if (wrong) input.setAttribute('aria-invalid', 'true');
          else input.removeAttribute('aria-invalid');
        }
      }
    } catch {
      // the server stopped; saving will say so
    } finally {
      busy = false;
      if (again) {
        again = false;
        check();
      }
    }
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(check, 300);
  });
} else {
  form?.addEventListener('submit', () => { leaving = true; });
}

const copy = document.querySelector('[data-copy]');
if (copy && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.querySelector('pre code').textContent);
    copy.nextElementSibling.textContent = 'Gekopieerd';
  });
}
