const BROWSERS: readonly [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'], [/OPR\//, 'Opera'], [/SamsungBrowser\//, 'Samsung Internet'], [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'], [/Safari\//, 'Safari'],
];
const SYSTEMEN: readonly [RegExp, string][] = [
  [/iPhone|iPod/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/CrOS/, 'ChromeOS'], [/Macintosh|Mac OS X/, 'Mac'], [/Linux|X11/, 'Linux'],
];

/** Kind of browser and system in words, "Chrome op Windows": enough to know one's own device, too little to follow someone. */
export function toestelTekst(useragent: string): string {
  const kop = useragent.slice(0, 500);
  const browser = BROWSERS.find(([r]) => r.test(kop))?.[1] ?? 'Onbekende browser';
  const systeem = SYSTEMEN.find(([r]) => r.test(kop))?.[1];
  return systeem === undefined ? browser : `${browser} op ${systeem}`;
}

/** Safari does not keep Secure cookies of http://localhost, other browsers do. */
export function isSafari(useragent: string): boolean {
  return toestelTekst(useragent).startsWith('Safari');
}
