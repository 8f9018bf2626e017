import { readFile } from 'node:fs/promises';
import { Fout, fout, type Veldfout } from '../../kern/fouten/index.ts';
import { ActieFormulier, Alinea, BestandVeld, Formulier, Kaart, Knop, KnopLink, Knoppen, Kruimels, PaginaKop, Stapel, TekstVeld, veld } from '../../ontwerp/index.ts';
import { Bestandsfout, maakKopie, neemIn, type Ingenomen } from '../../platform/bestanden/index.ts';
import { eigenUpload, waarde, type PaginaInhoud, type Site, type Stand, type Verzoek } from '../../platform/http/index.ts';
import { haalLogoWeg, logogrenzen, plaatsLogo } from '../inrichten/handelingen.ts';
import { briefinrichting, logoOphalen } from '../inrichten/vragen.ts';

const VELD = 'bestanden';
const KRUIMELS = [{ tekst: 'Inrichting', href: '/inrichting' }, { tekst: 'Brieven', href: '/inrichting/brieven' }];

/** The logo as it stands on the letters. */
export function LogoVoorbeeld({ alt }: { alt: string }) {
  return <img src="/inrichting/brieven/logo.png" alt={alt} width="160" />;
}

/** Registers the logo on the letters: what it is now, another, or none. Before the pages of the templates, whose address would take its name. */
export function logoPaginas(site: Site, PAD: string, spoelmap: string): void {
  const toon = async (v: Verzoek, stand: Stand): Promise<PaginaInhoud> => {
    if (!v.mag('brief.inrichten')) throw fout('niet-gevonden');
    const { logo } = await v.vraag(briefinrichting, {});
    return {
      titel: 'Logo', menu: '/inrichting',
      inhoud: (
        <Stapel>
          <Kruimels items={KRUIMELS} />
          <PaginaKop titel="Logo" inleiding="Het logo staat bovenaan de PDF en de Word-brief. Zonder logo staat daar de naam." />
          {logo && (
            <Kaart titel="Nu op de brieven">
              <LogoVoorbeeld alt={logo.alt} />
              <Alinea klein zacht>{logo.alt}</Alinea>
              <ActieFormulier actie={`${PAD}/logo-weg`} csrf={stand.csrf} sleutel={v.stand().sleutel}><Knop soort="rustig" icoon="prullenbak">Haal het logo weg</Knop></ActieFormulier>
            </Kaart>
          )}
          <Kaart titel={logo ? 'Zet er een ander neer' : 'Zet een logo neer'} icoon="upload">
            <Formulier actie={`${PAD}/logo`} {...stand} bestanden>
              <BestandVeld naam={VELD} label="Kies een afbeelding" accepteer="image/png,image/jpeg" fout={stand.fouten.find((f) => f.veld === VELD)?.tekst} uitleg="PNG of JPG, hoogstens 512 kB. Op de brief wordt het hoogstens 6 bij 2 centimeter." />
              <TekstVeld {...veld(stand, 'alt')} label="Wat staat erop?" verplicht uitleg="Bijvoorbeeld ‘Logo van gemeente Lindewaard’. Wie het niet ziet, hoort dit." max={200} />
              <Knoppen><Knop>Gebruik dit logo</Knop><KnopLink soort="rustig" href={PAD}>Terug zonder opslaan</KnopLink></Knoppen>
            </Formulier>
          </Kaart>
        </Stapel>
      ),
    };
  };
  site.pagina(`${PAD}/logo`, (v) => toon(v, v.stand()));
  site.ruw('GET', `${PAD}/logo.png`, async (v) => {
    const logo = await v.vraag(logoOphalen, {});
    if (logo === null) throw fout('niet-gevonden');
    return new Response(new Uint8Array(logo.inhoud), { headers: { 'Content-Type': logo.mediatype, 'Cache-Control': 'private, no-store' } });
  });
  site.actie(`${PAD}/logo-weg`, { handeling: haalLogoWeg, klaar: () => ({ naar: PAD, bericht: 'Op de brieven staat weer de naam.' }) });

  site.ruw('POST', `${PAD}/logo`, async (v) => {
    if (!v.mag('brief.inrichten')) throw fout('niet-gevonden');
    const upload = await eigenUpload(v, (deel) => neemIn(deel.stroom, { naam: deel.naam, spoelmap, grenzen: { bytes: logogrenzen.bytes, beeldpunten: logogrenzen.pixels ** 2 } }), { bestanden: 1 });
    try {
      const alt = waarde(upload.velden, 'alt');
      const fouten = upload.fouten.map((f): Veldfout => ({ veld: VELD, tekst: zin(f.code) }));
      const [gekozen] = upload.bestanden;
      if (fouten.length === 0 && gekozen === undefined) fouten.push({ veld: VELD, tekst: 'Kies eerst een afbeelding.' });
      if (fouten.length === 0 && gekozen !== undefined) {
        fouten.push(...(await plaats(v, gekozen.bestand, alt)));
        if (fouten.length === 0) return v.verder(PAD, 'Nieuwe brieven krijgen dit logo. Brieven die al zijn nagekeken veranderen niet.');
      }
      return { ...(await toon(v, { ...v.stand({ alt }), fouten })), status: 422, fout: true };
    } finally {
      await upload.ruimOp();
    }
  });

  /** The picture made anew as the files of a dossier are, without hidden data, and put on the letters. */
  async function plaats(v: Verzoek, bestand: Ingenomen, alt: string): Promise<Veldfout[]> {
    const { afmetingen } = bestand;
    if ((bestand.soort !== 'png' && bestand.soort !== 'jpeg') || afmetingen === undefined || afmetingen.beelden !== 1) return [{ veld: VELD, tekst: ANDERS }];
    if (afmetingen.breedte > logogrenzen.pixels || afmetingen.hoogte > logogrenzen.pixels) return [{ veld: VELD, tekst: `Dit beeld is te groot: hoogstens ${logogrenzen.pixels} beeldpunten breed en hoog.` }];
    const kopie = await maakKopie(bestand, spoelmap);
    try {
      if (kopie.pad === undefined || kopie.status !== 'ontdaan-van-metagegevens') return [{ veld: VELD, tekst: zin('bestand.beschadigd') }];
      const inhoud = await readFile(kopie.pad);
      if (inhoud.length > logogrenzen.bytes) return [{ veld: VELD, tekst: zin('bestand.te-groot') }];
      await v.voer(plaatsLogo, { mediatype: bestand.soort === 'png' ? 'image/png' : 'image/jpeg', inhoud, breedte: afmetingen.breedte, hoogte: afmetingen.hoogte, alt });
      return [];
    } catch (e) {
      if (e instanceof Fout && e.code === 'invoer.ongeldig') return [...e.velden];
      throw e;
    } finally {
      await kopie.ruimOp();
    }
  }
}

const ANDERS = 'Kies een PNG- of JPG-afbeelding. Andere soorten, zoals SVG, nemen we niet aan.';

function zin(code: Bestandsfout['code']): string {
  return code === 'bestand.te-groot' || code === 'bestand.beeld-te-groot' ? 'Deze afbeelding is te groot. Een logo mag 512 kB zijn.' : code === 'bestand.leeg' || code === 'bestand.beschadigd' ? 'Deze afbeelding is leeg of beschadigd.' : ANDERS;
}
