import type { Aanvaller } from './opzet.ts';

/** A form as it stands on a page. */
export interface Gevondenformulier {
  actie: string;
  velden: [string, string][];
  /** Names of the fields in which someone can type what he likes. */
  vrij: string[];
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
    const vrij = [...inhoud.matchAll(/<(?:input|textarea)[^>]*>/g)].map(([tag]) => kenmerken(tag)).filter((k) => !['hidden', 'radio', 'checkbox', 'file', 'submit'].includes(k.type ?? 'text')).map((k) => k.name ?? '');
    uit.push({ actie: form.action, velden: veldenIn(inhoud), vrij });
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

/** Walks from page to page as one colleague, to at most `meest` pages and none that fit `niet`; the same kind of page (ids apart) at most `perSoort` times. Gives the pages; what is no page is empty. */
export async function wandel(wie: Aanvaller, begin: readonly string[], { meest = 150, perSoort = 4, niet }: { meest?: number; perSoort?: number; niet?: RegExp } = {}): Promise<Map<string, string>> {
  const gezien = new Map<string, string>();
  const soorten = new Map<string, number>();
  const rij = [...begin];
  for (let pad = rij.shift(); pad !== undefined && gezien.size < meest; pad = rij.shift()) {
    const soort = pad.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\?.*/, '?');
    const aantal = soorten.get(soort) ?? 0;
    if (gezien.has(pad) || aantal >= perSoort || niet?.test(pad)) continue;
    soorten.set(soort, aantal + 1);
    const { status, tekst, naar, koppen } = await wie.haal(pad);
    const pagina = status === 200 && (koppen.get('content-type') ?? '').startsWith('text/html');
    gezien.set(pad, pagina ? tekst : '');
    if (naar !== null && naar.startsWith('/')) rij.push(naar);
    if (pagina) rij.push(...linksOp(tekst).filter((l) => !l.startsWith('/middelen')));
  }
  return gezien;
}

/** Fields in which only some texts are right; with anything else the form comes back with an error and what was typed. */
const GEBONDEN = /datum|tijd$|^tijd|medewerker_naam|email|code|^wie$|personeelsnummer|aantal|uren/;

/**
 * Types a text in every field of every form that this colleague comes across: first in all of them, so that errors come back
 * with it, then only where anything goes, so that it is kept. Gives the addresses of the forms that took it.
 */
export async function typOveral(wie: Aanvaller, begin: readonly string[], tekst: (actie: string, naam: string) => string, sla: RegExp): Promise<{ bewaard: Set<string>; teruggegeven: string[] }> {
  const bewaard = new Set<string>();
  const teruggegeven: string[] = [];
  for (const [pagina, html] of await wandel(wie, begin, { meest: 80, perSoort: 2 })) {
    for (const f of formulierenOp(html)) {
      if (sla.test(f.actie) || f.vrij.length === 0 || bewaard.has(f.actie)) continue;
      const met = (ook: (naam: string) => boolean): [string, string][] => f.velden.map(([naam, w]) => [naam, f.vrij.includes(naam) && ook(naam) ? tekst(f.actie, naam) : GEBONDEN.test(naam) ? '' : w]);
      const alles = await wie.stuur(f.actie, met(() => true));
      if (alles.status === 422) teruggegeven.push(alles.tekst);
      const vers = alles.status < 400 ? undefined : formulierenOp((await wie.haal(pagina)).tekst).find((g) => g.actie === f.actie);
      const goed = alles.status < 400 || (vers !== undefined && (await wie.stuur(f.actie, vers.velden.map(([naam, w]) => [naam, vers.vrij.includes(naam) && !GEBONDEN.test(naam) ? tekst(f.actie, naam) : /datum|tijd/.test(naam) && vers.vrij.includes(naam) ? '' : w]))).status < 400);
      if (goed) bewaard.add(f.actie);
    }
  }
  return { bewaard, teruggegeven };
}
