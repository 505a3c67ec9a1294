import { orderKindLabels } from '@/texts/labels';

export type OrderKindName = keyof typeof orderKindLabels;

/** Kinds of orders in the order in which they are offered. */
export const orderKinds = Object.keys(orderKindLabels) as OrderKindName[];
