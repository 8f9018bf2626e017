/** Joins class names; leaves out what is false, undefined or empty. */
export function klassen(...delen: readonly (string | false | null | undefined)[]): string | undefined {
  const samen = delen.filter(Boolean).join(' ');
  return samen === '' ? undefined : samen;
}

/** The id of a form field; error summaries and labels point at it, so it depends on the name alone. */
export function veldId(naam: string): string {
  return `veld-${naam.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
}
