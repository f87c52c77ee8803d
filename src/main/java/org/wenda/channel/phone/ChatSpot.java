package org.wenda.channel.phone;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenda.words.Message;

/**
 * Something on a screen that came into question as a chat.
 *
 * @param input where a question is typed
 * @param send what sends it; null if only the keyboard does
 * @param list where the conversation stands; null if nothing above the input can hold one
 * @param score what speaks for it minus what speaks against it
 * @param why each reason with its points
 */
record ChatSpot(View input, @Nullable View send, @Nullable View list, double score, List<Message> why) {
    /** Below this a question is not worth it: search fields and forms stay below, chats above. */
    static final double ENOUGH = 6;

    ChatSpot {
        why = List.copyOf(why);
    }

    boolean isEnough() {
        return list != null && score >= ENOUGH;
    }
}
