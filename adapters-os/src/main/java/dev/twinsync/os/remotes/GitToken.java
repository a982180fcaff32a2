package dev.twinsync.os.remotes;

import dev.twinsync.os.Self;
import dev.twinsync.os.secrets.SecretOnDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A token for a service that keeps repositories: in the environment, or in a file of who runs twin. Nothing of it comes from the
 * repository, and it is in no argument, address, setting or message.
 *
 * @param environment of this process
 * @param home the folder of who runs twin
 * @param owner the user id that the file must belong to
 * @param top the folder whose own folders are not looked at when the file is judged: {@code /}
 */
public record GitToken(Map<String, String> environment, Path home, int owner, Path top) {

    /** Where one may be, for a message. */
    public static final String PLACES = "TWIN_GIT_TOKEN or ~/.config/twin/git_token (chmod 600)";

    private static final String VARIABLE = "TWIN_GIT_TOKEN";
    private static final int LONGEST = 4096;

    public static GitToken ofThisProcess(Path home) {
        return new GitToken(System.getenv(), home, Self.ofThisProcess().uid(), Path.of("/"));
    }

    /** Empty where there is none. @throws IOException that says in a sentence why one does not count */
    public Optional<String> find() throws IOException {
        var named = Optional.ofNullable(environment.get(VARIABLE)).filter(text -> !text.isBlank());
        if (named.isPresent()) {
            return Optional.of(checked(VARIABLE, named.get().strip()));
        }
        var file = home.resolve(".config/twin/git_token").toAbsolutePath().normalize();
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(checked(file.toString(), new SecretOnDisk(owner, LONGEST, top).line(file)))
                : Optional.empty();
    }

    private static String checked(String source, String token) throws IOException {
        if (!token.matches("[!-~]{1," + LONGEST + "}")) {
            throw new IOException(source + " holds no token: a token is one word");
        }
        return token;
    }

    /** It shows itself to nobody but who asks for it. */
    @Override
    public String toString() {
        return "a token in " + PLACES;
    }
}
