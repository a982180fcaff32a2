package dev.twinsync.domain.network;

import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/** What a profile is known by, whatever it is called: {@code 0c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa}, in small letters. */
public record ProfileUuid(String text) implements Comparable<ProfileUuid> {

    public static final String GRAMMAR = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    static final Shape<ProfileUuid> SHAPE = Shape.text("^" + GRAMMAR + "$", ProfileUuid::new, ProfileUuid::text);

    public ProfileUuid {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a UUID in small letters, as"
                    + " 0c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa is one; uuidgen makes one");
        }
    }

    @Override
    public int compareTo(ProfileUuid other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
