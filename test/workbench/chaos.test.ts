import { chaosLaw } from './chaos/law';

chaosLaw(6, 200);
