import { Alinea, Formulier, Keuzes, KnopLink, Knoppen, LegeStaat, Lijst, Link, Melding, Merk, Selectie, Stapel, Tabel, TekstVeld, veld, VerborgenVeld } from '../../ontwerp/index.ts';
import { waarde, type PaginaInhoud, type Site, type Stand, type Verzoek } from '../../platform/http/index.ts';
import { voegOnderdeelToe, wijzigOnderdeel, zetOnderdeelActief } from '../handelingen/onderdelen.ts';
import { CollegaVeld, collegaOpties } from '../kiescollega.tsx';
import { metAlleOnder, opVolgorde } from '../regels/boom.ts';
import { compartimentnamen, fasecodes, fasen, type Fase } from '../regels/woorden.ts';
import { onderdeelDetail, onderdelenLijst, type OnderdeelRegel } from '../vragen/lijsten.ts';
import { BEGIN, Bewaar, Gevolgen, kader, MENU, UitGebruik, vereis } from './gedeeld.tsx';

const PAD = `${MENU}/onderdelen`;
const KRUIMELS = [BEGIN, { tekst: 'Onderdelen', href: PAD }];
const DIEPST = 5;
const LABELS = { code: 'Code', naam: 'Naam', medewerker_naam: 'Leidinggevende', fase: 'Wie meldt' };

/** The choice of a department: in the order of the tree, with the way to it. */
export function onderdeelOpties(alle: readonly OnderdeelRegel[], huidig: string | null): { waarde: string; label: string }[] {
  return opVolgorde(alle.filter((o) => o.actief || o.id === huidig)).map(({ knoop, pad }) => ({ waarde: knoop.id, label: [...pad, knoop.naam].join(' › ') }));
}

export function onderdelenPaginas(site: Site): void {
  site.pagina(PAD, async (v) => {
    const alle = await v.vraag(onderdelenLijst, {});
    const wijzigt = v.mag('inrichting.wijzigen');
    return kader({ titel: 'Onderdelen', inleiding: 'Wie waaronder valt, en wie leiding geeft. Een melding gaat naar de leidinggevende van wie het overkwam.', acties: wijzigt ? <KnopLink icoon="plus" href={`${PAD}/nieuw`}>Nieuw onderdeel</KnopLink> : undefined },
      <Tabel
        bijschrift="Onderdelen in de volgorde van de boom" bijschriftVerborgen rijen={opVolgorde(alle)}
        leeg={<LegeStaat titel="Er zijn nog geen onderdelen" icoon="gebouw"><p>Maak ze een voor een, of lees ze in uit een CSV-bestand.</p></LegeStaat>}
        kolommen={[
          { kop: 'Onderdeel', rijkop: true, cel: ({ knoop: o, diepte, pad }) => (
            <span class={`rd-inspring rd-inspring--${Math.min(diepte, DIEPST)}`}>
              {pad.length > 0 && <span class="ams-visually-hidden">Onder {pad.at(-1)}: </span>}
              {wijzigt ? <Link href={`${PAD}/${o.id}`}>{o.naam}</Link> : o.naam}<UitGebruik actief={o.actief} />
              {o.compartiment === 'politiek' && <> <Merk soort="info">politiek</Merk></>}
            </span>
          ) },
          { kop: 'Code', cel: ({ knoop: o }) => o.code },
          { kop: 'Leidinggevende', cel: ({ knoop: o }) => o.leidinggevende ?? <span class="rd-zacht">geen</span> },
          { kop: 'Wie meldt', cel: ({ knoop: o }) => (o.compartiment === 'politiek' ? 'Iedereen meldt zelf' : fasen[String(o.fase) as Fase].naam) },
          { kop: 'Collega’s', getal: true, cel: ({ knoop: o }) => (Number(o.mensen) === 0 ? '0' : <Link href={`${MENU}/medewerkers?onderdeel=${o.id}`}>{o.mensen}</Link>) },
        ]}
      />);
  });

  site.formulier(`${PAD}/nieuw`, {
    handeling: voegOnderdeelToe,
    laad: async (v) => {
      vereis(v, 'inrichting.wijzigen');
      return v.vraag(onderdelenLijst, {});
    },
    begin: () => ({ fase: '3', compartiment: 'ambtelijk' }),
    toon: (alle, stand, v) => formulier(v, { titel: 'Nieuw onderdeel', actie: `${PAD}/nieuw`, alle, zelf: null }, stand),
    klaar: () => ({ naar: PAD, bericht: 'Het onderdeel staat erbij.' }),
  });

  site.formulier(`${PAD}/:id`, {
    handeling: wijzigOnderdeel,
    laad: async (v) => {
      vereis(v, 'inrichting.wijzigen');
      return v.vraag(onderdeelDetail, { id: v.id('id') });
    },
    begin: ({ onderdeel: o }) => ({ versie: String(o.versie), code: o.code, naam: o.naam, ouder_id: o.ouder ?? '', medewerker_naam: o.leidinggevende ?? '', fase: String(o.fase), compartiment: o.compartiment }),
    toon: ({ onderdeel, alle }, stand, v) => formulier(v, { titel: onderdeel.naam, actie: `${PAD}/${onderdeel.id}`, alle, zelf: onderdeel }, stand),
    klaar: () => ({ naar: PAD, bericht: 'Opgeslagen.' }),
  });

  site.formulier(`${PAD}/:id/gebruik`, {
    handeling: zetOnderdeelActief,
    laad: async (v) => {
      vereis(v, 'inrichting.wijzigen');
      return v.vraag(onderdeelDetail, { id: v.id('id') });
    },
    begin: ({ onderdeel: o }) => ({ versie: String(o.versie), actief: o.actief ? '' : 'ja' }),
    toon: ({ onderdeel: o, bezwaren }, stand) => kader({ titel: o.actief ? `${o.naam} uit gebruik nemen` : `${o.naam} weer in gebruik nemen`, kruimels: [...KRUIMELS, { tekst: o.naam, href: `${PAD}/${o.id}` }] },
      o.actief && bezwaren.length > 0 ? (
        <Stapel>
          <Melding soort="let-op" titel="Dit onderdeel is nog in gebruik"><Lijst items={bezwaren} /></Melding>
          <Knoppen><KnopLink href={`${MENU}/medewerkers?onderdeel=${o.id}`}>Bekijk wie hier werken</KnopLink><KnopLink soort="rustig" href={PAD}>Terug naar de onderdelen</KnopLink></Knoppen>
        </Stapel>
      ) : (
        <Stapel>
          <Gevolgen items={o.actief
            ? ['Je kunt dit onderdeel niet meer kiezen bij een medewerker of als plek in de boom.', 'Dossiers van dit onderdeel blijven zoals ze zijn.', 'Je kunt het later weer in gebruik nemen.']
            : ['Je kunt dit onderdeel weer kiezen.', ...(o.leidinggevende ? [`${o.leidinggevende} geeft er leiding aan.`] : [])]} />
          <Formulier actie={`${PAD}/${o.id}/gebruik`} {...stand} verplichtUitleg={false}>
            <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
            <VerborgenVeld naam="actief" waarde={waarde(stand.waarden, 'actief')} />
            <Bewaar tekst={o.actief ? 'Neem uit gebruik' : 'Neem weer in gebruik'} terug={PAD} />
          </Formulier>
        </Stapel>
      )),
    klaar: (r) => ({ naar: PAD, bericht: r.actief ? 'Het onderdeel is weer in gebruik.' : 'Het onderdeel is uit gebruik.' }),
  });
}

