/** Menus that fold out close on Escape, on a click beside them, and when another opens. */
export function uitvouw(): void {
  const open = (): HTMLDetailsElement[] => [...document.querySelectorAll<HTMLDetailsElement>('details[data-uitvouw][open]')];
  document.addEventListener('click', (e) => {
    for (const menu of open()) if (e.target instanceof Node && !menu.contains(e.target)) menu.open = false;
  });
  document.addEventListener('keydown', (e) => {
    if (e.key !== 'Escape') return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
}
