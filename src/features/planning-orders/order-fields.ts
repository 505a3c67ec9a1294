import { z } from 'zod';
import { dateField, nameField } from '@/features/institution/inputs';

/** An order as a person types it: number, day, what it is about. */
export const orderFields = { number: nameField(40), orderedOn: dateField, about: nameField(300) };
export const orderInput = z.strictObject(orderFields);

/** Who registers an order of each kind and says that it is entered. */
export const keeperOf = { load: 'load.enter', timetable: 'timetable.enter' } as const;
