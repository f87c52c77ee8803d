// Tells the site what a visitor did that a polite one does not do, and what was chosen on the way.
(() => {
  const tell = what => navigator.sendBeacon('/witness', location.pathname + ' ' + what);
  const name = element => (element.textContent || element.placeholder || element.name || element.localName).trim().slice(0, 30);

  window.witness = tell;
  addEventListener('submit', event => {
    event.preventDefault();
    tell('submitted ' + (event.target.id || 'a form'));
  }, true);
  addEventListener('input', event => {
    const field = event.composedPath()[0];
    if (event.isTrusted && field.closest('form,[data-form]')) tell('typed into ' + name(field));
  }, true);
  addEventListener('click', event => {
    const pressed = event.composedPath().find(element => element.dataset?.never !== undefined);
    if (pressed) tell('pressed ' + name(pressed));
  }, true);
})();
