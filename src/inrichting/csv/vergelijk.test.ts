import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leesImport } from './lees.ts';
import { functies, locaties, medewerkers, onderdelen, type Celrij, type Importsoort, type Volledig } from './soorten.ts';
import { type BekendeSleutels, vergelijkImport } from './vergelijk.ts';

const utf8 = (tekst: string) => new TextEncoder().encode(tekst);
const niets: BekendeSleutels = { onderdelen: [], locaties: [], functies: [], medewerkers: [] };

/** Reads a file that must be without errors of its own and compares it. */
function vergelijk<Rij extends Celrij>(soort: Importsoort<Rij>, bestand: string, huidig: readonly Volledig<Rij>[] = [], bekend: Partial<BekendeSleutels> = {}) {
  const gelezen = leesImport(utf8(bestand), soort);
  expect(gelezen.fouten).toEqual([]);
  return vergelijkImport(soort, huidig, gelezen.rijen, { ...niets, ...bekend });
}
const kort = (fouten: readonly { code: string; rij: number | null; kolom: string | null }[]) => fouten.map(({ code, rij, kolom }) => `${code} ${rij} ${kolom}`);
const leesfouten = <Rij extends Celrij>(soort: Importsoort<Rij>, bestand: string) =>
  leesImport(utf8(bestand), soort).fouten.map(({ rij, kolom, tekst }) => `${rij} ${kolom}: ${tekst}`);

const kopMedewerker = 'personeelsnummer;voornaam;tussenvoegsel;achternaam;email;telefoon;onderdeel_code;functie_code;locatie_code;soort;werkgever;actief';
const samira = {
  personeelsnummer: '1001', voornaam: 'Samira', tussenvoegsel: '', achternaam: 'Haddad', email: 's.haddad@lindewaard.example', telefoon: '06 12345678',
  onderdeel_code: 'BZ', functie_code: '', locatie_code: '', soort: 'medewerker', werkgever: '', actief: true,
} as const;
const burgerzaken = { code: 'BZ', naam: 'Burgerzaken', ouder_code: '', leidinggevende_personeelsnummer: '', fase: 2, compartiment: 'ambtelijk', actief: true } as const;

describe('rows of medewerkers', () => {
  it('are read with their types, codes and words of people', () => {
    const { rijen, fouten } = leesImport(utf8(
      `${kopMedewerker}\n1001;Samira;;Haddad;S.Haddad@Lindewaard.example;+31 6 12345678;BZ;;;intern;;Ja\n2001;Piet;van 't;Hoff;p@guard.example;;BZ;BEV;SH;Extern;Wachtwel bv;nee`,
    ), medewerkers);
    expect(fouten).toEqual([]);
    expect(rijen[0]?.waarde).toEqual({ ...samira, telefoon: '+31 6 12345678' });
    expect(rijen[1]?.waarde).toMatchObject({ tussenvoegsel: "van 't", soort: 'ingehuurd', werkgever: 'Wachtwel bv', actief: false });
  });

  it('get an error per cell with row, column and what to do', () => {
    expect(leesfouten(medewerkers, `${kopMedewerker}\n10 01;;;Haddad;geen adres;123;;;;chef;;misschien`)).toEqual([
      '2 personeelsnummer: Gebruik alleen letters, cijfers, punten, streepjes en schuine strepen.',
      '2 voornaam: Vul dit in.',
      '2 email: Dit is geen e-mailadres. Schrijf het als naam@gemeente.nl.',
      '2 telefoon: Dit is geen telefoonnummer. Schrijf het als 06 12345678 of +31 6 12345678.',
      '2 onderdeel_code: Vul dit in.',
      '2 soort: Vul medewerker, politiek of ingehuurd in.',
      '2 actief: Vul ja of nee in.',
    ]);
  });

  it('that Excel turned into a number with an exponent are refused', () => {
    expect(leesfouten(medewerkers, `${kopMedewerker}\n"1,00E+05";A;;B;a@b.nl;;BZ;;;;;`)).toHaveLength(1);
  });

  it('may not share a personeelsnummer or an e-mail address, whatever the capitals', () => {
    expect(leesfouten(medewerkers, `${kopMedewerker}\n1a;A;;B;a@b.nl;;BZ;;;;;\n1A;C;;D;c@b.nl;;BZ;;;;;\n2;E;;F;A@B.nl;;BZ;;;;;`)).toEqual([
      '3 personeelsnummer: Dit staat ook in rij 2. Het mag maar een keer voorkomen.',
      '4 email: Dit staat ook in rij 2. Het mag maar een keer voorkomen.',
    ]);
  });

  it('never have the contents of a cell in an error', () => {
    const kanarie = 'Kanarievogel';
    const tekst = JSON.stringify(leesImport(utf8(`${kopMedewerker}\n${Array.from({ length: 12 }, () => `=${kanarie}`).join(';')}\n${Array.from({ length: 12 }, () => `${kanarie} ${kanarie}`).join(';')}`), medewerkers).fouten);
    expect(tekst).not.toContain(kanarie);
  });
});

