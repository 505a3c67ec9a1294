import type { CardGap, SocialStatus } from '@/domain/people/card';

export const socialStatusLabels: Readonly<Record<SocialStatus, string>> = {
  none: 'особых обстоятельств нет',
  orphan: 'сирота или без попечения родителей',
  guardianship: 'под опекой',
  largeFamily: 'многодетная семья',
  singleParent: 'неполная семья',
  lowIncome: 'малообеспеченная семья',
  disability: 'инвалидность',
  specialNeeds: 'ОВЗ',
  militaryFamily: 'семья участника СВО',
  dormitory: 'живёт в общежитии',
};

export const gapLabels: Readonly<Record<CardGap, string>> = {
  birthDate: 'дата рождения',
  phone: 'телефон студента',
  registeredAddress: 'адрес регистрации',
  livingAddress: 'адрес проживания',
  socialStatus: 'социальный статус',
  guardian: 'родители',
  guardianPhone: 'телефон родителей',
};

/** Fields of a card that a parent can ask to change, as people name them. */
export const dataLabels = {
  lastName: 'фамилия',
  firstName: 'имя',
  middleName: 'отчество',
  phone: 'телефон',
  email: 'электронная почта',
  registeredAddress: 'адрес регистрации',
  livingAddress: 'адрес проживания',
} as const;

export type DataField = keyof typeof dataLabels;
