/** `line`: place in the plan, from 0. Hours are academic. */
export type Finding =
  | { readonly rule: 'indexDoubled' | 'courseDoubled'; readonly line: number; readonly other: number }
  | {
      readonly rule: 'indexUnknown' | 'noTerms' | 'noControl' | 'moduleWithoutExam' | 'moduleEmpty';
      readonly line: number;
    }
  | { readonly rule: 'moduleMissing'; readonly line: number; readonly module: string }
  | {
      readonly rule: 'kindsDiffer';
      readonly line: number;
      readonly semester: number;
      readonly hours: number;
      readonly sum: number;
    }
  | { readonly rule: 'controlWithoutHours'; readonly line: number; readonly semester: number }
  | { readonly rule: 'complexAlone'; readonly line: number; readonly semester: number; readonly complex: number }
  | { readonly rule: 'weeksMissing'; readonly semester: number }
  | {
      readonly rule: 'weekOver';
      readonly semester: number;
      readonly hours: number;
      readonly weeks: number;
      readonly most: number;
    }
  | { readonly rule: 'examsOver' | 'creditsOver'; readonly year: number; readonly count: number };

/** `error`: the plan contradicts itself; `limit`: it goes beyond the norm; `warning`: worth a second look. */
export type Severity = 'error' | 'limit' | 'warning';

const severities: Readonly<Record<Finding['rule'], Severity>> = {
  indexDoubled: 'error',
  kindsDiffer: 'error',
  complexAlone: 'error',
  moduleMissing: 'error',
  noTerms: 'error',
  weekOver: 'limit',
  examsOver: 'limit',
  creditsOver: 'limit',
  indexUnknown: 'warning',
  courseDoubled: 'warning',
  noControl: 'warning',
  moduleWithoutExam: 'warning',
  moduleEmpty: 'warning',
  controlWithoutHours: 'warning',
  weeksMissing: 'warning',
};

export const severityOf = ({ rule }: Finding): Severity => severities[rule];
