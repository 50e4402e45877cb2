import { Migration } from '@mikro-orm/migrations';

/** When a wish to stop came after a double opt-in was asked for: its link then opens nothing any more (D-9). */
export class Superseded007 extends Migration {
  override up(): void {
    this.addSql('ALTER TABLE double_opt_in ADD COLUMN superseded_at timestamptz');
  }
}
