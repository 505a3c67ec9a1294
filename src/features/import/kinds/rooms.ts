import { saveRoom } from '@/features/structure/save-room';
import { parseDay } from '@/tabular/values/day';
import { parseWhole } from '@/tabular/values/number';
import { parseLine } from '@/tabular/values/text';
import { type Column, defineKind, fail, isSound, type Line, type Setting, type Writing } from '../kind';
import { textKey } from './text-key';

const columns = {
  name: {
    title: 'Кабинет',
    aliases: ['Аудитория', 'Номер кабинета', '№ кабинета'],
    needed: true,
    example: '214',
    width: 14,
    parse: (text) => parseLine(text, 40),
  } as Column<string>,
  purpose: {
    title: 'Назначение',
    example: 'лаборатория информатики',
    width: 40,
    parse: (text) => parseLine(text, 120),
  } as Column<string>,
  seats: {
    title: 'Мест',
    aliases: ['Число мест', 'Вместимость'],
    example: '26',
    width: 8,
    parse: (text) => parseWhole(text, [1, 2000]),
  } as Column<number>,
  closedOn: { title: 'Закрыт с', example: '', width: 13, parse: parseDay } as Column<string>,
};

type RoomLine = Line<typeof columns>;
type Room = { id: number; version: number; name: string; purpose: string; seats: number | null; closedOn: Date | null };

const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;

/** Rooms that the timetable offers. */
export const rooms = defineKind({
  id: 'rooms',
  title: 'Кабинеты',
  about: 'Строка – кабинет, лаборатория или зал. Кабинет находят по названию: под ним он стоит в расписании.',
  needs: [],
  needsOne: ['structure.enter', 'timetable.enter'],
  columns,
  judge,
  read: async ({ tx }) => {
    const rows = await tx.room.findMany({ orderBy: { name: 'asc' } });
    return rows.map(({ name, purpose, seats, closedOn }) => {
      return { name, purpose, seats: String(seats ?? ''), closedOn: dayOf(closedOn) ?? '' };
    });
  },
  name: async (db, ids) => {
    const rows = await db.room.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
    return new Map(rows.map(({ id, name }) => [id, name]));
  },
});

async function judge({ tx }: Setting, lines: readonly RoomLine[]): Promise<Writing> {
  const known = new Map((await tx.room.findMany()).map((room) => [textKey(room.name), room]));
  const firsts = new Map<string, number>();
  const plans: { line: RoomLine; room: Room | null }[] = [];
  for (const line of lines) {
    const key = textKey(line.values.name ?? '');
    const first = firsts.get(key);
    if (first !== undefined) fail(line, 'name', `Повтор строки ${first}`);
    firsts.set(key, line.place);
    const room = known.get(key) ?? null;
    line.verdict.recordId = room?.id ?? null;
    if (!isSound(line) || (room && !differs(line, room))) continue;
    line.verdict.fate = room ? 'changed' : 'new';
    plans.push({ line, room });
  }
  return async (act, tell) => {
    for (const { line, room } of plans) line.verdict.recordId = (await act(saveRoom, valuesOf(line, room))).id;
    await tell(lines.length);
  };
}

function differs({ values: { purpose, seats, closedOn } }: RoomLine, room: Room): boolean {
  const given = [purpose !== null && purpose !== room.purpose, seats !== null && seats !== room.seats];
  return given.includes(true) || (closedOn !== null && closedOn !== dayOf(room.closedOn));
}

/** What is blank in the row stays as it is; so does the name by which the timetable knows the room. */
function valuesOf({ values }: RoomLine, room: Room | null) {
  return {
    id: room?.id ?? null,
    version: room?.version ?? 0,
    name: room?.name ?? values.name ?? '',
    purpose: values.purpose ?? room?.purpose ?? '',
    seats: values.seats ?? room?.seats ?? null,
    closedOn: values.closedOn ?? dayOf(room?.closedOn ?? null),
  };
}
