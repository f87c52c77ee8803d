package org.wenda.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A judgement as it is kept: who gave it, on which evidence, out of which file, and what it took the place of.
 *
 * @param id of this rating in its run, made of what it says
 * @param person id of whoever gave it
 * @param evidence SHA-256 of what it was given on
 * @param index SHA-256 of the index it was given by
 * @param batch which page or workbook it comes from, such as {@code batch-01}
 * @param seed by which the order of that page was drawn
 * @param file name of the file it was read from
 * @param fileSha256 of that file's bytes
 * @param replaces id of the rating of the same person on the same item that came before; null if it is the first
 */
record Rating(
        String id,
        ItemKey item,
        Role role,
        String person,
        Judgement judgement,
        String evidence,
        String index,
        String batch,
        long seed,
        String file,
        String fileSha256,
        Instant importedAt,
        @Nullable String replaces) {}
