package dev.twinsync.flow.view;

import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The documents in {@code state/} that no plugin reads, neither one that is on nor one that its owner switched off: what they
 * say is wished in vain, so nobody can say that the machine is as it is wished.
 */
public final class UnreadDocuments {

    /** Hidden files are those of editors. */
    private static final Pattern DOCUMENT = Pattern.compile("(?i).*/[^./][^/]*\\.(ya?ml|json)");

    private UnreadDocuments() {}

    /** One problem for each of them, with what there is to read. */
    public static List<Problem> of(View view) throws IOException {
        var read = Stream.concat(
                        view.allKinds().values().stream()
                                .map(kind -> Layout.desired(kind).path()),
                        Stream.of(Layout.logsConfig().path()))
                .distinct()
                .sorted()
                .toList();
        return view.repo().list(Layout.STATE).stream()
                .filter(file -> DOCUMENT.matcher(file).matches() && !read.contains(file))
                .map(file -> new Problem(
                        new Place(file, 0, 0),
                        "is read by no plugin; those read " + String.join(", ", read)
                                + "; give it the right one of these names, bring back the plugin that reads it, or take it"
                                + " out of state/"))
                .toList();
    }
}
