import { decideScheme } from '@/features/schemes/decide-scheme';
import { noteProgrammes } from '@/features/schemes/note-programmes';
import { reviseScheme } from '@/features/schemes/revise-scheme';
import { sendScheme } from '@/features/schemes/send-scheme';
import { adoptLoad } from '@/features/teaching-load/adopt-load';
import { demoYears } from './calendar';
import type { DemoPlan, DemoScheme } from './model';
import type { Made, Stage } from './stage';
import { inOrder } from './tables';

type Event = { date: string; run: () => Promise<unknown> };
type Place = { stage: Stage; plan: DemoPlan; made: Made };

/**
 * What the deputy and the methodist do about load and programmes, and new versions of КТП on their way: one written, two sent, one
 * returned. The approved ones stay in force, so that no journal depends on it. Nothing happens after `day`.
 */
export async function seedPlanning(place: Place, day: string): Promise<void> {
  const { stage } = place;
  const events = [...loadOrders(place), programmes(place), ...versions(place)].filter(({ date }) => date <= day);
  events.sort((one, other) => inOrder(one.date, other.date));
  for (const { date, run } of events) {
    await stage.at(`${date}T07:00:00Z`);
    await run();
  }
}

const holder = ({ plan, made }: Place, role: string): number =>
  made.people.get(plan.staff.find((one) => one.role === role)?.no ?? -1);

/** The load of each year by one order. */
function loadOrders(place: Place): Event[] {
  const { stage, made } = place;
  return demoYears.map((year) => {
    const date = `${year}-08-29`;
    const order = { number: `${year - 1984}-у`, orderedOn: date, about: 'О распределении учебной нагрузки' };
    const input = { yearId: made.years.get(year), order };
    return { date, run: () => stage.runFor(holder(place, 'deputyDirector'), adoptLoad, input) };
  });
}

/** Рабочие программы of the open year; a few have no date yet. */
function programmes(place: Place): Event {
  const { stage, plan, made } = place;
  const groups = new Map(plan.groups.map((group) => [group.name, group]));
  const keys = plan.sections
    .filter(({ year }) => year === demoYears.at(-1))
    .map(({ group, course }) => {
      const { programme = '', entryYear = 0 } = groups.get(group) ?? {};
      return `${programme} ${entryYear} ${course.index}`;
    });
  const itemIds = [...new Set(keys)].filter((_, at) => at % 40 !== 39).map((key) => made.items.get(key));
  const approvedOn = '2026-09-01';
  return {
    date: '2026-09-02',
    run: () => stage.runFor(holder(place, 'methodist'), noteProgrammes, { itemIds, approvedOn }),
  };
}

const remark = 'Добавьте практическое занятие к первому разделу и укажите литературу к темам.';

function versions(place: Place): Event[] {
  const { stage, made } = place;
  return chosenSchemes(place.plan).flatMap(({ key, author }, at): Event[] => {
    const by = made.people.get(author);
    const first = made.schemes.get(key);
    let schemeId = 0;
    const revise = {
      date: `2026-10-${12 + at}`,
      run: async () => {
        schemeId = (await stage.runFor(by, reviseScheme, { schemeId: first })).id;
      },
    };
    if (at === 0) return [revise];
    const send = { date: `2026-10-${19 + at}`, run: () => stage.runFor(by, sendScheme, { schemeId, revision: 0 }) };
    if (at !== 1) return [revise, send];
    const decide = () =>
      stage.runFor(holder(place, 'methodist'), decideScheme, { schemeId, revision: 0, approve: false, remark });
    return [revise, send, { date: '2026-10-26', run: decide }];
  });
}

/** Four of the open year, of four authors; the demo teacher's own stay as they are. */
function chosenSchemes({ schemes, sections, people }: DemoPlan): DemoScheme[] {
  const teacher = people.find(({ login }) => login === 'teacher')?.no;
  const handed = new Set(sections.flatMap(({ successor, schemeKey }) => (successor ? [schemeKey] : [])));
  const own = schemes.filter(
    ({ key, year, author, course }) =>
      year === demoYears.at(-1) && author !== teacher && !handed.has(key) && /^(ОП|МДК)/.test(course.index),
  );
  const byAuthor = new Map(own.map((scheme) => [scheme.author, scheme]));
  return [...byAuthor.values()].slice(0, 4);
}
