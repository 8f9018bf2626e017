/** Only when it begins to matter: a count from the start would press someone who is upset. */
const VANAF = 0.8;
const RUST_MS = 800;

/** "Nog 120 tekens" under a text with a limit; spoken when typing pauses. */
export function teller(): void {
  for (const plek of document.querySelectorAll<HTMLElement>('[data-teller]')) {
    const veld = document.getElementById(plek.dataset['teller'] ?? '');
    const max = Number(plek.dataset['max']);
    if (!(veld instanceof HTMLTextAreaElement) || !max) continue;
    let wacht: number | undefined;
    plek.setAttribute('role', 'status');
    plek.hidden = false;
    const tel = (): void => {
      const rest = max - veld.value.length;
      plek.textContent = veld.value.length < max * VANAF ? '' : rest >= 0 ? `Nog ${rest} tekens` : `${-rest} tekens te veel`;
      plek.classList.toggle('rd-teller--over', rest < 0);
    };
    tel();
    veld.addEventListener('input', () => {
      clearTimeout(wacht);
      wacht = window.setTimeout(tel, RUST_MS);
    });
  }
}
