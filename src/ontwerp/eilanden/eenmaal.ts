/** How long a second press on send is taken for a double click. */
const DUUR_MS = 5_000;

/** Lets a form go once. The button keeps its looks: a disabled button explains nothing. */
export function eenmaal(): void {
  const verstuurd = new WeakMap<HTMLFormElement, number>();
  document.addEventListener('submit', (e) => {
    const form = e.target;
    if (!(form instanceof HTMLFormElement) || !('eenmaal' in form.dataset) || e.defaultPrevented) return;
    const toen = verstuurd.get(form);
    if (toen !== undefined && e.timeStamp - toen < DUUR_MS) e.preventDefault();
    else verstuurd.set(form, e.timeStamp);
  });
  // Back from the browser's memory: sending again is meant.
  addEventListener('pageshow', (e) => {
    if (e.persisted) for (const form of document.forms) verstuurd.delete(form);
  });
}
