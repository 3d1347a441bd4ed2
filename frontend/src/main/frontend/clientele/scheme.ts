/** Shows light or dark as chosen earlier on this device, before the first view is drawn and on the login page too. */
try {
  const scheme = localStorage.getItem('clientele.scheme');
  if (scheme === 'dark' || scheme === 'light') {
    document.documentElement.style.colorScheme = scheme;
  }
} catch {
  // Storage switched off: the portal starts light.
}
