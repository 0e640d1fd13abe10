import type { Check } from '../check.ts';
import { databricks } from './databricks.ts';
import { ecs } from './ecs.ts';
import { eks } from './eks.ts';
import { emr } from './emr.ts';
import { ssm } from './ssm.ts';

/** Every checklist, in the order of the list. */
export const CHECKS: readonly Check[] = [databricks, ssm, emr, ecs, eks];
