package dev.twinsync.domain.gvariant;

/** What came of reading a text as a {@link GVariant}. */
public sealed interface GVariantReading {

    record Value(GVariant value) implements GVariantReading {}

    /**
     * @param sentence what is wrong with the text, to stand behind a colon; quotes at most a few of its letters
     * @param column where, counted from 1 in letters of the text
     */
    record Wrong(String sentence, int column) implements GVariantReading {

        /** The sentence with its place. */
        public String explained() {
            return sentence + " (column " + column + ")";
        }
    }
}
