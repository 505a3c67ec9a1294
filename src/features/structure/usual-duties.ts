/** Duties that the regulations have somebody appointed for (R-019; S4 4.1, S3 3.1, S0 1.2), offered while typing. */
export const usualDuties = [
  'Администратор электронного журнала',
  'Диспетчер расписания',
  'Ответственный за обработку персональных данных',
  'Ответственный за архив электронных журналов',
  'Ответственный за сопровождение электронного журнала',
] as const;

/** Those of the list that nobody holds today: the first three are asked for by the regulations. */
export function vacantDuties(held: readonly string[]): string[] {
  const present = new Set(held.map((duty) => duty.toLowerCase().trim()));
  return usualDuties.slice(0, 3).filter((duty) => !present.has(duty.toLowerCase()));
}
