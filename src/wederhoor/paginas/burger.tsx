import type { ComponentChildren } from 'preact';
import type { Context as HonoContext } from 'hono';
import { Temporal } from 'temporal-polyfill';
import { fout, type Veldfout } from '../../kern/fouten/index.ts';
import { schoon } from '../../kern/invoer.ts';
import { dagVan, tijdTekst } from '../../kern/tijd/index.ts';
import { Alinea, Citaat, DefinitieLijst, FoutSamenvatting, Kaart, Keuzes, Knop, KnopLink, Knoppen, Kop, Lijst, Link, Melding, Pagina, rendeer, Stapel, TekstGebied, TekstVeld, VELD_CSRF, VerborgenVeld, type Middelen, type Taal } from '../../ontwerp/index.ts';
import { csrfToken, klopt, leesVelden, vanEigenSite, waarde, type App, type Velden } from '../../platform/http/index.ts';
import { dagIn, feitenIn, momentIn } from '../regels/uittreksel.ts';
import { burgervraagcodes } from '../regels/woorden.ts';
import { burgerVan, probeer, type Burger, type Burgermiddelen } from '../toegang/burger.ts';
import { MAX_ZIENSWIJZE, type Burgerbeeld } from '../toegang/handelingen.ts';
import { woordenEn, woordenNl } from './burgerwoorden.ts';

export const UW_KANT = '/uw-kant';
const LEZEN = `${UW_KANT}/lezen`;
const KLAAR = `${UW_KANT}/klaar`;
const STOPPEN = `${UW_KANT}/stoppen`;

export interface Burgerpaginamiddelen extends Burgermiddelen {
  middelen(slug: string, c?: HonoContext): Middelen;
  /** Throws 'te-vaak' when this address asks more than people can. */
  begrens(c: HonoContext, sessie: null): Promise<void>;
}

type Woorden = typeof woordenNl;
const inTaal = (taal: Taal, pad: string): string => (taal === 'nl' ? pad : `${pad}?taal=en`);
const taalVan = (tekst: string | undefined): Taal => (tekst === 'en' ? 'en' : 'nl');

interface Blad {
  taal: Taal;
  w: Woorden;
  titel: string;
  /** The same page in the other language; absent where something would be lost. */
  hier?: string;
  organisatie?: Burgerbeeld['organisatie'];
  fouten?: readonly Veldfout[];
  inhoud: ComponentChildren;
}

