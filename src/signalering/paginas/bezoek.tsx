import { fout } from '../../kern/fouten/index.ts';
import { momentTekst, tijdTekst } from '../../kern/tijd/index.ts';
import { CollegaVeld, collegaOpties } from '../../inrichting/index.ts';
import { ActieFormulier, Alinea, DefinitieLijst, Formulier, Kaart, Knop, KnopBel, KnopLink, Knoppen, Kruimels, Melding, Nood112, PaginaKop, Stapel, Stappen, TekstVeld, TijdVeld, veld, veldMeer, VerborgenVeld, Vinkjes } from '../../ontwerp/index.ts';
import { waarde, type Site, type Stand, type Verzoek } from '../../platform/http/index.ts';
import { meldBezoek, planBezoek } from '../handelingen/bezoek.ts';
import { nagaan, nagaancodes, nagaanVerplicht } from '../regels/woorden.ts';
import { bezoekBegin, bezoekLezen } from '../vragen/bezoek.ts';

type Bezoek = Awaited<ReturnType<typeof bezoekLezen.haal>>;

/** A home visit after a yellow light: what to think of, "I am there", "I am back", and who hears it when that does not come. */
export function bezoekPaginas(site: Site): void {
  site.formulier('/bezoeken/nieuw/:controle', {
    handeling: planBezoek,
    laad: async (v) => {
      const b = await v.vraag(bezoekBegin, { controle: v.id('controle') });
      if (b.al !== null) throw fout('conflict.toestand', { redenen: ['Voor deze controle is al een bezoek voorbereid.'] });
      return b;
    },
    toon: async (b, stand, v) => ({
      titel: 'Bereid je huisbezoek voor', menu: '/controle', vorm: 'lezen',
      inhoud: (
        <Stapel>
          <Nood112 />
          <Kruimels items={[{ tekst: 'Controle vooraf', href: '/controle' }]} />
          <PaginaKop titel="Bereid je huisbezoek voor" inleiding="Loop dit na voordat je gaat. Laat daarna weten dat je terug bent. Horen we niets, dan waarschuwen we eerst jou, dan je leidinggevende en dan de Adviseur." />
          <Formulier actie={`/bezoeken/nieuw/${b.controle}`} {...stand}>
            <Vinkjes {...veldMeer(stand, 'nagegaan')} label="Dit ben ik nagegaan" verplicht opties={nagaancodes.map((n) => ({ waarde: n, label: nagaan[n], uitleg: nagaanVerplicht.includes(n) ? 'Dit moet' : undefined }))} />
            <TijdVeld {...veld(stand, 'terug')} label="Uiterlijk terug om" verplicht uitleg="Vandaag. Neem het ruim, bijvoorbeeld 15.30" />
            <TekstVeld {...veld(stand, 'plek')} label="Waar ga je heen?" uitleg="Alleen te zien als je te laat terug bent. Als je terug bent, wissen we het." max={200} />
            <CollegaVeld label="Wie gaat er mee?" stand={stand} opties={await collegaOpties(v, stand)} />
            <Knoppen><Knop>Ik ga</Knop><KnopLink soort="rustig" href="/controle">Ik ga niet</KnopLink></Knoppen>
          </Formulier>
        </Stapel>
      ),
    }),
    klaar: (r) => ({ naar: `/bezoeken/${r.id}`, bericht: 'Goede reis. Laat hier weten dat je er bent en dat je terug bent.' }),
  });

  site.pagina('/bezoeken/:id', async (v) => {
    const b = await v.vraag(bezoekLezen, { id: v.id('id') });
    const over = b.terug_op !== null || b.vervallen_op !== null;
    return {
      titel: b.vanMij ? 'Je huisbezoek' : `Huisbezoek van ${b.naam}`, menu: '/vandaag', vorm: 'lezen',
      inhoud: (
        <Stapel>
          {!over && <Nood112 />}
          <Kruimels items={[{ tekst: 'Vandaag', href: '/vandaag' }]} />
          <PaginaKop titel={b.vanMij ? 'Je huisbezoek' : `${b.naam} is nog niet terug`} inleiding={over ? 'Dit bezoek is afgerond.' : `Uiterlijk terug ${momentTekst(b.terug_voor, v.nu)}.`} />
          {b.vanMij ? <Eigen b={b} stand={v.stand()} /> : <Volger b={b} v={v} />}
        </Stapel>
      ),
    };
  });
  site.actie('/bezoeken/:id', {
    handeling: meldBezoek,
    invoer: (velden, v) => ({ id: v.id('id'), wat: waarde(velden, 'wat') }),
    klaar: (r) => ({ naar: `/bezoeken/${r.id}`, bericht: { aangekomen: 'Genoteerd: je bent er.', terug: 'Fijn dat je terug bent.', langer: 'Je hebt een half uur langer.', vervallen: 'Genoteerd: het bezoek gaat niet door.' }[r.wat] }),
  });
}

