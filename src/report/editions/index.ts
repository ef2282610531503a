import type { Edition } from '../edition';
import { edition2019 } from './2019';
import { edition2021 } from './2021';

/** Every edition, oldest first. A new edition is one new file beside this one, and its name here. */
export const editions: readonly Edition[] = [edition2019, edition2021];
