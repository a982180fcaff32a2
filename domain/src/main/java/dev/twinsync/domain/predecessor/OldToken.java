package dev.twinsync.domain.predecessor;

/**
 * A token that stands in the open. It shows itself to nobody who does not ask for {@link #secret}.
 *
 * @param line of the file it stands in
 */
public record OldToken(long line, String secret) {

    @Override
    public String toString() {
        return "a token in line " + line;
    }
}
