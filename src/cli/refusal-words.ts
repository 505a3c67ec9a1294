import { Refusal } from '@/server/errors';
import { errorText } from '@/texts/errors';

/** What a failed command says at the console: a refusal's own sentence, without what is meant for people at a browser. */
export function consoleError(error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  const { code, options } = error;
  if (code !== 'UNAVAILABLE') return new Error(errorText(code, options));
  return new Error(options.detail ? `Нельзя: ${options.detail}.` : 'База данных сейчас занята, повторите команду.');
}
