package dev.twinsync.os.supervisor;

import dev.twinsync.domain.supervisor.RepositorySource;
import dev.twinsync.os.Facts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The repositories of the store. @param all as the Supervisor lists them */
record Repositories(List<Facts> all) {

    /** Those that every Supervisor has, and that nobody can remove: its own, and three of others. */
    private static final Set<String> BUILT_IN = Set.of("core", "local", "a0d7b954", "5c53de3b", "d5369777");

    private static final int SHORT = 8;

    static Repositories of(SupervisorApi api) throws NoAnswer {
        return new Repositories(api.get("store/repositories", Patience.LOOK).items());
    }

    static boolean isBuiltIn(Facts repository) {
        return BUILT_IN.contains(repository.at("slug").text());
    }

    Optional<Facts> find(RepositorySource source) {
        return all.stream()
                .filter(one -> one.at("source").text().equals(source.text()))
                .findFirst();
    }

    /** What the slugs of its add-ons begin with, as the Supervisor makes it of the address. */
    static String prefix(RepositorySource source) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            var bytes = source.text().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(bytes)).substring(0, SHORT);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-1", impossible);
        }
    }
}
