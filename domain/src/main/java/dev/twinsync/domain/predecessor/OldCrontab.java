package dev.twinsync.domain.predecessor;

import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A crontab as the predecessor kept it: all of it as one text.
 *
 * @param file where it stands
 * @param line the one of the file that is before the first of the text; 0: it begins with the file
 */
public record OldCrontab(String file, long line, String text) {

    /** Of a document of the Python layout: its text, or else its entries, which may be lines or maps. */
    public static Optional<OldCrontab> of(OldTree document) {
        var cron = document.part("cron").orElse(document.root());
        var content = OldTree.text(cron, "content").filter(text -> !text.isBlank());
        return content.or(() -> lines(document, cron))
                .map(text -> new OldCrontab(document.file(), cron.place().line(), text));
    }

    private static Optional<String> lines(OldTree document, Tree cron) {
        return cron instanceof Tree.Mapping map
                        && map.get("entries").orElse(map) instanceof Tree.Sequence(var items, var _)
                ? Optional.of(items.stream()
                                .flatMap(item -> line(document, item).stream())
                                .collect(Collectors.joining("\n", "", "\n")))
                        .filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /** Where that is said and cannot be read it is not: it would be run, as root maybe. What is not is told. */
    private static boolean isOn(OldTree document, Tree.Mapping entry) {
        var said = document.truth(entry, "enabled");
        if (said.equals(Optional.of(false))) {
            document.leaveOut(
                    entry,
                    "is switched off, so it is no wish; to have it stand in the crontab all the same, add it to"
                            + " state/cron.yaml with enabled: false");
        }
        return said.orElseGet(() -> OldTree.said(entry, "enabled").isEmpty());
    }

    /** Empty: it is left out, and told. */
    private static Optional<String> line(OldTree document, Tree item) {
        return switch (item) {
            case Tree.Scalar(var text, var _, var _) -> Optional.of(text);
            case Tree.Mapping entry ->
                Optional.of(entry)
                        .filter(_ -> isOn(document, entry))
                        .map(_ -> OldTree.text(entry, "schedule").orElse("?") + " "
                                + OldTree.text(entry, "command").orElse(""));
            case Tree.Sequence list -> {
                document.leaveOut(list, "is " + list.described() + ", where an entry should be");
                yield Optional.empty();
            }
        };
    }

    /** Its lines, none of them with an end. */
    public List<String> lines() {
        return List.of(text.split("\n"));
    }
}
