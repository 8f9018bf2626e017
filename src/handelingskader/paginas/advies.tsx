import type { ComponentChildren } from 'preact';
import { mag } from '../../kern/rechten/index.ts';
import { datumTekst } from '../../kern/tijd/index.ts';
import { dossierpaneel, type Dossierpaneel } from '../../dossier/index.ts';
import { Alinea, DefinitieLijst, Formulier, Kaart, Keuzes, KnopLink, Kruimels, Lijst, Link, Melding, Merk, PaginaKop, Stapel, Tabel, TweeKolommen, Verborgen, veld, veldMeer, veldVinkje, VerborgenVeld, Vinkje, Vinkjes } from '../../ontwerp/index.ts';
import { waarde, type PaginaInhoud, type Site } from '../../platform/http/index.ts';
import { fout } from '../../kern/fouten/index.ts';
import { FeitstatusMerk } from '../../veroorzakers/index.ts';
import { legFeitenVast } from '../handelingen/feiten.ts';
import { herken } from '../regels/feiten.ts';
import type { Advies } from '../regels/advies.ts';
import { aangiften } from '../regels/kader.ts';
import { beslissersoorten, gebieden, persoonssoorten, tegencodes, tegens } from '../regels/soorten.ts';
import { opsomming } from '../regels/zinnen.ts';
import { adviesdeel, adviesLezen, type Adviesbeeld } from '../vragen/advies.ts';
import { Bewaar } from './gedeeld.tsx';
import { beslisserOpsomming } from './tabellen.tsx';

const adviespad = (dossierId: string, betrokkeneId: string): string => `/dossiers/${dossierId}/advies/${betrokkeneId}`;
const beslisserTekst = (a: Advies): string => beslisserOpsomming(a.beslissers);
const VORM_ONBEKEND = 'Een gemelde vorm past bij geen gedraging in dit handelingskader. Kies zelf welke gedraging het was.';

/** The advice on the dossier page: in one sentence, what must be done, and the way to the reasons. */
export const adviespaneel: Dossierpaneel = dossierpaneel({
  ...adviesdeel,
  plek: 'hoofd',
  toon: (lijst, beeld) => (lijst.length === 0 || !beeld.mag('advies.lezen') ? null : (
    <>{lijst.map(({ id, naam, advies }) => (
      <Kaart titel={lijst.length > 1 ? `Advies over ${naam}` : 'Advies van het handelingskader'} icoon="weegschaal" rechts={<span class="rd-zacht">versie {advies.versie.nummer}</span>}
        acties={<KnopLink soort="secundair" href={adviespad(beeld.dossier.id, id)}>Lees het advies<Verborgen> over {naam}</Verborgen></KnopLink>}>
        <Alinea>{advies.samenvatting}</Alinea>
        {advies.soort === 'maatregel' && <Alinea>Wie beslist: {beslisserTekst(advies) || 'staat niet in het handelingskader'}.</Alinea>}
        {advies.taken.some((t) => t.soort !== 'wederhoor' && t.soort !== 'reactie') && <Lijst items={advies.taken.filter((t) => t.soort !== 'wederhoor' && t.soort !== 'reactie').map((t) => t.zin)} />}
        {advies.keuzes.length > 0 && <Alinea klein zacht>{advies.keuzes.length === 1 ? 'Eén ding moet een mens kiezen.' : `${advies.keuzes.length} dingen moet een mens kiezen.`}</Alinea>}
        {advies.gaten.length > 0 && <Alinea klein zacht>{advies.gaten.map((g) => g.zin).filter((z, i, alle) => alle.indexOf(z) === i).join(' ')}</Alinea>}
      </Kaart>
    ))}</>
  )),
});

