import { fout } from '../../kern/fouten/index.ts';
import { nieuwId } from '../../kern/ids.ts';
import { kanaalcodes } from '../../dossier/index.ts';
import { CollegaVeld, collegaOpties } from '../../inrichting/index.ts';
import { Alinea, DatumVeld, Formulier, Groep, Keuzes, Melding, Selectie, TekstGebied, TekstVeld, Telefoon, TijdVeld, Vinkje, Vinkjes, veld, veldMeer, veldVinkje } from '../../ontwerp/index.ts';
import { eigenPost, eigenVelden, waarde, type PaginaInhoud, type Site, type Stand, type Velden, type Verzoek } from '../../platform/http/index.ts';
import { bewaarConcept, bewaarVoorWie, type BewaardConcept } from '../handelingen/concept.ts';
import { eenVeld, kanaalVan, volgendeStap, voorFormulier, vorigeStap, type Invulstap } from '../regels/concept.ts';
import { janee, kanaalkop, kanaalkort, kanaalvragen, vraagveld } from '../regels/kanaalvragen.ts';
import { aangiftewensen, bronnen, ELDERS, veroorzakerkennis, wanneerkeuzes } from '../regels/melding.ts';
import { conceptbeeld, type Conceptbeeld } from '../vragen/concept.ts';
import { STAPFORMULIER, stappagina, Stapknoppen, VELD_GA, verstuurdPagina } from './kader.tsx';
import { adviseurTekst, belkeuzes, stappad } from './woorden.ts';

const opties = <T extends Record<string, string>>(woorden: T) => Object.entries(woorden).map(([w, label]) => ({ waarde: w, label }));

/** What stands in the form at the start: what was kept, and the own workplace as the first guess of where it was. */
export function beginvelden(beeld: Conceptbeeld, v: Verzoek): Velden {
  const velden = voorFormulier(beeld.inhoud, v.nu);
  return { ...velden, route: eenVeld(velden, 'route') || 'leidinggevende', locatie: eenVeld(velden, 'locatie') || (beeld.locaties.find((l) => l.id === beeld.werkplek)?.id ?? '') };
}

/** Where the pressed button leads, after the step was kept. What is not right is asked again, but only of who goes on. */
function verder(stap: Invulstap) {
  return (r: BewaardConcept, _: Verzoek, velden: Velden): { naar: string; bericht?: string } => {
    const ga = waarde(velden, VELD_GA);
    if (ga === 'stop') return { naar: stappad(r.id, 'stoppen') };
    if (ga === 'terug') return { naar: stappad(r.id, vorigeStap(r.soort, stap) ?? stap) };
    if (r.fouten.length > 0) throw fout('invoer.ongeldig', { velden: r.fouten });
    return { naar: stappad(r.id, volgendeStap(r.soort, stap)) };
  };
}

