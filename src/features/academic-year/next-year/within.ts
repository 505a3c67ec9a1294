import type { Actor } from '@/access/actor';
import type { Command, RequestMeta } from '@/server/command';
import type { Db } from '@/server/db';

/** Runs another command as a part of an act: in its transaction, in the name of who acts. */
export type Within = <Input, Result>(command: Command<Input, Result>, input: Input) => Promise<Result>;

/** Whoever may open a year may enter what a year consists of: the parts ask for no further function. */
export function within(tx: Db, actor: Actor, { address, device }: RequestMeta): Within {
  return (command, input) => {
    const parts = command.permission === 'public' ? [] : command.permission;
    const acting: Actor = { ...actor, permissions: new Set([...actor.permissions, ...parts]) };
    return command.execute(acting, input, { address, device }, tx);
  };
}
