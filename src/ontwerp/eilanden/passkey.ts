import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';

const KAN_NIET = 'Deze browser kan niet met passkeys werken. Gebruik een andere browser, of log op een andere manier in.';
const MISLUKT = 'Het is niet gelukt, of je hebt het afgebroken. Probeer het nog eens.';

/** Asks the device for a passkey and sends its answer with the form. Loaded only on pages that have such a form. */
export function passkey(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) maakWerkend(form);
}

function maakWerkend(form: HTMLFormElement): void {
  const uitleg = form.querySelector<HTMLElement>('[data-passkey-uitleg]');
  const knop = form.querySelector<HTMLElement>('[data-passkey-knop]');
  const antwoord = form.elements.namedItem('antwoord');
  const opties = form.dataset['passkeyOpties'];
  if (!uitleg || !knop || !(antwoord instanceof HTMLInputElement) || !opties) return;
  if (!browserSupportsWebAuthn()) {
    uitleg.textContent = KAN_NIET;
    return;
  }
  uitleg.textContent = '';
  uitleg.setAttribute('role', 'status');
  knop.hidden = false;
  let bezig = false;
  form.addEventListener('submit', (e) => {
    e.preventDefault();
    if (bezig) return;
    bezig = true;
    uitleg.textContent = 'Volg de aanwijzingen van je apparaat.';
    void vraag(form, opties)
      .then((uit) => {
        antwoord.value = JSON.stringify(uit);
        // Past this listener: the answer is in.
        form.submit();
      })
      .catch(() => {
        uitleg.textContent = MISLUKT;
      })
      .finally(() => {
        bezig = false;
      });
  });
}

async function vraag(form: HTMLFormElement, adres: string): Promise<unknown> {
  const velden = new URLSearchParams([...new FormData(form)].map(([naam, waarde]): [string, string] => [naam, String(waarde)]));
  const uit = await fetch(adres, { method: 'POST', body: velden, headers: { accept: 'application/json' }, redirect: 'error' });
  if (!uit.ok) throw new Error(String(uit.status));
  const optionsJSON: unknown = await uit.json();
  // The server that made the page made these options; the library hands them to the browser, which checks them.
  return form.dataset['passkey'] === 'maken'
    ? startRegistration({ optionsJSON: optionsJSON as Parameters<typeof startRegistration>[0]['optionsJSON'] })
    : startAuthentication({ optionsJSON: optionsJSON as Parameters<typeof startAuthentication>[0]['optionsJSON'] });
}
