import { byPresentPlan, type FormerTopic, type PlanLesson, type PlanTopic, proposedTopics } from '../journal/plan';
import type { LocalDate } from '../types';

/** A lesson of a section that is not cancelled, in the order of the section. */
export type PlanDay = PlanLesson & { readonly date: LocalDate; readonly held: boolean };

/** Days of a topic: those on which it was given, and those on which it will be if no more lessons are lost. */
export type TopicDays = { readonly given: LocalDate[]; readonly ahead: LocalDate[] };

/** Topics on the days of a section's lessons, by the topic's id: what is lost moves the others on. */
export function layTopics(
  lessons: readonly PlanDay[],
  topics: readonly PlanTopic[],
  former: readonly FormerTopic[] = [],
): Map<number, TopicDays> {
  const present = byPresentPlan(lessons, former);
  const proposed = proposedTopics(present, topics);
  const days = new Map<number, TopicDays>(topics.map(({ id }) => [id, { given: [], ahead: [] }]));
  for (const { id, plannedTopicId, date } of present) {
    if (plannedTopicId !== null) days.get(plannedTopicId)?.given.push(date);
    else days.get(proposed.get(id)?.id ?? 0)?.ahead.push(date);
  }
  return days;
}

export type Fulfilment = {
  /** Academic hours by the load, and those given. */
  readonly planned: number;
  readonly given: number;
  /** Hours of lessons that are over and that nobody has written down. */
  readonly unwritten: number;
  /** Hours of lessons that are still in the timetable until the end. */
  readonly ahead: number;
  /** Hours that the timetable has no lessons for. */
  readonly short: number;
  readonly topics: number;
  readonly topicsGiven: number;
  /** Numbers of the topics that ought to be given by the end and will not be. */
  readonly lost: number[];
};

/** From `from` to `to`, both included; `before`: hours that the plan asks for before `from`, whose topics are not this term's. */
export type Term = { from: LocalDate; to: LocalDate; today: LocalDate; planned: number; before: number };

/**
 * What a section has given of its plan in a term and what it will not give by its end: hours against the load, topics
 * against the КТП, whose lines are counted to the term by the hours of the terms before it.
 */
export function fulfilmentOf(
  lessons: readonly PlanDay[],
  topics: readonly PlanTopic[],
  { from, to, today, planned, before }: Term,
  former: readonly FormerTopic[] = [],
): Fulfilment {
  const own = lessons.filter(({ date }) => date >= from && date <= to);
  const hoursOf = (some: readonly PlanDay[]) => some.reduce((sum, { hours }) => sum + hours, 0);
  const given = hoursOf(own.filter(({ held }) => held));
  const ahead = hoursOf(own.filter(({ held, date }) => !held && date >= today));
  const unwritten = hoursOf(own.filter(({ held, date }) => !held && date < today));
  const ofTerm = topicsOf(topics, before, planned);
  const days = layTopics(
    lessons.filter(({ date }) => date <= to),
    topics,
    former,
  );
  const isGiven = ({ id }: PlanTopic) => (days.get(id)?.given.length ?? 0) > 0;
  const isLost = (topic: PlanTopic) => !isGiven(topic) && (days.get(topic.id)?.ahead.length ?? 0) === 0;
  return {
    planned,
    given,
    unwritten,
    ahead,
    short: Math.max(0, planned - given - unwritten - ahead),
    topics: ofTerm.length,
    topicsGiven: ofTerm.filter(isGiven).length,
    lost: ofTerm.filter(isLost).map(({ no }) => no),
  };
}

/** Lines that end within the hours of the term, and one that only begins in it does not. */
function topicsOf(topics: readonly PlanTopic[], before: number, planned: number): PlanTopic[] {
  let sum = 0;
  return [...topics]
    .sort((one, other) => one.no - other.no)
    .filter(({ hours }) => {
      sum += hours;
      return sum > before && sum <= before + planned;
    });
}
