package org.wenda.history;

/** One side of an answer that is compared by itself, because a chatbot may be fickle in one and firm in another. */
enum Aspect {
    OUTCOME(DriftClass.OUTCOME),
    NUMBERS(DriftClass.FACTS),
    DATES(DriftClass.FACTS),
    ADDRESSES(DriftClass.FACTS),
    PHONES(DriftClass.FACTS),
    MATERIALS(DriftClass.FACTS),
    FEES(DriftClass.FACTS),
    TIME_LIMITS(DriftClass.FACTS),
    DENIALS(DriftClass.FACTS),
    /** All facts together; only for habits. */
    ANY_FACT(DriftClass.FACTS),
    LINKS(DriftClass.LINKS),
    OPTIONS(DriftClass.OPTIONS),
    CONTROLS(DriftClass.OPTIONS),
    BUBBLES(DriftClass.STRUCTURE),
    LISTS(DriftClass.STRUCTURE),
    TABLES(DriftClass.STRUCTURE),
    PICTURES(DriftClass.STRUCTURE),
    SOURCES(DriftClass.STRUCTURE),
    TEXT(DriftClass.WORDING);

    private final DriftClass kind;

    Aspect(DriftClass kind) {
        this.kind = kind;
    }

    DriftClass kind() {
        return kind;
    }

    static Aspect of(Item.Kind fact) {
        return switch (fact) {
            case NUMBER -> NUMBERS;
            case DATE -> DATES;
            case ADDRESS -> ADDRESSES;
            case PHONE -> PHONES;
            case MATERIAL -> MATERIALS;
            case FEE -> FEES;
            case TIME_LIMIT -> TIME_LIMITS;
            case DENIAL -> DENIALS;
            default -> throw new IllegalArgumentException("no fact: " + fact);
        };
    }
}
