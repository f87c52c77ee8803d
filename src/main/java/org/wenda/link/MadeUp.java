package org.wenda.link;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Makes up an address beside another, at which surely nothing is. Pure but for chance. */
final class MadeUp {
    private static final Pattern EXTENSION = Pattern.compile("\\.[a-zA-Z0-9]{1,6}$");
    private static final Pattern STATIC = Pattern.compile("\\.(s?html?|pdf)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern KEY = Pattern.compile("(id|code|no|key|guid|uuid|bm|dm)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern IDENTITY = Pattern.compile("\\d{3,}|[0-9a-fA-F-]{8,}");

    private final RandomGenerator chance;

    MadeUp(RandomGenerator chance) {
        this.chance = chance;
    }

    /** Returns what tells one group of neighbours from another: they are answered alike, so one of them is asked. */
    static String group(HttpUrl url) {
        String path = url.encodedPath();
        String base = url.scheme() + "://" + url.host() + ":" + url.port();
        return base + (identity(url).isPresent() ? path + "?" : path.substring(0, path.lastIndexOf('/') + 1));
    }

    HttpUrl beside(HttpUrl url) {
        String word = word();
        HttpUrl.Builder neighbour = url.newBuilder().fragment(null);
        Optional<String> identity = identity(url);
        if (identity.isPresent()) {
            return neighbour.setQueryParameter(identity.get(), word).build();
        }
        int last = url.pathSize() - 1;
        Matcher extension = EXTENSION.matcher(url.encodedPathSegments().get(last));
        return neighbour
                .query(null)
                .setPathSegment(last, word + (extension.find() ? extension.group() : ""))
                .build();
    }

    /**
     * Returns the parameter that says which page is meant; a parameter that only says where the reader comes from is
     * none.
     */
    private static Optional<String> identity(HttpUrl url) {
        if (STATIC.matcher(url.encodedPath()).find()) {
            return Optional.empty();
        }
        return url.queryParameterNames().stream()
                .filter(name -> KEY.matcher(name).find()
                        || url.queryParameterValues(name).stream()
                                .anyMatch(value ->
                                        value != null && IDENTITY.matcher(value).matches()))
                .findFirst();
    }

    private String word() {
        return String.format(Locale.ROOT, "wenda%010x", chance.nextLong() & 0xff_ffff_ffffL);
    }
}
