package dev.twinsync.domain.foreign;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.plugin.FragmentName;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code schema.yaml} of a plugin of other people says.
 *
 * @param fragment the document, and the key of the list in it
 * @param key the line that a thing is called by
 * @param lines the others, in their order
 */
public record ForeignSchema(FragmentName fragment, String key, Grammar keyGrammar, List<Line> lines) {

    private static final int LONGEST_KEY = 256;

    public ForeignSchema {
        lines = List.copyOf(lines);
    }

    /** What a document says, or all that is wrong with it: what twin does not know is wrong. */
    public static Reading<ForeignSchema> read(Tree document) {
        return SchemaReader.read(document);
    }

    /** @throws IllegalArgumentException in words where nothing can be called so */
    String checkedKey(String text) {
        if (text.isEmpty() || text.startsWith("-") || text.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("\"" + Printable.of(text) + "\" cannot be the " + key
                    + " of a thing: it has 1 to " + LONGEST_KEY + " letters and does not begin with -");
        }
        return keyGrammar.checked(text);
    }

    Optional<Line> line(String name) {
        return lines.stream().filter(line -> line.name().equals(name)).findFirst();
    }

    List<Line> wishable() {
        return lines.stream().filter(line -> !line.isOnlySeen()).toList();
    }
}
