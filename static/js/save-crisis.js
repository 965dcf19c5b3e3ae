// Has the browser keep the crisis numbers for times without network; without it the page works too.
const told = document.currentScript.dataset.worker;
if ("serviceWorker" in navigator && told) {
  navigator.serviceWorker.register(told, { scope: "/krise/" }).catch(() => {});
}
