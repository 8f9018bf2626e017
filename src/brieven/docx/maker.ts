import { TagPlacement, TemplateHandler, TemplateSyntaxError, type Tag } from 'easy-template-x';
import { veldfout } from '../../kern/fouten/index.ts';
import type { Briefsoort } from '../regels/soorten.ts';
import type { Brief, Logobeeld } from '../regels/vorm.ts';
import { keurSjabloon, VELD_SJABLOON } from './keuring.ts';
import { beoordeelVelden, mogelijkeVelden, veldwaarden, type Veldoordeel } from './velden.ts';

/** Deeper than a document of Word nests, and not so deep that it takes a process down. */
const handler = () => new TemplateHandler({ maxXmlDepth: 60 });

/** A letter on a template that was judged. Values stay text: they are put in after the fields were found, and are never read as fields. */
export async function maakDocx(sjabloon: Buffer, brief: Brief, logo: Logobeeld | null = null): Promise<Buffer> {
  return handler().process(sjabloon, veldwaarden(brief, logo));
}

const ONPAAR = 'Een veld in je sjabloon klopt niet: bij elk { hoort een }, en bij elk {#naam} een {/naam}.';

/** Judges an uploaded template as a document, and tells its fields. Throws a field error when it cannot be used at all. */
export async function beoordeelSjabloon(inhoud: Buffer, soort: Briefsoort): Promise<Veldoordeel> {
  await keurSjabloon(inhoud);
  let velden: Tag[];
  try {
    velden = await handler().parseTags(inhoud);
  } catch (oorzaak) {
    if (oorzaak instanceof TemplateSyntaxError) throw veldfout(VELD_SJABLOON, ONPAAR);
    throw veldfout(VELD_SJABLOON, 'We kunnen de velden in dit document niet lezen. Begin met ons voorbeeld.');
  }
  if (velden.some((v) => v.placement === TagPlacement.Attribute)) throw veldfout(VELD_SJABLOON, 'Een veld staat in de beschrijving van een afbeelding. Zet velden alleen in de tekst.');
  if (velden.some((v) => Object.keys(v.options ?? {}).some((o) => o !== 'loopOver'))) throw veldfout(VELD_SJABLOON, 'Een veld in je sjabloon heeft instellingen die we niet kennen. Gebruik alleen {naam}, {#naam} en {/naam}.');
  try {
    await handler().process(inhoud, Object.fromEntries(mogelijkeVelden(soort).map((v) => [v, v === 'brief' ? [{ kop: 'Kop', heeft_kop: true, regels: [{ tekst: 'Tekst' }] }] : 'tekst'])));
  } catch {
    throw veldfout(VELD_SJABLOON, ONPAAR);
  }
  return beoordeelVelden(soort, velden.filter((v) => v.disposition !== 'Close').map((v) => v.name));
}
