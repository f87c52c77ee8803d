package org.wenda.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page with gaps. {@code {{name}}} is filled and escaped, {@code {{{name}}}} is filled as it is,
 * {@code {{#name}}…{{/name}}} is repeated for each entry of a list, or shown once for a value that is there and not
 * false. Inside a repeated part {@code {{.}}} is the entry itself, and names of the outer part are seen too.
 */
final class Template {
    private static final Pattern PART = Pattern.compile(
            "\\{\\{#([\\w.]+)}}(.*?)\\{\\{/\\1}}|\\{\\{\\{([\\w.]+)}}}|\\{\\{([\\w.]+)}}", Pattern.DOTALL);

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    /** Returns the template of a resource beside this class. */
    static Template of(String resource) {
        try (InputStream in = Objects.requireNonNull(Template.class.getResourceAsStream(resource), resource)) {
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String fill(JsonNode data) {
        return fill(text, new Scope(data, null));
    }

    private static String fill(String part, Scope scope) {
        return PART.matcher(part).replaceAll(found -> Matcher.quoteReplacement(filled(found, scope)));
    }

    private static String filled(MatchResult found, Scope scope) {
        if (found.group(1) != null) {
            return section(found.group(2), scope.value(found.group(1)), scope);
        }
        if (found.group(3) != null) {
            return scope.value(found.group(3)).asText();
        }
        return escaped(scope.value(found.group(4)).asText());
    }

    private static String section(String part, JsonNode value, Scope scope) {
        if (!value.isArray()) {
            return value.asBoolean(!value.isMissingNode() && !value.isNull()) ? fill(part, scope) : "";
        }
        StringBuilder all = new StringBuilder();
        for (JsonNode entry : value) {
            all.append(fill(part, new Scope(entry, scope)));
        }
        return all.toString();
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Where a name is looked for: the innermost part first. */
    private record Scope(JsonNode data, @Nullable Scope outer) {
        JsonNode value(String name) {
            if (name.equals(".")) {
                return data;
            }
            JsonNode value = data.path(name);
            return value.isMissingNode() && outer != null ? outer.value(name) : value;
        }
    }
}
