import { chaosLaw } from './chaos/law';

chaosLaw(4, 120);