describe('postcode', () => {
  it.each([['1234AB', '1234 AB'], ['1234 ab', '1234 AB'], ['', '']])('%j becomes %j', (typt, wordt) => {
    expect(leesImport(utf8(`code;naam;adres;postcode;plaats\nSH;Stadhuis;Markt 1;${typt};Lindewaard`), locaties).rijen[0]?.waarde.postcode).toBe(wordt);
  });

  it.each(['0123 AB', '1234 SS', '12345', 'AB 1234', '1234 A'])('%j does not exist', (typt) => {
    expect(leesfouten(locaties, `code;naam;adres;postcode;plaats\nSH;Stadhuis;Markt 1;${typt};Lindewaard`)).toEqual([
      '2 postcode: Dit is geen postcode. Schrijf hem als 1234 AB.',
    ]);
  });
});

describe('vergelijkImport', () => {
  it('a first import is all new, with defaults where the file is silent', () => {
    const uit = vergelijk(onderdelen, 'code;naam\nBZ;Burgerzaken');
    expect(uit.nieuw).toEqual([{ rij: 2, waarde: { ...burgerzaken, fase: 3 } }]);
    expect(uit.fouten).toEqual([]);
  });

  it('the same file again changes nothing', () => {
    const bestand = 'code;naam;ouder_code;fase\nBZ;Burgerzaken;;2\nBAL;Balie;BZ;';
    const eerste = vergelijk(onderdelen, bestand);
    const tweede = vergelijk(onderdelen, bestand, eerste.nieuw.map(({ waarde }) => waarde));
    expect(tweede).toMatchObject({ nieuw: [], gewijzigd: [], ongewijzigd: [2, 3], nietInBestand: [], fouten: [] });
  });

  it('a changed cell is shown as from and to; a column that is not in the file stays as it was', () => {
    const uit = vergelijk(onderdelen, 'code;naam\nBZ;Publieksbalie', [burgerzaken]);
    expect(uit.gewijzigd).toEqual([
      { rij: 2, sleutel: 'BZ', waarde: { ...burgerzaken, naam: 'Publieksbalie' }, velden: [{ veld: 'naam', van: 'Burgerzaken', naar: 'Publieksbalie' }] },
    ]);
  });

  it('an empty choice keeps what was chosen, an empty text empties', () => {
    const uit = vergelijk(medewerkers, `${kopMedewerker}\n1001;Samira;;Haddad;s.haddad@lindewaard.example;;BZ;;;;;`, [{ ...samira, actief: false }], { onderdelen: ['BZ'] });
    expect(uit.gewijzigd.map(({ velden }) => velden)).toEqual([[{ veld: 'telefoon', van: '06 12345678', naar: '' }]]);
  });

  it('who is not in the file stays and is listed', () => {
    expect(vergelijk(functies, 'code;naam\nA;Adviseur', [{ code: 'B', naam: 'Baliemedewerker', actief: true }]).nietInBestand).toEqual(['B']);
  });

  it('keys match whatever the capitals and keep the spelling that exists', () => {
    const uit = vergelijk(onderdelen, 'code;naam;ouder_code\nbz;Burgerzaken;\nbal;Balie;bZ', [burgerzaken]);
    expect(uit).toMatchObject({ ongewijzigd: [2], nieuw: [{ rij: 3, waarde: { code: 'bal', ouder_code: 'BZ' } }], fouten: [] });
  });

  it('a reference to nothing is an error at its cell; to a row further down or to another file of the import it is none', () => {
    const bestand = 'code;naam;ouder_code;leidinggevende\nBAL;Balie;BZ;1001\nBZ;Burgerzaken;;9999\nX;X;WEG;';
    expect(kort(vergelijk(onderdelen, bestand, [], { medewerkers: ['1001'] }).fouten)).toEqual([
      'verwijzing 3 leidinggevende_personeelsnummer', 'verwijzing 4 ouder_code',
    ]);
    expect(kort(vergelijk(medewerkers, `${kopMedewerker}\n1;A;;B;a@b.nl;;WEG;GEEN;NERGENS;;;`).fouten)).toEqual([
      'verwijzing 2 onderdeel_code', 'verwijzing 2 functie_code', 'verwijzing 2 locatie_code',
    ]);
  });

  it('an e-mail address of someone outside the file is taken; two people in the file may swap', () => {
    const karin = { ...samira, personeelsnummer: '1002', voornaam: 'Karin', achternaam: 'Boer', email: 'k.boer@lindewaard.example' };
    const rij = (nummer: string, mail: string) => `${nummer};Samira;;Haddad;${mail};06 12345678;BZ;;;;;`;
    const bekend = { onderdelen: ['BZ'] };
    expect(kort(vergelijk(medewerkers, `${kopMedewerker}\n${rij('1003', 'K.Boer@lindewaard.example')}`, [karin], bekend).fouten)).toEqual(['dubbel 2 email']);
    const wissel = `${kopMedewerker}\n${rij('1001', karin.email)}\n${rij('1002', samira.email)}`;
    expect(vergelijk(medewerkers, wissel, [samira, karin], bekend).fouten).toEqual([]);
  });

  it('hired staff need their company, judged on the row as it will stand', () => {
    const ingehuurd = { ...samira, soort: 'ingehuurd', werkgever: 'Wachtwel bv' } as const;
    const bekend = { onderdelen: ['BZ'] };
    const zonderKolom = 'personeelsnummer;voornaam;achternaam;email;onderdeel_code\n1001;Samira;Haddad;s.haddad@lindewaard.example;BZ';
    expect(vergelijk(medewerkers, zonderKolom, [ingehuurd], bekend).fouten).toEqual([]);
    expect(kort(vergelijk(medewerkers, `${zonderKolom};`.replace('code\n', 'code;werkgever\n'), [ingehuurd], bekend).fouten)).toEqual(['waarde 2 werkgever']);
  });
});