/** Registers the page of the betrokkene: codes of his letter, what was reported, his own view, and what happens next. No colleague's session has a part in it. */
export function burgerPaginas({ hono }: App, m: Burgerpaginamiddelen): void {
  const toon = (c: HonoContext, b: Blad, status: 200 | 422 | 429 = 200): Response => {
    c.header('X-Robots-Tag', 'noindex, nofollow');
    return c.html(blad(m.middelen(b.organisatie?.slug ?? '', c), b), status) as Response;
  };
  /** The fields of a form of this site; there is not always a token to check, so where it came from always is. */
  const post = async (c: HonoContext): Promise<Velden> => {
    if (!vanEigenSite(c.req.raw.headers, m.oorsprong(c))) throw fout('csrf.ongeldig');
    await m.begrens(c, null);
    return leesVelden(c.req.raw);
  };
  const begin = (c: HonoContext, taal: Taal, s: Partial<Beginstand> = {}, status: 200 | 422 | 429 = 200): Response => {
    const w = taal === 'nl' ? woordenNl : woordenEn;
    const stand: Beginstand = { code: '', controle: '', fouten: [], tekst: '', vraag: '', ...s };
    return toon(c, { taal, w, titel: w.begin.titel, hier: stand.tekst === '' && stand.vraag === '' ? UW_KANT : undefined, fouten: stand.fouten, inhoud: <Begin taal={taal} w={w} stand={stand} /> }, status);
  };
  const lezen = (c: HonoContext, taal: Taal, burger: Pick<Burger, 'geheim'>, beeld: Burgerbeeld, s: Partial<Leesstand> = {}, status: 200 | 422 = 200): Response => {
    const w = taal === 'nl' ? woordenNl : woordenEn;
    const stand: Leesstand = { tekst: '', vraag: '', fouten: [], ...s };
    return toon(c, { taal, w, titel: w.lezen.titel, hier: stand.tekst === '' ? LEZEN : undefined, organisatie: beeld.organisatie, fouten: stand.fouten, inhoud: <Lezen taal={taal} w={w} beeld={beeld} csrf={csrfToken(burger.geheim)} stand={stand} /> }, status);
  };

  hono.get(UW_KANT, async (c) => {
    await m.begrens(c, null);
    return begin(c, taalVan(c.req.query('taal')));
  });

  hono.post(UW_KANT, async (c) => {
    const velden = await post(c);
    const taal = taalVan(waarde(velden, 'taal'));
    const w = taal === 'nl' ? woordenNl : woordenEn;
    const codes = { code: waarde(velden, 'code').slice(0, 200), controle: waarde(velden, 'controle').slice(0, 200) };
    const eerder = geschreven(velden);
    const stand = (fouten: readonly Veldfout[]): Partial<Beginstand> => ({ ...codes, ...eerder, fouten });
    const leeg = (['code', 'controle'] as const).filter((v) => codes[v].trim() === '').map((v) => ({ veld: v, tekst: w.begin.leeg[v] }));
    if (leeg.length > 0) return begin(c, taal, stand(leeg), 422);
    const uit = await probeer(m, c, codes);
    if (uit === 'fout') return begin(c, taal, stand([{ veld: '', tekst: w.begin.fout }]), 422);
    if ('wacht' in uit) return begin(c, taal, stand([{ veld: '', tekst: w.begin.wacht(klokslag(taal, uit.wacht.add({ seconds: 59 }))) }]), 429);
    // Back with what he had written: it stands in the form again, and he sends it himself.
    const beeld = eerder.tekst === '' && eerder.vraag === '' ? null : await uit.binnen.lees();
    return beeld === null ? c.redirect(inTaal(taal, LEZEN), 303) : lezen(c, taal, uit.binnen, beeld, eerder);
  });

  hono.get(LEZEN, async (c) => {
    await m.begrens(c, null);
    const taal = taalVan(c.req.query('taal'));
    const burger = await burgerVan(m, c);
    const beeld = (await burger?.lees()) ?? null;
    return burger === null || beeld === null ? c.redirect(inTaal(taal, UW_KANT), 303) : lezen(c, taal, burger, beeld);
  });

  hono.post(LEZEN, async (c) => {
    const velden = await post(c);
    const taal = taalVan(waarde(velden, 'taal'));
    const w = taal === 'nl' ? woordenNl : woordenEn;
    const eerder = geschreven(velden);
    const burger = await burgerVan(m, c);
    // The browser was closed for too long, or it is over: what he wrote goes along to the page with the codes.
    if (burger === null || !klopt(velden[VELD_CSRF], csrfToken(burger.geheim))) return begin(c, taal, { ...eerder, fouten: [{ veld: '', tekst: w.begin.bewaard }] }, 422);
    const bezwaar = bezwaarTegen(eerder, w);
    const uit = bezwaar === null ? await burger.geef({ volgt: Number(/^[0-4]$/.exec(waarde(velden, 'volgt'))?.[0] ?? 0), tekst: eerder.tekst, vraag: eerder.vraag === '' ? null : eerder.vraag }) : 'fout';
    if (uit === 'gegeven') return c.redirect(inTaal(taal, KLAAR), 303);
    const beeld = await burger.lees();
    if (beeld === null || uit === null) return begin(c, taal, { ...eerder, fouten: [{ veld: '', tekst: w.begin.fout }] }, 422);
    return lezen(c, taal, burger, beeld, { ...eerder, fouten: [bezwaar ?? { veld: '', tekst: uit === 'vol' ? w.lezen.vol : w.lezen.intussen }] }, 422);
  });

  hono.get(KLAAR, async (c) => {
    await m.begrens(c, null);
    const taal = taalVan(c.req.query('taal'));
    const w = taal === 'nl' ? woordenNl : woordenEn;
    const burger = await burgerVan(m, c);
    const beeld = (await burger?.lees()) ?? null;
    if (burger === null || beeld === null || beeld.gegeven.length === 0) return c.redirect(inTaal(taal, UW_KANT), 303);
    return toon(c, { taal, w, titel: w.klaar.titel, hier: KLAAR, organisatie: beeld.organisatie, inhoud: <Klaar taal={taal} w={w} beeld={beeld} csrf={csrfToken(burger.geheim)} /> });
  });

  hono.post(STOPPEN, async (c) => {
    const velden = await post(c);
    const burger = await burgerVan(m, c);
    if (burger !== null && klopt(velden[VELD_CSRF], csrfToken(burger.geheim))) await burger.stop();
    return c.redirect(inTaal(taalVan(waarde(velden, 'taal')), UW_KANT), 303);
  });
}

