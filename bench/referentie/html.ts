/** HTML by string concatenation, with what a list, a dossier and a form need and no more. */

const TEKENS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function esc(waarde: unknown): string {
  if (waarde === null || waarde === undefined) return '';
  const tekst = waarde instanceof Date ? waarde.toISOString() : String(waarde);
  return /[&<>"']/.test(tekst) ? tekst.replace(/[&<>"']/g, (t) => TEKENS[t] ?? t) : tekst;
}

/** The document around it; `opvulling` brings it to about the size of the same page of the application. */
export function pagina(titel: string, wie: string, inhoud: string, opvulling: string): string {
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${esc(titel)}</title></head><body><header>Rugdekking · ${esc(wie)}</header><main><h1>${esc(titel)}</h1>${inhoud}</main><footer>${opvulling}</footer></body></html>`;
}
