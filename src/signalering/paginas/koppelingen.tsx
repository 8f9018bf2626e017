import { Fout, fout, type Veldfout } from '../../kern/fouten/index.ts';
import { dagVan, datumTekst, datumTijdTekst } from '../../kern/tijd/index.ts';
import { Alinea, DefinitieLijst, Formulier, Kaart, Keuzes, Knop, KnopLink, Knoppen, Kruimels, LegeStaat, Link, Melding, Merk, PaginaKop, Selectie, Stapel, Tabel, TekstVeld, veld, veldMeer, Vinkjes } from '../../ontwerp/index.ts';
import type { Sleutels } from '../../platform/geheim/index.ts';
import { eigenPost, eigenVelden, type PaginaInhoud, type Site, type Stand, type Verzoek } from '../../platform/http/index.ts';
import { geldigheden, maakKoppeling, maakWebhookInstellen, nieuwGeheim, standVan, trekKoppelingIn } from '../handelingen/koppeling.ts';
import { doelcodes, doelen } from '../regels/woorden.ts';
import { koppelingenLezen, koppelingLezen } from '../vragen/koppeling.ts';
import { nieuweSleutel } from '../webhook/geheim.ts';

const PAD = '/inrichting/koppelingen';
const BEGIN = [{ tekst: 'Inrichting', href: '/inrichting' }];
const STAND = { actief: ['klaar', 'actief'], bijna: ['let-op', 'verloopt bijna'], verlopen: ['neutraal', 'verlopen'], ingetrokken: ['neutraal', 'ingetrokken'] } as const;

function Standmerk({ k, v }: { k: Parameters<typeof standVan>[0]; v: Verzoek }) {
  const [soort, woord] = STAND[standVan(k, v.nu)];
  return <Merk soort={soort}>{woord}</Merk>;
}