/** What he wrote, safe to keep and to show again. */
function geschreven(velden: Velden): { tekst: string; vraag: string } {
  const vraag = waarde(velden, 'vraag');
  return { tekst: schoon(waarde(velden, 'tekst')), vraag: burgervraagcodes.some((v) => v === vraag) ? vraag : '' };
}

function bezwaarTegen({ tekst, vraag }: { tekst: string; vraag: string }, w: Woorden): Veldfout | null {
  if (tekst === '' && vraag === '') return { veld: 'tekst', tekst: w.lezen.leeg };
  return tekst.length > MAX_ZIENSWIJZE ? { veld: 'tekst', tekst: w.lezen.lang(String(tekst.length)) } : null;
}

const klokslag = (taal: Taal, moment: Temporal.Instant): string => (taal === 'nl' ? tijdTekst(moment) : tijdTekst(moment).replace(' uur', '').replace('.', ':'));

function blad(middelen: Middelen, { taal, w, titel, hier, organisatie, fouten = [], inhoud }: Blad): string {
  return rendeer(
    <Pagina titel={fouten.length > 0 ? `${taal === 'nl' ? 'Fout' : 'Error'}: ${titel}` : titel} middelen={middelen} burger={taal} organisatie={organisatie?.naam} thuis={inTaal(taal, UW_KANT)} voet={taal === 'nl' ? [{ tekst: 'Toegankelijkheid', href: '/toegankelijkheid' }] : [{ tekst: 'Accessibility (in Dutch)', href: '/toegankelijkheid' }]} leesbreedte>
      <Stapel>
        {hier !== undefined && <p class="ams-paragraph rd-alinea" lang={taal === 'nl' ? 'en' : 'nl'}><Link href={inTaal(taal === 'nl' ? 'en' : 'nl', hier)}>{w.andereTaal}</Link></p>}
        <Kop niveau={1}>{titel}</Kop>
        {inhoud}
      </Stapel>
    </Pagina>,
  );
}

interface Beginstand {
  code: string;
  controle: string;
  fouten: readonly Veldfout[];
  tekst: string;
  vraag: string;
}

const foutBij = (fouten: readonly Veldfout[], veld: string): string | undefined => fouten.find((f) => f.veld === veld)?.tekst;

function Begin({ taal, w, stand }: { taal: Taal; w: Woorden; stand: Beginstand }) {
  return (
    <>
      <Alinea groot>{w.begin.inleiding}</Alinea>
      <FoutSamenvatting fouten={stand.fouten} />
      <form class="rd-formulier" method="post" action={UW_KANT} noValidate autocomplete="off" data-eenmaal="">
        <VerborgenVeld naam="taal" waarde={taal} />
        {stand.tekst !== '' && <VerborgenVeld naam="tekst" waarde={stand.tekst} />}
        {stand.vraag !== '' && <VerborgenVeld naam="vraag" waarde={stand.vraag} />}
        <TekstVeld naam="code" label={w.begin.code} uitleg={w.begin.codeUitleg} verplicht waarde={stand.code} fout={foutBij(stand.fouten, 'code')} automatisch="off" spelling={false} tekens={18} />
        <TekstVeld naam="controle" label={w.begin.controle} uitleg={w.begin.controleUitleg} verplicht waarde={stand.controle} fout={foutBij(stand.fouten, 'controle')} automatisch="off" spelling={false} tekens={10} />
        <Knoppen><Knop>{w.begin.knop}</Knop></Knoppen>
      </form>
      {stand.tekst !== '' && <Citaat>{stand.tekst}</Citaat>}
      <Kaart titel={w.begin.hulpTitel} icoon="telefoon"><Lijst items={w.begin.hulp} /></Kaart>
    </>
  );
}

interface Leesstand {
  tekst: string;
  vraag: string;
  fouten: readonly Veldfout[];
}

