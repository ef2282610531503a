/** Languages of what a person reads. Official labels stay Chinese in both. */
export type Language = 'zh' | 'en';
