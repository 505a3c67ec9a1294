import { framesOf } from './log';

/**
 * The framework writes failures of pages to the console by itself, message and all, and a message quotes the values it is
 * about. From here on the console gets the kind and the frames alone (T-070).
 */
export function quietConsole(target: Pick<Console, 'error'> = console): void {
  const write = target.error.bind(target);
  target.error = (...parts: unknown[]) => write(...parts.map(withoutMessage));
}

function withoutMessage(part: unknown): unknown {
  if (part instanceof Error) return `${part.name}\n${framesOf(part.stack) ?? ''}`;
  if (typeof part === 'string' && /\n\s+at /.test(part)) return framesOf(part);
  return typeof part === 'object' && part !== null ? typeof part : part;
}
