package org.wenda.channel.page;

import org.jspecify.annotations.Nullable;

/**
 * Runs a script in the document that the driver looks at. What a driver must offer for a chatbot to be found and heard.
 */
public interface ScriptRunner {
    /**
     * Runs a function body.
     *
     * @param arguments texts, numbers, maps, lists, or elements as the driver knows them
     * @return what the script returned, in the same types
     */
    @Nullable
    Object run(String script, @Nullable Object... arguments);

    /** Runs a function body that gets a callback as its last argument; returns what the callback was given. */
    @Nullable
    Object runAsync(String script, @Nullable Object... arguments);
}
