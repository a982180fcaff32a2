package dev.twinsync.domain.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToldSecretsTest {

    private static final Redaction REDACTION = new Redaction(_ -> "feedfacefeedface", Set.of());

    /** What stands between the braces is the secret. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password is now: {s3cr3t-Word}",
                "Authorization: Bearer {abcdefghij12345}",
                "ran mysql -u root -p{secretpw99}",
                "fetching https://user:{passw0rd9}@host.example/x",
                "AWS_SECRET_ACCESS_KEY={abcdEFGH1234abcdEFGH1234abcdEFGH1234abcd}",
                "error: token: {zyxw9876zyxw}",
                "token of 2026-11-29 06: {20:53Zyxw9}",
            })
    void a_secret_that_a_log_tells_is_masked(String line) {
        var plain = line.replaceAll("[{}]", "");
        assertEquals(line.replaceAll("\\{.*\\}", "‹secret feedfacefeedface›"), REDACTION.text(plain));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password is required",
                "password is incorrect",
                "password is about to expire",
                "token is invalid",
                "error: password is too short",
                "the password is time-limited.",
                "password was changed by alice42",
                "token is not for user1234",
                "token is 20h30m old",
                "password is 100chars long",
                "the secret is base64-encoded",
                "the password is SHA-512 hashed",
                "token is HS256",
                "token was issued at 2026-11-29T06:20:53Z",
                "secret rotated at 06:20:53.123+01:00",
                "token 2026-11-29T06:20:53Z",
                "token: 2026-11-29 06:20:53",
                "the secret is /run/secrets/db1",
                "password is OK!",
                "the token was rejected!",
                "compass is north22",
                "the password is user's own",
                "the password is wrong/missing",
            })
    void a_sentence_about_a_secret_stays_as_it_is(String line) {
        assertEquals(line, REDACTION.text(line));
    }
}
