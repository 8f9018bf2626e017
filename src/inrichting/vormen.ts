/** The forms of aggression an organisation starts with, in people's words; each organisation makes its own list of them. */
export const standaardvormen: readonly { code: string; naam: string; voorbeeld: string; gewicht: 0 | 1 | 2 }[] = [
  { code: 'schelden', naam: 'Schelden of schreeuwen', voorbeeld: 'Iemand schreeuwt tegen je of maakt je uit voor van alles.', gewicht: 0 },
  { code: 'dreigen', naam: 'Dreigen', voorbeeld: '‘Ik wacht je op na je werk.’', gewicht: 2 },
  { code: 'fysiek', naam: 'Vastpakken, duwen of slaan', voorbeeld: 'Iemand raakt je aan, ook als je geen letsel hebt.', gewicht: 2 },
  { code: 'spugen_gooien_vernielen', naam: 'Spugen, gooien of vernielen', voorbeeld: 'Een stoel omgooien, tegen de balie trappen.', gewicht: 1 },
  { code: 'lastigvallen', naam: 'Lastigvallen, volgen of stalken', voorbeeld: 'Steeds weer bellen, je buiten opwachten.', gewicht: 1 },
  { code: 'online', naam: 'Online of via berichten', voorbeeld: 'Een bericht, filmpje of reactie over jou.', gewicht: 1 },
  { code: 'onder_druk', naam: 'Onder druk zetten', voorbeeld: '‘Ik ken mensen. Regel het, anders…’', gewicht: 1 },
  { code: 'discriminatie_seksueel', naam: 'Discriminatie of seksuele opmerkingen', voorbeeld: 'Over je afkomst, geloof, geaardheid of lichaam.', gewicht: 1 },
  { code: 'anders', naam: 'Iets anders, of het ging net goed', voorbeeld: 'Je voelde je onveilig, ook als er niets gebeurde.', gewicht: 0 },
];
