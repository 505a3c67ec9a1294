/** Whether lessons of a group at one hour are in each other's way: a whole group (null) meets all of its subgroups. */
export function meets(one: number | null, other: number | null): boolean {
  return one === null || other === null || one === other;
}
