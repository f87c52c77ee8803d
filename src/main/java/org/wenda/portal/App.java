package org.wenda.portal;

import org.jspecify.annotations.Nullable;

/**
 * A mobile app of a jurisdiction.
 *
 * @param name as citizens know it
 * @param android package id; null if not known
 * @param activity start activity of the Android app; null if not known
 * @param ios bundle id or store id; null if not known
 * @param note what a tester should know; null if nothing
 */
public record App(
        String name,
        @Nullable String android,
        @Nullable String activity,
        @Nullable String ios,
        Provenance provenance,
        @Nullable String note) {}
