const RUST_MS = 1_200;
const OPNIEUW_MS = [5_000, 15_000, 60_000];

/** Saves a form while someone fills it: a moment after the last change, and when the page goes out of sight. */
export function concept(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-concept-url]')) bewaak(form);
}

function bewaak(form: HTMLFormElement): void {
  const url = form.dataset['conceptUrl'];
  const status = form.querySelector<HTMLElement>('[data-opgeslagen]');
  if (!url || !status) return;
  let wacht: number | undefined;
  let bezig = false;
  let gewijzigd = false;
  let mislukt = 0;

  const plan = (ms: number): void => {
    clearTimeout(wacht);
    wacht = window.setTimeout(() => void bewaar(), ms);
  };

  const bewaar = async (): Promise<void> => {
    if (bezig || !gewijzigd) return;
    clearTimeout(wacht);
    bezig = true;
    gewijzigd = false;
    try {
      const antwoord = await fetch(url, { method: 'POST', body: velden(form), headers: { accept: 'application/json' }, keepalive: true, redirect: 'error' });
      if (antwoord.ok) {
        mislukt = 0;
        status.textContent = `Opgeslagen om ${klok()} uur`;
      } else if (antwoord.status >= 500) {
        throw new Error(String(antwoord.status));
      } else {
        status.textContent = 'Dit kan nu niet tussendoor worden opgeslagen. Wat je invult blijft staan tot je deze pagina sluit.';
        return;
      }
    } catch {
      gewijzigd = true;
      status.textContent = 'Nog niet opgeslagen. We proberen het zo weer.';
      plan(OPNIEUW_MS[Math.min(mislukt++, OPNIEUW_MS.length - 1)] ?? RUST_MS);
    } finally {
      bezig = false;
    }
    if (gewijzigd && mislukt === 0) plan(RUST_MS);
  };

  const wijzig = (): void => {
    gewijzigd = true;
    plan(RUST_MS);
  };
  form.addEventListener('input', wijzig);
  form.addEventListener('change', wijzig);
  form.addEventListener('submit', () => {
    clearTimeout(wacht);
    gewijzigd = false;
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void bewaar();
  });
}

/** The fields as a form sends them, without files and without the key that makes the real sending happen once. */
function velden(form: HTMLFormElement): URLSearchParams {
  const uit = new URLSearchParams();
  for (const [naam, waarde] of new FormData(form)) {
    if (typeof waarde === 'string' && naam !== '_sleutel') uit.append(naam, waarde);
  }
  return uit;
}

function klok(): string {
  const nu = new Date();
  return `${nu.getHours()}.${String(nu.getMinutes()).padStart(2, '0')}`;
}
