import { expect, it } from 'vitest';
import { publicId } from './public-id.ts';

// Of the TypeID specification's valid.yml.
it.each([
  ['00000000-0000-0000-0000-000000000000', 'prefix_00000000000000000000000000'],
  ['00000000-0000-0000-0000-000000000020', 'prefix_00000000000000000000000010'],
  ['ffffffff-ffff-ffff-ffff-ffffffffffff', 'prefix_7zzzzzzzzzzzzzzzzzzzzzzzzz'],
  ['0110c853-1d09-52d8-d73e-1194e95b5f19', 'prefix_0123456789abcdefghjkmnpqrs'],
  ['01890a5d-ac96-774b-bcce-b302099a8057', 'prefix_01h455vb4pex5vsknk084sn02q'],
])('the public form of %s is %s', (uuid, id) => expect(publicId('prefix', uuid)).toBe(id));
