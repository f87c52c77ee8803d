package org.wenda.gallery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.wenda.transcript.Link;

/** A reply as the pages' own protocol has it: one JSON object per event, each with its delay. */
final class Script {
    /** What is sent, and how long after the event before. */
    record Event(int afterMs, ObjectNode json) {}

    private Script() {}

    static List<Event> of(BotReply reply) {
        List<Event> events = new ArrayList<>();
        for (Part part : reply.parts()) {
            events.add(new Event(part.afterMs(), event(part)));
        }
        events.add(new Event(0, end(reply)));
        return events;
    }

    /** Returns how bots mark the end of their turn; it carries what was said in plain words. */
    static ObjectNode end(BotReply reply) {
        ObjectNode end = node("end").put("first", reply.first());
        reply.bubbles().forEach(end.putArray("bubbles")::add);
        reply.options().forEach(end.putArray("options")::add);
        reply.links().forEach(link -> add(end.withArray("links"), link));
        reply.sources().forEach(link -> add(end.withArray("sources"), link));
        reply.controls().forEach(control -> end.withArray("controls").add(control.kind()));
        return end.put("thinking", reply.thinking());
    }

    private static ObjectNode event(Part part) {
        if (part instanceof Part.Typing typing) {
            return node("typing").put("on", typing.on());
        }
        if (part instanceof Part.Hold hold) {
            return node("hold").put("bubble", hold.bubble()).put("text", hold.text());
        }
        if (part instanceof Part.Think think) {
            return node("thinking").put("text", think.text());
        }
        if (part instanceof Part.Thought thought) {
            return node("thought").put("seconds", thought.seconds());
        }
        if (part instanceof Part.Say say) {
            return node("say")
                    .put("bubble", say.bubble())
                    .put("text", say.content().markdown())
                    .put("html", say.content().html());
        }
        if (part instanceof Part.Append append) {
            return node("append").put("bubble", append.bubble()).put("text", append.text());
        }
        if (part instanceof Part.Stop stop) {
            return node("stop")
                    .put("on", stop.on())
                    .put("label", Control.STOP.label())
                    .put("inComposer", stop.inComposer());
        }
        if (part instanceof Part.Controls controls) {
            ObjectNode json = node("controls").put("bubble", controls.bubble());
            controls.controls().forEach(control -> json.withObject("labels").put(control.kind(), control.label()));
            return json;
        }
        if (part instanceof Part.Offer offer) {
            ObjectNode json = node("offer");
            offer.options().forEach(json.putArray("options")::add);
            return json;
        }
        throw new AssertionError(part);
    }

    private static void add(ArrayNode links, Link link) {
        links.addObject().put("text", link.text()).put("href", link.href());
    }

    private static ObjectNode node(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
