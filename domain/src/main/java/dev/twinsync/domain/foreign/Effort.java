package dev.twinsync.domain.foreign;

/** How long all patterns of one schema may be at all texts together: a document may have a hundred thousand, each of them slow. */
final class Effort {

    /** Steps: some seconds. What is any good takes a hundred for a text. */
    private static final long MOST = 500_000_000;

    private long taken;

    /** @throws IllegalArgumentException in words where it is too much */
    synchronized void take(long steps) {
        taken += steps;
        if (taken > MOST) {
            throw new IllegalArgumentException("the patterns of the schema take too long for as many texts as these");
        }
    }
}
