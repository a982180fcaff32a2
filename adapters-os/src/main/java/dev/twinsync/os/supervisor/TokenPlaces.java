package dev.twinsync.os.supervisor;

import dev.twinsync.os.Answer;
import dev.twinsync.os.secrets.SecretOnDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a token may be: in the environment, or in a file of who runs twin. Nothing of it comes from the repository: a configuration
 * that was pulled must not send a token elsewhere.
 *
 * @param environment of this process
 * @param home the folder of who runs twin
 * @param owner the user id that the file must belong to
 * @param top the folder whose own folders are not looked at when the file is judged: {@code /}
 */
record TokenPlaces(Map<String, String> environment, Path home, int owner, Path top) {

    private static final int LONGEST_TOKEN = 4096;

    /** Of a variable that says something. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isEmpty());
    }

    /** Empty: there is no such variable. */
    Optional<Answer<Token>> inVariable(String name) {
        return variable(name).map(text -> token(name, text));
    }

    /** Empty: there is no such file. @param name in {@code ~/.config/twin} */
    Optional<Answer<Token>> inFile(String name) {
        var file = home.resolve(".config/twin").resolve(name);
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(read(file)) : Optional.empty();
    }

    private Answer<Token> read(Path file) {
        try {
            return token(file.toString(), new SecretOnDisk(owner, LONGEST_TOKEN, top).line(file));
        } catch (IOException noSecret) {
            return new Answer.None<>(noSecret.getMessage());
        }
    }

    private static Answer<Token> token(String source, String text) {
        return Token.isOne(text)
                ? new Answer.Given<>(new Token(text))
                : new Answer.None<>(source + " holds no token: a token is one word");
    }
}
