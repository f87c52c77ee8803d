/**
 * Puts the scripts into this document, once. What they offer hangs on a symbol, so that no page script meets it by name.
 *
 * @param {object} lexicon the content of lexicon.json
 * @returns {boolean} whether they were put in now
 */
(lexicon, makeEyes, makeRecorder, makeSurvey, makeTransport, makeWalker, makeFeatures, makeReplay) => {
  const home = Symbol.for('org.wenda.page');
  if (window[home]) return false;
  const eyes = makeEyes();
  const transport = makeTransport();
  const recorder = makeRecorder(eyes, lexicon, transport);
  const survey = makeSurvey(eyes, lexicon, recorder);
  const features = makeFeatures(eyes, lexicon, recorder);
  const walker = makeWalker(eyes, lexicon, recorder, survey);
  Object.defineProperty(window, home, { value: Object.freeze({ eyes, recorder, survey, transport, walker, features, replay: makeReplay(eyes, features) }), enumerable: false });
  return true;
}
