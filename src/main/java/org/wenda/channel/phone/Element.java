package org.wenda.channel.phone;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One element of a tree as a phone wrote it, before anybody says what it means.
 *
 * @param attributes by their names
 * @param children in the order of the tree
 */
record Element(String name, Map<String, String> attributes, List<Element> children) {
    Element {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** Returns this element and all below it, in the order of the tree. */
    Stream<Element> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Element::all));
    }

    /** Returns what an attribute says; empty if it is not there. */
    String says(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    boolean is(String attribute) {
        return says(attribute).equals("true");
    }

    /** Returns a whole number that is not negative; 0 if it is none. */
    int number(String attribute) {
        String text = says(attribute);
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
