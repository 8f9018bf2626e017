/** What reading something typed gives: the value, or a stable code with a Dutch sentence that can stand beside the field. */
export type Gelezen<Waarde, Code extends string> = { ok: true; waarde: Waarde } | Onleesbaar<Code>;

export interface Onleesbaar<Code extends string> {
  ok: false;
  code: Code;
  bericht: string;
}

export function gelezen<Waarde>(waarde: Waarde): { ok: true; waarde: Waarde } {
  return { ok: true, waarde };
}

export function onleesbaar<Code extends string>(code: Code, bericht: string): Onleesbaar<Code> {
  return { ok: false, code, bericht };
}

const onzichtbaar = /[\p{Cc}\p{Cf}]/gu;

/** Typed text without the differences nobody sees: full-width digits, hard spaces, marks of direction, capitals, double spaces. */
export function vereenvoudigd(tekst: string): string {
  return tekst.normalize('NFKC').replaceAll('\t', ' ').replace(onzichtbaar, '').replace(/\s+/g, ' ').trim().toLowerCase();
}
