package dev.twinsync.os.services;

import dev.twinsync.os.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What {@code systemctl show} prints: one block of lines for each unit, in the order asked for, parted by empty lines. */
public final class Shown {

    private static final String ID = "Id=";

    private Shown() {}

    /**
     * By what was asked for.
     *
     * @param asked with {@code Id} among the properties
     * @param facts what is made of the lines of one block
     */
    public static <N, F> Answer<Map<N, F>> of(List<N> asked, String text, Function<List<String>, F> facts) {
        var blocks = List.of(text.strip().split("\n\n"));
        if (blocks.size() != asked.size()) {
            return new Answer.None<>("systemctl show answered for " + blocks.size() + " units of " + asked.size());
        }
        var shown = new LinkedHashMap<N, F>();
        for (int index = 0; index < blocks.size(); index++) {
            var lines = blocks.get(index).lines().toList();
            if (lines.stream().noneMatch(line -> line.startsWith(ID))) {
                return new Answer.None<>("systemctl show answered in a form twin does not know");
            }
            shown.put(asked.get(index), facts.apply(lines));
        }
        return new Answer.Given<>(shown);
    }
}
