package dev.twinsync.flow.twin;

import dev.twinsync.port.TwinRepo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the rules of this twin in the place of an older one's, where {@code AGENTS.md} still marks them as twin's. */
public final class RenewRules {

    public static final String RULES = "AGENTS.md";

    private static final Pattern BLOCK =
            Pattern.compile("^<!-- twin: begin\\b.*?^<!-- twin: end -->$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final int MOST_BYTES = 1 << 20;

    private final TwinRepo repo;

    public RenewRules(TwinRepo repo) {
        this.repo = repo;
    }

    /**
     * @param template what a new repository gets
     * @return the commit; empty where nothing had to be or could be done: no file, no marks, or an edit that no commit has
     */
    public Optional<String> renew(byte[] template) throws IOException {
        if (repo.digest(RULES).isEmpty() || !repo.uncommitted(Set.of(RULES)).isEmpty()) {
            return Optional.empty();
        }
        var before = read();
        var after = renewed(before, new String(template, StandardCharsets.UTF_8));
        if (after.equals(before)) {
            return Optional.empty();
        }
        repo.store(RULES, new ByteArrayInputStream(after.getBytes(StandardCharsets.UTF_8)));
        return repo.commit("twin: renew " + RULES, Set.of(RULES));
    }

    private String read() throws IOException {
        try (var in = repo.open(RULES)) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
    }

    private static String renewed(String text, String template) {
        var ours = BLOCK.matcher(template);
        var theirs = BLOCK.matcher(text);
        return ours.find() && theirs.find() ? theirs.replaceFirst(Matcher.quoteReplacement(ours.group())) : text;
    }
}
