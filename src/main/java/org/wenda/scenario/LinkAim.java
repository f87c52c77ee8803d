package org.wenda.scenario;

import java.util.List;

/**
 * What a link in the answer should lead to.
 *
 * @param leadsTo the kind of page
 * @param words words of the matter that its title, headings or body should hold
 */
public record LinkAim(Kind leadsTo, List<String> words) {
    public LinkAim {
        words = List.copyOf(words);
    }

    /** The kinds of page a link should lead to. */
    public enum Kind {
        /** 办事指南. */
        GUIDE,
        /** 在线办理. */
        SERVICE,
        /** A form for complaints or advice. */
        COMPLAINT_FORM
    }
}
