package org.wenda.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provincial unit, a key city, or the demonstration city.
 *
 * @param id pinyin, such as {@code shanghai}; also the name of its file
 * @param name Chinese name without the level, such as 上海
 * @param nameEn English name
 * @param parent id of the province a city belongs to; null for provinces
 * @param regionCode six-digit code by which its section of a shared site is chosen; null if it is not known or not
 *     needed
 * @param web its addresses, the one to ask first; empty if none is known
 * @param apps its apps; empty if none is known
 * @param chatbot the chatbot's name; null if not known
 * @param regionCodeProvenance where the region code comes from; null if there is none
 */
public record Jurisdiction(
        String id,
        String name,
        String nameEn,
        Level level,
        Region region,
        @Nullable String parent,
        @Nullable String regionCode,
        List<WebAddress> web,
        List<App> apps,
        @Nullable ChatbotName chatbot,
        @Nullable Provenance regionCodeProvenance) {
    public Jurisdiction {
        web = List.copyOf(web);
        apps = List.copyOf(apps);
    }

    /**
     * What a jurisdiction's chatbot is called.
     *
     * @param name such as 小申
     */
    public record ChatbotName(String name, Provenance provenance) {}
}
