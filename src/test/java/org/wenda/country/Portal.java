package org.wenda.country;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenda.demo.DemoBehaviour;

/**
 * One portal of the country as it is on one night.
 *
 * @param id of its jurisdiction: letters only
 * @param parent id of its province; null of a province itself
 * @param host what it is paced as; a city may share its province's
 * @param door what stands behind its address
 * @param behaviour of the chatbot, where there is one
 */
public record Portal(String id, @Nullable String parent, String host, Door door, DemoBehaviour behaviour) {
    /** What a visitor finds. */
    public enum Door {
        LAUNCHER("/"),
        FRAME("/frame/"),
        NOTICE("/notice/"),
        CHAT_PAGE("/chat/"),
        NO_CHATBOT("/plain/"),
        /** Every request is refused with status 403. */
        WALL("/");

        private final String path;

        Door(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    /** Returns the id of what is asked. */
    public String target() {
        return id + "-web";
    }

    /** Returns the same portal on another night, with another behaviour. */
    public Portal with(DemoBehaviour other) {
        return new Portal(id, parent, host, door, other);
    }

    /** Returns the same portal on another night, behind another door. */
    public Portal behind(Door other) {
        return new Portal(id, parent, host, other, behaviour);
    }

    /** Returns the same portal with exact other words in answers about one matter. */
    public Portal saying(String matter, Map<String, String> instead) {
        return with(behaviour.withWords((about, text) -> {
            String said = behaviour.words().apply(about, text);
            if (!about.equals(matter)) {
                return said;
            }
            for (Map.Entry<String, String> one : instead.entrySet()) {
                said = said.replace(one.getKey(), one.getValue());
            }
            return said;
        }));
    }
}