function Lezen({ taal, w, beeld, csrf, stand }: { taal: Taal; w: Woorden; beeld: Burgerbeeld; csrf: string; stand: Leesstand }) {
  const { wanneer, waar, wat } = feitenIn(taal, beeld.feiten);
  const vertaald = taal === 'en' && beeld.tekstEn !== '';
  const dag = dagIn(taal, dagVan(beeld.uiterlijk));
  return (
    <>
      <Alinea groot>{beeld.achteraf ? w.lezen.inleidingAchteraf : w.lezen.inleiding}</Alinea>
      <Kaart>
        <DefinitieLijst items={[
          { term: w.lezen.wanneer, waarde: wanneer }, ...(waar === '' ? [] : [{ term: w.lezen.waar, waarde: waar }]), ...(wat.length === 0 ? [] : [{ term: w.lezen.wat, waarde: <Lijst items={wat} /> }]),
          { term: w.lezen.tekst, waarde: <div lang={vertaald || taal === 'nl' ? undefined : 'nl'}><Citaat>{vertaald ? beeld.tekstEn : beeld.tekst}</Citaat></div> },
        ]} />
        {taal === 'en' && !vertaald && <Alinea klein>{w.lezen.alleenNederlands}</Alinea>}
        <Alinea klein zacht>{w.lezen.namen}</Alinea>
      </Kaart>
      {beeld.gesprekOp !== null && <Melding soort="info"><p>{w.lezen.gesprek(momentIn(taal, beeld.gesprekOp))}</p></Melding>}
      {beeld.gegeven.length > 0 && <Kaart titel={w.lezen.alGegeven}>{beeld.gegeven.map((g) => <Citaat bron={momentIn(taal, g.op)}>{[g.tekst, g.vraag === null ? '' : w.lezen.vragen[g.vraag]].filter(Boolean).join('\n\n')}</Citaat>)}</Kaart>}
      <Kop niveau={2}>{beeld.gegeven.length > 0 ? w.lezen.nogEen : w.lezen.formulier}</Kop>
      <Alinea>{w.lezen.tot(dag)}</Alinea>
      <FoutSamenvatting fouten={stand.fouten} />
      {!beeld.nog.tekst && !beeld.nog.vraag ? <Alinea>{w.lezen.vol}</Alinea> : (
        <form class="rd-formulier" method="post" action={LEZEN} noValidate autocomplete="off" data-eenmaal="">
          <VerborgenVeld naam={VELD_CSRF} waarde={csrf} />
          <VerborgenVeld naam="taal" waarde={taal} />
          <VerborgenVeld naam="volgt" waarde={String(beeld.gegeven.length)} />
          {beeld.nog.tekst && <TekstGebied naam="tekst" label={w.lezen.zienswijze} uitleg={w.lezen.zienswijzeUitleg} waarde={stand.tekst} regels={10} fout={foutBij(stand.fouten, 'tekst')} />}
          <Keuzes naam="vraag" label={w.lezen.vraag} waarde={stand.vraag} opties={[{ waarde: '', label: w.lezen.vragen.geen }, ...burgervraagcodes.map((v) => ({ waarde: v, label: w.lezen.vragen[v] }))]} />
          <Knoppen><Knop>{w.lezen.knop}</Knop></Knoppen>
        </form>
      )}
      <Stop taal={taal} w={w} csrf={csrf} />
    </>
  );
}

function Klaar({ taal, w, beeld, csrf }: { taal: Taal; w: Woorden; beeld: Burgerbeeld; csrf: string }) {
  return (
    <>
      <Melding soort="succes" levend><p>{w.klaar.inleiding}</p></Melding>
      <Kop niveau={2}>{w.klaar.wat}</Kop>
      <Lijst items={beeld.achteraf ? w.klaar.stappenAchteraf : w.klaar.stappen} />
      {beeld.nog.tekst && <><Alinea>{w.klaar.nog(dagIn(taal, dagVan(beeld.uiterlijk)))}</Alinea><Knoppen><KnopLink soort="secundair" href={inTaal(taal, LEZEN)}>{w.klaar.nogKnop}</KnopLink></Knoppen></>}
      <Stop taal={taal} w={w} csrf={csrf} />
    </>
  );
}

/** On a shared computer one wants to be sure that it is gone. */
function Stop({ taal, w, csrf }: { taal: Taal; w: Woorden; csrf: string }) {
  return (
    <form method="post" action={STOPPEN}>
      <VerborgenVeld naam={VELD_CSRF} waarde={csrf} />
      <VerborgenVeld naam="taal" waarde={taal} />
      <Knop soort="rustig">{w.lezen.stop}</Knop>
    </form>
  );
}
