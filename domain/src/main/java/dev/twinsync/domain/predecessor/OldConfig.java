package dev.twinsync.domain.predecessor;

import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the predecessor was told about itself.
 *
 * @param file where it stands
 * @param repository the folder that it is about; empty: it does not say
 * @param roots the folders that were mirrored, as they stand there
 * @param remote owner and name of the repository at GitHub: {@code alice/twin-laptop}
 * @param enabled the plugins that were on; empty: it does not say
 * @param token of GitHub, in the open
 */
public record OldConfig(
        String file,
        Optional<String> repository,
        List<String> roots,
        Optional<String> remote,
        Optional<Set<String>> enabled,
        Optional<OldToken> token) {

    private static final Set<String> KNOWN = Set.of("twin_repo", "filesystem_roots", "github", "plugins");
    private static final Set<String> KNOWN_IN_SHELL =
            Set.of("TWIN_REPO", "GITHUB_USER", "GITHUB_TOKEN", "GITHUB_DEVICE_REPO", "FS_ROOTS");

    public OldConfig {
        roots = List.copyOf(roots);
    }

    /** What is left out of it comes to the list. */
    public static OldConfig of(String file, ShellConfig shell, List<LeftOut> leftOut) {
        leftOut.addAll(shell.leftOut());
        shell.values().keySet().stream()
                .filter(name -> !KNOWN_IN_SHELL.contains(name))
                .forEach(name -> leftOut.add(
                        new LeftOut(file, shell.line(name), name + " is nothing that the predecessor read")));
        return new OldConfig(
                file,
                shell.text("TWIN_REPO"),
                shell.words("FS_ROOTS"),
                remote(shell.text("GITHUB_USER"), shell.text("GITHUB_DEVICE_REPO")),
                Optional.empty(),
                shell.text("GITHUB_TOKEN").map(secret -> new OldToken(shell.line("GITHUB_TOKEN"), secret)));
    }

    public static OldConfig of(OldTree document) {
        var github = document.part("github");
        unknown(document);
        return new OldConfig(
                document.file(),
                OldTree.text(document.root(), "twin_repo"),
                document.part("filesystem_roots").map(OldConfig::texts).orElse(List.of()),
                remote(
                        github.flatMap(part -> OldTree.text(part, "user")),
                        github.flatMap(part -> OldTree.text(part, "device_repo"))),
                document.part("plugins").flatMap(OldConfig::enabled),
                github.flatMap(OldConfig::token));
    }

    private static void unknown(OldTree document) {
        if (document.root() instanceof Tree.Mapping map) {
            map.entries().stream()
                    .filter(entry -> !KNOWN.contains(entry.key()))
                    .forEach(entry -> document.leftOut()
                            .add(new LeftOut(
                                    document.file(),
                                    entry.place().line(),
                                    entry.key()
                                            + " is nothing that the predecessor acted upon; twin's own settings are in"
                                            + " config.yaml, see docs/formats.md")));
        }
    }

    private static Optional<OldToken> token(Tree github) {
        return github instanceof Tree.Mapping map
                ? map.entries().stream()
                        .filter(entry -> entry.key().equals("token"))
                        .flatMap(entry -> OldTree.text(github, "token").stream()
                                .filter(secret -> !secret.isBlank())
                                .map(secret -> new OldToken(entry.place().line(), secret)))
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Set<String>> enabled(Tree plugins) {
        return plugins instanceof Tree.Mapping map
                ? map.get("enable").map(list -> new LinkedHashSet<>(texts(list)))
                : Optional.empty();
    }

    private static List<String> texts(Tree tree) {
        var texts = new ArrayList<String>();
        if (tree instanceof Tree.Sequence(var items, var _)) {
            items.forEach(item -> texts.add(item.inline()));
        }
        return texts;
    }

    private static Optional<String> remote(Optional<String> user, Optional<String> name) {
        return user.filter(text -> !text.isBlank())
                .flatMap(owner -> name.filter(text -> !text.isBlank()).map(repo -> owner + "/" + repo));
    }
}
