'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useState } from 'react';
import { saveLoadAction } from '../actions';
import type { GroupLoad } from '../load-view';
import type { Part } from '../read-load';

const unreachable =
  'Сервер не ответил, нагрузка не сохранена; всё набранное осталось на странице. Нажмите «Сохранить» ещё раз.';

/** A journal whose teacher may still be put in place: nothing entered, no order, one teacher at most, no stream. */
export const isFree = ({ teachers, filled, stream }: Part): boolean =>
  teachers.length < 2 && filled === 0 && stream === null && (teachers[0]?.order ?? null) === null;

/** What is typed in a cell, and what stood there when the typing began. */
type Typed<Value> = { readonly text: string; readonly seen: Value };

const cellKey = (sectionId: number, periodId: number): string => `${sectionId} ${periodId}`;

/**
 * What is typed over the load of a group until it is saved; each value goes with the one that the person saw. Where somebody else has
 * changed it meanwhile, what is typed stays, the other's value stands beside it and either is chosen.
 */
export function useLoadDesk(load: GroupLoad) {
  const router = useRouter();
  const [names, setNames] = useState<Readonly<Record<number, Typed<number | null>>>>({});
  const [hours, setHours] = useState<Readonly<Record<string, Typed<number>>>>({});
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const nameOf = useMemo(() => new Map(load.teachers.map(({ id, name }) => [id, name])), [load.teachers]);
  const byName = useMemo(() => new Map(load.teachers.map(({ id, name }) => [name.toLowerCase(), id])), [load.teachers]);
  const parts = useMemo(() => load.lines.flatMap((line) => line.parts), [load.lines]);

  const knownName = (part: Part): string => {
    const last = part.teachers.at(-1);
    return last ? (nameOf.get(last.teacherId) ?? last.name) : '';
  };
  const holder = (part: Part): number | null => part.teachers.at(-1)?.teacherId ?? null;
  const teacherOf = (part: Part): string => names[part.sectionId]?.text ?? knownName(part);
  const hoursOf = (part: Part, periodId: number): string =>
    hours[cellKey(part.sectionId, periodId)]?.text ?? String(storedHours(part, periodId) ?? '');
  const idOf = (name: string): number | null | undefined =>
    name.trim() === '' ? null : byName.get(name.trim().toLowerCase());
  const isBadName = (part: Part): boolean => names[part.sectionId] !== undefined && idOf(teacherOf(part)) === undefined;
  const isBadHours = (text: string): boolean => !/^\d{1,4}$/.test(text.trim()) || Number(text) > 1500;

  const teachers = parts.flatMap((part) => {
    if (names[part.sectionId] === undefined || !isFree(part)) return [];
    const was = holder(part);
    const teacherId = idOf(teacherOf(part));
    return teacherId === was ? [] : [{ sectionId: part.sectionId, was, teacherId }];
  });
  const planned = parts.flatMap(({ sectionId, periods }) =>
    periods.flatMap(({ periodId, hours: was }) => {
      const text = hours[cellKey(sectionId, periodId)]?.text;
      return text === undefined || text.trim() === String(was) ? [] : [{ sectionId, periodId, was, text }];
    }),
  );
  const changes = teachers.length + planned.length;
  const wrong =
    teachers.filter(({ teacherId }) => teacherId === undefined).length +
    planned.filter(({ text }) => isBadHours(text)).length;

  useEffect(() => {
    if (changes === 0) return;
    const onLeave = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', onLeave);
    return () => window.removeEventListener('beforeunload', onLeave);
  }, [changes]);

  async function save(): Promise<void> {
    if (busy || changes === 0) return;
    if (wrong > 0) {
      return setFailure(
        `Не сохранено: отмеченных клеток ${wrong}. Выберите преподавателя из списка, часы пишите числом.`,
      );
    }
    setBusy(true);
    const answer = await saveLoadAction({
      groupId: load.group.id,
      teachers: teachers.map((row) => ({ ...row, teacherId: row.teacherId ?? null })),
      hours: planned.map(({ text, ...row }) => ({ ...row, hours: Number(text) })),
    }).catch(() => null);
    setBusy(false);
    setFailure(answer?.ok ? null : failureOf(answer));
    if (answer && !answer.ok && answer.error.code === 'CONFLICT') router.refresh();
    if (!answer?.ok) return;
    setNames({});
    setHours({});
    router.refresh();
  }

  return {
    ...{ changes, busy, failure, save, teacherOf, hoursOf, isBadName, isBadHours },
    setTeacher: (part: Part, text: string) =>
      setNames((now) => ({ ...now, [part.sectionId]: { text, seen: now[part.sectionId]?.seen ?? holder(part) } })),
    setHours: (part: Part, periodId: number, text: string) => {
      const key = cellKey(part.sectionId, periodId);
      const stored = storedHours(part, periodId) ?? 0;
      setHours((now) => ({ ...now, [key]: { text, seen: now[key]?.seen ?? stored } }));
    },
    /** Somebody else's teacher where the typed one began over another; null where there is none. */
    otherTeacher: (part: Part): string | null => {
      const typed = names[part.sectionId];
      return typed && typed.seen !== holder(part) ? knownName(part) || 'никто не ведёт' : null;
    },
    otherHours: (part: Part, periodId: number): string | null => {
      const typed = hours[cellKey(part.sectionId, periodId)];
      const stored = storedHours(part, periodId) ?? 0;
      return typed && typed.seen !== stored ? String(stored) : null;
    },
    dropTeacher: (part: Part) => setNames(({ [part.sectionId]: _, ...rest }) => rest),
    dropHours: (part: Part, periodId: number) =>
      setHours(({ [cellKey(part.sectionId, periodId)]: _, ...rest }) => rest),
  };
}

const storedHours = ({ periods }: Part, periodId: number): number | undefined =>
  periods.find((row) => row.periodId === periodId)?.hours;

type Refused = { ok: false; error: { code: string; message: string } } | null;

function failureOf(answer: Refused): string {
  if (!answer) return unreachable;
  const { code, message } = answer.error;
  if (code !== 'CONFLICT') return message;
  return `${message} Набранное на месте; где записано другое, оно стоит под клеткой: возьмите его или сохраните своё.`;
}

export type LoadDeskState = ReturnType<typeof useLoadDesk>;
