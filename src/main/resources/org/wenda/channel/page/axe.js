/**
 * Checks the accessibility of one window with axe-core, which stands in this document only while it checks.
 *
 * @param {Element} root the window
 * @param {function()} load puts axe into window.axe
 * @returns {Promise<{engine: string, violations: Array, unsure: Array, passes: number}>}
 */
(root, load) => {
  const before = window.axe;
  load();
  const path = ({ target }) => target.flat(3).join(' ');
  const brief = ({ id, impact, help, nodes }) => ({ rule: id, impact: impact || '', help, elements: nodes.length, where: nodes.slice(0, 5).map(path) });
  return window.axe
    .run(root, { iframes: false, resultTypes: ['violations', 'incomplete'], preload: false })
    .then(({ testEngine, violations, incomplete, passes }) => ({
      engine: testEngine.name + ' ' + testEngine.version, violations: violations.map(brief), unsure: incomplete.map(brief), passes: passes.length,
    }))
    .finally(() => { window.axe = before; });
}
