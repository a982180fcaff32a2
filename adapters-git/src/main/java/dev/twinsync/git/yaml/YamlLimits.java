package dev.twinsync.git.yaml;

/**
 * What a document may need at most, so that a hostile one ends in a sentence and not in an empty memory.
 *
 * @param line characters between two line ends, which bounds what the parser has in its hands at a time
 * @param nodes scalars, lists and maps, keys left aside; one entry of {@code live/files.yaml} has about a dozen
 */
public record YamlLimits(int bytes, int line, int depth, int nodes) {

    private static final int MEBIBYTE = 1 << 20;

    /** Room for 20,000 mirrored files; the worst document takes a second and 200 MB. */
    public static final YamlLimits DEFAULT = new YamlLimits(8 * MEBIBYTE, MEBIBYTE, 64, 150_000);

    public String tooLarge() {
        return "larger than twin reads (%d MiB): split the document or take entries out".formatted(bytes / MEBIBYTE);
    }
}
