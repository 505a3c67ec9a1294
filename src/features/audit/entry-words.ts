import { type ErrorCode, errorCodes, errorText } from '@/texts/errors';
import { commandInWords } from './command-words';

/** What a line of the security log tells beside its kind. */
export function entryDetail(kind: string, detail: string): string {
  if (kind === 'refusal') return refused(detail);
  if (kind === 'auditRead')
    return detail.startsWith('journal-access') ? 'отчёт о доступе к журналу' : 'действия и входы';
  return detail.replace(/^login /, 'метка логина ');
}

/** «записи в журнале: Период закрыт…» of «journal.mark-cells PERIOD_LOCKED» */
function refused(detail: string): string {
  const [command = '', code = ''] = detail.split(' ');
  const known = errorCodes.find((one): one is ErrorCode => one === code);
  return known ? `${commandInWords(command)}: ${errorText(known)}` : detail;
}
