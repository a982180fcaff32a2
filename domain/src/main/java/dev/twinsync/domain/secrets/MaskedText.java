package dev.twinsync.domain.secrets;

import dev.twinsync.domain.Printable;
import java.util.List;

/**
 * Text with masks in the place of its secrets.
 *
 * @param spots where the masks are, in order
 */
record MaskedText(String text, List<Spot> spots) {

    /** Enough to see what a secret belongs to; a line may have millions of characters, and a secret in each word. */
    private static final int NEARBY = 100;

    private static final String CUT = "…";

    MaskedText {
        spots = List.copyOf(spots);
    }

    /**
     * @param start of the mask, an index into the masked text
     * @param end behind it
     */
    record Spot(String rule, String fingerprint, int start, int end) {}

    /** The mask with what stands beside it, made fit to be shown. */
    String around(Spot spot) {
        int from = Math.max(0, spot.start() - NEARBY);
        int to = Math.min(text.length(), spot.end() + NEARBY);
        return (from > 0 ? CUT : "") + Printable.of(text.substring(from, to)) + (to < text.length() ? CUT : "");
    }
}
