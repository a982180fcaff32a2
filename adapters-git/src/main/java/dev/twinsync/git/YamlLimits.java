package dev.twinsync.git;

/**
 * What a document may need at most, so that a hostile one ends in a sentence and not in an empty memory.
 *
 * @param nodes scalars, lists and maps, keys left aside; one entry of {@code live/files.yaml} has about a dozen
 */
record YamlLimits(int bytes, int depth, int nodes) {

    private static final int MEBIBYTE = 1 << 20;

    /** Room for 30,000 mirrored files. */
    static final YamlLimits DEFAULT = new YamlLimits(16 * MEBIBYTE, 64, 400_000);

    String tooLarge() {
        return "larger than twin reads (%d MiB): split the document or take entries out".formatted(bytes / MEBIBYTE);
    }
}
