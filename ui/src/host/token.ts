/**
 * The browser test host hands its token over in the address (`?token=…`). It is taken out of the address before the
 * router reads it, because the hash router would take the query for a part of its own, and it outlives a reload.
 */
const KEY = "portflow.token";

function takeToken(): string {
  const { search, pathname, hash } = window.location;
  const given = new URLSearchParams(search).get("token");
  if (given === null) return window.sessionStorage.getItem(KEY) ?? "";
  window.sessionStorage.setItem(KEY, given);
  window.history.replaceState(null, "", pathname + hash);
  return given;
}

export const token = takeToken();
