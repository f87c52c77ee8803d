/**
 * How a YAML file is read, checked and blamed: strict UTF-8, one document, the schema it names, and every problem at
 * its line and column. Knows nothing of what a file is for, so that {@code scenario} and {@code portal} can share it
 * without knowing each other.
 */
@NullMarked
package org.wenda.yaml;

import org.jspecify.annotations.NullMarked;
