package org.wenda.portal;

import java.util.List;

/**
 * By what the chatbots that one vendor embeds in portals are known. It only makes finding quicker and surer: what it
 * names is rated higher, nothing is taken on its word alone.
 *
 * @param scripts hosts its scripts come from, each with all hosts below it
 * @param chats hosts, each with all hosts below it, and beginnings of paths where its chats lie, such as
 *     {@code kf.example/chat}
 * @param globals names that its scripts leave in the page's {@code window}
 * @param launchers CSS selectors of what opens the chat
 * @param inputs CSS selectors of where the question is typed
 * @param sends CSS selectors of what sends the question
 */
public record Vendor(
        String id,
        String name,
        List<String> scripts,
        List<String> chats,
        List<String> globals,
        List<String> launchers,
        List<String> inputs,
        List<String> sends,
        Provenance provenance) {
    public Vendor {
        scripts = List.copyOf(scripts);
        chats = List.copyOf(chats);
        globals = List.copyOf(globals);
        launchers = List.copyOf(launchers);
        inputs = List.copyOf(inputs);
        sends = List.copyOf(sends);
    }
}
