/**
 * Every error a person or a program can get, with its stable code. The Dutch text says what happened and what to do; it
 * never holds personal data. A code is never renamed: programs and the manual for operators name it.
 */
export const catalogus = {
  'niet-gevonden': { status: 404, titel: 'Deze pagina bestaat niet (of je mag haar niet zien)', tekst: 'Controleer de link, of ga terug naar het begin.' },
  'invoer.ongeldig': { status: 422, titel: 'Er ontbreekt nog iets', tekst: 'Kijk naar de aangegeven velden. Wat je typte is er nog.' },
  'invoer.te-groot': { status: 413, titel: 'Dit is te veel in één keer', tekst: 'Maak het kleiner of verdeel het over meer keren.' },
  'conflict.gewijzigd': { status: 409, titel: 'Iemand anders heeft dit intussen gewijzigd', tekst: 'Je eigen tekst staat er nog. Bekijk wat er veranderd is en verstuur daarna opnieuw.' },
  'conflict.toestand': { status: 409, titel: 'Dit kan nu niet meer', tekst: 'De toestand is intussen veranderd. Open de pagina opnieuw om te zien hoe het er nu voor staat.' },
  'dossier.niet-te-sluiten': { status: 409, titel: 'Dit dossier kan nog niet dicht', tekst: 'Er staat nog iets open.' },
  'sessie.verlopen': { status: 401, titel: 'Je bent uitgelogd', tekst: 'Je was een tijd niet actief. Log opnieuw in; wat je had ingevuld is bewaard.' },
  'sessie.vereist': { status: 401, titel: 'Log eerst in', tekst: 'Deze pagina is alleen voor collega’s die zijn ingelogd.' },
  'csrf.ongeldig': { status: 403, titel: 'Dit formulier is niet meer geldig', tekst: 'Het formulier is te oud of kwam niet van deze site. Open de pagina opnieuw en verstuur daarna nog eens.' },
  'aanmelden.mislukt': { status: 401, titel: 'Inloggen is niet gelukt', tekst: 'Begin opnieuw met inloggen. Lukt het weer niet, vraag dan je beheerder.' },
  'aanmelden.onbekend': { status: 403, titel: 'Je hebt hier nog geen toegang', tekst: 'Je account is in orde, maar je staat (nog) niet in Rugdekking. We hebben niets aangemaakt.' },
  'aanmelden.te-zwak': { status: 403, titel: 'Log in met een extra controle', tekst: 'Voor Rugdekking is alleen een wachtwoord niet genoeg. Log opnieuw in met bijvoorbeeld een code op je telefoon.' },
  'aanmelden.te-veel-groepen': { status: 403, titel: 'We konden niet zien welke rollen je hebt', tekst: 'Je zit in te veel groepen; daardoor stuurde je organisatie ze niet mee. Je beheerder kan dit oplossen door je een rol in de app te geven.' },
  'aanmelden.niet-bereikbaar': { status: 503, titel: 'Inloggen kan nu niet', tekst: 'De inlogdienst van je organisatie antwoordt niet. Probeer het over een minuut opnieuw. Bij direct gevaar: bel 112.' },
  'aanmelden.opnieuw': { status: 403, titel: 'Log hiervoor opnieuw in', tekst: 'Je bent al een tijd ingelogd. Voor deze stap willen we zeker weten dat jij het bent. Log uit en weer in, en doe het binnen een kwartier.' },
  'toegang.ongeldig': { status: 404, titel: 'Deze link werkt niet meer', tekst: 'Een link om toegang in te stellen werkt één keer en blijft 72 uur geldig. Vraag je beheerder om een nieuwe.' },
  'toegang.wacht': { status: 403, titel: 'Deze link werkt nog niet', tekst: 'Je had al toegang. Daarom moet een tweede persoon bevestigen dat je een nieuwe krijgt. Vraag je beheerder wie dat doet.' },
  'te-vaak': { status: 429, titel: 'Even wachten', tekst: 'Dit is te vaak achter elkaar geprobeerd. Wacht een minuut en probeer het dan opnieuw.' },
  'controle.geremd': { status: 429, titel: 'Je deed heel veel controles', tekst: 'Daarom kun je er nu even geen doen. De Adviseur weet dit. Heb je er een goede reden voor, of is het dringend? Bel dan de Adviseur.' },
  'niet-beschikbaar': { status: 503, titel: 'Rugdekking is even niet bereikbaar', tekst: 'Probeer het over een minuut opnieuw. Bij direct gevaar: bel 112.' },
  'onverwacht': { status: 500, titel: 'Er ging iets mis bij ons', tekst: 'Er is niets verstuurd. Probeer het opnieuw. Blijft het misgaan, bel dan je beheerder en noem het nummer hieronder.' },
} as const satisfies Record<string, Foutsoort>;

export interface Foutsoort {
  /** HTTP status for a page; the API answers 400 where a page answers 422. */
  status: number;
  titel: string;
  tekst: string;
}

export type Foutcode = keyof typeof catalogus;
