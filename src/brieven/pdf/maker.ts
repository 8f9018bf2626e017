import { Worker } from 'node:worker_threads';
import { Temporal } from 'temporal-polyfill';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import { ZONE } from '../../kern/tijd/index.ts';
import { logomaat } from '../regels/huisstijl.ts';
import type { Logobeeld, Stuk } from '../regels/vorm.ts';
import type { Pdfantwoord, Pdfvraag } from './werker.ts';

export interface Pdfmaker {
  /** The letter, or another paper on the same stationery, as a tagged PDF (PDF/UA-1). `datum` is the date on it, "2026-11-23"; a concept says so on every page; `logo` is the picture of the logo that the letter names. Refuses characters that no font has, at no field. */
  maak(brief: Stuk, datum: string, opties?: { concept?: boolean; logo?: Logobeeld | null }): Promise<Buffer>;
  stop(): Promise<void>;
}

export interface Pdfinstelling {
  /** The program of the thread (pdf/werker.ts, built). */
  werker: string;
  /** How long one letter may take; normal is some milliseconds. */
  grensMs?: number;
  /** How long the thread stays when nothing is asked: it holds some fifty megabytes. */
  rustMs?: number;
}

/** What the template calls the picture, by its kind. */
const LOGO: Record<Logobeeld['mediatype'], string> = { 'image/png': 'logo.png', 'image/jpeg': 'logo.jpg' };

/** More than this many waiting letters is not a person at work. */
const MEEST_WACHTEND = 50;

interface Wachtend {
  klaar(pdf: Buffer): void;
  mis(oorzaak: Error): void;
  wekker: NodeJS.Timeout;
}

/** Makes PDFs in a thread of its own, so that the web server goes on meanwhile. The thread starts when it is needed. */
export function maakPdfmaker({ werker, grensMs = 20_000, rustMs = 60_000 }: Pdfinstelling): Pdfmaker {
  let draad: Worker | null = null;
  let rust: NodeJS.Timeout | undefined;
  let nummer = 0;
  const wachtend = new Map<number, Wachtend>();

  /** Ends a thread; whoever still waits for it is told. */
  const weg = async (welke: Worker, oorzaak: () => Error): Promise<void> => {
    if (draad !== welke) return;
    draad = null;
    for (const w of wachtend.values()) {
      clearTimeout(w.wekker);
      w.mis(oorzaak());
    }
    wachtend.clear();
    await welke.terminate();
  };
  const nietGelukt = () => fout('niet-beschikbaar');

  const start = (): Worker => {
    const nieuw = new Worker(werker, { resourceLimits: { maxOldGenerationSizeMb: 96 }, stdout: true, stderr: true });
    nieuw.unref();
    nieuw.on('message', (antwoord: Pdfantwoord) => {
      const w = wachtend.get(antwoord.nummer);
      if (!w) return;
      wachtend.delete(antwoord.nummer);
      clearTimeout(w.wekker);
      if ('pdf' in antwoord) w.klaar(Buffer.from(antwoord.pdf));
      else if ('tekens' in antwoord) w.mis(veldfout('', `Dit kan niet worden afgedrukt: ‘${antwoord.tekens}’. Schrijf het met gewone letters.`));
      else w.mis(new Error('het sjabloon van de brief geeft geen PDF'));
      if (wachtend.size === 0) rust = setTimeout(() => void weg(nieuw, nietGelukt), rustMs).unref();
    });
    nieuw.on('error', () => void weg(nieuw, nietGelukt));
    nieuw.on('exit', () => void weg(nieuw, nietGelukt));
    return nieuw;
  };

  return {
    maak: (brief, datum, { concept = false, logo = null } = {}) => new Promise<Buffer>((klaar, mis) => {
      if (wachtend.size >= MEEST_WACHTEND) throw nietGelukt();
      clearTimeout(rust);
      const mijn = (draad ??= start());
      nummer += 1;
      wachtend.set(nummer, { klaar, mis, wekker: setTimeout(() => void weg(mijn, nietGelukt), grensMs) });
      mijn.postMessage({ nummer, brief: JSON.stringify({ ...alsGegevens(brief), concept, logo: logo && brief.afzender.logo ? { bestand: LOGO[logo.mediatype], alt: brief.afzender.logo.alt, ...logomaat(brief.afzender.logo) } : null }), logo: logo && { bestand: LOGO[logo.mediatype], inhoud: new Uint8Array(logo.inhoud) }, gemaakt: Temporal.PlainDate.from(datum).toZonedDateTime(ZONE).epochMilliseconds / 1000 } satisfies Pdfvraag, []);
    }),
    async stop() {
      clearTimeout(rust);
      if (draad) await weg(draad, nietGelukt);
    },
  };
}

/** The letter as the template reads it. */
function alsGegevens(b: Stuk): Record<string, unknown> {
  const { afzender: a } = b;
  return {
    kleur: a.kleur, afzender: a.organisatie, retour: a.retouradres, contact: [a.telefoon === '' ? '' : `Telefoon: ${a.telefoon}`, a.email === '' ? '' : `E-mail: ${a.email}`, a.website].filter(Boolean),
    aan: [b.geadresseerde.naam, ...b.geadresseerde.adres], datum: b.datum, kenmerk: b.kenmerk, onderwerp: b.onderwerp, aanhef: b.aanhef, delen: b.delen, ...b.ondertekening,
  };
}
