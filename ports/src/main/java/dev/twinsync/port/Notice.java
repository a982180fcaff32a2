package dev.twinsync.port;

import dev.twinsync.domain.shape.Tree;
import java.util.List;

/**
 * Something that a person is to know who is not there.
 *
 * @param subject in a few words
 * @param lines the same in full, fit to be shown
 * @param facts the same for programs
 */
public record Notice(String subject, List<String> lines, Tree facts) {
    public Notice {
        lines = List.copyOf(lines);
    }
}
