import { number } from './format';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** «240 КБ», «1,4 МБ»: the size of a file, never less than 1 КБ. */
export function fileSize(bytes: number): string {
  if (bytes < megabyte) return `${number(Math.max(1, Math.round(bytes / kilobyte)))}\u00A0КБ`;
  return `${(bytes / megabyte).toFixed(1).replace('.', ',').replace(',0', '')}\u00A0МБ`;
}
