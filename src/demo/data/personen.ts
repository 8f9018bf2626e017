/** Who a known veroorzaker is, as the Adviseur wrote it down in one dossier. The family name of the case stays what was reported. */
export interface Persoonplan {
  casus: string;
  voornamen: string;
  voorvoegsel?: string;
  /** As it was written down in this dossier, which is not always right. */
  geslachtsnaam: string;
  geboren?: string;
  telefoon?: string;
  adres?: { straat: string; huisnummer: string; postcode: string; woonplaats: string };
  kenmerk?: string;
  /** The case in which the Adviseur saw that this is the same person; absent: nobody judged that yet. */
  dezelfdeAls?: string;
  /** Why, in her words. */
  reden?: string;
}

/** In every row the first is how someone came to be known. */
export const personen: readonly Persoonplan[] = [
  // One person, all confirmed.
  { casus: 'bz-002', voornamen: 'Ferhat', geslachtsnaam: 'Özdemir', geboren: '19-6-2003', telefoon: '06 12345611' },
  { casus: 'wi-009', voornamen: 'Ferhat', geslachtsnaam: 'Ozdemir', geboren: '2003', kenmerk: 'Scooterhelm met gele streep', dezelfdeAls: 'bz-002', reden: 'Zelfde helm, zelfde geboortejaar, en hij noemde zelf het briefadres.' },
  { casus: 'wi-010', voornamen: 'F.', geslachtsnaam: 'Özdemir', geboren: '19-6-2003', dezelfdeAls: 'bz-002', reden: 'Geboortedatum en telefoonnummer gelijk.' },
  { casus: 'jeu-001', voornamen: 'Astrid', geslachtsnaam: 'Keijzer', geboren: '2-11-1985' },
  { casus: 'jeu-002', voornamen: 'Astrid', geslachtsnaam: 'Keyzer', geboren: '2-11-1985', telefoon: '06 12345622', dezelfdeAls: 'jeu-001', reden: 'Zelfde zaak, zelfde geboortedatum. De naam is hier met een y geschreven.' },
  { casus: 'bz-038', voornamen: 'A.', geslachtsnaam: 'Keijzer', geboren: '1985', dezelfdeAls: 'jeu-001', reden: 'Rode jas, en zij noemde haar dochter. De melder herkende haar van de eerdere keer.' },
  { casus: 'lpl-002', voornamen: 'Arend', geslachtsnaam: 'Dijkman', geboren: '30-1-1984' },
  { casus: 'bz-035', voornamen: 'Arend', geslachtsnaam: 'Dijkman', geboren: '30-1-1984', telefoon: '06 12345633', dezelfdeAls: 'lpl-002', reden: 'Legitimatie aan de balie getoond.' },
  { casus: 'lpl-003', voornamen: 'Arent', geslachtsnaam: 'Dijkmans', geboren: '1984', dezelfdeAls: 'lpl-002', reden: 'Vader van dezelfde leerling.' },
  { casus: 'wmo-001', voornamen: 'Dirk', voorvoegsel: 'de', geslachtsnaam: 'Groot', geboren: '8-8-1980' },
  { casus: 'wmo-002', voornamen: 'Dirk', voorvoegsel: 'de', geslachtsnaam: 'Groot', geboren: '8-8-1980', dezelfdeAls: 'wmo-001', reden: 'Mantelzorger in dezelfde zaak.' },
  { casus: 'spo-001', voornamen: 'Leon', geslachtsnaam: 'Keijzer', geboren: '14-2-1979' },
  { casus: 'spo-002', voornamen: 'Leon', geslachtsnaam: 'Keizer', dezelfdeAls: 'spo-001', reden: 'Coach van hetzelfde team; de club bevestigde zijn naam.' },
  { casus: 'spo-003', voornamen: 'Leon', geslachtsnaam: 'Keijzer', geboren: '14-2-1979', dezelfdeAls: 'spo-001', reden: 'Naam en geboortedatum uit de aangifte.' },
  { casus: 'bz-012', voornamen: 'Lambert', voorvoegsel: 'van der', geslachtsnaam: 'Velde', geboren: '1974', kenmerk: 'Grote bruine hond' },
  { casus: 'bz-013', voornamen: 'Bertus', voorvoegsel: 'vd', geslachtsnaam: 'Velden', geboren: '1974', kenmerk: 'Grote bruine hond', dezelfdeAls: 'bz-012', reden: 'Straatcoach kent hem en zijn hond. Bertus is zijn roepnaam.' },
  { casus: 'ws-001', voornamen: 'Nanne', geslachtsnaam: 'Stam', geboren: '11-9-1968' },
  { casus: 'ws-002', voornamen: 'Nanne', geslachtsnaam: 'Stam', geboren: '11-9-1968', dezelfdeAls: 'ws-001', reden: 'Eigenaar van hetzelfde perceel.' },
  { casus: 'ws-003', voornamen: 'Nanne', geslachtsnaam: 'Stamm', geboren: '1968' },
  { casus: 'prov-005', voornamen: 'Lubbert', geslachtsnaam: 'Timmer', geboren: '27-4-1962' },
  { casus: 'prov-006', voornamen: 'Lubbert', geslachtsnaam: 'Timmer', geboren: '27-4-1962', dezelfdeAls: 'prov-005', reden: 'Rode terreinwagen met hetzelfde kenteken.' },
  { casus: 'prov-007', voornamen: 'L.', geslachtsnaam: 'Timmers', geboren: '1962' },
  // Still to be judged: known, and reported again with other spelling.
  { casus: 'bel-004', voornamen: 'Nico', geslachtsnaam: 'Vink', geboren: '5-5-1971' },
  { casus: 'bz-030', voornamen: 'N.', geslachtsnaam: 'Vinck', geboren: '1971' },
  { casus: 'fac-007', voornamen: 'Emiel', geslachtsnaam: 'Reinders', geboren: '23-10-1990' },
  { casus: 'fac-008', voornamen: 'E.', geslachtsnaam: 'Reynders', geboren: '1990' },
  { casus: 'kcc-015', voornamen: 'Adriaan', geslachtsnaam: 'Stevens', geboren: '17-7-1970' },
  { casus: 'kcc-023', voornamen: 'A.', geslachtsnaam: 'Stevense', geboren: '1970' },
  // Known by one dossier.
  { casus: 'spo-005', voornamen: 'Joey', voorvoegsel: 'van', geslachtsnaam: 'Wijk', geboren: '12-12-1992', kenmerk: 'Tatoeage van een zwaluw in de nek' },
  { casus: 'spo-015', voornamen: 'Joey', voorvoegsel: 'van', geslachtsnaam: 'Wijk', geboren: '12-12-1992', kenmerk: 'Tatoeage van een zwaluw in de nek', dezelfdeAls: 'spo-005', reden: 'De kassa herkende hem; hij heeft een verbod.' },
  { casus: 'jeu-008', voornamen: 'Wesley', geslachtsnaam: 'Simons', geboren: '21-3-1988' },
  { casus: 'han-039', voornamen: 'Sylvia', geslachtsnaam: 'Vink', geboren: '9-1-1977' },
  { casus: 'wi-021', voornamen: 'Jeroen', geslachtsnaam: 'Gerrits', geboren: '6-6-1988' },
  { casus: 'bz-042', voornamen: 'Erkan', geslachtsnaam: 'Öztürk', geboren: '1991' },
  { casus: 'wi-041', voornamen: 'Nico', geslachtsnaam: 'Hartman', geboren: '14-3-1971', adres: { straat: 'Meidoornhof', huisnummer: '27', postcode: '1234 AB', woonplaats: 'Lindewaard' } },
  { casus: 'bel-019', voornamen: 'Siebe', voorvoegsel: 'van der', geslachtsnaam: 'Werf', geboren: '2-9-1966' },
  { casus: 'wi-002', voornamen: 'Furkan', geslachtsnaam: 'Brouwer', geboren: '3-4-1996' },
  { casus: 'wi-032', voornamen: 'Frits', geslachtsnaam: 'Mulder', geboren: '25-8-1979' },
  { casus: 'vth-008', voornamen: 'Tahsin', geslachtsnaam: 'Demir', geboren: '1-2-1968' },
  { casus: 'wi-028', voornamen: 'Fokke', voorvoegsel: 'van', geslachtsnaam: 'Andel', geboren: '28-9-1965' },
];
