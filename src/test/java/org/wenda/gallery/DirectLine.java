package org.wenda.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One conversation of Direct Line 3.0, the protocol between Web Chat and a bot. Texts that grow use its livestreaming
 * convention: {@code typing} activities with all text so far, and a message at the end.
 */
final class DirectLine {
    private final String id;
    private final URI base;
    private final BotClock clock;
    private final List<ObjectNode> activities = new ArrayList<>();
    private WebSocketServer.@Nullable Line line;

    DirectLine(String id, URI base, BotClock clock) {
        this.id = id;
        this.base = base;
        this.clock = clock;
    }

    /** Returns the first activity of a message a person sent; its text is the question. */
    synchronized ObjectNode post(JsonNode activity) {
        ObjectNode own = activity.deepCopy();
        return add(own);
    }

    /** Returns what came since a watermark. */
    synchronized ObjectNode since(int watermark) {
        return set(Math.max(0, watermark));
    }

    /** Sends what is there and everything to come to a page. */
    synchronized void connect(WebSocketServer.Line newLine) {
        line = newLine;
        if (!activities.isEmpty()) {
            newLine.send(set(0).toString());
        }
    }

    /** Says a reply, in its own time; returns when all is said. */
    void say(BotReply reply) {
        if (reply.isStreamed()) {
            livestream(reply);
        } else {
            messages(reply);
        }
        ObjectNode end = activity("event").put("name", "turnEnd");
        end.set("value", Script.end(reply));
        fromBot(end);
    }

    private void messages(BotReply reply) {
        List<Part> parts = reply.parts();
        for (int i = 0; i < parts.size(); i++) {
            if (!clock.passes(parts.get(i).afterMs())) {
                return;
            }
            if (parts.get(i) instanceof Part.Typing typing && typing.on()) {
                fromBot(activity("typing"));
            } else if (parts.get(i) instanceof Part.Say say) {
                ObjectNode message = message(say.content());
                if (i + 1 < parts.size() && parts.get(i + 1) instanceof Part.Offer offer) {
                    message.set("suggestedActions", suggested(offer.options()));
                }
                fromBot(message);
            }
        }
    }

    private void livestream(BotReply reply) {
        StringBuilder text = new StringBuilder();
        String stream = "";
        int sequence = 1;
        for (Part part : reply.parts()) {
            if (!clock.passes(part.afterMs())) {
                return;
            }
            if (part instanceof Part.Say say) {
                text.append(say.content().markdown());
            } else if (part instanceof Part.Append append) {
                text.append(append.text());
            }
            ObjectNode growing = activity("typing").put("text", text.toString());
            growing.set("channelData", stream(stream, "streaming", sequence++));
            String added = fromBot(growing);
            stream = stream.isEmpty() ? added : stream;
        }
        ObjectNode last = activity("message").put("text", text.toString()).put("textFormat", "markdown");
        last.set("channelData", stream(stream, "final", 0));
        fromBot(last);
    }

    private ObjectNode message(Content content) {
        ObjectNode message = activity("message").put("textFormat", "markdown");
        // The kit draws only absolute addresses as links.
        message.put("text", content.withoutPictures().markdown().replace("](/", "](" + base));
        for (Content.Picture picture : content.pictures()) {
            message.withArray("attachments")
                    .addObject()
                    .put("contentType", "image/svg+xml")
                    .put("contentUrl", base.resolve(picture.src()).toString())
                    .put("name", picture.alt());
        }
        return message;
    }

    private static ObjectNode suggested(List<String> options) {
        ObjectNode suggested = JsonNodeFactory.instance.objectNode();
        ArrayNode actions = suggested.putArray("actions");
        for (String option : options) {
            actions.addObject().put("type", "imBack").put("title", option).put("value", option);
        }
        return suggested;
    }

    private static ObjectNode stream(String streamId, String type, int sequence) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("streamType", type);
        if (!streamId.isEmpty()) {
            data.put("streamId", streamId);
        }
        if (sequence > 0) {
            data.put("streamSequence", sequence);
        }
        return data;
    }

    private static ObjectNode activity(String type) {
        ObjectNode activity = JsonNodeFactory.instance.objectNode().put("type", type);
        activity.putObject("from").put("id", "bot").put("name", "智能客服").put("role", "bot");
        return activity;
    }

    private synchronized String fromBot(ObjectNode activity) {
        return add(activity).get("id").textValue();
    }

    private ObjectNode add(ObjectNode activity) {
        activity.put("id", String.format(Locale.ROOT, "%s|%07d", id, activities.size()));
        activity.put("timestamp", Instant.now().toString());
        activity.put("channelId", "directline");
        activity.putObject("conversation").put("id", id);
        activities.add(activity);
        if (line != null) {
            line.send(set(activities.size() - 1).toString());
        }
        return activity;
    }

    private ObjectNode set(int from) {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        ArrayNode list = set.putArray("activities");
        activities.subList(Math.min(from, activities.size()), activities.size()).forEach(list::add);
        return set.put("watermark", String.valueOf(activities.size()));
    }
}
