import { Fout, fout } from '../../kern/fouten/index.ts';
import type { Compartiment } from '../../kern/rechten/index.ts';
import { Alinea, DatumVeld, Formulier, Groep, Kaart, Keuzes, Knop, KnopLink, Knoppen, LegeStaat, Link, Melding, PaginaKop, Stapel, TekstGebied, TekstVeld, Uitklap, veld, VerborgenVeld } from '../../ontwerp/index.ts';
import { eigenPost, eigenVelden, type PaginaInhoud, type Site, type Stand, type Velden, type Verzoek } from '../../platform/http/index.ts';
import { regieIn } from '../onderwerp.ts';
import { zoekPersonen, type Zoekuitkomst } from '../personen.ts';
import { doelcodes, doelen } from '../regels/woorden.ts';
import { BandMerk, kort, Redenen, vraagom } from './onderdelen.tsx';

const COMPARTIMENT: Record<Compartiment, string> = { ambtelijk: 'De ambtelijke organisatie', politiek: 'Politieke ambtsdragers' };

/** Registers looking a person up. What was typed is posted, so that no name is ever in an address or in the history of a browser. */
export function zoekPaginas(site: Site): void {
  site.pagina('/personen', async (v) => {
    if (!v.mag('persoon.zoeken')) throw fout('niet-gevonden');
    return zoekpagina(v, v.stand(begin(v)), null);
  });
  site.ruw('POST', '/personen', async (v) => {
    const velden: Velden = { ...begin(v), ...eigenVelden(await eigenPost(v)) };
    try {
      return zoekpagina(v, v.stand(velden), await v.voer(zoekPersonen, velden));
    } catch (e) {
      if (!(e instanceof Fout) || e.code !== 'invoer.ongeldig') throw e;
      return { ...zoekpagina(v, { ...v.stand(velden), fouten: e.velden }, null), status: 422, fout: true };
    }
  });
}

function begin(v: Verzoek): Velden {
  return { compartiment: regieIn(v.sessie.actor)[0] ?? '' };
}

function zoekpagina(v: Verzoek, stand: Stand, uit: Zoekuitkomst | null): PaginaInhoud {
  const waar = regieIn(v.sessie.actor);
  return {
    titel: 'Personen', menu: '/personen',
    inhoud: (
      <Stapel>
        <PaginaKop titel="Personen" inleiding="Zoek iemand die als veroorzaker is gemeld. Elke zoekvraag komt met je doel in het journaal." acties={v.mag('avg.lijst') ? <KnopLink soort="secundair" href="/privacyverzoeken" icoon="schild">Privacyverzoeken</KnopLink> : undefined} />
        {uit && <Uitkomst uit={uit} />}
        <Formulier actie="/personen" {...stand} label="Zoek een persoon" veldnamen={{}}>
          {waar.length > 1 ? <Keuzes {...veld(stand, 'compartiment')} label="Waar zoek je?" verplicht opties={waar.map((c) => ({ waarde: c, label: COMPARTIMENT[c] }))} /> : <VerborgenVeld naam="compartiment" waarde={waar[0] ?? ''} />}
          <Keuzes {...veld(stand, 'doel')} label="Waarvoor zoek je?" verplicht opties={doelcodes.map((d) => ({ waarde: d, label: doelen[d] }))} />
          <Groep titel="Wie zoek je?" naam="wie" uitleg="Vul in wat je weet. Wij zoeken ook op klank en op tikfouten.">
            <TekstVeld {...veld(stand, 'voornamen')} label="Voornamen of voorletters" max={200} spelling={false} automatisch="off" />
            <TekstVeld {...veld(stand, 'voorvoegsel')} label="Voorvoegsel" tekens={12} max={40} spelling={false} automatisch="off" />
            <TekstVeld {...veld(stand, 'geslachtsnaam')} label="Achternaam" max={200} spelling={false} automatisch="off" />
            <DatumVeld {...veld(stand, 'geboren')} snel={[]} label="Geboortedatum" uitleg="Bijvoorbeeld 7-3-1984. Alleen het jaar mag ook." />
            <TekstVeld {...veld(stand, 'postcode')} label="Postcode" tekens={8} max={20} spelling={false} automatisch="off" />
            <TekstVeld {...veld(stand, 'huisnummer')} label="Huisnummer met toevoeging" tekens={12} max={40} spelling={false} automatisch="off" />
          </Groep>
          <Uitklap titel="Zoek op iets anders" open={['straat', 'woonplaats', 'telefoons', 'emails', 'accounts', 'kenmerken', 'alias', 'roepnaam', 'partnernaam'].some((n) => (stand.waarden[n] ?? '') !== '' || stand.fouten.some((f) => f.veld === n))}>
            <TekstVeld {...veld(stand, 'straat')} label="Straat" max={200} spelling={false} automatisch="off" />
            <TekstVeld {...veld(stand, 'woonplaats')} label="Woonplaats" max={100} spelling={false} automatisch="off" />
            <TekstVeld {...veld(stand, 'roepnaam')} label="Roepnaam" max={100} spelling={false} automatisch="off" />
            <TekstVeld {...veld(stand, 'partnernaam')} label="Naam van de partner" max={200} spelling={false} automatisch="off" />
            <TekstVeld {...veld(stand, 'alias')} label="Ook bekend als" max={200} spelling={false} automatisch="off" />
            <TekstVeld {...veld(stand, 'telefoons')} label="Telefoon" max={60} spelling={false} automatisch="off" />
            <TekstVeld {...veld(stand, 'emails')} label="E-mail" max={200} spelling={false} automatisch="off" />
            <TekstVeld {...veld(stand, 'accounts')} label="Account op internet" max={200} spelling={false} automatisch="off" />
            <TekstGebied {...veld(stand, 'kenmerken')} label="Eigen kenmerk" uitleg="Klantnummer of zaaknummer" regels={1} max={200} />
          </Uitklap>
          <Knoppen><Knop icoon="zoek">Zoek</Knop></Knoppen>
        </Formulier>
      </Stapel>
    ),
  };
}

function Uitkomst({ uit }: { uit: Zoekuitkomst }) {
  const vraag = vraagom(uit.beslissendVeld);
  if (uit.teVeel && uit.gevonden.length === 0) return <Melding soort="let-op" titel="Te veel personen lijken hierop"><p>We laten er nooit meer dan tien zien. {vraag === '' ? 'Vul nog iets in, zoals de geboortedatum of het adres.' : vraag}</p></Melding>;
  if (uit.gevonden.length === 0) return <LegeStaat titel="Niemand gevonden" icoon="zoek"><p>In dit compartiment staat niemand die hierop lijkt. {vraag}</p></LegeStaat>;
  return (
    <Kaart titel={uit.gevonden.length === 1 ? 'Eén persoon gevonden' : `${uit.gevonden.length} personen gevonden`} icoon="personen">
      {uit.teVeel && <Alinea zacht>Er lijken er meer op. Je ziet alleen wie het best past. {vraag}</Alinea>}
      {uit.gevonden.map((k) => (
        <Stapel ruimte="s">
          <Alinea><Link href={`/personen/${k.groep.id}`}>{kort(k.groep)}</Link> <BandMerk kandidaat={k} /></Alinea>
          <Uitklap titel="Waarom staat deze persoon hier?"><Redenen uitslag={k.uitslag} /></Uitklap>
        </Stapel>
      ))}
      {!uit.gevonden.some((k) => k.uitslag.band === 'waarschijnlijk') && vraag !== '' && <Alinea>Een naam alleen is nooit genoeg. {vraag}</Alinea>}
    </Kaart>
  );
}
