package dev.twinsync.domain.network;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Shape;

/** What people call a profile: any text of one line. Two profiles may have the same. */
public record ProfileName(String text) {

    private static final int LONGEST = 255;
    static final Shape<ProfileName> SHAPE = Shape.text().as(ProfileName::new, ProfileName::text);

    public ProfileName {
        if (text.isBlank() || text.length() > LONGEST || text.codePoints().anyMatch(Printable::isUnsafe)) {
            throw new IllegalArgumentException("\"" + Printable.of(text) + "\" is not the name of a profile: up to "
                    + LONGEST + " characters are allowed, on one line and none of them invisible");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
