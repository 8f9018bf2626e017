import type { Aanvaller } from './opzet.ts';

/** A form as it stands on a page. */
export interface Gevondenformulier {
  actie: string;
  velden: [string, string][];
}

const TEKENS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
export const uitHtml = (tekst: string): string => tekst.replace(/&(amp|lt|gt|quot|#39);/g, (_, t: string) => TEKENS[t] ?? '');

function kenmerken(tag: string): Record<string, string> {
  return Object.fromEntries([...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].slice(1).map(([, naam = '', waarde = '']) => [naam, uitHtml(waarde)]));
}

/** The POST forms of a page, filled in with something plausible: the first choice of each group, words where words are asked. */
export function formulierenOp(html: string): Gevondenformulier[] {
  const uit: Gevondenformulier[] = [];
  for (const [, kop = '', inhoud = ''] of html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)) {
    const form = kenmerken(`<form ${kop}`);
    if (form.method !== 'post' || form.action === undefined) continue;
    uit.push({ actie: form.action, velden: veldenIn(inhoud) });
  }
  return uit;
}

function veldenIn(html: string): [string, string][] {
  const velden = new Map<string, string>();
  const zet = (naam: string | undefined, waarde: string, sterk = false): void => {
    if (naam !== undefined && naam !== '' && !naam.startsWith('_') && (sterk || !velden.has(naam) || velden.get(naam) === '')) velden.set(naam, waarde);
  };
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const k = kenmerken(tag);
    if (k.type === 'file' || k.type === 'submit') continue;
    if (k.type === 'radio' || k.type === 'checkbox') zet(k.name, k.value ?? 'ja', 'checked' in k && k.value !== '');
    else zet(k.name, k.value ? k.value : k.type === 'hidden' ? '' : k.inputmode === 'numeric' ? '12.00' : 'Proef');
  }
  for (const [, kop = '', binnen = ''] of html.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g)) zet(kenmerken(`<t ${kop}`).name, uitHtml(binnen).trim() || 'Een proef van een zin.');
  for (const [, kop = '', binnen = ''] of html.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const opties = [...binnen.matchAll(/<option([^>]*)>/g)].map(([tag]) => kenmerken(tag).value ?? '').filter((w) => w !== '');
    zet(kenmerken(`<s ${kop}`).name, opties[0] ?? '');
  }
  return [...velden];
}

/** All addresses of this site that a page links to, without fragment. */
export function linksOp(html: string): string[] {
  return [...html.matchAll(/<a[^>]*\shref="(\/[^"#]*)/g)].map(([, href = '']) => uitHtml(href));
}

/** Walks from page to page as one colleague, to at most `meest` pages; the same kind of page (ids apart) at most `perSoort` times. */
export async function wandel(wie: Aanvaller, begin: readonly string[], { meest = 150, perSoort = 4 } = {}): Promise<Map<string, string>> {
  const gezien = new Map<string, string>();
  const soorten = new Map<string, number>();
  const rij = [...begin];
  for (let pad = rij.shift(); pad !== undefined && gezien.size < meest; pad = rij.shift()) {
    const soort = pad.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\?.*/, '?');
    const aantal = soorten.get(soort) ?? 0;
    if (gezien.has(pad) || aantal >= perSoort) continue;
    soorten.set(soort, aantal + 1);
    const { status, tekst, naar } = await wie.haal(pad);
    gezien.set(pad, status === 200 ? tekst : '');
    if (naar !== null && naar.startsWith('/')) rij.push(naar);
    if (status === 200) rij.push(...linksOp(tekst).filter((l) => !l.startsWith('/middelen')));
  }
  return gezien;
}
