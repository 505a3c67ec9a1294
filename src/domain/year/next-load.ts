import { compareTitles } from '../people/name';
import { groupBy } from './group-by';

/** A journal of the year that ends. `division` and `subgroup` are null for a whole group. */
export type FormerSection = {
  readonly sectionId: number;
  readonly groupId: number;
  readonly courseId: number;
  readonly division: string | null;
  readonly subgroup: string | null;
  readonly teacherId: number | null;
  readonly schemeId: number | null;
};

export type FormerGroup = {
  readonly groupId: number;
  readonly name: string;
  readonly programId: number;
  readonly yearOfStudy: number;
};

/** A group that goes on; `yearOfStudy` is that of the year that begins. */
export type GoingGroup = FormerGroup & {
  readonly curriculumId: number;
  readonly subgroups: readonly { readonly id: number; readonly division: string; readonly name: string }[];
};

export type PlanLine = {
  readonly itemId: number;
  readonly curriculumId: number;
  readonly courseId: number;
  readonly terms: readonly Term[];
};
export type Term = { readonly semester: number; readonly hours: number; readonly controlForm: string };

export type NextSection = {
  readonly groupId: number;
  readonly itemId: number;
  readonly subgroupId: number | null;
  readonly teacherId: number | null;
  readonly schemeId: number | null;
  /** Whose times are copied. */
  readonly modelId: number | null;
  /** By half of the year, 1 or 2. */
  readonly halves: readonly { readonly half: 1 | 2; readonly hours: number; readonly controlForm: string }[];
};

type Former = { readonly groups: readonly FormerGroup[]; readonly sections: readonly FormerSection[] };

/**
 * The journals of the next year, by the plans' next terms (R-025). A group takes over the week of the group of its programme that
 * was a year ahead; a course that goes on keeps its own teacher, another comes with the teacher who gave it to that group.
 */
export function nextLoad(going: readonly GoingGroup[], lines: readonly PlanLine[], former: Former): NextSection[] {
  const byGroup = groupBy(former.sections, ({ groupId }) => groupId);
  const byPlan = groupBy(lines, ({ curriculumId }) => curriculumId);
  return going.flatMap((group) => {
    const ahead = aheadOf(group, going, former.groups);
    const models = ahead === null ? [] : (byGroup.get(ahead) ?? []);
    const own = byGroup.get(group.groupId) ?? [];
    return (byPlan.get(group.curriculumId) ?? []).flatMap((line) => {
      const halves = halvesOf(line, group.yearOfStudy);
      if (halves.length === 0) return [];
      const same = ({ courseId }: FormerSection): boolean => courseId === line.courseId;
      const parts = partsOf(group, own.filter(same), models.filter(same));
      return parts.map((part) => ({ groupId: group.groupId, itemId: line.itemId, ...part, halves }));
    });
  });
}

/** The group of the programme that was in the coming year of study, paired by the order of names; null when there was none. */
function aheadOf(group: GoingGroup, going: readonly GoingGroup[], former: readonly FormerGroup[]): number | null {
  const like = <G extends FormerGroup>(groups: readonly G[]): G[] =>
    groups
      .filter(({ programId, yearOfStudy }) => programId === group.programId && yearOfStudy === group.yearOfStudy)
      .sort((one, other) => compareTitles(one.name, other.name));
  const ahead = like(former);
  const place = like(going).findIndex(({ groupId }) => groupId === group.groupId);
  return ahead.length === 0 ? null : (ahead[place % ahead.length]?.groupId ?? null);
}

function halvesOf({ terms }: PlanLine, yearOfStudy: number): NextSection['halves'] {
  return ([1, 2] as const).flatMap((half) => {
    const term = terms.find(({ semester }) => semester === (yearOfStudy - 1) * 2 + half);
    return term ? [{ half, hours: term.hours, controlForm: term.controlForm }] : [];
  });
}

type Part = Pick<NextSection, 'subgroupId' | 'teacherId' | 'schemeId' | 'modelId'>;

/** As the course was divided before in the group itself, else as in its model when the group has those subgroups, else whole. */
function partsOf(group: GoingGroup, own: readonly FormerSection[], models: readonly FormerSection[]): Part[] {
  const subgroupOf = ({ division, subgroup }: FormerSection): number | null | undefined =>
    subgroup === null ? null : group.subgroups.find((one) => one.division === division && one.name === subgroup)?.id;
  const shape = own.length > 0 ? own : models.every((one) => subgroupOf(one) !== undefined) ? models : [];
  const twin = (sections: readonly FormerSection[], part: FormerSection): FormerSection | undefined =>
    sections.find(({ division, subgroup }) => division === part.division && subgroup === part.subgroup);
  const parts = shape.flatMap((part): Part[] => {
    const subgroupId = subgroupOf(part);
    if (subgroupId === undefined) return [];
    const [kept, model] = [twin(own, part), twin(models, part) ?? models[0]];
    return [
      {
        subgroupId,
        teacherId: kept?.teacherId ?? model?.teacherId ?? null,
        schemeId: model?.schemeId ?? null,
        modelId: (twin(models, part) ?? kept ?? model)?.sectionId ?? null,
      },
    ];
  });
  if (parts.length > 0) return parts;
  const [first] = models;
  const { teacherId = null, schemeId = null, sectionId: modelId = null } = first ?? {};
  return [{ subgroupId: null, teacherId, schemeId, modelId }];
}
