package dev.twinsync.git.folder;

import dev.twinsync.git.work.RepoFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The newest commit, read from the files: JGit takes a quarter of a second to wake up, takes a damaged branch for one
 * without commits, and would write to a branch called {@code ../../x}.
 *
 * @param git the folder {@code .git}
 */
record GitHead(Path git) {

    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern REFERENCE = Pattern.compile("refs(?:/[^/.\\p{Cntrl}][^/\\p{Cntrl}]*)+");
    private static final String SYMBOLIC = "ref: ";
    /** As many as git follows. */
    private static final int HOPS = 5;

    /** Empty where the branch has no commit yet. */
    Optional<String> commit() throws IOException {
        return tip("HEAD", Files.readString(git.resolve("HEAD")).strip(), HOPS);
    }

    /** As {@link #commit}, where HEAD names no branch but the commit itself; empty: it names a branch. */
    Optional<String> detached() throws IOException {
        return Optional.of(Files.readString(git.resolve("HEAD")).strip())
                .filter(text -> OBJECT_ID.matcher(text).matches());
    }

    private Optional<String> tip(String name, String text, int hops) throws IOException {
        if (OBJECT_ID.matcher(text).matches()) {
            return Optional.of(text);
        }
        if (!text.startsWith(SYMBOLIC) || hops == 0) {
            throw new RepoFault("the repository is damaged: .git/" + name + " names no branch and no commit");
        }
        var reference = text.substring(SYMBOLIC.length()).strip();
        if (!REFERENCE.matcher(reference).matches()) {
            throw new RepoFault("the repository is damaged: what .git/" + name + " names is no branch");
        }
        var loose = git.resolve(reference);
        return Files.isRegularFile(loose)
                ? tip(reference, Files.readString(loose).strip(), hops - 1)
                : packed(reference);
    }

    private Optional<String> packed(String reference) throws IOException {
        var file = git.resolve("packed-refs");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            var said = lines.filter(line -> line.endsWith(" " + reference))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .findFirst();
            return said.isPresent() ? tip("packed-refs", said.get(), 0) : said;
        }
    }
}
