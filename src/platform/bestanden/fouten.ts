/**
 * What can go wrong with an uploaded file or a form that carries files. The texts are for the person who uploads; none holds
 * a file name or other personal data. `status` is the HTTP status of a page that shows this error.
 */
export const bestandsfouten = {
  'bestand.leeg': { status: 422, titel: 'Dit bestand is leeg', tekst: 'Er staat niets in. Controleer het bestand en kies het opnieuw.' },
  'bestand.te-groot': { status: 413, titel: 'Dit bestand is te groot', tekst: 'Kies een kleiner bestand, of knip een lange opname in stukken.' },
  'bestand.te-veel': { status: 413, titel: 'Dit zijn te veel bestanden in één keer', tekst: 'Verstuur eerst deze. Daarna kun je er meer toevoegen.' },
  'bestand.soort': { status: 422, titel: 'Dit soort bestand kunnen we niet aannemen', tekst: 'Wat wel kan: foto’s en schermafdrukken, geluid, video, pdf, Word, Excel, platte tekst en opgeslagen e-mail. Maak anders een schermafdruk.' },
  'bestand.uitvoerbaar': { status: 422, titel: 'Dit bestand kan een programma starten', tekst: 'Programma’s, scripts en webpagina’s nemen we niet aan, ook niet met een andere naam. Maak een schermafdruk of een pdf.' },
  'bestand.archief': { status: 422, titel: 'Dit is een ingepakt bestand', tekst: 'Pak het eerst uit (zip, rar of iets anders) en voeg de bestanden los toe.' },
  'bestand.macro': { status: 422, titel: 'In dit document zit een programma', tekst: 'Een document met macro’s of ingesloten onderdelen nemen we niet aan. Sla het op als pdf en voeg dat toe.' },
  'bestand.ingesloten': { status: 422, titel: 'In dit document zit een ander bestand', tekst: 'Sla het document op als pdf en voeg dat toe. Het ingesloten bestand kun je los toevoegen.' },
  'bestand.zipbom': { status: 422, titel: 'Dit document is niet veilig te openen', tekst: 'Het wordt bij openen buitensporig groot. Sla het op als pdf en voeg dat toe.' },
  'bestand.beveiligd': { status: 422, titel: 'Dit document heeft een wachtwoord', tekst: 'We kunnen het niet controleren. Sla het op zonder wachtwoord, of als pdf.' },
  'bestand.beschadigd': { status: 422, titel: 'Dit bestand is beschadigd', tekst: 'We kunnen het niet lezen. Sla het opnieuw op, of maak een schermafdruk.' },
  'bestand.beeld-te-groot': { status: 422, titel: 'Deze afbeelding heeft te veel beeldpunten', tekst: 'Maak de afbeelding kleiner, of maak er een schermafdruk van.' },
  'bestand.weg': { status: 404, titel: 'Dit bestand is er niet meer', tekst: 'Het is niet gevonden in de opslag. Meld dit bij je beheerder.' },
  'bestand.geschonden': { status: 500, titel: 'Dit bestand is niet te vertrouwen', tekst: 'Het is na het bewaren veranderd of beschadigd. We tonen het daarom niet. Meld dit bij je beheerder.' },
  'bestand.sleutel-onbekend': { status: 500, titel: 'Dit bestand kan niet worden geopend', tekst: 'De sleutel waarmee het is bewaard is er niet. Meld dit bij je beheerder.' },
  'bestand.geen-kopie': { status: 404, titel: 'Van dit bestand is geen voorbeeld', tekst: 'Het origineel is wel bewaard.' },
  'formulier.onleesbaar': { status: 400, titel: 'We konden het formulier niet lezen', tekst: 'Open de pagina opnieuw en verstuur nog eens.' },
  'formulier.afgebroken': { status: 400, titel: 'Het versturen is afgebroken', tekst: 'Er is niets aangekomen. Controleer je verbinding en verstuur nog eens.' },
  'formulier.te-groot': { status: 413, titel: 'Dit is te veel in één keer', tekst: 'Verstuur minder of kleinere bestanden. Daarna kun je er meer toevoegen.' },
  'formulier.veld-te-lang': { status: 413, titel: 'Deze tekst is te lang', tekst: 'Maak de tekst korter, of voeg hem toe als bestand.' },
  'formulier.nul-teken': { status: 422, titel: 'In deze tekst staat een onzichtbaar teken', tekst: 'Het teken is weggehaald. Kijk de tekst na en verstuur opnieuw.' },
} as const satisfies Record<string, { status: number; titel: string; tekst: string }>;

export type Bestandsfoutcode = keyof typeof bestandsfouten;

/** An error this room throws on purpose. The message is only the code. */
export class Bestandsfout extends Error {
  readonly code: Bestandsfoutcode;

  constructor(code: Bestandsfoutcode, oorzaak?: unknown) {
    super(code, oorzaak === undefined ? undefined : { cause: oorzaak });
    this.name = 'Bestandsfout';
    this.code = code;
  }

  get soort(): { status: number; titel: string; tekst: string } {
    return bestandsfouten[this.code];
  }
}
