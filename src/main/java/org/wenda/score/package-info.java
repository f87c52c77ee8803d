/**
 * Which marks the evidence supports: one rule a class, all of them pure. What is asked of a chatbot, and every number,
 * pattern and threshold by which it is marked, stands in {@code scenarios/indicators.yaml} and not here.
 */
@NullMarked
package org.wenda.score;

import org.jspecify.annotations.NullMarked;
