/** "foto.jpg, 1,2 MB": sizes as people read them. */
export function leesbaar(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} kB`;
  return `${(bytes / 1_000_000).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} MB`;
}

/** Shows which files were chosen, under the field. */
export function bestanden(): void {
  for (const lijst of document.querySelectorAll<HTMLElement>('[data-bestanden]')) {
    const veld = document.getElementById(lijst.dataset['bestanden'] ?? '');
    if (!(veld instanceof HTMLInputElement)) continue;
    const toon = (): void => {
      const regels = [...(veld.files ?? [])].map((bestand) => {
        const li = document.createElement('li');
        li.textContent = `${bestand.name}, ${leesbaar(bestand.size)}`;
        return li;
      });
      lijst.replaceChildren(...regels);
      lijst.hidden = regels.length === 0;
    };
    veld.addEventListener('change', toon);
    toon();
  }
}