/** Step 1: what, when, where; the only required answers. */
export function watPagina(beeld: Conceptbeeld, stand: Stand): PaginaInhoud {
  const { voor } = beeld;
  return stappagina({
    beeld, stap: 'wat', titel: voor ? 'Wat is er gebeurd?' : 'Wat vervelend dat dit gebeurde', inleiding: voor ? 'Vertel kort wat je weet. De rest kan later.' : 'Vertel kort wat er was. De rest kan later.',
    children: (
      <Formulier id={STAPFORMULIER} actie={stappad(beeld.id, 'wat')} {...stand} conceptUrl={stappad(beeld.id, 'wat/tussendoor')}>
        <Vinkjes {...veldMeer(stand, 'vormen')} label="Wat gebeurde er?" verplicht uitleg="Kies alles wat past." opties={beeld.vormen.map((x) => ({ waarde: x.code, label: x.naam, uitleg: x.voorbeeld }))} />
        <TekstGebied {...veld(stand, 'verhaal')} label={voor ? 'In de woorden van je collega' : 'In je eigen woorden'} uitleg="Een paar zinnen is genoeg. Inspreken met de microfoon van je toetsenbord kan ook." max={20_000} />
        <Keuzes {...veld(stand, 'wanneer')} label="Wanneer was het?" verplicht variant="chips" opties={opties(wanneerkeuzes).map((o) => (o.waarde === 'anders' ? { ...o, extra: <DatumVeld {...veld(stand, 'datum')} label="Welke dag?" verplicht snel={[]} /> } : o))} />
        <TijdVeld {...veld(stand, 'tijd')} label="Hoe laat ongeveer?" uitleg="Bijvoorbeeld 14.10. Weet je het niet meer? Laat het leeg." />
        <Selectie {...veld(stand, 'locatie')} label="Waar was het?" verplicht leeg="Kies een plek" opties={[...beeld.locaties.map((l) => ({ waarde: l.id, label: l.naam })), { waarde: ELDERS, label: 'Ergens anders' }]} />
        <TekstVeld {...veld(stand, 'plek')} label="Waar precies?" uitleg="Bijvoorbeeld ‘balie 3’, ‘op de parkeerplaats’ of ‘bij een bewoner thuis’." max={300} />
        <Keuzes {...veld(stand, 'kanaal')} label="Hoe was het contact?" variant="chips" opties={(beeld.compartiment === 'politiek' ? ['prive' as const, ...kanaalcodes.filter((k) => k !== 'prive')] : kanaalcodes).map((k) => ({ waarde: k, label: kanaalkort[k] }))} />
        <Vinkje {...veldVinkje(stand, 'bijna')} label="Het ging nog net goed" uitleg="Er had iets kunnen gebeuren, maar het liep goed af. Ook dat willen we weten." />
        <Stapknoppen beeld={beeld} stap="wat" />
        <Alinea klein zacht>Tot je verstuurt, ziet alleen jij wat hier staat. Stop je halverwege? Dan bewaren we het dertig dagen voor je.</Alinea>
      </Formulier>
    ),
  });
}

/** Step 2: who did it, and what is hard to find out later about the way they met. */
function wiePagina(beeld: Conceptbeeld, stand: Stand): PaginaInhoud {
  const kanaal = kanaalVan(beeld.inhoud.velden);
  return stappagina({
    beeld, stap: 'wie', titel: 'Wie deed het?', inleiding: beeld.voor ? 'Vertel wat je weet. Niets weten is ook goed.' : 'Vertel wat je weet. Weet je niets? Dat is ook goed, ga dan gewoon verder.',
    children: (
      <Formulier id={STAPFORMULIER} actie={stappad(beeld.id, 'wie')} {...stand} conceptUrl={stappad(beeld.id, 'wie/tussendoor')} verplichtUitleg="Je mag hier alles overslaan.">
        <Keuzes {...veld(stand, 'veroorzaker')} label="Wat weet je van deze persoon?" opties={opties(veroorzakerkennis)} />
        <TekstVeld {...veld(stand, 'veroorzaker_naam')} label="Naam" uitleg="Van de persoon, het account, de groep of het bedrijf. Zo goed als je het weet." max={200} spelling={false} />
        <TekstGebied {...veld(stand, 'veroorzaker_omschrijving')} label="Hoe herken je deze persoon?" uitleg="Bijvoorbeeld uiterlijk, kleding, stem, een kenteken of een zaaknummer. Schrijf op wat je zag, niet wat je ervan vindt." regels={3} max={5_000} />
        {kanaal && (
          <Groep titel={kanaalkop[kanaal]} naam="kanaal" uitleg="Korte vragen over wat later lastig te achterhalen is.">
            {kanaalvragen[kanaal].map((q) => q.soort === 'tekst'
              ? <TekstVeld {...veld(stand, vraagveld(kanaal, q.code))} label={q.vraag} uitleg={q.uitleg} max={300} spelling={false} />
              : <Keuzes {...veld(stand, vraagveld(kanaal, q.code))} label={q.vraag} uitleg={q.uitleg} variant="chips" opties={opties(janee)} />)}
          </Groep>
        )}
        <Stapknoppen beeld={beeld} stap="wie" />
      </Formulier>
    ),
  });
}

