import { datumTekst } from '../../kern/tijd/index.ts';
import { fout } from '../../kern/fouten/index.ts';
import { Alinea, Formulier, Kaart, KnopLink, Lijst, Stapel, TekstGebied, TekstVeld, Uitklap, veld, VerborgenVeld } from '../../ontwerp/index.ts';
import { waarde, type Site } from '../../platform/http/index.ts';
import { schrijfNorm } from '../handelingen/norm.ts';
import { normsoortcodes, normsoorten, type Norm } from '../normen.ts';
import { normLezen } from '../vragen/versies.ts';
import { Bewaar, pagina } from './gedeeld.tsx';

/** Registers the norm and the house rules: to read, to write anew, and as a poster on paper. */
export function normPaginas(site: Site): void {
  for (const soort of normsoortcodes) {
    const pad = `/${soort}`;
    site.pagina(pad, async (v) => {
      const { norm, eerder } = await v.vraag(normLezen, { soort });
      return pagina({
        titel: norm.titel, kruimels: [{ tekst: normsoorten[soort], href: pad }],
        acties: <>
          <KnopLink soort="secundair" icoon="print" href={`${pad}/poster`}>Als poster</KnopLink>
          {v.mag('norm.wijzigen') && <KnopLink href={`${pad}/wijzigen`}>Wijzig de tekst</KnopLink>}
        </>,
      }, (
        <Stapel>
          <Kaart><Tekst norm={norm} /></Kaart>
          <Alinea klein zacht>Tekst {norm.nummer}{norm.nummer === 1 ? ', waarmee elke organisatie begint' : `, vanaf ${datumTekst(norm.vanaf)}`}. Een brief kan naar een regel verwijzen met het nummer.</Alinea>
          {eerder.length > 0 && <Uitklap titel="Eerdere teksten" aantal={eerder.length}>{eerder.map((e) => <Stapel ruimte="s"><Alinea>Tekst {e.nummer}{e.nummer === 1 ? '' : `, vanaf ${datumTekst(e.vanaf)}`}: {e.titel}</Alinea><Lijst items={e.regels} /></Stapel>)}</Uitklap>}
        </Stapel>
      ));
    });

    site.pagina(`${pad}/poster`, async (v) => {
      const { norm } = await v.vraag(normLezen, { soort });
      return {
        titel: norm.titel, menu: '/handelingskader', vorm: 'lezen',
        inhoud: (
          <div class="rd-poster">
            <h1>{norm.titel}</h1>
            <Tekst norm={norm} />
            <p class="rd-poster__wie">{v.sessie.organisatie.naam}</p>
            <p class="rd-poster__hulp">Druk deze bladzijde af met je browser. Op papier staat alleen de tekst.</p>
          </div>
        ),
      };
    });

    site.formulier(`${pad}/wijzigen`, {
      handeling: schrijfNorm,
      laad: async (v) => {
        if (!v.mag('norm.wijzigen')) throw fout('niet-gevonden');
        return v.vraag(normLezen, { soort });
      },
      begin: ({ norm }) => ({ soort, nummer: String(norm.nummer), versie: String(norm.nummer), titel: norm.titel, inleiding: norm.inleiding, regels: norm.regels.join('\n'), slot: norm.slot }),
      invoer: (velden) => ({ ...velden, nummer: velden.versie }),
      toon: (_, stand) => pagina({ titel: `${normsoorten[soort]} wijzigen`, inleiding: 'De nieuwe tekst geldt vanaf vandaag. De oude blijft bewaard.', kruimels: [{ tekst: normsoorten[soort], href: pad }] }, (
        <Formulier actie={`${pad}/wijzigen`} {...stand} veldnamen={{ titel: 'Titel', inleiding: 'Inleiding', regels: 'Regels', slot: 'Slot' }}>
          <VerborgenVeld naam="soort" waarde={soort} />
          <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
          <TekstVeld {...veld(stand, 'titel')} label="Titel" verplicht max={120} />
          <TekstGebied {...veld(stand, 'inleiding')} label="Inleiding" regels={2} max={1_000} />
          <TekstGebied {...veld(stand, 'regels')} label="Regels" verplicht uitleg="Elke regel op een nieuwe regel. Ze krijgen vanzelf een nummer." regels={10} max={15_000} />
          <TekstGebied {...veld(stand, 'slot')} label="Wat volgt er?" regels={2} max={1_000} />
          <Bewaar tekst="Maak dit de nieuwe tekst" terug={pad} />
        </Formulier>
      )),
      klaar: () => ({ naar: pad, bericht: 'De nieuwe tekst geldt vanaf vandaag.' }),
    });
  }
}

function Tekst({ norm }: { norm: Norm }) {
  return (
    <>
      {norm.inleiding !== '' && <p class="ams-paragraph">{norm.inleiding}</p>}
      <ol class="rd-poster__regels">{norm.regels.map((r) => <li>{r}</li>)}</ol>
      {norm.slot !== '' && <p class="ams-paragraph">{norm.slot}</p>}
    </>
  );
}
