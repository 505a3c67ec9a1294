import { serialDay } from '../values/serial-day';
import type { NumberLook } from './styles';

/** A number of a sheet as its reader sees it; `shift`: days between the workbook's calendar and that of 1900. */
export function numberText(raw: string, look: NumberLook | undefined, shift: number): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  switch (look?.kind) {
    case 'date':
      return dayText(value + shift) ?? digits(value);
    case 'time':
      return timeText(value);
    case 'instant': {
      const day = dayText(value + shift);
      return day === null ? digits(value) : `${day} ${timeText(value)}`;
    }
    case 'padded':
      return Number.isInteger(value) ? digits(value).padStart(look.digits, '0') : digits(value);
    default:
      return digits(value);
  }
}

function dayText(serial: number): string | null {
  const day = serialDay(Math.floor(serial));
  return day === null ? null : `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
}

function timeText(value: number): string {
  const minutes = Math.round((value - Math.floor(value)) * 1440) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** All digits of a whole number; a fraction to Excel's fifteen, with a decimal comma. */
function digits(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  return String(Number(value.toPrecision(15))).replace('.', ',');
}
