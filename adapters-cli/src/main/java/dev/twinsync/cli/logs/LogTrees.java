package dev.twinsync.cli.logs;

import dev.twinsync.domain.logs.Counts;
import dev.twinsync.domain.logs.ErrorSignature;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What several commands on logs tell programs. Every key is always there; what is not known is {@code null}. */
final class LogTrees {

    private LogTrees() {}

    static Tree.MapBuilder captured(LogIndex index) {
        return Tree.map()
                .put("captured_at", optional(index.capturedAt()))
                .put("previous_capture", optional(index.previousCapture()));
    }

    static Tree error(ErrorSignature error) {
        return Tree.map()
                .put("text", error.text())
                .put("severity", error.severity())
                .put("unit", error.unit())
                .put("first_seen", error.firstSeen())
                .put("last_seen", error.lastSeen())
                .put("count", Tree.literal(error.count()))
                .put("new_since", texts(error.newSince()))
                .build();
    }

    static Tree counts(Counts counts) {
        return Tree.map()
                .put("last_hour", Tree.literal(counts.lastHour()))
                .put("since_boot", Tree.literal(counts.sinceBoot()))
                .build();
    }

    static Tree numbers(Map<String, Long> numbers) {
        var map = Tree.map();
        numbers.forEach((key, number) -> map.put(key, Tree.literal(number)));
        return map.build();
    }

    static Tree texts(List<String> texts) {
        return Tree.list(texts.stream().map(Tree::text).toList());
    }

    static Tree optional(Optional<String> text) {
        return text.map(Tree::text).orElseGet(LogTrees::nothing);
    }

    static Tree nothing() {
        return Tree.literal("");
    }
}
