package org.wenda.channel;

import org.jspecify.annotations.Nullable;
import org.wenda.portal.Profile;

/**
 * What is known before a visit and helps on the way.
 *
 * @param profile how the chatbot was found last time; null to search for it
 * @param region what to choose where a page asks for a region, such as 合肥; null to choose the most general
 */
public record Hints(@Nullable Profile profile, @Nullable String region) {
    public static final Hints NONE = new Hints(null, null);
}
