import { accounting } from './accounting';
import { cookery } from './cookery';
import { farmMachinery } from './farm-machinery';
import { informationSystems } from './information-systems';
import { motorVehicles } from './motor-vehicles';
import { preschoolEducation } from './preschool-education';
import type { ProgrammeTable } from './programme-table';

export const programmeTables: readonly ProgrammeTable[] = [
  informationSystems,
  accounting,
  farmMachinery,
  motorVehicles,
  cookery,
  preschoolEducation,
];
