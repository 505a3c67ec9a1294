import { addDays } from '@/domain/calendar/local-date';
import { instantOf, localDateOf } from '@/domain/deadlines/zone';
import type { LocalDate } from '@/domain/types';
import { connect, useDatabase as workOn } from '@/server/db';
import { setDemoClock, startDemoClockAt } from '@/server/postgres/demo-clock';
import { withClient } from '@/server/postgres/roles';
import { seedReference } from '../reference';
import { demoYears, timeZone } from './calendar';
import { makeDemo } from './focus';
import { JournalWriter } from './journal';
import { subgroupsOf } from './roster';
import { seedEvents } from './seed-events';
import { closeYears, seedGrades } from './seed-grades';
import { seedCurricula, seedInstitution, seedYear } from './seed-institution';
import { seedJournal } from './seed-journal';
import { seedLoad } from './seed-load';
import { seedOffice, seedSessions } from './seed-office';
import { seedGroups, seedStaff } from './seed-people';
import { seedPlanning } from './seed-planning';
import { seedVisits } from './seed-visits';
import { nothingMade, Stage } from './stage';

export interface DemoTarget {
  /** Moves the clock and enters what an installation begins with. */
  ownerUrl: string;
  /** Signs in as the application does: everything else goes through its commands. */
  runtimeUrl: string;
  /** The day that the college lives on; by default the real day. */
  demoDate?: LocalDate | undefined;
}

/**
 * Fills an empty database with the demo college: the closed year 2025/26 and the open one up to yesterday, through the
 * product's own commands with a simulated clock. Afterwards the clock shows the demo's day and runs.
 */
export async function seedDemo({ ownerUrl, runtimeUrl, demoDate }: DemoTarget): Promise<void> {
  const today = localDateOf(new Date(), timeZone);
  const { plan, day, gaps } = makeDemo(demoDate ?? today);
  const morning = instantOf(day, '00:00', timeZone);
  const client = connect(runtimeUrl, 6);
  workOn(client);
  try {
    await seedReference(ownerUrl);
    const stage = new Stage(ownerUrl, morning);
    const made = nothingMade();
    const subgroups = subgroupsOf(plan);
    for (const year of demoYears) {
      const entered = plan.groups.filter(({ entryYear }) =>
        year === demoYears[0] ? entryYear <= year : entryYear === year,
      );
      await stage.at(`${year}-08-25T05:00:00Z`);
      if (year === demoYears[0]) {
        await seedInstitution(stage, made);
        await seedStaff(stage, plan, made);
        await seedOffice(stage, plan, made);
      }
      await seedYear(stage, plan, made, year);
      await seedCurricula(stage, made, entered);
      await seedGroups(stage, plan, made, entered);
      await seedSessions(stage, plan, made, year);
      await seedLoad({ stage, plan, made, subgroups, year });
    }
    await seedEvents(stage, plan, made, subgroups);
    await seedPlanning({ stage, plan, made }, day);
    await analyze(ownerUrl);
    const writer = new JournalWriter(plan, morning, gaps);
    await stage.at(addDays(day, 1));
    await seedJournal(stage, plan, made, writer);
    await analyze(ownerUrl);
    await seedGrades(stage, plan, made, writer, day);
    await closeYears(stage, plan, made, day);
    await seedVisits(ownerUrl, day);
  } finally {
    await client.$disconnect();
  }
  await setDemoClock(ownerUrl, null);
  if (day !== today) await startDemoClockAt(ownerUrl, instantOf(day, '09:00', timeZone).toISOString());
}

/** Tells the planner how large the tables have become: it has seen them empty. */
async function analyze(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, (client) => client.query('ANALYZE'));
}
