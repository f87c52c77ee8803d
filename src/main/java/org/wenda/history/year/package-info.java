/**
 * What the nights of a year add up to: one dated line for each target, derived from the runs' own files and compacted
 * by month. DuckDB reads and keeps it in process, so no other part knows of any SQL.
 */
@NullMarked
package org.wenda.history.year;

import org.jspecify.annotations.NullMarked;
