/** One invented incident report with what followed, as raw material for the demo organisation. Names of persons never stand in the text except through the slots below. */
export interface Casus {
  /** Stable id within the demo, e.g. 'bz-014'. */
  id: string
  /** Department code: BZ burgerzaken, WI werk en inkomen, WMO, JEU jeugd, LPL leerplicht, KCC klantcontact, BEL belastingen, HAN handhaving & toezicht, VTH vergunningen en bouwtoezicht, SPO sport en accommodaties, AFV afval en beheer openbare ruimte, GBW gebiedsteams/wijkbeheer, VEI veiligheid en ondermijning, COM communicatie, GRI griffie/raad, BES bestuur (burgemeester/wethouders), FAC facilitair en beveiliging, WS waterschap, PROV provincie */
  afdeling: string
  kanaal: 'balie' | 'telefoon' | 'brief_email' | 'huisbezoek' | 'openbare_ruimte' | 'sociale_media' | 'prive'
  /** Codes of what happened as the reporter ticked it: schelden, dreigen, fysiek, spugen_gooien_vernielen, lastigvallen, online, onder_druk, discriminatie_seksueel, anders */
  vormen: string[]
  /** Short neutral title as the Adviseur gives it, e.g. 'Dreiging aan de balie'. */
  titel: string
  /** The report in the reporter's own words (1 to 12 sentences; first person mostly; sometimes terse, sometimes a long story; a few typos or lower case are natural). Slots allowed: {collega} (a colleague's first name), {locatie}. */
  verhaal: string
  /** Hour of day 0–23 it happened, and whether at weekend. */
  uur: number
  weekend?: boolean
  veroorzaker: { soort: 'onbekend' | 'bekend' | 'groep' | 'account' | 'bedrijf'; omschrijving?: string; /** number of the recurring person in the demo (1–25), when the same citizen returns in several cases */ terugkerend?: number }
  ernst: 'licht' | 'middel' | 'ernstig'
  bijna?: boolean
  namens?: 'telefoon' | 'papier' | 'beveiliger'
  belwens: 'vandaag' | 'redt_zich' | 'niet_via_leidinggevende'
  aangifte: 'ja' | 'nee' | 'weet_niet'
  /** What followed, each in own words: what the helper wrote after calling (private), what the witness stated, what the Adviseur noted, and the feedback to the reporter. Leave out what did not happen. */
  nazorg?: string[]
  verklaringen?: string[]
  notities?: string[]
  terugkoppeling?: string
  afloop: 'open' | 'gesloten'
  /** Id of the case this is a second report of, by another colleague: the Adviseur joined the two. */
  bij?: string
  /** 7 W's as completed later by the Adviseur for serious ones (optional). */
  toedracht?: { wie?: string; wat?: string; waar?: string; waarmee?: string; opWelkeWijze?: string; wanneer?: string; waarom?: string }
}