function Meld({ b, stand, wat, tekst, soort = 'secundair' }: { b: Bezoek; stand: Stand; wat: string; tekst: string; soort?: 'primair' | 'secundair' | 'rustig' }) {
  return <ActieFormulier actie={`/bezoeken/${b.id}`} csrf={stand.csrf}><VerborgenVeld naam="wat" waarde={wat} /><Knop soort={soort}>{tekst}</Knop></ActieFormulier>;
}

function Eigen({ b, stand }: { b: Bezoek; stand: Stand }) {
  if (b.vervallen_op !== null) return <Alinea>Het bezoek ging niet door.</Alinea>;
  return (
    <>
      {b.teLaat && <Melding soort="gevaar" titel="Ben je veilig?"><p>Je zou al terug zijn. Laat nu weten dat het goed gaat. Anders bellen we je.</p></Melding>}
      <Stappen stappen={[
        { tekst: b.aangekomen_op ? `Aangekomen om ${tijdTekst(b.aangekomen_op)}` : 'Aankomen', staat: b.aangekomen_op ? 'klaar' : 'nu' },
        { tekst: b.terug_op ? `Terug om ${tijdTekst(b.terug_op)}` : `Terug, uiterlijk om ${tijdTekst(b.terug_voor)}`, staat: b.terug_op ? 'klaar' : b.aangekomen_op ? 'nu' : 'later' },
      ]} />
      {b.terug_op === null && (
        <Knoppen>
          {b.aangekomen_op === null && !b.teLaat && <Meld b={b} stand={stand} wat="aangekomen" tekst="Ik ben er" soort="primair" />}
          <Meld b={b} stand={stand} wat="terug" tekst="Ik ben veilig terug" soort={b.aangekomen_op === null && !b.teLaat ? 'secundair' : 'primair'} />
          <Meld b={b} stand={stand} wat="langer" tekst="Half uur langer" />
          {b.aangekomen_op === null && <Meld b={b} stand={stand} wat="vervallen" tekst="Het gaat niet door" soort="rustig" />}
        </Knoppen>
      )}
    </>
  );
}

function Volger({ b, v }: { b: Bezoek; v: Verzoek }) {
  return (
    <>
      <Melding soort="gevaar" titel="Bel nu"><p>Krijg je geen gehoor en vertrouw je het niet? Bel 112.</p></Melding>
      <Kaart titel={b.naam} icoon="persoon">
        <Knoppen>
          {b.telefoon !== '' && <KnopBel nummer={b.telefoon} />}
          {b.collega_telefoon && <KnopBel nummer={b.collega_telefoon} soort="secundair" />}
        </Knoppen>
        <DefinitieLijst items={[
          { term: 'Zou terug zijn', waarde: momentTekst(b.terug_voor, v.nu) }, { term: 'Meldde aankomst', waarde: b.aangekomen_op ? momentTekst(b.aangekomen_op, v.nu) : 'nee' },
          { term: 'Waarheen', waarde: b.plek }, { term: 'Samen met', waarde: b.collega },
        ]} />
      </Kaart>
      <Alinea klein zacht>Is {b.naam} terecht? Vraag om in Rugdekking te melden dat alles goed is. Dan stoppen de berichten.</Alinea>
    </>
  );
}
