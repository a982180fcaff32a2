package dev.twinsync.domain.gvariant;

/** Ends the reading of a text that is no value. Never leaves this package: a reader makes it its answer. */
final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int index;

    /**
     * @param sentence without a capital and a full stop, and without what stood in the text: that may be a secret
     * @param index where in the text
     */
    Malformed(String sentence, int index) {
        super(sentence, null, false, false);
        this.index = index;
    }

    /** Where, counted from 1 in letters. */
    int column(String text) {
        return text.codePointCount(0, index) + 1;
    }
}
