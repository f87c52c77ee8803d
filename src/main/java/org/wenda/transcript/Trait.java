package org.wenda.transcript;

import java.util.Arrays;
import java.util.Optional;

/** What a chatbot's window may offer besides its answers. A closed list that others rely on. */
public enum Trait {
    VOICE_INPUT("voice-input"),
    READ_ALOUD("read-aloud"),
    RECOMMENDED_QUESTIONS("recommended-questions"),
    HOT_QUESTIONS("hot-questions"),
    /** Questions offered under an answer. */
    RELATED_QUESTIONS("related-questions"),
    /** A form, steps or a card inside the conversation that take the citizen through a service. */
    GUIDED_SERVICE("guided-service"),
    /** A control that would call a person; never pressed. */
    HAND_OVER("hand-over"),
    RATING_ANSWER("rating-answer"),
    RATING_SESSION("rating-session"),
    HISTORY("history"),
    /** Questions offered while one is typed. */
    INPUT_HINTS("input-hints"),
    REGION_CHOICE("region-choice"),
    /** Person or company, and the like. */
    IDENTITY_CHOICE("identity-choice"),
    /** Answers set as cards with something to press. */
    CARDS("cards"),
    /** A way from the chat's window to the services themselves. */
    SERVICE_ENTRY("service-entry"),
    WELCOME("welcome"),
    AI_LABEL("ai-label"),
    DISCLAIMER("disclaimer"),
    REASONING_SHOWN("reasoning-shown"),
    REASONING_FOLDABLE("reasoning-foldable"),
    STOP("stop"),
    REGENERATE("regenerate"),
    SOURCES("sources"),
    FILE_OR_PICTURE_INPUT("file-or-picture-input");

    private final String wire;

    Trait(String wire) {
        this.wire = wire;
    }

    /** Returns the name that stands in files, such as {@code voice-input}. */
    public String wire() {
        return wire;
    }

    /** Returns the trait that stands in files as {@code wire}; nothing if there is none. */
    public static Optional<Trait> ofWire(String wire) {
        return Arrays.stream(values()).filter(trait -> trait.wire.equals(wire)).findFirst();
    }
}