/** Registers the advice in full and the form with which a person says what the conduct was. */
export function adviesPaginas(site: Site): void {
  site.pagina('/dossiers/:id/advies/:betrokkene', async (v) => adviespagina(await v.vraag(adviesLezen, { id: v.id('id'), betrokkene: v.id('betrokkene') })));

  site.formulier('/dossiers/:id/advies/:betrokkene/feiten', {
    handeling: legFeitenVast,
    laad: async (v) => {
      const beeld = await v.vraag(adviesLezen, { id: v.id('id'), betrokkene: v.id('betrokkene') });
      if (!mag('advies.feiten', beeld.hoedanigheden, beeld.status)) throw fout('niet-gevonden');
      return beeld;
    },
    begin: ({ grond }) => ({ versie: String(grond.vastgesteld?.versie ?? 0), gedragingen: herken(grond.kader, grond.feiten).gedragingen, tegen: grond.feiten.tegen ?? '', wapen: grond.feiten.wapen ? 'ja' : '' }),
    toon: (beeld, stand) => kader(beeld, 'Wat deed de veroorzaker?', 'Kies wat past bij wat er is gemeld. Het advies volgt hieruit. Klagen, kritiek of veel vragen is geen agressie.', (
      <Formulier actie={`${adviespad(beeld.dossierId, beeld.betrokkeneId)}/feiten`} {...stand} veldnamen={{ gedragingen: 'Gedrag', tegen: 'Tegen wie', wapen: 'Wapen' }}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <Vinkjes {...veldMeer(stand, 'gedragingen')} label="Welk gedrag was het?" uitleg="Niets aangevinkt is: volgens de vormen van agressie." opties={beeld.grond.kader.gedragingen.map((g) => ({ waarde: g.code, label: g.naam }))} />
        <Keuzes {...veld(stand, 'tegen')} label="Tegen wie was het?" opties={[{ waarde: '', label: 'Niet bekend' }, ...tegencodes.map((t) => ({ waarde: t, label: tegens[t] }))]} />
        <Vinkje {...veldVinkje(stand, 'wapen')} label="Er was een wapen bij" />
        <Bewaar tekst="Bewaar" terug={adviespad(beeld.dossierId, beeld.betrokkeneId)} />
      </Formulier>
    )),
    klaar: (r) => ({ naar: adviespad(r.id, r.betrokkene), bericht: 'Bewaard. Het advies is opnieuw bepaald.' }),
  });
}

function kader(b: Adviesbeeld, titel: string, inleiding: string | undefined, inhoud: ComponentChildren): PaginaInhoud {
  return {
    titel, menu: '/dossiers',
    inhoud: (
      <Stapel>
        <Kruimels items={[{ tekst: 'Dossiers', href: '/dossiers' }, { tekst: `${b.titel} (${b.nummer})`, href: `/dossiers/${b.dossierId}` }, { tekst: 'Advies', href: adviespad(b.dossierId, b.betrokkeneId) }]} />
        <PaginaKop titel={titel} inleiding={inleiding} />
        {inhoud}
      </Stapel>
    ),
  };
}

const met = (zin: string, bronnen: readonly string[]) => <span>{zin}{bronnen.length > 0 && <> <span class="rd-zacht">({bronnen.join('; ')})</span></>}</span>;

