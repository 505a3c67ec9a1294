import { type SignKind, State } from '@/ui/sign';
import type { AccountState } from '../accounts-view';

const words: Record<AccountState, readonly [SignKind, string]> = {
  none: ['ahead', 'нет доступа'],
  issued: ['attention', 'пароль с листка'],
  open: ['done', 'работает'],
  blocked: ['ahead', 'закрыта'],
};

export function AccountStateSign({ state }: { state: AccountState }) {
  return <State kind={words[state][0]}>{words[state][1]}</State>;
}
