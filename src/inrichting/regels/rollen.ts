import type { Actor, Compartiment, Rol } from '../../kern/rechten/index.ts';

/** Which roles exist in which compartment. A griffier is only there for the closed one; otherwise he could be made elsewhere and let himself in. */
export const rollenIn: Record<Compartiment, readonly Rol[]> = {
  ambtelijk: ['adviseur', 'namensmelder', 'opvang', 'receptie', 'klantcontact', 'beheerder', 'fg'],
  politiek: ['griffier', 'adviseur', 'namensmelder'],
};

export function isGriffier(actor: Actor): boolean {
  return actor.rollen.some((r) => r.rol === 'griffier' && r.compartiment === 'politiek');
}

/** A role belongs to the closed compartment when it was given there, or to someone who works there: only the griffier sees and changes it (functies A6). */
export function hoortBijPolitiek(t: { compartiment: Compartiment; onderdeelCompartiment: Compartiment }): boolean {
  return t.compartiment === 'politiek' || t.onderdeelCompartiment === 'politiek';
}

/** Why this person may not get this role from this actor, in words for the field; null when he may. */
export function bezwaarTegenRol(actor: Actor, t: { medewerkerId: string; rol: Rol; compartiment: Compartiment; onderdeelCompartiment: Compartiment }): string | null {
  if (t.medewerkerId === actor.id) return 'Jezelf geef je geen rol. Vraag een collega die dit ook mag.';
  if (!rollenIn[t.compartiment].includes(t.rol)) return 'Deze rol bestaat niet in dit compartiment.';
  if (t.compartiment === 'politiek' && !isGriffier(actor)) return 'Rollen in het politieke compartiment geeft de griffier.';
  if (t.compartiment === 'ambtelijk' && t.onderdeelCompartiment === 'politiek') return 'Deze collega werkt in het politieke compartiment. Daar geeft de griffier de rollen, en alleen voor dat compartiment.';
  return null;
}