/** Step 3: how someone is, who calls, aangifte, and who may see it. */
function jijPagina(beeld: Conceptbeeld, stand: Stand, v: Verzoek): PaginaInhoud {
  const { voor, eerste } = beeld;
  const omzeilbaar = beeld.compartiment === 'ambtelijk' && eerste !== null;
  return stappagina({
    beeld, stap: 'jij', titel: voor ? `Hoe gaat het met ${voor.naam}?` : 'Hoe gaat het met je?', inleiding: voor ? 'Er wordt altijd gebeld, wat je hier ook kiest.' : 'Je staat er niet alleen voor. We bellen je altijd, wat je hier ook kiest.',
    children: (
      <>
        {beeld.opvang !== '' && <Melding soort="info" titel="Nu meteen iemand spreken?"><p>Bel het opvangteam: <Telefoon nummer={beeld.opvang} /></p></Melding>}
        <Formulier id={STAPFORMULIER} actie={stappad(beeld.id, 'jij')} {...stand} conceptUrl={stappad(beeld.id, 'jij/tussendoor')} verplichtUitleg="Je mag hier alles overslaan.">
          <Keuzes {...veld(stand, 'belwens')} label={voor ? 'Wat heeft je collega nu nodig?' : 'Wat heb je nu nodig?'} opties={belkeuzes(beeld, v.nu)} />
          <TekstGebied {...veld(stand, 'hoe_gaat_het')} label={voor ? 'Wat vertelde je collega daarover?' : 'Wil je er iets over kwijt?'} uitleg="Wie je melding behandelt leest dit mee." regels={3} max={5_000} />
          <Keuzes {...veld(stand, 'aangifte_wens')} label={voor ? 'Wil je collega aangifte doen bij de politie?' : 'Wil je aangifte doen bij de politie?'} variant="chips" uitleg="Je zit nergens aan vast. De Adviseur-VPD bespreekt het en kan meegaan." opties={opties(aangiftewensen)} />
          {omzeilbaar && (
            <Keuzes {...veld(stand, 'route')} label={voor ? 'Wie mag de melding zien?' : 'Wie mag je melding zien?'} opties={[
              { waarde: 'leidinggevende', label: `${eerste.naam} (leidinggevende) en ${adviseurTekst(beeld.adviseurs)}`, uitleg: voor ? 'De leidinggevende kan dan opvang en werk regelen.' : 'Dan kan je leidinggevende je opvangen en je werk aanpassen.' },
              { waarde: 'buiten_leidinggevende', label: `Alleen ${adviseurTekst(beeld.adviseurs)}`, uitleg: voor ? 'De leidinggevende krijgt geen bericht en kan de melding niet vinden.' : 'Je leidinggevende krijgt geen bericht en kan de melding niet vinden. Kies dit ook als het over je leidinggevende zelf gaat.' },
            ]} />
          )}
          {beeld.compartiment === 'politiek' && <Alinea zacht>Je melding blijft in het gesloten deel voor raad en bestuur. {eerste ? `${eerste.naam} (griffier)` : 'De griffier'} en {adviseurTekst(beeld.adviseurs)} kunnen haar lezen. Ambtelijke leidinggevenden niet.</Alinea>}
          <Stapknoppen beeld={beeld} stap="jij" />
        </Formulier>
      </>
    ),
  });
}

