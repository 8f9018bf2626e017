/** 23112026, 23/11/26 and 23.11.2026 become 23-11-2026; anything else stays as it was typed. */
export function schrijfDatum(getypt: string): string {
  const m = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4}|\d{2})$/.exec(getypt.trim()) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(getypt.trim());
  if (!m) return getypt;
  const [, dag = '', maand = '', jaar = ''] = m;
  return `${dag.padStart(2, '0')}-${maand.padStart(2, '0')}-${jaar.length === 2 ? `20${jaar}` : jaar}`;
}

/** 1410, 14:10 and 9.05 become 14.10 and 9.05; anything else stays as it was typed. */
export function schrijfTijd(getypt: string): string {
  const m = /^(\d{1,2})[:. ]?(\d{2})(?:\s*uur)?$/.exec(getypt.trim());
  return m ? `${m[1]}.${m[2]}` : getypt;
}

function dagVanaf(vandaag: Date, dagen: number): string {
  const dag = new Date(vandaag.getFullYear(), vandaag.getMonth(), vandaag.getDate() + dagen);
  return `${String(dag.getDate()).padStart(2, '0')}-${String(dag.getMonth() + 1).padStart(2, '0')}-${dag.getFullYear()}`;
}

function meld(veld: HTMLInputElement): void {
  veld.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Quick picks beside a date field, and one way of writing for dates and times. */
export function datums(): void {
  for (const rij of document.querySelectorAll<HTMLElement>('[data-snel]')) {
    const veld = document.getElementById(rij.dataset['snel'] ?? '');
    if (!(veld instanceof HTMLInputElement)) continue;
    rij.hidden = false;
    rij.addEventListener('click', (e) => {
      const knop = e.target instanceof Element ? e.target.closest<HTMLElement>('[data-dagen]') : null;
      if (!knop) return;
      veld.value = dagVanaf(new Date(), Number(knop.dataset['dagen']));
      meld(veld);
      veld.focus();
    });
  }
  document.addEventListener('change', (e) => {
    const veld = e.target;
    if (!(veld instanceof HTMLInputElement)) return;
    const netjes = 'datum' in veld.dataset ? schrijfDatum(veld.value) : 'tijd' in veld.dataset ? schrijfTijd(veld.value) : veld.value;
    if (netjes !== veld.value) {
      veld.value = netjes;
      meld(veld);
    }
  });
}
