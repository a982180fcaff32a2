package dev.twinsync.os;

import java.io.IOException;
import java.util.List;

/** A program of its own that ends while somebody whom it talks with is at something. */
final class EndInTheMiddle {

    private EndInTheMiddle() {}

    /** @param argv the file that shows that it was finished */
    public static void main(String[] argv) throws IOException {
        var script = "cat >/dev/null; sleep 1; touch \"$0\"";
        Dialogue.start("sh", List.of("-c", script, argv[0])).endBeforeTwin();
        System.exit(3);
    }
}
