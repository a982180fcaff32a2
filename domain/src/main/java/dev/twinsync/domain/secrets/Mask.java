package dev.twinsync.domain.secrets;

import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands in the place of a secret: {@code ‹secret 0123456789abcdef›}, with its fingerprint. */
public final class Mask {

    private static final Pattern MASK = Pattern.compile("‹secret (" + Fingerprints.GRAMMAR + ")›");

    private Mask() {}

    public static String of(String fingerprint) {
        return "‹secret " + fingerprint + "›";
    }

    /** Whether a text says less than what it was made of. */
    public static boolean isIn(String text) {
        return text.indexOf('‹') >= 0 && MASK.matcher(text).find();
    }

    /** Of the first mask in a text. */
    public static Optional<String> fingerprintIn(String text) {
        return MASK.matcher(text).results().findFirst().map(mask -> mask.group(1));
    }

    /** Each place of a text where a letter of a mask stands. */
    static BitSet places(String text) {
        var places = new BitSet();
        MASK.matcher(text).results().forEach(mask -> places.set(mask.start(), mask.end()));
        return places;
    }

    /** Behind the mask that begins here; {@code start} where none does. */
    static int endAt(CharSequence text, int start) {
        if (start >= text.length() || text.charAt(start) != '‹') {
            return start;
        }
        var mask = MASK.matcher(text).region(start, text.length());
        return mask.lookingAt() ? mask.end() : start;
    }
}
