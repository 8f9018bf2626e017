import { Fout, fout } from '../../kern/fouten/index.ts';
import { Alinea, Formulier, Groep, Kaart, Knop, KnopLink, Knoppen, Lijst, Link, PaginaKop, Raster, Stapel, TekstVeld, veld, veldId, Uitklap } from '../../ontwerp/index.ts';
import { eigenPost, eigenVelden, waarde, type PaginaInhoud, type Site, type Stand, type Verzoek } from '../../platform/http/index.ts';
import { maakControle, type Controleuitslag } from '../handelingen/controle.ts';
import type { Signaleringmiddelen } from '../poort.ts';
import { doelcodes, doelen } from '../regels/woorden.ts';
import { Antwoordblok } from './onderdelen.tsx';

const PAD = '/controle';

/** The purpose is the button: one deliberate tap says why and asks. Enter in a field asks without a purpose, and is answered with that question. */
function Doelknoppen({ stand }: { stand: Stand }) {
  const fout = stand.fouten.find((f) => f.veld === 'doel')?.tekst;
  return (
    <Groep titel="Waarvoor wil je dit weten? (verplicht)" naam="doel" uitleg={fout ?? 'Tik op het doel. Dan controleren we meteen.'}>
      <button class="ams-visually-hidden" type="submit" tabIndex={-1} aria-hidden="true">Controleer</button>
      <Knoppen>
        {doelcodes.map((d, i) => <Knop naam="doel" waarde={d} soort="secundair" {...(i === 0 ? { id: veldId('doel') } : {})}>{doelen[d]}</Knop>)}
      </Knoppen>
    </Groep>
  );
}

function Velden({ stand }: { stand: Stand }) {
  return (
    <>
      <TekstVeld {...veld(stand, 'naam')} label="Naam" uitleg="Voornaam en achternaam" max={200} spelling={false} />
      <TekstVeld {...veld(stand, 'geboortedatum')} label="Geboortedatum" uitleg="Bijvoorbeeld 7-3-1984. Alleen het jaar mag ook." tekens={12} />
      <Raster>
        <TekstVeld {...veld(stand, 'postcode')} label="Postcode" tekens={8} max={20} />
        <TekstVeld {...veld(stand, 'huisnummer')} label="Huisnummer" uitleg="Met wat erachter staat, zoals 12-A" tekens={8} max={30} />
      </Raster>
      <Uitklap titel="Nog iets weten?">
        <TekstVeld {...veld(stand, 'telefoon')} label="Telefoonnummer" soort="tel" toetsenbord="tel" tekens={14} max={30} />
      </Uitklap>
    </>
  );
}

/** The check before a visit, on a phone in the street or at a desk. Everything goes by POST; nothing of anyone is in an address or kept in the page. */
export function controlePaginas(site: Site, m: Signaleringmiddelen): void {
  const controle = maakControle(m, 'medewerker');

  const pagina = (v: Verzoek, stand: Stand, uitslag: Controleuitslag | null, doel: string): PaginaInhoud => ({
    titel: 'Controle vooraf', menu: PAD, vorm: 'lezen',
    inhoud: (
      <Stapel>
        <PaginaKop titel="Controle vooraf" inleiding={uitslag ? undefined : 'Is er een signaal over iemand die je gaat ontmoeten? Je ziet een licht en wat je moet doen, nooit een verhaal.'} />
        {uitslag && <Uitslag v={v} uitslag={uitslag} doel={doel} />}
        {uitslag && uitslag.uitkomst !== 'niet_te_bepalen' ? <Knoppen><KnopLink href={PAD} soort="secundair" icoon="zoek">Nog een controle</KnopLink></Knoppen> : (
          <Formulier actie={PAD} {...stand} verplichtUitleg={false} label="Controle">
            <Velden stand={stand} />
            <Doelknoppen stand={stand} />
          </Formulier>
        )}
        <Alinea klein zacht>We leggen vast dat jij controleerde en waarvoor, niet wat je typte. <Link href={`${PAD}/lijst`}>Een hele daglijst controleren</Link></Alinea>
      </Stapel>
    ),
  });

  site.pagina(PAD, async (v) => {
    if (!v.mag('controle.doen')) throw fout('niet-gevonden');
    return pagina(v, v.stand(), null, '');
  });

  site.ruw('POST', PAD, async (v) => {
    const eigen = eigenVelden(await eigenPost(v));
    const doel = waarde(eigen, 'doel');
    try {
      // Without the key of the form: an answer is never kept, not even to give it a second time.
      const uitslag = await v.voer(controle, eigen);
      return pagina(v, v.stand(uitslag.uitkomst === 'niet_te_bepalen' ? eigen : {}), uitslag, doel);
    } catch (e) {
      if (!(e instanceof Fout) || e.code !== 'invoer.ongeldig') throw e;
      return { ...pagina(v, { ...v.stand(eigen), fouten: e.velden }, null, doel), status: 422, fout: true };
    }
  });
}

function Uitslag({ v, uitslag, doel }: { v: Verzoek; uitslag: Controleuitslag; doel: string }) {
  const bezoek = uitslag.uitkomst === 'geel' && doel === 'huisbezoek' && v.mag('bezoek.plannen');
  return (
    <>
      <Antwoordblok antwoord={uitslag} />
      {bezoek && (
        <Kaart titel="Ga je op huisbezoek?" icoon="plaats" soort="nadruk" acties={<KnopLink href={`/bezoeken/nieuw/${uitslag.id}`}>Bereid het bezoek voor</KnopLink>}>
          <Alinea>Loop kort na waar je op let. Zeg ook wanneer je terug bent. Horen we dan niets, dan waarschuwen we je leidinggevende.</Alinea>
        </Kaart>
      )}
      {uitslag.uitkomst === 'rood' && <Lijst items={['Is het toch nodig? Bel eerst de Adviseur.', 'Komt iemand op je af? Ga weg en bel 112.']} />}
    </>
  );
}