function adviespagina(b: Adviesbeeld): PaginaInhoud {
  const { advies: a, grond } = b;
  const { versie } = grond;
  const vormnaam = (code: string): string => b.vormen.find((x) => x.code === code)?.naam ?? code;
  return {
    titel: `Advies over ${b.naam}`, menu: '/dossiers',
    inhoud: (
      <Stapel>
        <Kruimels items={[{ tekst: 'Dossiers', href: '/dossiers' }, { tekst: `${b.titel} (${b.nummer})`, href: `/dossiers/${b.dossierId}` }]} />
        <PaginaKop titel={`Advies over ${b.naam}`} inleiding={a.samenvatting} />
        <Alinea zacht>Handelingskader voor {persoonssoorten[versie.persoonssoort].toLowerCase()}, <Link href={versie.persoonssoort === 'politiek' ? '/handelingskader?soort=politiek' : '/handelingskader'}>versie {versie.nummer}</Link>: de versie van de dag van het incident, {datumTekst(grond.feiten.voorvalOp)}. Het advies beslist niet. Wie beslist en iets anders kiest, schrijft op waarom.</Alinea>
        {a.gaten.length > 0 && <Melding soort="let-op" titel="Hier geeft het handelingskader geen antwoord"><Lijst items={a.gaten.map((g) => (g.soort === 'vorm' ? `‘${vormnaam(g.wat)}’: ${VORM_ONBEKEND.charAt(0).toLowerCase()}${VORM_ONBEKEND.slice(1)}` : g.zin))} /></Melding>}
        <TweeKolommen zijLabel="Waar het advies op rust"
          hoofd={<Stapel>
            {a.keuzes.length > 0 && <Kaart titel="Dit kiest een mens" soort="nadruk" icoon="persoon"><Lijst items={a.keuzes.map((k) => met(k.zin, k.soort === 'gedraging' ? k.bronnen.map(vormnaam) : k.soort === 'verschil' ? [] : k.bronnen))} /></Kaart>}
            {a.taken.length > 0 && <Kaart titel="Dit hoort erbij" icoon="lijst"><Lijst items={a.taken.map((t) => met(t.zin, t.bronnen))} /></Kaart>}
            {a.regels.length > 0 && <Kaart titel="Alle regels die gelden">
              <Tabel bijschrift="Regels die gelden, met waar ze staan" bijschriftVerborgen rijen={a.regels} kolommen={[
                { kop: 'Waar', rijkop: true, cel: (r) => r.bron },
                { kop: 'Gedrag', cel: (r) => a.gedragingen.find((g) => g.code === r.gedraging)?.naam ?? r.gedraging },
                { kop: 'Wat zij zegt', cel: (r) => r.zin },
                { kop: 'Telt zij?', cel: (r) => (r.bepalend ? 'Ja' : 'Een zwaardere regel gaat voor') },
              ]} />
              {a.combinatie && <Alinea>{a.combinatie.bron}. {a.combinatie.zin}</Alinea>}
            </Kaart>}
            {a.gedragingen.length > 0 && <Kaart titel="Wat we doen bij dit gedrag">
              <DefinitieLijst items={a.gedragingen.map((g) => ({ term: <span>{g.naam} <Merk soort={g.geaccepteerd ? 'neutraal' : 'let-op'}>{g.geaccepteerd ? 'mag' : 'niet geaccepteerd'}</Merk></span>, waarde: <>{g.tijdens && <Alinea>Op dat moment: {g.tijdens}</Alinea>}{g.na && <Alinea>Daarna: {g.na}</Alinea>}</> }))} />
            </Kaart>}
          </Stapel>}
          zij={<Stapel>
            <Kaart titel="In het kort" acties={mag('advies.feiten', b.hoedanigheden, b.status) ? <KnopLink soort="secundair" href={`${adviespad(b.dossierId, b.betrokkeneId)}/feiten`}>Stel het gedrag vast</KnopLink> : undefined}>
              <DefinitieLijst items={[
                { term: 'Gedrag', waarde: <>{a.gedragingen.map((g) => g.naam).join(', ')} <FeitstatusMerk status={b.feitstatus()} /></> },
                { term: 'Vastgesteld door', waarde: grond.vastgesteld && grond.vastgesteld.gedragingen.length > 0 ? 'een mens' : 'de vormen van agressie' },
                { term: 'Wie beslist', waarde: beslisserTekst(a) },
                { term: 'In overleg met', waarde: opsomming(a.inOverlegMet.map((x) => beslissersoorten[x]), 'en') || 'niemand' },
                { term: 'Werkingsgebied', waarde: a.gebied === null ? '' : a.gebied.van === a.gebied.tot ? gebieden[a.gebied.van] : `${gebieden[a.gebied.van]} tot ${gebieden[a.gebied.tot]}` },
                { term: 'Aangifte', waarde: a.aangifte === null ? '' : aangiften[a.aangifte] },
              ]} />
            </Kaart>
            <Kaart titel="Eerdere incidenten" icoon="klok">
              <Alinea>{a.herhaling.zin}</Alinea>
              {a.herhaling.eerdere.length > 0 && <ul class="rd-lijst">{a.herhaling.eerdere.map((e) => <li>{e.nummer}, {datumTekst(e.voorvalOp)}. {e.zin} <FeitstatusMerk status={b.feitstatus(e.nummer)} /></li>)}</ul>}
              <Alinea klein zacht>Alleen wat een mens bevestigde telt mee: dat het om dezelfde persoon gaat.</Alinea>
            </Kaart>
          </Stapel>} />
      </Stapel>
    ),
  };
}
