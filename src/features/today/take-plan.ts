import { newKey } from '@/features/unsent/client/new-key';
import { sendTo } from '@/features/unsent/client/send';
import type { UnfilledLesson } from './today-view';

/**
 * Writes the planned topic and homework through the journal's own address, as the grid's key does: over the version that
 * the page was read with. Null when it is written, else a Russian sentence that says why not.
 */
export async function takePlan({ sectionId, plan }: UnfilledLesson): Promise<string | null> {
  if (!plan) return null;
  const send = sendTo(`/api/journal/${sectionId}/cells`);
  const reply = await send({ sectionId, lessons: [plan.edit] }, newKey(), false);
  if (reply.kind === 'unreachable') return 'Нет связи с сервером, ничего не записано. Повторите, когда связь вернётся.';
  if (reply.kind !== 'saved') return reply.sentence;
  const [newer] = reply.answer.conflicts;
  if (!newer) return null;
  const who = newer.by === '' ? 'другой человек' : newer.by;
  const written = newer.value ? ` Там уже записано: «${newer.value}».` : '';
  return `Занятие изменил(а) ${who}, ваша запись не внесена.${written} Откройте занятие, чтобы сравнить.`;
}
