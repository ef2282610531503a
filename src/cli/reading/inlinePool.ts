import { errorCode } from '../errorCode';
import { unreadable, work, type Pool, type WorkSetting } from './work';
import { wordsIn } from '../words';

/** What a worker does, without one. */
export const inlinePool = (setting: WorkSetting, read: (file: string) => Promise<Uint8Array>): Pool => ({
  size: 1,
  run: async ({ source, bytes }) => {
    let content: Uint8Array;
    try {
      content = bytes ?? (await read(source));
    } catch (error) {
      return unreadable(source, wordsIn(setting.language).cannotRead(errorCode(error)), setting);
    }
    return work(source, content, setting);
  },
  close: async () => undefined,
});
