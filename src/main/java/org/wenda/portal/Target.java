package org.wenda.portal;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One jurisdiction on one platform: what is asked, scored and ranked.
 *
 * @param id such as {@code shanghai-web}; letters, digits and hyphens only, so it can name a directory
 * @param name what people call it, such as 上海
 * @param address where the visit begins; null if no address is known
 * @param jurisdiction null for an address typed by hand
 */
public record Target(
        String id,
        String name,
        Platform platform,
        @Nullable URI address,
        @Nullable Jurisdiction jurisdiction) {}
