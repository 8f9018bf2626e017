import { readFile } from 'node:fs/promises';
import { Fout, fout, veldfout, type Veldfout } from '../../kern/fouten/index.ts';
import { dagVan, datumTekst } from '../../kern/tijd/index.ts';
import { ActieFormulier, Alinea, BestandVeld, DefinitieLijst, Formulier, Kaart, Knop, KnopLink, Knoppen, Kruimels, Lijst, Link, PaginaKop, Stapel, Tabel, TekstGebied, TekstVeld, veld, VerborgenVeld } from '../../ontwerp/index.ts';
import { Bestandsfout, neemIn } from '../../platform/bestanden/index.ts';
import { eigenUpload, waarde, type PaginaInhoud, type Site, type Stand, type Velden, type Verzoek } from '../../platform/http/index.ts';
import { sjabloongrenzen, VELD_SJABLOON } from '../docx/keuring.ts';
import { beoordeelSjabloon, maakDocx } from '../docx/maker.ts';
import { standaardsjabloon } from '../docx/standaard.ts';
import { briefdelen, gewoneVelden } from '../docx/velden.ts';
import { haalSjabloonWeg, plaatsSjabloon, stelHuisstijlIn } from '../inrichten/handelingen.ts';
import { briefinrichting, sjabloonOphalen } from '../inrichten/vragen.ts';
import type { Pdfmaker } from '../pdf/maker.ts';
import { ontbrekend, type Briefafzender } from '../regels/huisstijl.ts';
import { briefsoortcodes, briefsoorten, gegevensschemas, type Briefsoort } from '../regels/soorten.ts';
import { stelBriefOp } from '../regels/tekst.ts';
import type { Brief, Logobeeld } from '../regels/vorm.ts';
import { voorbeeldgegevens } from '../regels/voorbeelden.ts';
import { alsDownload } from './download.ts';
import { logoPaginas, LogoVoorbeeld } from './logo.tsx';

const MENU = '/inrichting';
const PAD = `${MENU}/brieven`;
const KRUIMELS = [{ tekst: 'Inrichting', href: MENU }, { tekst: 'Brieven', href: PAD }];

