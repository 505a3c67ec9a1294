import { createContext } from 'react';

/** Who works here; `keeps`: what he types may be kept in this browser, which is not a «чужой компьютер» (T-068). */
export type Owner = { readonly person: number; readonly keeps: boolean };

export const OwnerContext = createContext<Owner | null>(null);
