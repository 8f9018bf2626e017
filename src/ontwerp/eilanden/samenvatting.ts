/** After a form that came back: read the summary first, with keyboard and screen reader too (NLDS). */
export function samenvatting(): void {
  document.querySelector<HTMLElement>('[data-samenvatting] [tabindex="-1"]')?.focus();
}
