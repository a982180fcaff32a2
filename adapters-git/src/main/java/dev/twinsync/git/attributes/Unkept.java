package dev.twinsync.git.attributes;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Files of the machine whose bytes git may change where it clones, checks out or adds.
 *
 * @param by the line that lets it; empty where none says anything, and so the settings decide of whoever runs git
 * @param attributes by which they may be changed: {@code text}
 * @param files their paths relative to the repository, one at least
 */
public record Unkept(Optional<RuleLine> by, SortedSet<String> attributes, List<String> files) {}
