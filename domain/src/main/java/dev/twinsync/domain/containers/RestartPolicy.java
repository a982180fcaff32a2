package dev.twinsync.domain.containers;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/** When the engine starts a container again by itself: {@code no}, {@code always}, {@code unless-stopped}, {@code on-failure:3}. */
public record RestartPolicy(String text) {

    private static final String ON_FAILURE = "on-failure";
    private static final String GRAMMAR = "(?:no|always|unless-stopped|on-failure(?::[1-9][0-9]{0,4})?)";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    public static final Shape<RestartPolicy> SHAPE =
            Shape.text("^" + GRAMMAR + "$", RestartPolicy::new, RestartPolicy::text);
    public static final RestartPolicy NO = new RestartPolicy("no");

    public RestartPolicy {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "expected no, always, unless-stopped, on-failure or on-failure:TIMES, found \"" + Printable.of(text)
                            + "\"");
        }
    }

    /** As the engine keeps it. @param times 0: without limit */
    public static RestartPolicy of(String name, long times) {
        return new RestartPolicy(
                name.isEmpty() ? NO.text : name.equals(ON_FAILURE) && times > 0 ? ON_FAILURE + ":" + times : name);
    }

    /** The word alone. */
    public String name() {
        return text.startsWith(ON_FAILURE) ? ON_FAILURE : text;
    }

    /** How often; 0: without limit, or the word knows no limit. */
    public long times() {
        return text.startsWith(ON_FAILURE + ":") ? Long.parseLong(text.substring(ON_FAILURE.length() + 1)) : 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
