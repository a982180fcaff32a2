package dev.twinsync.git.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Anchors, aliases and tags: by the first two a small document becomes a huge one, by the last it says what to make of it. */
final class YamlReferences {

    static final String SAY_IT_TWICE = "write the value out where it is needed";

    private YamlReferences() {}

    static void refuse(Event event, YamlMarks marks) {
        if (event instanceof AliasEvent alias) {
            throw marks.refusal(event, "the alias *" + alias.getAlias() + ": twin reads none, " + SAY_IT_TWICE);
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw marks.refusal(event, "the anchor &" + node.getAnchor().get() + ": twin reads none, " + SAY_IT_TWICE);
        }
        tag(event).ifPresent(tag -> {
            throw marks.refusal(event, "the tag " + tag + ": twin reads none, take it out");
        });
    }

    private static Optional<String> tag(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent start -> start.getTag();
            default -> Optional.empty();
        };
    }
}
