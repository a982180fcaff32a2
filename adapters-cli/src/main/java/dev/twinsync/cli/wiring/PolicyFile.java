package dev.twinsync.cli.wiring;

import dev.twinsync.cli.catalog.Catalog;
import dev.twinsync.cli.machine.TwinHome;
import dev.twinsync.cli.terminal.Unreadable;
import dev.twinsync.domain.policy.Policy;
import dev.twinsync.domain.policy.PolicyNames;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.plugins.PluginList;
import dev.twinsync.flow.view.KnownNames;
import dev.twinsync.git.yaml.YamlTree;
import dev.twinsync.os.Self;
import dev.twinsync.os.secrets.SecretOnDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Where the owner of the repository says what may happen without being asked. It is not in the repository, where a change that was
 * pulled could loosen it, and counts only when nobody else can have written it.
 *
 * @param owner the user id that it must belong to
 * @param top the folder whose own folders are not looked at when the file is judged: {@code /}
 */
public record PolicyFile(Path file, int owner, Path top) {

    private static final int LONGEST = 1 << 16;

    /** Of who runs twin, which is the owner of the repository. */
    public static PolicyFile of(TwinHome home) {
        return of(home.home());
    }

    public static PolicyFile of(Path home) {
        var file = home.resolve(".config/twin/policy.yaml").toAbsolutePath().normalize();
        return new PolicyFile(file, Self.ofThisProcess().uid(), Path.of("/"));
    }

    /**
     * The policy, or what goes without saying where there is no file. It holds for all repositories of its owner: a plugin of other people may be
     * that of another one, or gone from this one by a pull, and is known as long as it is trusted.
     *
     * @param here what there is in the repository that it is read for
     * @throws IOException that says in a sentence why the file does not count
     */
    public Reading<Policy> read(KnownNames here) throws IOException {
        var written = written();
        var form = policy(written, PolicyNames.ANY);
        if (!form.problems().isEmpty()) {
            return form;
        }
        var policy = policy(written, here);
        return policy.problems().isEmpty() ? policy : policy(written, here.and(trusted()));
    }

    private Set<String> trusted() throws IOException {
        return new TrustFile(file.getParent(), owner, top).plugins();
    }

    /** As {@link #read}, where nobody knows what there is. */
    public Reading<Policy> form() throws IOException {
        return policy(written(), PolicyNames.ANY);
    }

    /** Empty where there is no file. */
    private Optional<Reading<Tree>> written() throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        var text = new SecretOnDisk(owner, LONGEST, top, "twin's policy,").text(file);
        return Optional.of(YamlTree.read(file.toString(), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Reading<Policy> policy(Optional<Reading<Tree>> written, PolicyNames names) {
        return written.map(text -> text.then(Policy.shape(names)::read))
                .orElseGet(() -> new Reading.Value<>(Policy.DEFAULT));
    }

    /**
     * As {@link #read}, for who cannot go on without it.
     *
     * @throws Unreadable where it is wrong
     */
    public Policy policy(PluginList here) throws IOException {
        return switch (read(Catalog.known(here))) {
            case Reading.Value<Policy>(var policy) -> policy;
            case Reading.Wrong<Policy>(var problems) -> throw new Unreadable(problems);
        };
    }
}
