import { chaosLaw } from '../workbench/chaos/law';

chaosLaw(50, 400, true);
