import type { Table, Target } from './matrix-actors';
import type { Place } from './matrix-places';

/** What is sent: parameters of the path, the query, the body of a write, or an action's arguments. */
export type Example = {
  params?: Record<string, number | string>;
  query?: Record<string, number | string>;
  /** Sent as JSON; a string goes as a form. */
  body?: unknown;
  args?: readonly unknown[];
};

/** One request of the inventory with its whole expectation. */
export type Case = {
  /** False where the request names no record: then one target says it all. */
  targeted: boolean;
  example: (place: Place) => Example;
  expect: Table;
  /** It ends the session that it comes with. */
  endsSession?: boolean;
};

/**
 * Entries by the inventory's names. Several requests of one name are told apart by what follows ` · `. A command that
 * somebody can reach over HTTP names its way there; the others are executed past the framework.
 */
export type Entries = Record<string, Case>;

/** A command executed past the framework, or the name of its way from outside. */
export type CommandCase =
  | { via: string }
  | { targeted: boolean; input: (place: Place, personId: number, target: Target) => unknown; expect: Table };

export type CommandEntries = Record<string, CommandCase>;

/** The inventory's name of a case. */
export function itemOf(name: string): string {
  return name.split(' · ')[0] ?? name;
}

/** `page /journal/[sectionId]` + example → `/journal/12?period=3`. */
export function addressOf(name: string, { params = {}, query = {} }: Example): string {
  const template = itemOf(name).slice(itemOf(name).indexOf('/'));
  const path = template.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, key: string) => encode(String(params[key] ?? '')));
  const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
  return search === '' ? path : `${path}?${search}`;
}

const encode = (value: string) => value.split('/').map(encodeURIComponent).join('/');

/** `GET`, `PATCH` … of a route; a page is got, an action is posted, a report is printed by a post and got otherwise. */
export function methodOf(name: string): string {
  const word = name.split(' ')[0] ?? '';
  if (/^[A-Z]+$/.test(word)) return word;
  return word === 'action' || (word === 'report' && itemOf(name).endsWith('/print')) ? 'POST' : 'GET';
}
