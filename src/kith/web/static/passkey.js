/* Hands what the server asks to the browser's own passkey window, and its answer back in the form's hidden field.
   It fetches nothing, keeps nothing, and knows nothing of anybody. */
"use strict";

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
const words = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

function asked(options) {
  const known = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));
  const read = { ...options, challenge: bytes(options.challenge) };
  if (options.user) read.user = { ...options.user, id: bytes(options.user.id) };
  if (options.allowCredentials) read.allowCredentials = known(options.allowCredentials);
  if (options.excludeCredentials) read.excludeCredentials = known(options.excludeCredentials);
  return read;
}

function answered(made) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (made.response[part]) response[part] = words(made.response[part]);
  }
  const extensions = made.getClientExtensionResults();
  return JSON.stringify({
    id: made.id, rawId: words(made.rawId), type: made.type, response, clientExtensionResults: extensions,
  });
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const button = form.querySelector("button[data-passkey-button]");
  const failed = form.querySelector("[data-passkey-failed]");
  button.hidden = !window.PublicKeyCredential;
  button.addEventListener("click", async (press) => {
    press.preventDefault();
    failed.hidden = true;
    try {
      const publicKey = asked(JSON.parse(form.dataset.passkey));
      const made = form.dataset.passkeyMake
        ? await navigator.credentials.create({ publicKey })
        : await navigator.credentials.get({ publicKey });
      form.querySelector("input[name=passkey]").value = answered(made);
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
}
