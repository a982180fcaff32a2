package dev.twinsync.git.attributes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of attributes.
 *
 * @param folder whose files it is about, with a slash at the end; empty: those of the whole repository
 * @param lines the last one first, for that is the order in which Git asks them
 */
record RuleFile(String folder, List<RuleLine> lines) {

    static final String NAME = ".gitattributes";

    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** @param path relative to the repository */
    static RuleFile read(String path, String folder, InputStream content) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
        var lines = new ArrayList<RuleLine>();
        var line = reader.readLine();
        for (int number = 1; line != null; number++) {
            var text = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
            RuleLine.read(path, number, text).ifPresent(lines::addFirst);
            line = reader.readLine();
        }
        return new RuleFile(folder, List.copyOf(lines));
    }
}
