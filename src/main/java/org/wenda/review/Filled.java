package org.wenda.review;

import java.util.List;

/**
 * What a page or a workbook holds when it comes back.
 *
 * @param file its name
 * @param sha256 of its bytes
 * @param index SHA-256 of the index it was marked by
 * @param items those that were marked
 */
record Filled(
        String file,
        String sha256,
        String run,
        Role role,
        String person,
        String batch,
        long seed,
        String index,
        List<Item> items) {
    Filled {
        items = List.copyOf(items);
    }

    /**
     * One marked item.
     *
     * @param place where in the file it stands, as a reader would look for it
     * @param judgements in the order of time; the last one counts
     */
    record Item(String place, ItemKey item, String evidence, List<Judgement> judgements) {
        Item {
            judgements = List.copyOf(judgements);
        }
    }
}
