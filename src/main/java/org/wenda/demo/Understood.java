package org.wenda.demo;

/** What the chatbot takes a question to mean. */
sealed interface Understood {
    /** A matter as a whole. */
    record About(City.Matter matter) implements Understood {}

    /** One side of the matter that was talked about before. */
    record Side(City.Topic topic, City.Matter matter) implements Understood {}

    /** One side of a matter, but nobody knows of which. */
    record SideOfWhat() implements Understood {}

    /** Something that could mean several matters. */
    record Vague(City.Choice choice) implements Understood {}

    /** A greeting, a word of thanks. */
    record Chat(City.SmallTalk talk) implements Understood {}

    /** Nothing known. */
    record Nothing() implements Understood {}
}