async function formulier(v: Verzoek, p: { titel: string; actie: string; alle: readonly OnderdeelRegel[]; zelf: OnderdeelRegel | null }, stand: Stand): Promise<PaginaInhoud> {
  const { alle, zelf } = p;
  const onder = zelf === null ? new Set<string>() : metAlleOnder(alle, zelf.id);
  const politiek = zelf?.compartiment === 'politiek';
  return kader({ titel: p.titel, kruimels: KRUIMELS, merken: zelf ? <UitGebruik actief={zelf.actief} /> : undefined },
    <Stapel>
      <Formulier actie={p.actie} {...stand} veldnamen={LABELS}>
        {zelf && <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />}
        <TekstVeld {...veld(stand, 'naam')} label="Naam" verplicht max={200} />
        <TekstVeld {...veld(stand, 'code')} label="Code" verplicht uitleg="Kort, zonder spaties. Een import herkent het onderdeel hieraan." max={40} tekens={12} spelling={false} />
        <Selectie {...veld(stand, 'ouder_id')} label="Valt onder" leeg="Niets: dit staat bovenaan" opties={onderdeelOpties(alle.filter((o) => !onder.has(o.id)), zelf?.ouder ?? null)} />
        <CollegaVeld label="Leidinggevende" stand={stand} opties={await collegaOpties(v, stand)} uitleg="Typ de naam of het personeelsnummer. Leeg betekent: de leidinggevende van het onderdeel erboven." />
        {!politiek && <Keuzes {...veld(stand, 'fase')} label="Wie meldt hier?" verplicht opties={fasecodes.map((f) => ({ waarde: f, label: fasen[f].naam, uitleg: fasen[f].uitleg }))} />}
        {politiek ? (
          <>
            <VerborgenVeld naam="fase" waarde={waarde(stand.waarden, 'fase')} />
            <VerborgenVeld naam="compartiment" waarde="politiek" />
            <Alinea zacht>Dit onderdeel is voor politieke ambtsdragers. Meldingen zijn alleen te zien voor de griffier en de Adviseur van dat compartiment. Dat blijft zo.</Alinea>
          </>
        ) : (
          <Keuzes {...veld(stand, 'compartiment')} label="Voor wie is dit onderdeel?" verplicht opties={[
            { waarde: 'ambtelijk', label: compartimentnamen.ambtelijk, uitleg: 'Meldingen gaan naar de leidinggevende en de Adviseur.' },
            { waarde: 'politiek', label: compartimentnamen.politiek, uitleg: 'Nieuwe meldingen ziet alleen de griffier, en de Adviseur die hij aanwijst. Dit is later niet terug te draaien.' },
          ]} />
        )}
        <Bewaar terug={PAD} />
      </Formulier>
      {zelf && <Alinea><Link href={`${PAD}/${zelf.id}/gebruik`}>{zelf.actief ? 'Neem dit onderdeel uit gebruik' : 'Neem dit onderdeel weer in gebruik'}</Link></Alinea>}
    </Stapel>);
}