/** Registers the pages where an organisation sets its stationery and its own templates. */
export function sjabloonPaginas(site: Site, pdf: Pdfmaker, spoelmap: string): void {
  const soortVan = (v: Verzoek): Briefsoort => {
    const soort = briefsoortcodes.find((s) => s === v.c.req.param('soort'));
    if (soort === undefined) throw fout('niet-gevonden');
    return soort;
  };

  site.pagina(PAD, async (v) => {
    const i = await v.vraag(briefinrichting, {});
    const mist = ontbrekend(i.huisstijl);
    const mag = v.mag('brief.inrichten');
    return {
      titel: 'Brieven', menu: MENU,
      inhoud: (
        <Stapel>
          <Kruimels items={KRUIMELS.slice(0, 1)} />
          <PaginaKop titel="Brieven" inleiding="Wat er op je briefpapier staat, en je eigen sjablonen voor Word." />
          <Kaart titel="Briefpapier" icoon="brief" acties={mag ? <><KnopLink href={`${PAD}/briefpapier`}>Wijzig</KnopLink><KnopLink soort="secundair" href={`${PAD}/logo`}>{i.logo ? 'Ander logo' : 'Zet een logo op de brieven'}</KnopLink><KnopLink soort="secundair" href={`${PAD}/pandverbod/voorbeeld.pdf`}>Bekijk een voorbeeld (PDF)</KnopLink></> : undefined}>
            {mist.length > 0 && <Alinea>Zonder {mist.join(' en ')} kan er geen brief weg.</Alinea>}
            <DefinitieLijst items={[{ term: 'Afzender', waarde: i.afzender.organisatie }, { term: 'Logo', waarde: i.logo ? <LogoVoorbeeld alt={i.logo.alt} /> : 'geen: op de brief staat de naam' }, { term: 'Retouradres', waarde: i.huisstijl.retouradres }, { term: 'Telefoon', waarde: i.huisstijl.telefoon }, { term: 'E-mail', waarde: i.huisstijl.email }, { term: 'Klacht indienen', waarde: i.huisstijl.klacht }, { term: 'Ombudsman', waarde: i.huisstijl.ombudsman }, { term: 'Functionaris gegevensbescherming', waarde: i.huisstijl.fg }, { term: 'Bewaartermijn', waarde: i.huisstijl.bewaartermijn }]} />
          </Kaart>
          <Kaart titel="Sjablonen voor Word">
            <Alinea>De PDF maakt Rugdekking zelf, toegankelijk en in je kleur. Voor Word kun je per brief een eigen sjabloon gebruiken.</Alinea>
            <Tabel bijschrift="Brieven en hun sjabloon" rijen={briefsoortcodes} kolommen={[
              { kop: 'Brief', rijkop: true, cel: (s) => (mag ? <Link href={`${PAD}/${s}`}>{briefsoorten[s]}</Link> : briefsoorten[s]) },
              { kop: 'Sjabloon', cel: (s) => { const eigen = i.sjablonen.find((x) => x.soort === s); return eigen ? `${eigen.naam}, ${eigen.door}, ${datumTekst(dagVan(eigen.op))}` : 'dat van Rugdekking'; } },
            ]} />
          </Kaart>
        </Stapel>
      ),
    };
  });

  site.formulier(`${PAD}/briefpapier`, {
    handeling: stelHuisstijlIn,
    async laad(v) {
      if (!v.mag('brief.inrichten')) throw fout('niet-gevonden');
      return v.vraag(briefinrichting, {});
    },
    begin: (i): Velden => ({ ...i.huisstijl, versie: String(i.versie) }),
    toon: (_, stand) => ({
      titel: 'Briefpapier', menu: MENU,
      inhoud: (
        <Stapel>
          <Kruimels items={KRUIMELS} />
          <PaginaKop titel="Briefpapier" inleiding="Dit staat op elke brief vanaf nu. Brieven die al zijn nagekeken veranderen niet." />
          <Formulier actie={`${PAD}/briefpapier`} {...stand} veldnamen={{ fg: 'Functionaris gegevensbescherming', klacht: 'Klacht indienen' }}>
            <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
            <TekstVeld {...veld(stand, 'afzender')} label="Naam op de brief" uitleg="Leeg is de naam van je organisatie" max={200} />
            <TekstVeld {...veld(stand, 'retouradres')} label="Retouradres" uitleg="Bijvoorbeeld ‘Postbus 1, 1234 AB Lindewaard’" max={200} />
            <TekstVeld {...veld(stand, 'telefoon')} label="Telefoon" max={60} />
            <TekstVeld {...veld(stand, 'email')} label="E-mail" max={200} />
            <TekstVeld {...veld(stand, 'website')} label="Website" max={200} />
            <TekstGebied {...veld(stand, 'klacht')} label="Hoe dient iemand een klacht in?" uitleg="Eén of twee zinnen in de u-vorm. Bijvoorbeeld: ‘Stuur een brief naar de klachtencoördinator, of gebruik het formulier op onze website.’" regels={3} max={600} />
            <TekstGebied {...veld(stand, 'ombudsman')} label="Welke ombudsman?" regels={2} max={300} />
            <TekstVeld {...veld(stand, 'fg')} label="Functionaris gegevensbescherming" uitleg="Een e-mailadres of telefoonnummer" max={200} />
            <TekstVeld {...veld(stand, 'privacy')} label="Bladzijde over privacy" uitleg="Het webadres" max={300} />
            <TekstVeld {...veld(stand, 'bewaartermijn')} label="Hoe lang bewaar je de gegevens?" max={200} />
            <TekstVeld {...veld(stand, 'kleur')} label="Kleur van naam en koppen" uitleg="Een # met zes tekens, bijvoorbeeld #154273" tekens={8} />
            <Knoppen><Knop>Bewaar</Knop><KnopLink soort="rustig" href={PAD}>Terug zonder opslaan</KnopLink></Knoppen>
          </Formulier>
        </Stapel>
      ),
    }),
    klaar: () => ({ naar: PAD, bericht: 'Opgeslagen. Nieuwe brieven zien er zo uit.' }),
  });

  const toon = async (v: Verzoek, soort: Briefsoort, stand: Stand): Promise<PaginaInhoud> => {
    if (!v.mag('brief.inrichten')) throw fout('niet-gevonden');
    const i = await v.vraag(briefinrichting, {});
    const eigen = i.sjablonen.find((s) => s.soort === soort);
    const naam = briefsoorten[soort];
    const mis = stand.fouten.find((f) => f.veld === VELD_SJABLOON)?.tekst;
    return {
      titel: `Sjabloon: ${naam.toLowerCase()}`, menu: MENU,
      inhoud: (
        <Stapel>
          <Kruimels items={KRUIMELS} />
          <PaginaKop titel={`Sjabloon: ${naam.toLowerCase()}`} inleiding={eigen ? `Nu in gebruik: ${eigen.naam}, van ${eigen.door} op ${datumTekst(dagVan(eigen.op))}.` : 'Nu gebruikt deze brief het sjabloon van Rugdekking.'} />
          <Kaart titel="Zo ziet hij er nu uit" acties={<><KnopLink soort="secundair" href={`${PAD}/${soort}/voorbeeld.docx`}>Voorbeeld in Word</KnopLink><KnopLink soort="secundair" href={`${PAD}/${soort}/voorbeeld.pdf`}>Voorbeeld als PDF</KnopLink><KnopLink soort="rustig" href={`${PAD}/${soort}/sjabloon.docx`}>Haal het sjabloon op</KnopLink></>}>
            <Alinea>In de voorbeelden staat een verzonnen brief. Haal het sjabloon op om het in Word aan te passen.</Alinea>
          </Kaart>
          <Kaart titel="Zet er een ander sjabloon neer" icoon="upload">
            <Formulier actie={`${PAD}/${soort}`} {...stand} bestanden verplichtUitleg={false}>
              <BestandVeld naam={VELD_SJABLOON} label="Kies een Word-bestand (.docx)" accepteer=".docx" fout={mis} uitleg="Hoogstens 2 MB, zonder macro’s, links en ingesloten bestanden." />
              <Knoppen><Knop>Controleer en gebruik dit sjabloon</Knop></Knoppen>
            </Formulier>
            {eigen && <ActieFormulier actie={`${PAD}/standaard`} csrf={stand.csrf} sleutel={v.stand().sleutel}><VerborgenVeld naam="soort" waarde={soort} /><Knop soort="rustig">Gebruik weer het sjabloon van Rugdekking</Knop></ActieFormulier>}
          </Kaart>
          <Kaart titel="Velden">
            <Alinea>Zet een veld tussen accolades, bijvoorbeeld {'{kenmerk}'}. Gebruik {'{#brief}'} … {'{/brief}'} voor de hele tekst, met daarin {'{kop}'} en {'{#regels}{tekst}{/regels}'}. Of zet de delen zelf op hun plek.</Alinea>
            <DefinitieLijst items={Object.entries(gewoneVelden).map(([code, uitleg]) => ({ term: `{${code}}`, waarde: uitleg }))} />
            <Alinea>Delen van deze brief:</Alinea>
            <Lijst items={[...briefdelen[soort].altijd.map((c) => `{${c}}`), ...briefdelen[soort].soms.map((c) => `{${c}} (niet in elke brief gevuld)`)]} />
          </Kaart>
        </Stapel>
      ),
    };
  };

  logoPaginas(site, PAD, spoelmap);
  site.pagina(`${PAD}/:soort`, (v) => toon(v, soortVan(v), v.stand()));
  site.actie(`${PAD}/standaard`, { handeling: haalSjabloonWeg, klaar: (r) => ({ naar: `${PAD}/${r.soort}`, bericht: 'Deze brief gebruikt weer het sjabloon van Rugdekking.' }) });
  site.ruw('POST', `${PAD}/:soort`, async (v) => {
    const soort = soortVan(v);
    if (!v.mag('brief.inrichten')) throw fout('niet-gevonden');
    const upload = await eigenUpload(v, (deel) => neemIn(deel.stroom, { naam: deel.naam, spoelmap, grenzen: { bytes: sjabloongrenzen.bytes } }), { bestanden: 1 });
    try {
      const fouten = upload.fouten.map((f): Veldfout => ({ veld: VELD_SJABLOON, tekst: zin(new Bestandsfout(f.code)) }));
      const [gekozen] = upload.bestanden;
      if (fouten.length === 0 && gekozen === undefined) fouten.push({ veld: VELD_SJABLOON, tekst: 'Kies eerst een Word-bestand.' });
      if (fouten.length === 0 && gekozen !== undefined) {
        fouten.push(...(await plaats(v, soort, gekozen.bestand.naam, await readFile(gekozen.bestand.pad))));
        if (fouten.length === 0) return v.verder(`${PAD}/${soort}`, 'Gecontroleerd en in gebruik. Bekijk het voorbeeld.');
      }
      return { ...(await toon(v, soort, { ...v.stand(), fouten })), status: 422, fout: true };
    } finally {
      await upload.ruimOp();
    }
  });

  async function plaats(v: Verzoek, soort: Briefsoort, naam: string, inhoud: Buffer): Promise<Veldfout[]> {
    try {
      const { ontbreekt, onbekend } = await beoordeelSjabloon(inhoud, soort);
      if (ontbreekt.length > 0) throw veldfout(VELD_SJABLOON, `In dit sjabloon ontbreekt: ${ontbreekt.map((x) => `{${x}}`).join(', ')}.${onbekend.length > 0 ? ` En we kennen niet: ${onbekend.map((x) => `{${x}}`).join(', ')}.` : ''}`);
      if (onbekend.length > 0) throw veldfout(VELD_SJABLOON, `Deze velden kennen we niet: ${onbekend.map((x) => `{${x}}`).join(', ')}.`);
      await v.voer(plaatsSjabloon, { soort, naam, inhoud });
      return [];
    } catch (e) {
      if (e instanceof Fout && e.code === 'invoer.ongeldig') return [...e.velden];
      throw e;
    }
  }

  const voorbeeld = async (v: Verzoek): Promise<{ soort: Briefsoort; brief: Brief; sjabloon: Buffer; datum: string; logo: Logobeeld | null }> => {
    const { soort, eigen, afzender, logo } = await v.vraag(sjabloonOphalen, { soort: soortVan(v) });
    const datum = dagVan(v.nu).toString();
    return { soort, brief: voorbeeldbrief(soort, afzender, datum), sjabloon: eigen ?? standaardsjabloon(afzender.kleur, logo !== null), datum, logo };
  };
  site.ruw('GET', `${PAD}/:soort/voorbeeld.pdf`, async (v) => {
    const { soort, brief, datum, logo } = await voorbeeld(v);
    return alsDownload(await pdf.maak(brief, datum, { concept: true, logo }), 'application/pdf', `voorbeeld-${soort}.pdf`);
  });
  site.ruw('GET', `${PAD}/:soort/voorbeeld.docx`, async (v) => {
    const { soort, brief, sjabloon, logo } = await voorbeeld(v);
    return alsDownload(await maakDocx(sjabloon, brief, logo), 'docx', `voorbeeld-${soort}.docx`);
  });
  site.ruw('GET', `${PAD}/:soort/sjabloon.docx`, async (v) => {
    const { soort, sjabloon } = await voorbeeld(v);
    return alsDownload(sjabloon, 'docx', `sjabloon-${soort}.docx`);
  });
}

function voorbeeldbrief(soort: Briefsoort, afzender: Briefafzender, datum: string): Brief {
  return stelBriefOp({ soort, gegevens: gegevensschemas[soort].parse(voorbeeldgegevens[soort]) as never, afzender, geadresseerde: { naam: 'A. Voorbeeld', adres: ['Voorbeeldstraat 1', '1234 AB Voorbeelddorp'] }, kenmerk: 'VRBL-2345', datum });
}

function zin(f: Bestandsfout): string {
  return f.code === 'bestand.te-groot' ? 'Dit bestand is te groot. Een sjabloon mag 2 MB zijn.' : `${f.soort.titel}. Kies een gewoon Word-bestand (.docx).`;
}
