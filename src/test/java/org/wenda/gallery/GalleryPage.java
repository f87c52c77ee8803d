package org.wenda.gallery;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The pages with a chatbot, in each of their manners, and which kinds of answers their kit can show. */
public enum GalleryPage {
    CHATUI_STREAMED_FETCH("chatui", "transport=stream"),
    CHATUI_FETCH("chatui", "transport=fetch"),
    CHATUI_XHR("chatui", "transport=xhr"),
    CHATUI_EVENT_SOURCE("chatui", "transport=sse"),
    CHATUI_WEB_SOCKET("chatui", "transport=socket"),
    CHATUI_LONG_POLLING("chatui", "transport=poll"),
    WEBCHAT_POLLING("webchat", "directline=polling"),
    WEBCHAT_WEB_SOCKET("webchat", "directline=socket"),
    DEEPCHAT_STREAM("deepchat", "connect=stream"),
    DEEPCHAT_PLAIN("deepchat", "connect=plain"),
    DEEPCHAT_WEB_SOCKET("deepchat", "connect=socket"),
    CLOSED_SHADOW("closed-shadow", "list=redrawn"),
    LATE_FRAME("late-frame", "list=trimmed"),
    HASH_ROUTE("hash-route", "list=upwards"),
    NEWEST_FIRST("hash-route", "list=newest-first"),
    HEADED("hash-route", "list=headed"),
    TYPEWRITER("closed-shadow", "list=grouped&typewriter=1"),
    CHATSCOPE("chatscope", "transport=fetch"),
    NLUX("nlux", "transport=sse"),
    SEMI("semi", "transport=socket"),
    CHAT_ELEMENTS("elements", "transport=stream"),
    CHAT_WIDGET("chatwidget", "transport=poll"),
    ADVANCED_CHAT("advanced-portal", "transport=socket"),
    N8N("n8n", "transport=stream"),
    BEAUTIFUL_CHAT("beautiful", "transport=xhr"),
    CHATBOTIFY("chatbotify", "transport=sse");

    private final String kit;
    private final String query;

    GalleryPage(String kit, String query) {
        this.kit = kit;
        this.query = query;
    }

    /** Returns the name of the page's folder. */
    public String kit() {
        return kit;
    }

    /** Returns what chooses the manner; may be empty. */
    public String query() {
        return query;
    }

    /** Returns the kinds of answers of an ordinary run that can be seen on this page. */
    public Set<Kind> kinds() {
        EnumSet<Kind> kinds = EnumSet.copyOf(Kind.all());
        kinds.removeAll(beyondTheKit());
        return kinds;
    }

    /** Returns different questions whose answers this page can show. */
    public List<String> questions(int count) {
        return GalleryBot.questions(kinds(), count);
    }

    private EnumSet<Kind> beyondTheKit() {
        return switch (this) {
            // An activity cannot be taken back; a livestream of one placeholder and its answer was not drawn when
            // tried.
            // From the second livestream on the kit draws the stream above the question that it answers.
            case WEBCHAT_POLLING, WEBCHAT_WEB_SOCKET ->
                EnumSet.of(Kind.PLACEHOLDER, Kind.STREAM, Kind.THINKING, Kind.CONTROLS);
            // One stream is one bubble of Markdown; nothing in it is replaced, and the typing sign is the kit's own.
            // The kit knows no reasoning; what is streamed stays. Its stop button is its own, and it has no others.
            case DEEPCHAT_STREAM ->
                EnumSet.of(Kind.BUBBLES, Kind.PLACEHOLDER, Kind.TYPING, Kind.OPTIONS, Kind.THINKING, Kind.CONTROLS);
            // One response holds all bubbles and the suggestion buttons.
            case DEEPCHAT_PLAIN -> EnumSet.of(Kind.STREAM, Kind.PLACEHOLDER, Kind.TYPING, Kind.THINKING, Kind.CONTROLS);
            // Every message is its own; it can replace the one before, but not grow.
            case DEEPCHAT_WEB_SOCKET -> EnumSet.of(Kind.STREAM, Kind.TYPING, Kind.THINKING, Kind.CONTROLS);
            // One stream is one bubble of Markdown, as above; the kit has no suggestions and only its own loader.
            // It types every answer letter by letter: thirty paragraphs take it half a minute.
            case NLUX ->
                EnumSet.of(
                        Kind.BUBBLES,
                        Kind.PLACEHOLDER,
                        Kind.TYPING,
                        Kind.OPTIONS,
                        Kind.LONG,
                        Kind.THINKING,
                        Kind.CONTROLS);
            // Kits without a place for reasoning; the buttons under a message are their own.
            case CHATSCOPE, SEMI, CHAT_ELEMENTS -> EnumSet.of(Kind.THINKING, Kind.CONTROLS);
            // A message can be taken out and a new one put in, but none grows.
            case CHAT_WIDGET -> EnumSet.of(Kind.STREAM, Kind.THINKING, Kind.CONTROLS);
            // One stream is at least one message; nothing in it is replaced, and the typing sign is the kit's own.
            case N8N ->
                EnumSet.of(Kind.PLACEHOLDER, Kind.TYPING, Kind.OPTIONS, Kind.THINKING, Kind.SOURCES, Kind.CONTROLS);
            case BEAUTIFUL_CHAT -> EnumSet.of(Kind.THINKING, Kind.CONTROLS);
            // A message can be taken out and a new one put in, but none grows; options belong to a fixed flow.
            case CHATBOTIFY -> EnumSet.of(Kind.STREAM, Kind.TYPING, Kind.OPTIONS, Kind.THINKING, Kind.CONTROLS);
            // Its messages are Markdown with nothing to press.
            case ADVANCED_CHAT -> EnumSet.of(Kind.OPTIONS, Kind.THINKING, Kind.CONTROLS);
            default -> EnumSet.noneOf(Kind.class);
        };
    }
}
