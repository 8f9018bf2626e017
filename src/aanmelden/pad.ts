/** Pages that make no sense to come back to after signing in. */
const NIET_TERUG = /^\/(aanmelden|uitloggen|demo|hervat)(\/|\?|$)/;

/**
 * Where to go after sign-in: only a path of this site, whatever was asked for. An address with a host in it, in any of the ways browsers
 * read one (`//elders`, `/\elders`, a tab between the slashes), leads to the start.
 */
export function veiligPad(naar: string | undefined): string {
  if (naar === undefined || naar.length > 500 || !/^\/(?![/\\])[\u0021-\u007e]*$/.test(naar) || naar.includes('\\')) return '/';
  const basis = 'https://rugdekking.invalid';
  const url = URL.parse(naar, basis);
  if (url === null || url.origin !== basis || url.pathname.startsWith('//') || NIET_TERUG.test(url.pathname)) return '/';
  return url.pathname + url.search;
}