/** Systems that may ask whether there is a signal. A key and the secret of a webhook are shown once, on the answer to the form that made them. */
export function koppelingPaginas(site: Site, sleutels: Sleutels): void {
  const stelWebhookIn = maakWebhookInstellen(sleutels);

  site.pagina(PAD, async (v) => {
    const lijst = await v.vraag(koppelingenLezen, {});
    return {
      titel: 'Koppelingen', menu: '/inrichting',
      inhoud: (
        <Stapel>
          <Kruimels items={BEGIN} />
          <PaginaKop titel="Koppelingen" inleiding="Systemen die vooraf mogen vragen of er een signaal is, elk met een eigen sleutel. Zij krijgen een licht en een instructie, nooit een verhaal." acties={v.mag('koppeling.maken') ? <KnopLink href={`${PAD}/nieuw`} icoon="plus">Nieuwe koppeling</KnopLink> : undefined} />
          <Tabel bijschrift="Koppelingen" bijschriftVerborgen rijen={lijst} leeg={<LegeStaat titel="Er zijn geen koppelingen" icoon="extern"><p>Een zaaksysteem of agenda kan zo vanzelf controleren.</p></LegeStaat>} kolommen={[
            { kop: 'Systeem', rijkop: true, cel: (k) => <Link href={`${PAD}/${k.id}`}>{k.naam}</Link> }, { kop: 'Stand', cel: (k) => <Standmerk k={k} v={v} /> }, { kop: 'Geldig tot', cel: (k) => datumTekst(dagVan(k.verloopt_op)) },
            { kop: 'Laatst gebruikt', cel: (k) => (k.laatst_gebruikt ? datumTijdTekst(k.laatst_gebruikt) : 'nog niet') },
          ]} />
          <Alinea klein zacht>De beschrijving van de API staat op <Link href="/api/v1/openapi.json">/api/v1/openapi.json</Link>.</Alinea>
        </Stapel>
      ),
    };
  });

  const nieuw = (stand: Stand): PaginaInhoud => ({
    titel: 'Nieuwe koppeling', menu: '/inrichting',
    inhoud: (
      <Stapel>
        <Kruimels items={[...BEGIN, { tekst: 'Koppelingen', href: PAD }]} />
        <PaginaKop titel="Nieuwe koppeling" inleiding="Je ziet de sleutel daarna één keer. Geef haar alleen aan wie het systeem beheert, en niet per e-mail." />
        <Formulier actie={`${PAD}/nieuw`} {...stand}>
          <TekstVeld {...veld(stand, 'naam')} label="Welk systeem is het?" verplicht max={80} />
          <Vinkjes {...veldMeer(stand, 'doelen')} label="Waarvoor mag het vragen?" verplicht opties={doelcodes.map((d) => ({ waarde: d, label: doelen[d] }))} />
          <Keuzes {...veld(stand, 'dagen')} label="Hoe lang is de sleutel geldig?" verplicht opties={Object.entries(geldigheden).map(([w, label]) => ({ waarde: w, label }))} />
          <TekstVeld {...veld(stand, 'per_minuut')} label="Hoogstens zoveel vragen per minuut" verplicht toetsenbord="numeric" tekens={4} />
          <TekstVeld {...veld(stand, 'per_dag')} label="Zoveel vragen verwacht je hoogstens op een dag" verplicht uitleg="Vraagt het systeem meer, dan hoort de Adviseur dat." toetsenbord="numeric" tekens={6} />
          <Selectie {...veld(stand, 'compartiment')} label="Welke signalen?" opties={[{ waarde: 'ambtelijk', label: 'Van de ambtelijke organisatie' }, { waarde: 'politiek', label: 'Van het politieke compartiment' }]} />
          <Knoppen><Knop>Maak de sleutel</Knop><KnopLink soort="rustig" href={PAD}>Terug zonder opslaan</KnopLink></Knoppen>
        </Formulier>
      </Stapel>
    ),
  });

  site.pagina(`${PAD}/nieuw`, async (v) => {
    if (!v.mag('koppeling.maken')) throw fout('niet-gevonden');
    return nieuw(v.stand({ per_minuut: '60', per_dag: '500', dagen: '365', compartiment: 'ambtelijk' }));
  });

  site.ruw('POST', `${PAD}/nieuw`, async (v) => {
    const velden = eigenVelden(await eigenPost(v));
    const { sleutel, hash, begin } = nieuweSleutel();
    try {
      const { id } = await v.voer(maakKoppeling, { ...velden, hash, begin });
      return geheimPagina('De sleutel van dit systeem', sleutel, 'Stuur haar mee bij elke vraag, als Authorization: Bearer.', `${PAD}/${id}`);
    } catch (e) {
      if (!(e instanceof Fout) || e.code !== 'invoer.ongeldig') throw e;
      return { ...nieuw({ ...v.stand(velden), fouten: e.velden }), status: 422, fout: true };
    }
  });

  const een = async (v: Verzoek, stand: Stand, fouten: readonly Veldfout[] = []): Promise<PaginaInhoud> => {
    const k = await v.vraag(koppelingLezen, { id: v.id('id') });
    const loopt = standVan(k, v.nu) === 'actief' || standVan(k, v.nu) === 'bijna';
    return {
      titel: k.naam, menu: '/inrichting',
      inhoud: (
        <Stapel>
          <Kruimels items={[...BEGIN, { tekst: 'Koppelingen', href: PAD }]} />
          <PaginaKop titel={k.naam} merken={<Standmerk k={k} v={v} />} inleiding={`${k.aantal} ${k.aantal === 1 ? 'controle' : 'controles'} in de laatste dertig dagen.`} />
          <Kaart titel="De sleutel" icoon="slot" acties={loopt && v.mag('koppeling.intrekken') ? <KnopLink soort="secundair" href={`${PAD}/${k.id}/intrekken`}>Trek de sleutel in</KnopLink> : undefined}>
            <DefinitieLijst items={[
              { term: 'Begint met', waarde: `${k.sleutel_begin}…` }, { term: 'Geldig tot', waarde: datumTekst(dagVan(k.verloopt_op)) }, { term: 'Mag vragen voor', waarde: k.doelen.map((d) => doelen[d]).join(', ') },
              { term: 'Per minuut', waarde: `hoogstens ${k.per_minuut} vragen` }, { term: 'Per dag', waarde: `naar verwachting hoogstens ${k.per_dag} vragen` }, { term: 'Laatst gebruikt', waarde: k.laatst_gebruikt ? datumTijdTekst(k.laatst_gebruikt) : '' },
            ]} />
          </Kaart>
          {loopt && v.mag('koppeling.webhook') && (
            <Kaart titel="Bericht bij een wijziging" icoon="bel">
              <Alinea>Als een signaal begint, wijzigt of eindigt, sturen we een bericht. Daarin staat alleen dat er iets wijzigde. Elke keer dat je bewaart, krijg je een nieuw geheim.</Alinea>
              <Formulier actie={`${PAD}/${k.id}/webhook`} {...stand} fouten={fouten} verplichtUitleg={false} label="Bericht bij een wijziging">
                <TekstVeld {...veld({ ...stand, fouten }, 'webhook_url')} label="Adres" uitleg="Begint met https:// en ligt op het open internet. Leeg is: geen bericht" max={500} spelling={false} />
                <Knoppen><Knop>Bewaar het adres</Knop></Knoppen>
              </Formulier>
            </Kaart>
          )}
          {k.berichten.length > 0 && <Tabel bijschrift="De laatste berichten" rijen={k.berichten} kolommen={[
            { kop: 'Wanneer', rijkop: true, cel: (b) => datumTijdTekst(b.op) }, { kop: 'Aangekomen', cel: (b) => (b.afgeleverd_op ? 'ja' : 'nog niet') }, { kop: 'Pogingen', getal: true, cel: (b) => b.pogingen }, { kop: 'Antwoord', cel: (b) => (b.status === null ? '' : b.status === 0 ? 'geen' : b.status) },
          ]} />}
        </Stapel>
      ),
    };
  };

  site.pagina(`${PAD}/:id`, async (v) => {
    const k = await v.vraag(koppelingLezen, { id: v.id('id') });
    return een(v, v.stand({ webhook_url: k.webhook_url ?? '' }));
  });

  site.ruw('POST', `${PAD}/:id/webhook`, async (v) => {
    const velden = eigenVelden(await eigenPost(v));
    const geheim = nieuwGeheim();
    try {
      const id = v.id('id');
      await v.voer(stelWebhookIn, { id, webhook_url: velden.webhook_url, geheim });
      return velden.webhook_url === '' ? v.verder(`${PAD}/${id}`, 'Er gaan geen berichten meer uit.') : geheimPagina('Het geheim van dit adres', geheim, 'Hiermee controleert het systeem dat een bericht van ons komt.', `${PAD}/${id}`);
    } catch (e) {
      if (!(e instanceof Fout) || e.code !== 'invoer.ongeldig') throw e;
      return { ...(await een(v, v.stand(velden), e.velden)), status: 422, fout: true };
    }
  });

  site.formulier(`${PAD}/:id/intrekken`, {
    handeling: trekKoppelingIn,
    laad: async (v) => {
      const k = await v.vraag(koppelingLezen, { id: v.id('id') });
      if (k.ingetrokken_op !== null || !v.mag('koppeling.intrekken')) throw fout('niet-gevonden');
      return k;
    },
    toon: (k, stand) => ({
      titel: 'Trek de sleutel in', menu: '/inrichting',
      inhoud: (
        <Stapel>
          <Kruimels items={[...BEGIN, { tekst: 'Koppelingen', href: PAD }, { tekst: k.naam, href: `${PAD}/${k.id}` }]} />
          <PaginaKop titel="Trek de sleutel in" inleiding={`${k.naam} kan vanaf dat moment niets meer vragen en krijgt geen berichten meer. Je kunt dit niet terugdraaien; een nieuwe sleutel maken kan wel.`} />
          <Formulier actie={`${PAD}/${k.id}/intrekken`} {...stand} verplichtUitleg={false}><Knoppen><Knop soort="gevaar">Trek in</Knop><KnopLink soort="rustig" href={`${PAD}/${k.id}`}>Terug</KnopLink></Knoppen></Formulier>
        </Stapel>
      ),
    }),
    klaar: (r) => ({ naar: `${PAD}/${r.id}`, bericht: 'De sleutel werkt niet meer.' }),
  });
}

function geheimPagina(titel: string, geheim: string, uitleg: string, verder: string): PaginaInhoud {
  return {
    titel, menu: '/inrichting', vorm: 'lezen',
    inhoud: (
      <Stapel>
        <PaginaKop titel={titel} inleiding={uitleg} />
        <Melding soort="let-op" titel="Je ziet dit maar één keer"><p><code>{geheim}</code></p><p>Zet het nu op een veilige plek. Wij bewaren het niet leesbaar. Ben je het kwijt, maak dan een nieuwe.</p></Melding>
        <Knoppen><KnopLink href={verder}>Ik heb het bewaard</KnopLink></Knoppen>
      </Stapel>
    ),
  };
}
