import { createKeyRing, serialiseKeyRing } from '@adieu/keys';
import { makeOnce } from '../files.ts';

/** Makes a keys file where there is none; one that is there is never touched. */
export async function makeKeysFile(file: string): Promise<void> {
  const made = await makeOnce(file, serialiseKeyRing(createKeyRing()));
  console.log(
    made
      ? `made ${file}: keep it in the backup, apart from the database`
      : `${file} is there already`,
  );
}
