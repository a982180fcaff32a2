package dev.twinsync.flow.twin;

import java.util.List;

/**
 * A file of the owner that twin has written something below.
 *
 * @param rules what was added, without comments
 */
public record Extended(String file, List<String> rules) {
    public Extended {
        rules = List.copyOf(rules);
    }
}
