import { framesOf } from './log';

/**
 * The framework writes failures of pages to the console by itself, message and all, and a message quotes the values it is
 * about. From here on the console gets the kind and the frames alone (T-070).
 */
export function quietConsole(target: Pick<Console, 'error' | 'warn'> = console): void {
  const [write, warn] = [target.error.bind(target), target.warn.bind(target)];
  target.error = (...parts: unknown[]) => write(...parts.map(withoutMessage));
  target.warn = (...parts: unknown[]) => warn(...parts.map(withoutAddress));
}

/** Of a body that is too long the framework names the address, which may carry a code. */
function withoutAddress(part: unknown): unknown {
  return typeof part === 'string' ? part.replace(/ for \/\S*/g, '') : withoutMessage(part);
}

function withoutMessage(part: unknown): unknown {
  if (part instanceof Error) return `${part.name}\n${framesOf(part.stack) ?? ''}`;
  if (typeof part === 'string' && /\n\s+at /.test(part)) return framesOf(part);
  return typeof part === 'object' && part !== null ? typeof part : part;
}