describe('circles of onderdelen', () => {
  it.each([
    ['BZ;A;BZ', ['Dit onderdeel staat onder zichzelf.']],
    ['A;A;B\nB;B;a', ['Dit onderdeel komt zo onder zichzelf te staan: A → B → A.', 'Dit onderdeel komt zo onder zichzelf te staan: B → A → B.']],
  ])('in %j are found', (rijen, teksten) => {
    expect(vergelijk(onderdelen, `code;naam;ouder_code\n${rijen}`).fouten.map(({ tekst }) => tekst)).toEqual(teksten);
  });

  it('closed through an onderdeel that is not in the file are found', () => {
    const kind = { ...burgerzaken, code: 'BAL', ouder_code: 'BZ' };
    expect(kort(vergelijk(onderdelen, 'code;naam;ouder_code\nBZ;Burgerzaken;BAL', [burgerzaken, kind]).fouten)).toEqual(['kring 2 ouder_code']);
  });

  it('are reported exactly for the onderdelen that reach themselves, judged by following every parent', () => {
    fc.assert(fc.property(fc.array(fc.option(fc.nat(11)), { minLength: 12, maxLength: 12 }), (ouders) => {
      const bestand = `code;naam;ouder_code\n${ouders.map((ouder, nummer) => `O${nummer};Naam;${ouder === null ? '' : `O${ouder}`}`).join('\n')}`;
      const inKring = ouders.flatMap((_, begin) => {
        let hier = ouders[begin] ?? null;
        for (let stap = 0; stap < 12 && hier !== null && hier !== begin; stap += 1) hier = ouders[hier] ?? null;
        return hier === begin ? [begin + 2] : [];
      });
      expect(vergelijk(onderdelen, bestand).fouten.filter(({ code }) => code === 'kring').map(({ rij }) => rij)).toEqual(inKring);
    }));
  });

  it('a chain of 20,000 onderdelen is checked without trouble', () => {
    const bestand = `code;naam;ouder_code\n${Array.from({ length: 20_000 }, (_, nummer) => `O${nummer};N;${nummer === 0 ? '' : `O${nummer - 1}`}`).join('\n')}`;
    expect(vergelijk(onderdelen, bestand).fouten).toEqual([]);
  });
});
