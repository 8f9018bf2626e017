import type { Id } from '../ids.ts';

/** The closed compartments of an organisation: civil servants, and political office holders with their own protocol (functies A6). */
export const compartimenten = ['ambtelijk', 'politiek'] as const;
export type Compartiment = (typeof compartimenten)[number];

/** Roles that are given to a person. Leading a department is no role but a fact of the organisation. */
export const rollen = ['adviseur', 'griffier', 'namensmelder', 'opvang', 'receptie', 'klantcontact', 'beheerder', 'fg'] as const;
export type Rol = (typeof rollen)[number];

export const rolnamen: Record<Rol, string> = {
  adviseur: 'Adviseur-VPD',
  griffier: 'Griffier',
  namensmelder: 'Centrale melder',
  opvang: 'Bedrijfsopvangteam',
  receptie: 'Receptie',
  klantcontact: 'Bezoekt of ontvangt burgers',
  beheerder: 'Functioneel beheerder',
  fg: 'Functionaris gegevensbescherming',
};

export interface Roltoekenning {
  rol: Rol;
  compartiment: Compartiment;
}

/** Who acts: a colleague with his roles and the departments (with all below them) that he leads. */
export interface Actor {
  id: Id;
  organisatieId: Id;
  rollen: readonly Roltoekenning[];
  leidt: readonly Id[];
}

export const dossierstatussen = ['nieuw', 'in_behandeling', 'gesloten'] as const;
export type Dossierstatus = (typeof dossierstatussen)[number];

/** Through whom a report goes: by the own leidinggevende, or around him to the Adviseur (functies B9). */
export const routes = ['leidinggevende', 'buiten_leidinggevende'] as const;
export type Route = (typeof routes)[number];

/** The facts of a dossier on which rights depend; all ids of persons are ids of medewerkers of the same organisation. */
export interface DossierFeiten {
  organisatieId: Id;
  compartiment: Compartiment;
  status: Dossierstatus;
  route: Route;
  /** Departments of the slachtoffers. */
  onderdelen: readonly Id[];
  melders: readonly Id[];
  slachtoffers: readonly Id[];
  getuigen: readonly Id[];
  /** Colleagues who were asked for their own statement. */
  gevraagden: readonly Id[];
  /** Colleagues who give aftercare in this dossier. */
  helpers: readonly Id[];
  /** Colleagues to whom a decision in this dossier was put, until it is taken or withdrawn. */
  beslissers: readonly Id[];
  aanspreekpunt: Id | null;
  /** Colleagues who are named as veroorzaker. */
  veroorzakers: readonly Id[];
}
