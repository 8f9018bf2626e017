/** How long g waits for its second letter. */
const NA_G_MS = 1_500;

/** Keys for who works here all day: / to search, j and k through a list, g and a letter to a page of the menu. */
export function toetsen(): void {
  let gOm = -NA_G_MS;
  document.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || schrijft(e.target)) return;
    if (e.timeStamp - gOm < NA_G_MS) {
      gOm = -NA_G_MS;
      const doel = [...document.querySelectorAll<HTMLAnchorElement>('a[data-sneltoets]')].find((a) => a.dataset['sneltoets'] === e.key);
      if (doel) {
        e.preventDefault();
        location.assign(doel.href);
        return;
      }
    }
    if (e.key === 'g') gOm = e.timeStamp;
    else if (e.key === '/') zoek(e);
    else if (e.key === 'j') stap(e, 1);
    else if (e.key === 'k') stap(e, -1);
  });
}

/** True where a letter is text: single keys must not interfere there (WCAG 2.1.4). */
function schrijft(doel: EventTarget | null): boolean {
  return doel instanceof HTMLElement && (doel.isContentEditable || doel.matches('input:not([type=checkbox],[type=radio]),textarea,select'));
}

function zoek(e: KeyboardEvent): void {
  const veld = document.querySelector<HTMLInputElement>('input[data-zoek]');
  if (!veld) return;
  e.preventDefault();
  veld.focus();
  veld.select();
}

function stap(e: KeyboardEvent, richting: 1 | -1): void {
  const regels = [...document.querySelectorAll<HTMLElement>('[data-toetslijst] > li > a, [data-toetslijst] tbody > tr')]
    .map((regel) => (regel.matches('a') ? regel : regel.querySelector('a')))
    .filter((link): link is HTMLAnchorElement => link instanceof HTMLAnchorElement && link.checkVisibility());
  if (regels.length === 0) return;
  const nu = regels.findIndex((link) => link === document.activeElement);
  const volgende = nu < 0 ? (richting > 0 ? 0 : regels.length - 1) : Math.min(Math.max(nu + richting, 0), regels.length - 1);
  e.preventDefault();
  regels[volgende]?.focus();
}
