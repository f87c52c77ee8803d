/**
 * What changed since earlier nights, told from what chance and noise explain. Works on what is handed in: files, runs
 * and pages belong to others, and so does asking once more.
 */
@NullMarked
package org.wenda.history;

import org.jspecify.annotations.NullMarked;
