import type { FileStore } from "../platform/files/file-store.ts";
import { forgetBytes } from "../platform/files/forget-bytes.ts";
import type { Queries } from "../platform/database.ts";
import type { EachHandler, Finish, Job } from "../platform/job.ts";

const nothing: Finish = () => Promise.resolve();

/** Forgets the bytes of files whose cases were erased, where no other row names them: two people may have sent the same picture. */
export function forgetFilesHandler(house: { readonly database: Queries; readonly files: FileStore }): EachHandler {
  const each = async (council: string, { payload }: Job): Promise<Finish> => {
    const { hashes } = payload;
    await forgetBytes(house.database, house.files, council, Array.isArray(hashes) ? hashes.map(String) : []);
    return nothing;
  };
  return { kind: "forget-files", delay: 100, atOnce: 1, each };
}
