package dev.twinsync.domain.secrets;

/**
 * A secret where none must be.
 *
 * @param file relative to the repository
 * @param line counted from 1
 * @param rule the rule that found it
 * @param masked the line with masks for its secrets, or the part of it around this one; made fit to be shown
 * @param fingerprint by which it can be allowed
 */
public record Leak(String file, long line, String rule, String masked, String fingerprint) {

    @Override
    public String toString() {
        return file + ":" + line + ": looks like a secret (" + rule + ", fingerprint " + fingerprint + "): " + masked;
    }
}
