// Passkeys: asks the browser for one and sends it with the form. A form says in data-passkey what it is for:
// "login" (who are you), "use" (show that it is you) or "add" (make one on this device).
// Without script or without passkeys in this browser these forms stay hidden and the page says so.
"use strict";

(() => {
  const toBytes = (text) => {
    const base64 = text.replaceAll("-", "+").replaceAll("_", "/");
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  };
  const toText = (buffer) => {
    const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
    return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  };
  const known = (list) => (list || []).map((one) => ({ ...one, id: toBytes(one.id) }));

  // The server speaks JSON with base64url, the browser wants bytes.
  const forBrowser = (options) => {
    const asked = { ...options, challenge: toBytes(options.challenge) };
    if (options.user) asked.user = { ...options.user, id: toBytes(options.user.id) };
    if (options.allowCredentials) asked.allowCredentials = known(options.allowCredentials);
    if (options.excludeCredentials) asked.excludeCredentials = known(options.excludeCredentials);
    return asked;
  };

  const forServer = (credential) => {
    const response = {};
    const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
    for (const part of parts) {
      if (credential.response[part]) response[part] = toText(credential.response[part]);
    }
    if (credential.response.getTransports) response.transports = credential.response.getTransports();
    return {
      id: credential.id,
      rawId: toText(credential.rawId),
      type: credential.type,
      response,
      clientExtensionResults: credential.getClientExtensionResults(),
    };
  };

  const optionsOnPage = () => JSON.parse(document.getElementById("passkey-options").textContent);

  const work = {
    add: async () => {
      const options = forBrowser(optionsOnPage().creation_options.publicKey);
      options.authenticatorSelection = {
        ...options.authenticatorSelection,
        residentKey: "required",
        requireResidentKey: true,
        userVerification: "required",
      };
      return navigator.credentials.create({ publicKey: options });
    },
    use: async () => navigator.credentials.get({ publicKey: forBrowser(optionsOnPage().request_options.publicKey) }),
    login: async (form) => {
      const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
      const { request_options: options } = await answer.json();
      return navigator.credentials.get({ publicKey: forBrowser(options.publicKey) });
    },
  };

  const enhance = (form) => {
    const problem = form.querySelector("[data-passkey-problem]");
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      problem.hidden = true;
      try {
        const credential = await work[form.dataset.passkey](form);
        form.querySelector("[name=credential]").value = JSON.stringify(forServer(credential));
        form.submit();
      } catch {
        problem.textContent = problem.dataset.passkeyProblem;
        problem.hidden = false;
      }
    });
  };

  // A browser keeps passkeys for a name, not for a number such as 127.0.0.1.
  const named = !/^[\d.]+$|^\[/.test(location.hostname);
  if (!window.PublicKeyCredential || !named) return;
  document.querySelectorAll("form[data-passkey]").forEach(enhance);
  for (const missing of document.querySelectorAll("[data-passkey-missing]")) missing.hidden = true;
})();
