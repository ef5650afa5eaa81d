/**
 * What this machine remembers even when the program is killed. Local storage answers at once and reaches the disk only
 * some time later; IndexedDB says when it is there. So both are written, and at the start the first is made up from the second.
 */
import { writeSetting } from "@/settings";

const DATABASE = "portflow";
const STORE = "kept";
/** Milliseconds: a database that does not answer holds nobody up. */
const PATIENCE = 1000;

/** Like `writeSetting`; done as soon as it would outlive the program. */
export async function keepSetting(name: string, value: string): Promise<void> {
  writeSetting(name, value);
  await patiently(inStore("readwrite", (store) => store.put(value, name)));
}

/** At the start: what was kept and has not reached the disk as a setting. */
export async function restoreKept(): Promise<void> {
  await patiently(
    inStore("readonly", (store) => {
      const walk = store.openCursor();
      walk.onsuccess = () => {
        const at = walk.result;
        if (!at) return;
        writeSetting(String(at.key), String(at.value));
        at.continue();
      };
    }),
  );
}

/** Ends when it is done or has taken too long; a window without such a database only forgets sooner. */
function patiently(work: Promise<void>): Promise<void> {
  const enough = new Promise<void>((resolve) => window.setTimeout(resolve, PATIENCE));
  return Promise.race([work.catch(() => {}), enough]);
}

async function inStore(mode: IDBTransactionMode, work: (store: IDBObjectStore) => void): Promise<void> {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, mode, { durability: "strict" });
    work(transaction.objectStore(STORE));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = window.indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