/** Before step 1 of a report on behalf: for whom, how it came in, and why. */
export async function namensPagina(beeld: Conceptbeeld, stand: Stand, v: Verzoek): Promise<PaginaInhoud> {
  return stappagina({
    beeld, stap: 'namens', titel: 'Voor wie meld je?', inleiding: 'Je collega krijgt een e-mail met een link naar Rugdekking. Daar staat wie er belt en wanneer.',
    children: (
      <Formulier id={STAPFORMULIER} actie={stappad(beeld.id, 'namens')} {...stand}>
        <CollegaVeld label="Welke collega?" verplicht stand={stand} opties={await collegaOpties(v, stand)} uitleg="Typ de naam of het personeelsnummer. Ook een beveiliger of andere ingehuurde collega." />
        <Keuzes {...veld(stand, 'bron')} label="Hoe hoorde je het?" verplicht opties={opties(bronnen)} />
        <TekstVeld {...veld(stand, 'namens_reden')} label="Waarom meldt je collega niet zelf?" verplicht uitleg="Bijvoorbeeld ‘ziek thuis’, ‘geen computer’ of ‘vroeg mij om het te doen’." max={1_000} />
        <Stapknoppen beeld={beeld} stap="namens" />
      </Formulier>
    ),
  });
}

/** Registers the steps that are filled in as a form. */
export function invulstappen(site: Site): void {
  const laad = (v: Verzoek): Promise<Conceptbeeld> => v.vraag(conceptbeeld, { concept: v.id('id') });
  /** A step after the first exists only of a form that was kept. */
  const laadBestaand = async (v: Verzoek): Promise<Conceptbeeld> => {
    const beeld = await laad(v);
    if (beeld.bewaardOp === null && beeld.verstuurd === null) throw fout('niet-gevonden');
    return beeld;
  };
  const toon = (pagina: (beeld: Conceptbeeld, stand: Stand, v: Verzoek) => PaginaInhoud | Promise<PaginaInhoud>) => (beeld: Conceptbeeld, stand: Stand, v: Verzoek) => (beeld.verstuurd ? verstuurdPagina(beeld.verstuurd) : pagina(beeld, stand, v));

  const paginas = { wat: watPagina, wie: wiePagina, jij: jijPagina } as const;
  for (const stap of ['wat', 'wie', 'jij'] as const) {
    site.formulier(`/melden/:id/${stap}`, {
      handeling: bewaarConcept,
      laad: stap === 'wat' ? laad : laadBestaand,
      begin: beginvelden,
      invoer: (velden, v) => ({ concept: v.id('id'), stap, velden }),
      toon: toon(paginas[stap]),
      klaar: verder(stap),
    });
    // While someone types: kept without a word, right or not.
    site.ruw('POST', `/melden/:id/${stap}/tussendoor`, async (v) => {
      const velden = await eigenPost(v);
      await v.voer(bewaarConcept, { concept: v.id('id'), stap, velden: eigenVelden(velden) });
      return v.c.body(null, 204);
    });
  }

  const laadNamens = async (v: Verzoek, concept: string): Promise<Conceptbeeld> => {
    if (!v.mag('melding.namens')) throw fout('niet-gevonden');
    const beeld = await v.vraag(conceptbeeld, { concept, soort: 'namens' });
    if (beeld.soort !== 'namens') throw fout('niet-gevonden');
    return beeld;
  };
  site.pagina('/melden/namens', async (v) => namensPagina(await laadNamens(v, nieuwId(v.nu.epochMilliseconds)), v.stand(), v));
  site.formulier('/melden/:id/namens', {
    handeling: bewaarVoorWie,
    laad: (v) => laadNamens(v, v.id('id')),
    begin: ({ voor, inhoud: { velden } }) => ({ medewerker: voor?.id ?? '', medewerker_naam: voor?.naam ?? eenVeld(velden, 'voor_naam'), bron: eenVeld(velden, 'bron'), namens_reden: eenVeld(velden, 'namens_reden') }),
    invoer: (velden, v) => ({ ...velden, concept: v.id('id'), stop: waarde(velden, VELD_GA) === 'stop' }),
    toon: toon(namensPagina),
    klaar: verder('namens'),
  });
}
