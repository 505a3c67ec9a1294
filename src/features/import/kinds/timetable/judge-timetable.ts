import { type Clash, clashesOf, isRefused } from '@/domain/timetable/conflicts';
import { fail, isSound, type Line, type Setting, type Writing } from '../../kind';
import { missing, textKey } from '../text-key';
import type { TimetableColumns } from './columns';
import {
  type Entry,
  hourKey,
  type Journal,
  journalKey,
  type Period,
  readTimetableWorld,
  type TimetableWorld,
} from './timetable-world';
import { type PlaceChange, writeTimetable } from './write-timetable';

type PlaceLine = Line<TimetableColumns>;

/** Judges places of the week: one is found by journal, weekday, class period and kind of week. */
export async function judgeTimetable(setting: Setting, lines: readonly PlaceLine[]): Promise<Writing> {
  const world = await readTimetableWorld(setting);
  const changes: PlaceChange[] = [];
  const firsts = new Map<string, number>();
  for (const line of lines) {
    const period = findPeriod(line, world, setting.today);
    const journal = period && findJournal(line, world, period);
    if (!period || !journal) continue;
    const from = firstDay(line, period, setting.today);
    if (from === null) continue;
    const place = placeOf(line, journal, { from, period });
    const key = `${place.sectionId} ${hourKey(place)} ${place.parity} ${period.id}`;
    const first = firsts.get(key);
    if (first !== undefined) fail(line, 'classPeriod', `Повтор строки ${first}`);
    firsts.set(key, line.place);
    if (isSound(line)) judgePlace(line, place, { world, period, from, changes });
  }
  return writeTimetable(changes, lines.length);
}

function findPeriod(line: PlaceLine, world: TimetableWorld, today: string): Period | null {
  const { group, period: wanted } = line.values;
  const own = world.periods.get(textKey(group ?? ''));
  if (!own) {
    fail(line, 'group', missing('Группы с учебными периодами', group ?? '', world.groupNames));
    return null;
  }
  const found =
    wanted === null
      ? (own.find(({ endsOn }) => endsOn >= today) ?? null)
      : (own.find(({ name }) => textKey(name) === textKey(wanted)) ??
        own.find(({ name }) => textKey(name).startsWith(textKey(wanted))));
  if (!found) fail(line, 'period', `Такого периода у группы нет; есть ${own.map(({ name }) => name).join(', ')}`);
  else if (found.locked) fail(line, 'period', 'Учебный период закрыт');
  return found && !found.locked ? found : null;
}

function findJournal(line: PlaceLine, world: TimetableWorld, period: Period): Journal | null {
  const { index, course, division, subgroup } = line.values;
  const all = world.journals.get(journalKey(period.groupId, period.yearId, index ?? '')) ?? [];
  const found = all.filter(
    (one) =>
      textKey(one.subgroup ?? '') === textKey(subgroup ?? '') &&
      (division === null || textKey(one.division ?? '') === textKey(division)),
  );
  const [only] = found;
  if (all.length === 0) fail(line, 'index', `Журнала с индексом «${index}» у группы нет: сначала нагрузка`);
  else if (!only)
    fail(
      line,
      'subgroup',
      missing(
        'Подгруппы',
        subgroup ?? '',
        all.flatMap((one) => one.subgroup ?? []),
      ),
    );
  else if (found.length > 1) fail(line, 'division', 'Подгруппа есть в нескольких делениях: укажите деление');
  else if (course !== null && textKey(course) !== textKey(only.course))
    fail(line, 'course', `Под этим индексом стоит «${only.course}»`);
  else return only;
  return null;
}

/** The day from which the place stands: the period's first, unless lessons before today are there. */
function firstDay(line: PlaceLine, { startsOn, endsOn, past }: Period, today: string): string | null {
  const soonest = past && startsOn < today ? today : startsOn;
  const wanted = line.values.startsOn;
  if (wanted === null || wanted < soonest) return soonest;
  if (wanted <= endsOn) return wanted;
  fail(line, 'startsOn', 'Этот день позже учебного периода');
  return null;
}

function placeOf({ values }: PlaceLine, journal: Journal, { from, period }: { from: string; period: Period }): Entry {
  return {
    ...journal,
    ...{ weekday: values.weekday ?? 1, classPeriod: values.classPeriod ?? 1, parity: values.parity ?? 'every' },
    ...{ room: values.room ?? '', startsOn: from, endsOn: period.endsOn, entryId: 0, version: 0, group: period.group },
  };
}

type Around = { world: TimetableWorld; period: Period; from: string; changes: PlaceChange[] };

function judgePlace(line: PlaceLine, place: Entry, { world, period, from, changes }: Around): void {
  const atHour = world.entries.get(hourKey(place)) ?? [];
  const known = atHour.find(
    (one) =>
      one.entryId > 0 &&
      one.sectionId === place.sectionId &&
      one.parity === place.parity &&
      one.endsOn >= from &&
      one.startsOn <= period.endsOn,
  );
  const where = { line, groupId: period.groupId, periodId: period.id };
  const { weekday, classPeriod, parity, room } = place;
  if (known) {
    line.verdict.recordId = known.entryId;
    if (known.room === room || line.values.room === null) return;
    line.verdict.fate = 'changed';
    line.verdict.notes.push(known.room === '' ? `кабинет ${room}` : `кабинет ${known.room} → ${room}`);
    const change = {
      act: 'alter',
      entryId: known.entryId,
      version: known.version,
      weekday,
      classPeriod,
      parity,
      room,
    } as const;
    changes.push({ ...where, from: known.startsOn > from ? known.startsOn : from, change });
    return;
  }
  for (const clash of clashesOf(place, atHour)) tellClash(line, clash);
  if (!isSound(line)) return;
  line.verdict.fate = 'new';
  world.entries.set(hourKey(place), [...atHour, place]);
  changes.push({
    ...where,
    from,
    change: { act: 'place', sectionId: place.sectionId, weekday, classPeriod, parity, room },
  });
}

/** A room may be shared, so it is only told. */
function tellClash(line: PlaceLine, clash: Clash<Entry>): void {
  const { kind, other } = clash;
  const words = {
    group: `У группы в этот час уже стоит «${other.course}»`,
    teacher: `Преподаватель в этот час ведёт «${other.course}» у группы ${other.group}`,
    room: `в кабинете в этот час и группа ${other.group}`,
  } as const;
  if (isRefused(clash)) fail(line, 'classPeriod', words[kind]);
  else line.verdict.notes.push(words[kind]);
}
